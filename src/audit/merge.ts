import { UserError, type Problem } from '../errors.ts';
import { auditResult, type AuditResult } from '../result/audit.ts';
import { shardOf } from './plan.ts';
import { sumUp } from './sum-up.ts';

/** A shard's result and the file it was read from. */
export interface ShardFile {
  readonly path: string;
  readonly result: AuditResult;
}

/** Reads an audit's JSON. @throws UserError `bad-audit-file` saying where it departs from the schema */
export function parseAudit(path: string, text: string): AuditResult {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw badFile(path, cause instanceof Error ? cause.message : 'not JSON');
  }
  const parsed = auditResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badFile(path, issue ? `${issue.path.join('.') || 'the document'}: ${issue.message}` : 'no audit');
}

/** Joins the shards of one run; those that left no result are named, and make it incomplete. @throws UserError `other-run`, `same-shard`, `no-shard`, `wrong-shard` */
export function mergeShards(files: readonly [ShardFile, ...ShardFile[]]): AuditResult {
  const [{ result: first, path: firstPath }] = files;
  const problems: Problem[] = [];
  const seen = new Map<number, string>();
  const count = first.run.shard?.count ?? 1;
  for (const { path, result } of files) {
    const { run } = result;
    const different = differences(first, result);
    if (different)
      problems.push(refusal('other-run', `${path} is of another run than ${firstPath}: ${different} differs.`));
    else if (!run.shard) problems.push(refusal('no-shard', `${path} is no shard: it holds a whole audit.`));
    else if (seen.has(run.shard.index))
      problems.push(
        refusal(
          'same-shard',
          `${path} and ${seen.get(run.shard.index)} are the same shard ${run.shard.index}/${count}.`,
        ),
      );
    else {
      seen.set(run.shard.index, path);
      const { index } = run.shard;
      const stranger = [...result.images, ...result.notAudited].find(({ name }) => shardOf(name, count) !== index);
      if (stranger)
        problems.push(
          refusal('wrong-shard', `${path} holds ${stranger.name}, which is not of shard ${index}/${count}.`),
        );
      const held = result.images.length + result.notAudited.length;
      if (held < run.shard.planned)
        problems.push(refusal('wrong-shard', `${path} holds ${held} images, but its shard had ${run.shard.planned}.`));
    }
  }
  const [head, ...others] = problems;
  if (head) throw new UserError([head, ...others]);
  const lost = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  return joined(files, first, lost);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const dayMs = 86_400_000;

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

function joined(files: readonly ShardFile[], first: AuditResult, lost: readonly number[]): AuditResult {
  const results = files.map(({ result }) => result);
  const {
    outcome: _outcome,
    exitStatus: _status,
    fleet: _fleet,
    since: _since,
    history: _history,
    run,
    ...rest
  } = first;
  const { shard, ...whole } = run;
  const images = results.flatMap((result) => result.images).sort(byName);
  const notAudited = results.flatMap((result) => result.notAudited).sort(byName);
  const planned = sum(results.map((result) => result.run.shard?.planned ?? 0));
  // With a shard missing there is only the word of the others on how many there were.
  const all = lost.length === 0 ? planned : Math.max(planned, ...results.map((result) => result.run.planned));
  // Over midnight shards differ by a day; the waivers of each were judged by its own.
  const day =
    results
      .map((result) => result.run.day)
      .toSorted()
      .at(-1) ?? run.day;
  const count = shard?.count ?? 1;
  const gone = { shards: lost.map((index) => `${index}/${count}`), images: all - planned };
  // What one shard has no use for another may have: only what all of them say holds for the whole.
  const notices = first.notices.filter(({ message }) =>
    results.every((result) => result.notices.some((notice) => notice.message === message)),
  );
  return sumUp({
    ...rest,
    notices,
    run: { ...whole, day, planned: all, ...(lost.length > 0 && { lost: gone }) },
    images,
    notAudited,
    bases: basesOf(results),
  });
}

/** What registries told the shards, each answer once: several may have asked for the same base. */
function basesOf(results: readonly AuditResult[]): AuditResult['bases'] {
  const answers = results.flatMap(({ bases }) => bases);
  const byKey = new Map(answers.map((base) => [`${base.reference} ${base.platform} ${JSON.stringify(base)}`, base]));
  return [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, base]) => base);
}

function differences(one: AuditResult, other: AuditResult): string | undefined {
  if (Math.abs(Date.parse(one.run.day) - Date.parse(other.run.day)) > dayMs) return 'the day';
  const others = factsOf(other);
  return factsOf(one).find(([, value], index) => value !== others[index]?.[1])?.[0];
}

/** What all shards of a run have in common. */
const factsOf = ({
  run,
  tool,
  policy,
  verdict,
}: AuditResult): readonly (readonly [string, string | number | undefined])[] => [
  ['the run', run.id],
  ['what is audited', run.plan],
  ['the number of shards', run.shard?.count],
  ['the policy', policy.digest],
  ['how the verdict is made', JSON.stringify(verdict)],
  ['the version of plimsoll', tool.version],
];

function refusal(code: string, message: string): Problem {
  return { code, message, hint: 'Give the files of one run, each shard once: plimsoll audit merge shard-*.json.' };
}

function badFile(path: string, got: string): UserError {
  return new UserError({
    code: 'bad-audit-file',
    message: `${path} is no audit of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: 'JSON written by plimsoll audit --output json=FILE',
    got,
    hint: 'Write it again with this version.',
  });
}
