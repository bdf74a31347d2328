import { z } from 'zod';
import { dockerfileLines } from './measurement.ts';

/** How much it counts. */
export const level = z.enum(['error', 'warning']);
export type Level = z.infer<typeof level>;

/** A waiver that took effect on a finding. Dates are `YYYY-MM-DD`, UTC. */
export const appliedWaiver = z.object({
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
  place: z.string().optional(),
});

/** What a rule found, with its level, image and place. */
export const finding = z.object({
  rule: z.string(),
  level,
  /** Plain text with untrusted parts in it; reporters escape it. */
  message: z.string(),
  bytes: z.int().nonnegative().optional(),
  location: dockerfileLines.optional(),
  /** Untrusted paths in the image that show it, worst first, capped. */
  paths: z.array(z.string()).optional(),
  howToPass: z.string(),
  waiver: appliedWaiver.nullable(),
  /** Where the policy turned the rule on: `file:line`, or a preset's name. */
  origin: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

/** A rule that could not run: never a silent pass. */
export const notRun = z.object({
  rule: z.string(),
  level,
  reason: z.string(),
  counts: z.enum(['pass', 'warning', 'failure']),
});
export type NotRun = z.infer<typeof notRun>;
