import { z } from 'zod';
import { dockerfileLines } from './measurement.ts';

const whole = z.int().nonnegative();

/** A file that two builds of one source do not have alike. */
const noiseFile = z.object({
  /** Absolute, untrusted. */
  path: z.string(),
  layer: whole,
  how: z.enum(['contents', 'mode-or-owner', 'only-in-one']),
  /** Absent where that build does not have it. */
  beforeBytes: whole.optional(),
  afterBytes: whole.optional(),
  /** Absent: nothing is known to make such a file differ. */
  cause: z.string().optional(),
});
export type NoiseFile = z.infer<typeof noiseFile>;

/** One of the image's own layers, built twice. */
const noiseLayer = z.object({
  layer: whole,
  /** `same` to the byte; `times`: only modification times or the order of records; `contents`: files differ. */
  state: z.enum(['same', 'times', 'contents']),
  unpackedBytes: z.tuple([whole, whole]),
  files: whole,
  createdBy: z.string(),
  dockerfile: dockerfileLines.optional(),
});
export type NoiseLayer = z.infer<typeof noiseLayer>;

/** Two builds of one source without the cache: the JSON of `plimsoll compare --noise`. */
export const noiseResult = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('plimsoll'), version: z.string() }),
  image: z.string(),
  platform: z.string(),
  imageIds: z.tuple([z.string(), z.string()]),
  unpackedBytes: z.tuple([whole, whole]),
  /** Growth up to this is no growth: the absolute difference of every own layer, added up. */
  floorBytes: whole,
  layers: z.array(noiseLayer),
  /** By layer, then path. */
  files: z.array(noiseFile),
});
export type NoiseResult = z.infer<typeof noiseResult>;
