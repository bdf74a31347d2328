import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Budget } from '../../archive/limits.ts';
import { TarScanner, type BodySink, type OpenedFile } from '../../archive/tar-scanner.ts';
import { TarSplitReader } from '../../archive/tar-split.ts';
import { EntryType, type LayerEntries } from '../../image/entries.ts';
import { storedBytes } from '../../image/records.ts';
import type { Digest } from '../../result/measurement.ts';
import type { Engine } from './api.ts';
import type { RunName } from './build.ts';
import { withContainer } from './container.ts';

/** An image of the classic store, as the engine's inspection tells of it. */
export interface StoredImage {
  readonly id: Digest;
  readonly diffIds: readonly Digest[];
  /** Folder of the top layer's files on the engine's machine; only there on the overlay2 driver. */
  readonly upperDir: string;
}

const mountPoint = '/.plimsoll';
const concurrentLayers = 2;

/**
 * Reads all layers' records from the engine's own layer database instead of exporting the image: a few megabytes of tar
 * headers in place of gigabytes. A container that is never started gets the database's folders of just these layers bound
 * read-only, and its archive endpoint hands them out; nothing but the engine's socket is needed.
 *
 * Every layer is verified: its DiffID and its size are what the database says, and the image names it.
 * @throws Error when the engine keeps no such database, refuses, or anything does not fit: then the export tells.
 */
export async function readLayerDatabase(
  engine: Engine,
  { runId }: RunName,
  image: StoredImage,
  signal: AbortSignal,
): Promise<readonly LayerEntries[]> {
  const root = /^(\/.*)\/overlay2\/[^/]+\/diff$/.exec(image.upperDir)?.[1];
  if (root === undefined || /[:,\n]/.test(root))
    throw new Error(`the layers do not lie in an overlay2 folder: ${image.upperDir}`);
  if (image.diffIds.length === 0) return [];
  const binds = chainIdsOf(image.diffIds).map(
    (chainId, layer) => `${root}/image/overlay2/layerdb/sha256/${chainId}:${mountPoint}/${layer}:ro`,
  );
  return withContainer(engine, { runId, imageId: image.id, binds }, signal, async (container) => {
    const answer = await engine.stream(
      {
        what: 'reading the layer database',
        method: 'GET',
        path: `/containers/${container}/archive`,
        query: { path: mountPoint },
      },
      signal,
    );
    try {
      return await readDatabase(answer as AsyncIterable<Buffer>, image.diffIds);
    } finally {
      answer.destroy();
    }
  });
}

/** ChainIDs without their algorithm: https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid */
export function chainIdsOf(diffIds: readonly Digest[]): readonly string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === undefined
        ? diffId.slice('sha256:'.length)
        : createHash('sha256').update(`sha256:${below} ${diffId}`).digest('hex'),
    );
  }
  return chain;
}

interface StoredLayer {
  diffId?: string;
  bytes?: number;
  entries?: Promise<LayerEntries>;
}

/** Reads the endpoint's tar: for each layer the files `diff`, `size` and `tar-split.json.gz`. */
async function readDatabase(tar: AsyncIterable<Buffer>, diffIds: readonly Digest[]): Promise<readonly LayerEntries[]> {
  const layers = diffIds.map((): StoredLayer => ({}));
  const budget = new Budget();
  const running = new Set<Promise<unknown>>();
  const openBody = ({ path }: OpenedFile): BodySink | undefined => {
    const [, layer, name] = /\/(\d+)\/([^/]+)$/.exec(path) ?? [];
    const stored = layers[Number(layer)];
    if (!stored) return undefined;
    if (name === 'diff') return textSink((text) => (stored.diffId = text.trim()));
    if (name === 'size') return textSink((text) => (stored.bytes = Number(text.trim())));
    if (name !== 'tar-split.json.gz') return undefined;
    const { sink, entries } = recordSink(new TarSplitReader(`layer ${layer} of the layer database`, budget));
    stored.entries = entries;
    const settled: Promise<unknown> = entries.then(
      () => running.delete(settled),
      () => running.delete(settled),
    );
    running.add(settled);
    return sink;
  };
  const scanner = new TarScanner({ where: 'the layer database', budget: new Budget(), openBody });
  for await (const chunk of tar) {
    scanner.push(chunk);
    // Inflating runs on its own threads; what arrives meanwhile must not pile up.
    if (running.size > concurrentLayers) await Promise.race(running);
  }
  scanner.end();
  return Promise.all(layers.map((layer, index) => verified(layer, diffIds[index], index)));
}

async function verified(layer: StoredLayer, diffId: Digest | undefined, index: number): Promise<LayerEntries> {
  if (!layer.entries || layer.diffId !== diffId)
    throw new Error(`the layer database has another layer ${index} than the image`);
  const entries = await layer.entries;
  const bytes = unpackedBytesOf(entries);
  if (bytes !== layer.bytes)
    throw new Error(`layer ${index} adds up to ${bytes} bytes, and the layer database says ${layer.bytes}`);
  return entries;
}

/** What the engine counts for a layer: file bodies and link targets. A tar that brings a path twice adds up to more, and the export must tell. */
function unpackedBytesOf({ count, types, fileBytes, linkTargets }: LayerEntries): number {
  let bytes = 0;
  for (let record = 0; record < count; record += 1) {
    if (types[record] === EntryType.file) bytes += fileBytes[record] ?? 0;
    else if (types[record] === EntryType.symlink) bytes += storedBytes(linkTargets.get(record) ?? '');
  }
  return bytes;
}

function textSink(take: (text: string) => void): BodySink {
  const pieces: Buffer[] = [];
  return { push: (piece) => pieces.push(Buffer.from(piece)), end: () => take(Buffer.concat(pieces).toString('utf8')) };
}

function recordSink(reader: TarSplitReader): { readonly sink: BodySink; readonly entries: Promise<LayerEntries> } {
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  const entries = (async () => {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) reader.push(chunk);
    return reader.end();
  })();
  // Whoever awaits it learns of a failure; until then it must not count as unhandled.
  entries.catch(() => undefined);
  return { sink: { push: (piece) => gunzip.write(Buffer.from(piece)), end: () => gunzip.end() }, entries };
}
