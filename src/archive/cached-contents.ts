import type { KeepBody } from '../ports.ts';
import type { Digest } from '../result/measurement.ts';
import type { ArchiveContents, LayerSource } from './contents.ts';
import { knownLayers, type LayerCache } from './layer-cache.ts';
import type { ScannedTar } from './tar-entries.ts';

/**
 * Contents whose layers are not read again where they are known. Only for contents that hold every layer they read against
 * its DiffID and make CRC-32 sums of all its files: what is read is put into the cache.
 */
export function cachedContents(contents: ArchiveContents, cache: LayerCache): ArchiveContents {
  return {
    where: contents.where,
    stat: (path) => contents.stat(path),
    document: (path) => contents.document(path),
    readLayers: (layers, signal, keep) => readUnknown(contents, cache, layers, signal, keep),
    readBodies: (layers, wanted, signal) => contents.readBodies(layers, wanted, signal),
  };
}

/**
 * As {@link cachedContents}, for an archive or layout at hand: images with a plain layer are read at their headers, which
 * is as quick as any cache and checks no DiffID.
 */
export function cachedWhereInflated(contents: ArchiveContents, cache: LayerCache): ArchiveContents {
  const cached = cachedContents(contents, cache);
  // A layer that is not there is left to the contents to complain of.
  const isPlain = async ({ path }: LayerSource): Promise<boolean> =>
    ((await contents.stat(path))?.compression ?? 'none') === 'none';
  return {
    ...cached,
    readLayers: async (layers, signal, keep) => {
      const plain = await Promise.all(layers.map(isPlain));
      return (plain.includes(true) ? contents : cached).readLayers(layers, signal, keep);
    },
  };
}

async function readUnknown(
  contents: ArchiveContents,
  cache: LayerCache,
  layers: readonly LayerSource[],
  signal: AbortSignal,
  keep: KeepBody | undefined,
): Promise<readonly ScannedTar[]> {
  const diffIds = layers.flatMap(({ diffId }) => diffId ?? []);
  if (diffIds.length < layers.length) return contents.readLayers(layers, signal, keep);
  const known = await knownLayers(cache, diffIds, 'crc32');
  const missing = layers.filter((_layer, index) => !known[index]);
  const read = missing.length > 0 ? await contents.readLayers(missing, signal, keep) : [];
  const scans = new Map<Digest | undefined, ScannedTar>();
  for (const [index, scan] of read.entries()) {
    const diffId = missing[index]?.diffId;
    if (diffId !== undefined && !scans.has(diffId)) cache.put(diffId, scan);
    scans.set(diffId, scan);
  }
  return layers.map(({ where, diffId }, index) => {
    const scan = known[index] ?? scans.get(diffId);
    if (!scan) throw new Error(`${where} was not read`);
    return scan;
  });
}
