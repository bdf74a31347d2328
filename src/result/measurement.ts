import { z } from 'zod';
import { contentKinds, type ContentKind } from './content-kinds.ts';

/** A content digest in OCI form, e.g. `sha256:…`. */
export type Digest = `sha256:${string}` | `sha512:${string}`;
/** {@link Digest} as it is read. */
export const digest = z.custom<Digest>(
  (text) => typeof text === 'string' && /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text),
  'a digest such as sha256:…',
);
const bytes = z.int().nonnegative();

/** Lines of a Dockerfile, counted from 1, both inclusive. */
export const dockerfileLines = z.object({
  file: z.string(),
  startLine: z.int().positive(),
  endLine: z.int().positive(),
});
export type DockerfileLines = z.infer<typeof dockerfileLines>;

export const healthcheck = z.object({
  /** As in the image's config: `['NONE']`, `['CMD', …]` or `['CMD-SHELL', text]`. */
  test: z.array(z.string()),
  intervalNs: z.int().optional(),
  timeoutNs: z.int().optional(),
  startPeriodNs: z.int().optional(),
  retries: z.int().optional(),
});

/** What a container of this image runs with; absent = the image does not say. */
export const imageConfig = z.object({
  user: z.string(),
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  workingDir: z.string(),
  env: z.array(z.string()),
  exposedPorts: z.array(z.string()),
  volumes: z.array(z.string()),
  labels: z.record(z.string(), z.string()),
  healthcheck: healthcheck.optional(),
  stopSignal: z.string().optional(),
  shell: z.array(z.string()).optional(),
  onBuild: z.array(z.string()).optional(),
});
export type ImageConfig = z.infer<typeof imageConfig>;

/** Visible bytes of a folder, and the layer most of them came with. */
const folder = z.object({ path: z.string(), bytes, layer: z.int() });

/** Bytes a later layer made unreachable: who added them, who hid them, and how. */
export const hiddenCopy = z.object({
  /** Absolute, untrusted. */
  path: z.string(),
  bytes,
  /** Layer indexes, base layer 0. */
  addedBy: z.int(),
  hiddenBy: z.int(),
  how: z.enum(['deleted', 'directory-deleted', 'opaque', 'overwritten', 'metadata-only']),
});
export type HiddenCopy = z.infer<typeof hiddenCopy>;

export type { ContentKind };

export const layerMeasurement = z.object({
  diffId: digest,
  unpackedBytes: bytes,
  visibleBytes: bytes,
  entries: z.int().nonnegative(),
  /** Untrusted text of the builder; empty where the history does not fit the layers. */
  createdBy: z.string(),
  dockerfile: dockerfileLines.optional(),
  blob: z.object({ digest, bytes, mediaType: z.string() }).optional(),
});
export type LayerMeasurement = z.infer<typeof layerMeasurement>;

export const installedPackage = z.object({
  manager: z.enum(['dpkg', 'apk', 'rpm']),
  name: z.string(),
  version: z.string(),
  architecture: z.string().optional(),
  /** Bytes of its files that are visible; a file owned twice counts for the first owner by name. */
  bytes,
  /** The layer most of its bytes came with. */
  layer: z.int(),
});
export type InstalledPackage = z.infer<typeof installedPackage>;

/** The numbers of one snapshot; each is defined in docs/measurement.md. Absent = unknown, never 0. */
export const measurement = z.object({
  imageId: digest,
  platform: z.string(),
  unpackedBytes: bytes,
  visibleBytes: bytes,
  /** unpackedBytes − visibleBytes. */
  hiddenBytes: bytes,
  pull: z.object({ bytes, exact: z.boolean() }).optional(),
  layers: z.int().nonnegative(),
  emptyLayers: z.int().nonnegative(),
  /** Absent when neither the base image nor the history tells. */
  baseLayers: z.int().nonnegative().optional(),
  /** How the number of base layers is known. */
  baseLayersFrom: z.enum(['base-image', 'history']).optional(),
  /** Records of all layer tars. */
  entries: z.int().nonnegative(),
  dive: z.object({
    efficiencyRatio: z.number().nullable(),
    wastedBytes: bytes,
    userWastedRatio: z.number().nullable(),
  }),
  perLayer: z.array(layerMeasurement),
  /** Largest first, capped; `hiddenTotal` counts all. */
  hidden: z.array(hiddenCopy),
  hiddenTotal: z.object({ copies: z.int().nonnegative(), bytes, byBaseLayersBytes: bytes.optional() }),
  packages: z.array(installedPackage),
  /** Package databases that are in the image but could not be read, so that `packages` lacks theirs; absent = none. */
  packagesUnread: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  /** Unpacked bytes by kind; the parts sum to unpackedBytes. */
  byKind: z.array(
    z.object({
      kind: z.enum(contentKinds),
      unpackedBytes: bytes,
      ownBytes: bytes.optional(),
      /** The own layer most of `ownBytes` came with; absent where there are none. */
      layer: z.int().nonnegative().optional(),
    }),
  ),
  /** Unpacked bytes of logs, caches and the like, which differ from build to build; absent = not counted. */
  noisyBytes: bytes.optional(),
  /** Own visible folders by bytes, largest first, capped; a file at the root stands for itself. */
  largest: z.array(folder),
  /** The same of the base image's layers; absent where it is not known which those are. */
  largestOfBase: z.array(folder).optional(),
  config: imageConfig,
  effectiveCommand: z.object({ argv: z.array(z.string()), pid1: z.string().optional(), explanation: z.string() }),
});
export type Measurement = z.infer<typeof measurement>;

/** What an image states of itself in its manifest and configuration: known without reading a layer, so no byte of content. */
export const statedMeasurement = measurement.pick({
  imageId: true,
  platform: true,
  pull: true,
  layers: true,
  baseLayers: true,
  baseLayersFrom: true,
  config: true,
  effectiveCommand: true,
});
export type StatedMeasurement = z.infer<typeof statedMeasurement>;
