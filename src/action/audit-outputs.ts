import type { planMatrix } from '../audit/plan.ts';
import { failsPolicy } from '../audit/sum-up.ts';
import type { AuditResult } from '../result/audit.ts';

/** Every output audit/action.yml declares; all are always written. */
export const auditOutputNames = [
  'result',
  'images',
  'failing',
  'not-audited',
  'matrix',
  'shards',
  'report-json',
  'report-sarif',
  'report-html',
  'report-markdown',
  'report-csv',
] as const;
type Outputs = Readonly<Partial<Record<(typeof auditOutputNames)[number], string | number>>>;

const asOutputs = (values: Outputs): ReadonlyMap<string, string | number> =>
  new Map(auditOutputNames.map((name) => [name, values[name] ?? '']));

/** Outputs of a run that could not audit. */
export function auditOutputsOfError(): ReadonlyMap<string, string | number> {
  return asOutputs({ result: 'error' });
}

/** Outputs of a plan: what a job matrix is made of. */
export function auditOutputsOfPlan(
  images: number,
  matrix: ReturnType<typeof planMatrix>,
): ReadonlyMap<string, string | number> {
  return asOutputs({ result: 'planned', images, matrix: JSON.stringify(matrix), shards: matrix.include.length });
}

/** Outputs of an audit, a shard or a merge. */
export function auditOutputsOf(
  result: AuditResult,
  reports: readonly { readonly format: string; readonly path: string }[],
): ReadonlyMap<string, string | number> {
  const path = (format: string): string => reports.find((report) => report.format === format)?.path ?? '';
  const { images, notAudited, run, verdict } = result;
  const lost = run.lost?.images ?? 0;
  return asOutputs({
    result: result.outcome,
    images: images.length + notAudited.length + lost,
    failing: images.filter((image) => failsPolicy(image, verdict.failOn)).length,
    'not-audited': notAudited.length + lost,
    'report-json': path('json'),
    'report-sarif': path('sarif'),
    'report-html': path('html'),
    'report-markdown': path('markdown'),
    'report-csv': path('csv'),
  });
}
