import type { AuditedImage, AuditResult } from '../../result/audit.ts';
import { formatBytes } from '../../units.ts';

/** A finding as every format lists it; all texts are untrusted. */
export interface AuditLine {
  readonly image: string;
  readonly rule: string;
  readonly standing: 'error' | 'warning' | 'waived';
  readonly message: string;
  readonly toPass: string;
  readonly waiver?: { readonly reason: string; readonly owner: string; readonly expires: string };
  /** Where the repository refers to the image; the first is the finding's own. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
}

/** All findings of an image, and the rules that could not run. */
export function linesOf({ name, findings, notRun, uses }: AuditedImage): readonly AuditLine[] {
  const places = uses.map(({ place: { file, line } }) => ({ file, line }));
  return [
    ...findings.map(({ rule, level, message, howToPass, waiver, location }): AuditLine => ({
      image: name,
      rule,
      standing: waiver === null ? level : 'waived',
      message,
      toPass: howToPass,
      ...(waiver && { waiver }),
      // What a manifest says of the image stands on a line of its own.
      places: location ? [{ file: location.file, line: location.startLine }] : places,
    })),
    ...notRun.flatMap(({ rule, reason, counts }): readonly AuditLine[] =>
      counts === 'pass'
        ? []
        : [
            {
              image: name,
              rule,
              standing: counts === 'failure' ? 'error' : 'warning',
              message: `Could not run: ${reason}`,
              toPass: '',
              places,
            },
          ],
    ),
  ];
}

/** What came of it, in one sentence: a part is never called the whole. */
export function headline({ outcome, run, images, notAudited, problems }: AuditResult): string {
  const all = images.length + notAudited.length + (run.lost?.images ?? 0);
  const of = run.shard ? ` (shard ${run.shard.index} of ${run.shard.count}; ${run.planned} in all)` : '';
  const audited =
    images.length === all
      ? `${all} ${all === 1 ? 'image' : 'images'} audited`
      : `${images.length} of ${all} images audited, ${all - images.length} could not be`;
  const unread =
    problems.length === 0 ? '' : `, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in files`;
  const word = { pass: 'passed', fail: 'failed', incomplete: 'incomplete' }[outcome];
  return `${word}: ${audited}${unread}${of}`;
}

/** Shards of which nothing came, in one sentence. */
export function lostShards({ run: { lost } }: AuditResult): string | undefined {
  if (!lost) return undefined;
  const [which, left] = lost.shards.length === 1 ? ['Shard', 'its job'] : ['Shards', 'their jobs'];
  const images = `${lost.images} ${lost.images === 1 ? 'image was' : 'images were'} not looked at`;
  return `${which} ${lost.shards.join(', ')} left no result, so ${images}: look at ${left}.`;
}

/** What the user should know of the policy. A shard does not see which waivers another has use for. */
export function noticesOf({ run, notices }: AuditResult): AuditResult['notices'] {
  return run.shard ? [] : notices;
}

/** A size that only the layers tell. */
export const sizeInWords = (bytes: number | undefined): string =>
  bytes === undefined ? 'not read' : formatBytes(bytes);

/** As compilers write places. */
export function placeInWords({ file, line, column }: NonNullable<AuditResult['problems'][number]['place']>): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}`;
}
