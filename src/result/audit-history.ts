import { z } from 'zod';
import { layerBytes } from './fleet.ts';

const count = z.int().nonnegative();

/** One earlier audit of the default branch, as it is recorded. */
export const auditPoint = z.object({
  /** Seconds since 1970 at which it was recorded. */
  at: count,
  run: z.string(),
  commit: z.string(),
  outcome: z.enum(['pass', 'fail', 'incomplete']),
  /** That were audited. */
  images: count,
  /** Errors and warnings that are not waived. */
  findings: count,
  /** Distinct layers. */
  stored: layerBytes,
});
export type AuditPoint = z.infer<typeof auditPoint>;

const changedRule = z.object({ image: z.string(), rule: z.string(), count: z.int().positive() });

/** What differs from the audit before. Only images that both looked at are held against each other. */
export const auditSince = z.object({
  before: auditPoint,
  /** Whether both went by one policy: where not, findings may come of the policy and not of the images. */
  samePolicy: z.boolean(),
  /** Images that both audits looked at. */
  compared: count,
  newFindings: z.array(changedRule),
  goneFindings: z.array(changedRule),
  newImages: z.array(z.string()),
  goneImages: z.array(z.string()),
});
export type AuditSince = z.infer<typeof auditSince>;
