import type { AuditRecord } from '../../records/audit-record.ts';
import type { AuditResult } from '../../result/audit.ts';
import type { AuditPoint, AuditSince } from '../../result/audit-history.ts';

/** Findings of each image by rule that are not waived; of images without any, nothing. */
export function countsOf({
  images,
}: Pick<AuditResult, 'images'>): ReadonlyMap<string, Readonly<Record<string, number>>> {
  return new Map(
    images.map(({ name, findings }) => {
      const counts: Record<string, number> = {};
      for (const { rule, waiver } of findings) if (waiver === null) counts[rule] = (counts[rule] ?? 0) + 1;
      return [name, counts];
    }),
  );
}

/** Holds an audit against the one before. */
export function sinceAudit(result: Pick<AuditResult, 'images' | 'policy'>, before: AuditRecord): AuditSince {
  const now = countsOf(result);
  const then = new Map(before.audited.map(({ name, rules = {} }) => [name, rules]));
  const common = [...now.keys()].filter((name) => then.has(name));
  // An image that could not be audited then is not new, and one that cannot be now is not gone.
  const unknown = new Set(before.notAudited);
  return {
    before: pointOf(before),
    samePolicy: before.policy === result.policy.digest,
    compared: common.length,
    newFindings: common.flatMap((image) => more(image, now.get(image), then.get(image))),
    goneFindings: common.flatMap((image) => more(image, then.get(image), now.get(image))),
    newImages: [...now.keys()].filter((name) => !then.has(name) && !unknown.has(name)),
    goneImages: [...then.keys()].filter((name) => !now.has(name)),
  };
}

type Counts = Readonly<Record<string, number>>;

function more(image: string, counts: Counts = {}, others: Counts = {}): AuditSince['newFindings'] {
  return Object.entries(counts).flatMap(([rule, count]) => {
    const by = count - (Object.hasOwn(others, rule) ? (others[rule] ?? 0) : 0);
    return by > 0 ? [{ image, rule, count: by }] : [];
  });
}

/** What is shown of a recorded audit. */
export function pointOf({ at, run, commit, outcome, images, findings, stored }: AuditRecord): AuditPoint {
  return { at, run, commit, outcome, images, findings, stored };
}
