import type { Measurement } from '../result/measurement.ts';
import { atByte, atInt } from './at.ts';
import { rootPath, type PathTree } from './path-tree.ts';
import type { Tally } from './shipped.ts';
import type { Squashed } from './squash.ts';

/** Deep enough to tell `/usr/lib/gcc` from `/usr/lib/python3`, shallow enough to be stable between builds. */
const maxDepth = 3;

/**
 * Visible bytes by folder, of layers from `first` up to `end`, largest first: each file counts for one folder, the first
 * three components of its own, so the figures add up and can be subtracted; a file at the root stands for itself.
 * `layer` is the one most of them came with.
 */
export function tallyFolders(
  { stacked, records }: Squashed,
  [first, end]: readonly [first: number, end: number],
  limit: number,
): Tally<Measurement['largest']> {
  const sums = new Map<number, Map<number, number>>();
  const groupOf = folderGroups(stacked);
  return {
    take({ record, folder, bytes, layer, isVisible }) {
      if (!isVisible || layer < first || layer >= end) return;
      const group = folder === rootPath ? atInt(records.places, record) : groupOf(folder);
      const sum = sums.get(group) ?? new Map<number, number>();
      if (sum.size === 0) sums.set(group, sum);
      sum.set(layer, (sum.get(layer) ?? 0) + bytes);
    },
    sum() {
      const found = [...sums].map(([group, byLayer]) => {
        const [[layer] = [0]] = [...byLayer].sort(([a, aBytes], [b, bBytes]) => bBytes - aBytes || a - b);
        const bytes = [...byLayer.values()].reduce((total, share) => total + share, 0);
        return { path: `/${stacked.paths.textOf(group)}`, bytes, layer };
      });
      return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, limit);
    },
  };
}

/** The number of the folder that a folder, not the root, counts for. */
function folderGroups({ paths }: PathTree): (folder: number) => number {
  /** 0: not known yet. */
  const groups = new Int32Array(paths.count);
  const depths = new Uint8Array(paths.count);
  return (folder) => {
    const below: number[] = [];
    let known = folder;
    for (; groups[known] === 0 && known !== rootPath; known = paths.parentOf(known)) below.push(known);
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      const depth = atByte(depths, known) + 1;
      depths[next] = Math.min(depth, maxDepth);
      groups[next] = depth > maxDepth ? atInt(groups, known) : next;
      known = next;
    }
    return atInt(groups, known);
  };
}
