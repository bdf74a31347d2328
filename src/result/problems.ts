import { z } from 'zod';

const problem = z.object({
  code: z.string(),
  /** A whole sentence. */
  message: z.string(),
  place: z.object({ file: z.string(), line: z.int(), column: z.int().optional() }).optional(),
  expected: z.string().optional(),
  got: z.string().optional(),
  /** Last lines of what a program printed. */
  output: z.array(z.string()).readonly().optional(),
  /** What to do next, a whole sentence. */
  hint: z.string(),
});

/** In place of a command's result, where the user must fix something before there can be one. Nothing was judged. */
export const problemsResult = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('plimsoll'), version: z.string() }),
  outcome: z.literal('error'),
  exitStatus: z.literal(2),
  problems: z.array(problem).min(1),
});
export type ProblemsResult = z.infer<typeof problemsResult>;
