import { z } from 'zod';

const bytes = z.int().nonnegative();

/** The numbers of an image that a history is made of; what is the base image's is absent where it is not known. */
export const historyNumbers = z.object({
  unpackedBytes: bytes,
  hiddenBytes: bytes,
  layers: z.int().nonnegative(),
  /** Of these: in layers of the base image. */
  baseBytes: bytes.optional(),
  /** Of these: hidden by layers of the base image. */
  baseHiddenBytes: bytes.optional(),
  baseLayers: z.int().nonnegative().optional(),
  /** The image it stands on, as `variants[].base`. */
  base: z.string().optional(),
  /** Waivers in force for it. */
  waivers: z.int().nonnegative().optional(),
});
export type HistoryNumbers = z.infer<typeof historyNumbers>;

/** One recorded commit of an image's past. */
export const historyPoint = historyNumbers.extend({
  commit: z.string(),
  /** Seconds since 1970 of its committer. */
  committedAt: z.int().nonnegative(),
  /** The newest release tag at this commit, or between it and the next recorded one. */
  release: z.string().optional(),
});
export type HistoryPoint = z.infer<typeof historyPoint>;
