import { z } from 'zod';

/** Why a job could not check its images, left for the job that joins the results. */
export const jobFailure = z.object({
  schemaVersion: z.literal(1),
  images: z.array(z.string()),
  /** For people; untrusted, with lines of the build's log in it. */
  words: z.string(),
});
export type JobFailure = z.infer<typeof jobFailure>;
