import type { Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';

/**
 * Own folders that hold more than before, the largest growth first.
 * A folder that a side does not list counts as absent there only if that side lists all; else its growth is not known
 * and it is left out.
 */
export function grownFolders(before: Measurement, after: Measurement): Comparison['grew'] {
  // One side lists own folders and the other all: nothing to subtract.
  if ((before.baseLayers === undefined) !== (after.baseLayers === undefined)) return [];
  const known = new Map(before.largest.map(({ path, bytes }) => [path, bytes]));
  const absentBytes = listsAll(before) ? 0 : undefined;
  const grown: Comparison['grew'] = [];
  for (const { path, bytes } of after.largest) {
    const beforeBytes = known.get(path) ?? absentBytes;
    if (beforeBytes !== undefined && bytes > beforeBytes) grown.push({ path, deltaBytes: bytes - beforeBytes });
  }
  return grown.sort((a, b) => b.deltaBytes - a.deltaBytes || (a.path < b.path ? -1 : 1));
}

/** The folders' bytes make up the visible bytes of own layers exactly when none was cut off the list. */
function listsAll({ largest, perLayer, baseLayers = 0 }: Measurement): boolean {
  const listed = largest.reduce((sum, { bytes }) => sum + bytes, 0);
  return listed === perLayer.slice(baseLayers).reduce((sum, { visibleBytes }) => sum + visibleBytes, 0);
}
