import type { ArchiveContents, LayerSource, WantedBody } from '../../archive/contents.ts';
import { knownLayers, type LayerCache } from '../../archive/layer-cache.ts';
import { Budget, defaultLimits } from '../../archive/limits.ts';
import { streamContents } from '../../archive/stream-contents.ts';
import type { StreamOptions } from '../../archive/streamed-file.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { KeepBody } from '../../ports.ts';
import type { Digest } from '../../result/measurement.ts';
import { counted } from '../read-meter.ts';
import type { Engine } from './api.ts';
import { archiveQuietMs } from './container-archive.ts';
import { withContainer, type ReadOnlyMount } from './container.ts';
import { largeAnswer } from './large-answer.ts';

/** Where a never-started container sees what is mounted into it. */
export const mountPoint = '/.plimsoll';
/** Where containerd keeps blobs: https://github.com/containerd/containerd/blob/main/docs/content-flow.md */
export const blobsBelowRoot = 'io.containerd.content.v1.content/blobs/sha256';

/** Where an image's blobs lie. */
export interface Store {
  readonly engine: Engine;
  readonly runId: string;
  readonly imageId: Digest;
  readonly root: string;
  readonly where: string;
  readonly cache: LayerCache;
}

/** All layers that are not known, from one archive: it streams by while those that came first are being inflated. */
export async function readStoredLayers(
  store: Store,
  layers: readonly LayerSource[],
  signal: AbortSignal,
  keep: KeepBody = () => 0,
): Promise<readonly ScannedTar[]> {
  const diffIds = layers.map(({ diffId, where }) => diffId ?? fail(`${where} has no DiffID`));
  const known = await knownLayers(store.cache, diffIds, 'crc32');
  const missing = new Map<Digest, LayerSource>();
  for (const [index, layer] of layers.entries())
    if (!known[index] && layer.diffId !== undefined) missing.set(layer.diffId, layer);
  const read = missing.size === 0 ? new Map<Digest, ScannedTar>() : await streamLayers(store, missing, signal, keep);
  for (const [diffId, layer] of read) store.cache.put(diffId, layer);
  return layers.map(
    ({ where }, index) => known[index] ?? read.get(diffIds[index] ?? 'sha256:') ?? fail(`${where} was not read`),
  );
}

/** Bodies of the layers that hold them, which are read once more for it. */
export async function readStoredBodies(
  store: Store,
  layers: readonly LayerSource[],
  wanted: readonly WantedBody[],
  signal: AbortSignal,
): Promise<readonly (Buffer | undefined)[]> {
  const needed = [...new Set(wanted.map(({ layer }) => layer))];
  const sources = needed.map((layer) => layers[layer] ?? fail(`there is no layer ${layer}`));
  const here = wanted.map((body) => ({ ...body, layer: needed.indexOf(body.layer) }));
  return withContents(store, sources, signal, keepOf(here), (contents, placed) =>
    contents.readBodies(placed, here, signal),
  );
}

/** Keeps what is wanted of the layers' files, by the index that names them. */
function keepOf(wanted: readonly WantedBody[]): StreamOptions['keepBody'] {
  const bytesOf = new Map(wanted.map(({ layer, record, bytes }) => [`${layer} ${record}`, bytes]));
  return (blob, { record }) => bytesOf.get(`${blob.slice(blob.lastIndexOf('/') + 1)} ${record}`) ?? 0;
}

async function streamLayers(
  store: Store,
  layers: ReadonlyMap<Digest, LayerSource>,
  signal: AbortSignal,
  keep: KeepBody,
): Promise<ReadonlyMap<Digest, ScannedTar>> {
  const kept = new Budget(defaultLimits);
  const keepBody: StreamOptions['keepBody'] = (_blob, { path, bodyBytes }) =>
    kept.keep(Math.min(bodyBytes, keep(path, bodyBytes)));
  return withContents(store, [...layers.values()], signal, keepBody, async (contents, sources) => {
    const scans = await contents.readLayers(sources, signal);
    return new Map([...layers.keys()].map((diffId, index) => [diffId, scans[index] ?? fail('a layer is missing')]));
  });
}

/** Streams blobs of the content store, one file for each layer. */
async function withContents<T>(
  { engine, runId, imageId, root, where }: Store,
  layers: readonly LayerSource[],
  signal: AbortSignal,
  keepBody: StreamOptions['keepBody'],
  work: (contents: ArchiveContents, sources: readonly LayerSource[]) => Promise<T>,
): Promise<T> {
  const sources = layers.map((layer, index) => ({ ...layer, path: `${mountPoint.slice(1)}/${index}` }));
  const mounts = sources.map(({ blobDigest, path }): ReadOnlyMount => {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(blobDigest ?? '')?.[1] ?? fail('a layer has no digest of a usual kind');
    return { source: `${root}/${blobsBelowRoot}/${hex}`, target: `/${path}` };
  });
  return withContainer(engine, { runId, imageId, mounts }, signal, async (container) => {
    const tar = await archiveOf(engine, container, mountPoint, signal);
    try {
      const options = {
        where,
        limits: defaultLimits,
        contentSums: true,
        verifyLayers: true,
        keepBody,
        signal,
      };
      const contents = await streamContents(() => counted(tar, engine.onBytes), options);
      return await work(contents, sources);
    } finally {
      tar.destroy();
    }
  });
}

/** The archive of a path in a container, cut when the signal fires. */
export function archiveOf(engine: Engine, container: string, path: string, signal: AbortSignal) {
  const what = 'reading the content store';
  const address = `/containers/${container}/archive`;
  return largeAnswer(engine, { what, method: 'GET', path: address, query: { path }, quietMs: archiveQuietMs }, signal);
}

function fail(what: string): never {
  throw new Error(what);
}
