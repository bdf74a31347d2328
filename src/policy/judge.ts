import type { Finding, NotRun } from '../result/result.ts';
import type { Policy, RuleUse, Waiver } from './policy.ts';
import type { AnyRule, Need, Unknown, Violation } from './rule.ts';
import type { Subject, UnbuiltSubject, UnreadSubject } from './subject.ts';
import { asApplied, covers, isExpired, isPermitted } from './waiver.ts';

/** What a policy says about one subject: every rule in use is in at least one of the three lists, but for those about manifests where there are none. */
export interface Judgement {
  /** Errors first, then by rule; waived ones are marked, not dropped. */
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  /** Rules that ran and found nothing. */
  readonly passed: readonly string[];
  /** Waivers that spoke of a finding, also expired ones: what `waiverNotices` asks for. */
  readonly waiversMatched: readonly Waiver[];
}

/** An image that was read, one of which only what it states is known, or the sources of one that was not built. */
export type JudgedSubject = Subject | UnreadSubject | UnbuiltSubject;

const maxPathsShown = 20;

/**
 * Runs every rule of the policy over one subject. Where nothing was built, a rule that needs the image is listed with the reason;
 * it counts as the policy says for it, else as a pass: leaving it out was asked for. Where no layer was read, one that needs them is.
 * @param today `YYYY-MM-DD` in UTC, for waivers.
 * @throws Error that names the rule when one throws: that is our bug.
 */
export function judge(policy: Policy, subject: JudgedSubject, today: string): Judgement {
  const parts = policy.uses.map((use) => judgeRule(use, policy.waivers, subject, today));
  const findings = distinct(parts.flatMap((part) => part.findings));
  const notRun = parts.flatMap((part) => part.notRun);
  // A rule that a policy and a floor each turn on, with options of their own, passes when both of its uses do.
  const troubled = new Set([...findings, ...notRun].map(({ rule }) => rule));
  return {
    findings: [
      ...findings.filter(({ level }) => level === 'error'),
      ...findings.filter(({ level }) => level !== 'error'),
    ],
    notRun: distinct(notRun),
    passed: [...new Set(parts.flatMap((part) => part.passed))].filter((rule) => !troubled.has(rule)),
    waiversMatched: [...new Set(parts.flatMap((part) => part.waiversMatched))],
  };
}

/** What two uses of one rule say alike is said once. */
function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

function judgeRule(use: RuleUse, waivers: readonly Waiver[], subject: JudgedSubject, today: string): Judgement {
  const { rule, level } = use;
  const nothing: Judgement = { findings: [], notRun: [], passed: [], waiversMatched: [] };
  if (rule.needs?.includes('manifest') === true && isMissing('manifest', subject)) return nothing;
  if ('notBuilt' in subject && rule.withoutImage !== true && rule.alsoUnbuilt !== true) {
    const counts = use.saysWhenNotRun === true ? use.whenNotRun : 'pass';
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: subject.notBuilt, counts }] };
  }
  if ('notRead' in subject && rule.withoutImage !== true && rule.withoutLayers !== true)
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: subject.notRead, counts: use.whenNotRun }] };
  const missing = rule.needs?.find((need) => isMissing(need, subject));
  if (missing !== undefined) {
    const counts = missing === 'baseline' && 'isNew' in subject && subject.isNew ? 'pass' : use.whenNotRun;
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: reasonFor(missing, subject), counts }] };
  }

  const found = run(rule, visibleTo(rule, subject), use.options);
  if (found.length === 0) return { ...nothing, passed: [rule.id] };
  const notRun = found.flatMap((one): readonly NotRun[] =>
    'unknown' in one ? [{ rule: rule.id, level, reason: one.unknown, counts: countsOf(one, use, subject) }] : [],
  );
  const judged = found.flatMap((one) => ('unknown' in one ? [] : [judgeViolation(use, one, waivers, subject, today)]));
  return {
    ...nothing,
    notRun,
    findings: judged.map(({ finding }) => finding),
    waiversMatched: judged.flatMap(({ matched }) => matched),
  };
}

/** A rule that needs no image takes a measurement for that of one that was read. */
function visibleTo(rule: AnyRule, subject: JudgedSubject): JudgedSubject {
  if (!('notRead' in subject) || rule.withoutImage !== true) return subject;
  const { imageName, dockerfile, context, notRead } = subject;
  return { imageName, notBuilt: notRead, ...(dockerfile && { dockerfile }), ...(context && { context }) };
}

/** What only a built image would tell is left out with it. */
function countsOf({ needsImage }: Unknown, use: RuleUse, subject: JudgedSubject): NotRun['counts'] {
  return needsImage === true && 'notBuilt' in subject && use.saysWhenNotRun !== true ? 'pass' : use.whenNotRun;
}

function run(rule: AnyRule, subject: JudgedSubject, options: unknown) {
  try {
    // Options were parsed by this very rule's schema, and a rule without image or layers sees the rest only; AnyRule has forgotten both.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return [...rule.check(subject as Subject, options as never)];
  } catch (cause) {
    throw new Error(`The rule ${rule.id} failed on the image ${subject.imageName}.`, { cause });
  }
}

function judgeViolation(
  use: RuleUse,
  violation: Violation,
  waivers: readonly Waiver[],
  { imageName }: Pick<Subject, 'imageName'>,
  today: string,
) {
  const unwaived = {
    rule: use.rule.id,
    level: use.level,
    message: violation.message,
    ...(violation.bytes !== undefined && { bytes: violation.bytes }),
    ...(violation.location && { location: violation.location }),
    ...(violation.paths && { paths: [...violation.paths] }),
    howToPass: violation.howToPass ?? use.rule.howToPass,
  };
  // Waivers see every path; the report shows the worst few.
  const matched = waivers.filter((waiver) => covers(waiver, imageName, unwaived));
  const inForce = matched.find((waiver) => isPermitted(waiver, use) && !isExpired(waiver, today));
  const finding: Finding = {
    ...unwaived,
    ...(unwaived.paths && { paths: unwaived.paths.slice(0, maxPathsShown) }),
    waiver: inForce ? asApplied(inForce) : null,
  };
  return { finding, matched };
}

/** What may be missing, and why. */
type Facts = Partial<Omit<Subject, 'measurement'>>;

function isMissing(need: Need, subject: JudgedSubject): boolean {
  const { dockerfile, tree, change, manifests }: Facts = subject;
  const fact = { dockerfile, files: tree, baseline: change, manifest: manifests }[need];
  return fact === undefined;
}

function reasonFor(need: Need, subject: Facts): string {
  if (need === 'dockerfile') return 'There is no Dockerfile: the image was not built here.';
  if (need === 'files') return 'The files of the image were not read.';
  if (subject.isNew === true) return 'The image is new: there is nothing it could have grown from.';
  return subject.noBaselineReason ?? 'No baseline is configured.';
}
