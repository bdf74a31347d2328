import { z } from 'zod';
import { contentKinds } from './content-kinds.ts';

const sizeChange = z.object({
  path: z.string(),
  /** In layers of the base image on both sides: it was built anew. */
  ofBase: z.boolean().optional(),
  deltaBytes: z.int(),
});
const packageChange = z.object({
  manager: z.string(),
  name: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** True where it came and comes with the base image. */
  ofBase: z.boolean().optional(),
  deltaBytes: z.int(),
});

/** Two measurements, before and after. */
export const comparison = z.object({
  kind: z.enum(['baseline', 'variant']),
  /** Names for people: a variant's name, or where the baseline came from. */
  before: z.string(),
  after: z.string(),
  beforeBytes: z.int().nonnegative(),
  afterBytes: z.int().nonnegative(),
  unpackedDeltaBytes: z.int(),
  hiddenDeltaBytes: z.int(),
  layersDelta: z.int(),
  /** Own and base parts sum to the whole; absent when a side's base layers are unknown. */
  ownDeltaBytes: z.int().optional(),
  baseDeltaBytes: z.int().optional(),
  /** The images the two stand on, where both are known and are not the same: then its difference is the change's own doing. */
  baseImage: z.object({ before: z.string(), after: z.string() }).optional(),
  /** True when nothing differs but logs, caches and the like, by so little that two builds of one source may differ by it. */
  isNoise: z.boolean().optional(),
  /** Absent unless both sides are exact, or both estimated. */
  pullDelta: z.object({ bytes: z.int(), exact: z.boolean() }).optional(),
  /** Pull bytes a node needs that already holds `before`; absent when blobs are unknown. */
  deltaPullBytes: z.int().nonnegative().optional(),
  /** The parts sum to unpackedDeltaBytes. */
  byKind: z.array(z.object({ kind: z.enum([...contentKinds, 'base-image']), deltaBytes: z.int() })),
  packages: z.array(packageChange),
  /** True when a side has a package database that was not read, so that `packages` is empty whatever changed. */
  packagesUnknown: z.boolean().optional(),
  grew: z.array(sizeChange),
  /** Own files that kept path and size and have other contents; absent where not all were summed on both sides. */
  rewritten: z
    .object({
      files: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      /** Those among them that differ from build to build. */
      noisyFiles: z.int().nonnegative(),
      noisyBytes: z.int().nonnegative(),
    })
    .optional(),
  config: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() })),
});
export type Comparison = z.infer<typeof comparison>;
