import { z } from 'zod';
import { notice } from './result.ts';

/** What a run of several jobs is to check: made once, before the images are built. Public JSON. */
export const checkPlan = z.object({
  schemaVersion: z.literal(1),
  /** Images to check, in the order of the configuration, each with why, a sentence. */
  images: z.array(z.object({ name: z.string(), why: z.string() })),
  /** Images that the change does not touch. */
  unchanged: z.array(z.string()),
  /** What the images are judged by. */
  policy: z.object({ sources: z.array(z.string()), digest: z.string() }),
  /** What the report must say of it. */
  notices: z.array(notice),
});
export type CheckPlan = z.infer<typeof checkPlan>;
