import type { Measurement } from '../result/measurement.ts';
import { rootPath } from './path-tree.ts';
import { forEachShipped, perFolder } from './shipped.ts';
import type { Squashed } from './squash.ts';

/** Deep enough to tell `/usr/lib/gcc` from `/usr/lib/python3`, shallow enough to be stable between builds. */
const maxDepth = 3;

/**
 * Visible bytes by folder, of layers from `first` up to `end`, largest first: each file counts for one folder, the first
 * three components of its own, so the figures add up and can be subtracted; a file at the root stands for itself.
 * `layer` is the one most of them came with.
 */
export function largestFolders(
  squashed: Squashed,
  [first, end]: readonly [first: number, end: number],
  limit: number,
): Measurement['largest'] {
  const sums = new Map<string, Map<number, number>>();
  const sumAt = (path: string): Map<number, number> => {
    const key = `/${path.split('/', maxDepth).join('/')}`;
    const known = sums.get(key) ?? new Map<number, number>();
    sums.set(key, known);
    return known;
  };
  const sumOf = perFolder(squashed, sumAt);
  forEachShipped(squashed, first, (shipped) => {
    const { path, folder, layer } = shipped;
    if (!shipped.isVisible || layer >= end) return;
    const sum = folder === rootPath ? sumAt(path) : sumOf(shipped);
    sum.set(layer, (sum.get(layer) ?? 0) + shipped.bytes);
  });
  const found = [...sums].map(([path, byLayer]) => {
    const [[layer] = [0]] = [...byLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
    return { path, bytes: [...byLayer.values()].reduce((total, bytes) => total + bytes, 0), layer };
  });
  return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, limit);
}
