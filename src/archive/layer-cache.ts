import type { SumAlgorithm } from '../image/entries.ts';
import type { Digest } from '../result/measurement.ts';
import type { ScannedTar } from './tar-entries.ts';

/** Layers that were read before, by DiffID. Only layers whose bytes were held against that DiffID may be put in. */
export interface LayerCache {
  /** @returns undefined when the layer is not known with such sums, or what is kept of it cannot be used. */
  get(diffId: Digest, sums: SumAlgorithm): Promise<ScannedTar | undefined>;
  /** Whether something is kept of the layer with such sums; only reading it shows whether it can be used. */
  has(diffId: Digest, sums: SumAlgorithm): Promise<boolean>;
  /** Keeps a layer; never fails for the caller. Its end is not waited for. */
  put(diffId: Digest, layer: ScannedTar): void;
}

/** Keeps nothing. */
export const noLayerCache: LayerCache = {
  get: () => Promise.resolve(undefined),
  has: () => Promise.resolve(false),
  put: () => undefined,
};

/**
 * What is known of an image's layers, in their order, all with sums of one algorithm: `own` is what the source itself
 * reads; those of the other are only of use when nothing has to be read at all.
 */
export async function knownLayers(
  cache: LayerCache,
  diffIds: readonly Digest[],
  own: SumAlgorithm,
): Promise<readonly (ScannedTar | undefined)[]> {
  const known = await allOf(cache, diffIds, own);
  if (known.every((layer) => layer !== undefined)) return known;
  const other = await allOf(cache, diffIds, own === 'crc32' ? 'crc64' : 'crc32');
  return other.every((layer) => layer !== undefined) ? other : known;
}

/** Whether something is kept of every layer: then it is likely that none has to be read. */
export async function keepsAll(cache: LayerCache, diffIds: readonly Digest[], sums: SumAlgorithm): Promise<boolean> {
  const kept = await Promise.all([...new Set(diffIds)].map((diffId) => cache.has(diffId, sums)));
  return kept.every(Boolean);
}

/** A DiffID that occurs twice is looked up once. */
async function allOf(cache: LayerCache, diffIds: readonly Digest[], sums: SumAlgorithm) {
  const distinct = [...new Set(diffIds)];
  const found = await Promise.all(distinct.map((diffId) => cache.get(diffId, sums)));
  const layers = new Map(distinct.map((diffId, index) => [diffId, found[index]] as const));
  return diffIds.map((diffId) => layers.get(diffId));
}
