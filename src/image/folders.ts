import type { Measurement } from '../result/measurement.ts';
import { forEachShipped } from './shipped.ts';
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
  let folder = '';
  let sum: Map<number, number> | undefined;
  forEachShipped(squashed, first, ({ path, bytes, layer, isVisible }) => {
    if (!isVisible || layer >= end) return;
    const slash = path.lastIndexOf('/');
    const cut = slash < 0 ? path.length : slash;
    if (!sum || cut !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, cut);
      const key = `/${folder.split('/', maxDepth).join('/')}`;
      sum = sums.get(key) ?? new Map<number, number>();
      sums.set(key, sum);
    }
    sum.set(layer, (sum.get(layer) ?? 0) + bytes);
  });
  const found = [...sums].map(([path, byLayer]) => {
    const [[layer] = [0]] = [...byLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
    return { path, bytes: [...byLayer.values()].reduce((total, bytes) => total + bytes, 0), layer };
  });
  return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, limit);
}
