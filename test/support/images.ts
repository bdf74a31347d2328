import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { EntryType, type LayerEntries } from '../../src/image/entries.ts';
import type { ImageFacts, Snapshot } from '../../src/image/image.ts';
import type { OpenImage, RecordWish } from '../../src/ports.ts';
import type { Digest, ImageConfig } from '../../src/result/measurement.ts';

/** One record of a layer as tests write it; {@link layerOf} turns a list of them into arrays. */
export interface LayerRecord {
  readonly type: EntryType;
  /** Without leading or trailing slash; the root is ''. */
  readonly path: string;
  readonly fileBytes: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly linkTarget?: string;
  readonly hasCapabilities: boolean;
  /** CRC-32 of the body; computed when the body is given as text. */
  readonly sum?: number;
  readonly body?: Uint8Array;
}

/** What a test may say about a record beyond its kind and path. */
export type RecordDetails = Partial<
  Pick<LayerRecord, 'mode' | 'uid' | 'gid' | 'hasCapabilities' | 'sum' | 'fileBytes'>
>;

/** A regular file of so many bytes, or with this text as its body. Mode 0644. */
export function file(path: string, content: number | string = 0, details: RecordDetails = {}): LayerRecord {
  if (typeof content === 'number') return record(EntryType.file, path, 0o644, { fileBytes: content, ...details });
  const body = Buffer.from(content);
  return { ...record(EntryType.file, path, 0o644, { fileBytes: body.length, sum: crc32(body), ...details }), body };
}

/** A directory. Mode 0755. */
export function directory(path: string, details: RecordDetails = {}): LayerRecord {
  return record(EntryType.directory, path, 0o755, details);
}

/** A symbolic link; the target stands as given. */
export function symlink(path: string, target: string, details: RecordDetails = {}): LayerRecord {
  return { ...record(EntryType.symlink, path, 0o777, details), linkTarget: target };
}

/** A hard link to another path of the image. */
export function hardlink(path: string, target: string, details: RecordDetails = {}): LayerRecord {
  return { ...record(EntryType.hardlink, path, 0o644, details), linkTarget: clean(target) };
}

/** `.wh.NAME`: hides lower layers' content at this path. */
export function whiteout(path: string): LayerRecord {
  return record(EntryType.whiteout, path, 0, {});
}

/** `.wh..wh..opq`: hides all lower content of this directory. */
export function opaque(path: string): LayerRecord {
  return record(EntryType.opaque, path, 0, {});
}

/** A device or named pipe. */
export function special(
  path: string,
  type: 'characterDevice' | 'blockDevice' | 'fifo',
  details: RecordDetails = {},
): LayerRecord {
  return record(EntryType[type], path, 0o600, details);
}

/** The arrays a reader would make of these records, in this order. Sums are there as soon as one record has one. */
export function layerOf(...records: readonly LayerRecord[]): LayerEntries {
  const linkTargets = new Map<number, string>();
  const withCapabilities = new Set<number>();
  for (const [index, { linkTarget, hasCapabilities }] of records.entries()) {
    if (linkTarget !== undefined) linkTargets.set(index, linkTarget);
    if (hasCapabilities) withCapabilities.add(index);
  }
  return {
    count: records.length,
    paths: records.map(({ path }) => path),
    types: Uint8Array.from(records, ({ type }) => type),
    fileBytes: Float64Array.from(records, ({ fileBytes }) => fileBytes),
    modes: Uint16Array.from(records, ({ mode }) => mode),
    uids: Uint32Array.from(records, ({ uid }) => uid),
    gids: Uint32Array.from(records, ({ gid }) => gid),
    linkTargets,
    withCapabilities,
    ...(records.some(({ sum }) => sum !== undefined) && {
      contentSums: { algorithm: 'crc32' as const, values: Float64Array.from(records, ({ sum }) => sum ?? Number.NaN) },
    }),
  };
}

/** A container configuration that says nothing but what is overridden. */
export function someConfig(overrides: Partial<ImageConfig> = {}): ImageConfig {
  return { user: '', workingDir: '', env: [], exposedPorts: [], volumes: [], labels: {}, ...overrides };
}

/** Facts of an image without layers, or with what is overridden. */
export function someFacts(overrides: Partial<ImageFacts> = {}): ImageFacts {
  return {
    source: 'engine:app',
    imageId: digestOf('config'),
    platform: 'linux/amd64',
    config: someConfig(),
    history: [],
    diffIds: [],
    ...overrides,
  };
}

/** An image of these layers, base first. The same records make the same DiffID; change the rest with a spread. */
export function anImage(name: string, ...layers: readonly (readonly LayerRecord[])[]): Snapshot {
  return {
    ...someFacts({
      source: `engine:${name}`,
      imageId: digestOf(name),
      history: layers.map((_, index) => ({ createdBy: `layer ${index}`, comment: '', emptyLayer: false })),
      diffIds: layers.map((records) => digestOf(JSON.stringify(records))),
    }),
    layers: layers.map((records) => layerOf(...records)),
  };
}

/** The port's answer for such an image; bodies are those the records were given as text. */
export function anOpenImage(facts: ImageFacts, ...layers: readonly (readonly LayerRecord[])[]): OpenImage {
  return {
    facts,
    readLayers: async () => layers.map((records) => layerOf(...records)),
    readBodies: async (nodes, maxBytes) => {
      const bodies = new Map<string, Uint8Array>();
      for (const node of nodes) {
        const body = layers[node.layer]?.[node.record]?.body;
        if (body) bodies.set(node.path, body.subarray(0, maxBytes));
      }
      return bodies;
    },
    readRecords: async (records, maxBytes) =>
      records.map(({ layer, record: index }) => layers[layer]?.[index]?.body?.subarray(0, maxBytes)),
  };
}

/** The image with zeros as the bodies that its regular files were not given: all of it can be read. */
export function readable(image: OpenImage): OpenImage {
  const zeros = (bytes: number, maxBytes: number) => new Uint8Array(Math.min(bytes, maxBytes));
  return {
    ...image,
    readBodies: async (nodes, maxBytes, signal) => {
      const bodies = await image.readBodies(nodes, maxBytes, signal);
      return new Map(nodes.map(({ path, fileBytes }) => [path, bodies.get(path) ?? zeros(fileBytes, maxBytes)]));
    },
    readRecords: async (records, maxBytes, signal) => {
      const bodies = (await image.readRecords?.(records, maxBytes, signal)) ?? [];
      const layers = await image.readLayers(signal);
      const isRegular = ({ layer, record: index }: RecordWish) => layers[layer]?.types[index] === EntryType.file;
      return records.map((wish, nth) =>
        isRegular(wish) ? (bodies[nth] ?? zeros(wish.fileBytes, maxBytes)) : undefined,
      );
    },
  };
}

/** A well-formed digest that differs when the text differs. */
export function digestOf(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function record(type: EntryType, path: string, mode: number, details: RecordDetails): LayerRecord {
  return { type, path: clean(path), fileBytes: 0, mode, uid: 0, gid: 0, hasCapabilities: false, ...details };
}

function clean(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
