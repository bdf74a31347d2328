import type { Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';

/**
 * Folders that hold more than before, the largest growth first; those of the base image's layers are marked, because
 * nobody but who builds that image made them grow.
 * A folder that a side does not list counts as absent there only if that side lists all; else its growth is not known
 * and it is left out.
 */
export function grownFolders(before: Measurement, after: Measurement): Comparison['grew'] {
  // One side lists own folders and the other all: nothing to subtract.
  if ((before.baseLayers === undefined) !== (after.baseLayers === undefined)) return [];
  const ofBase = grown(baseFolders(before), baseFolders(after)).map((row) => ({ ...row, ofBase: true }));
  return [...grown(ownFolders(before), ownFolders(after)), ...ofBase].sort(
    (a, b) => b.deltaBytes - a.deltaBytes || (a.path < b.path ? -1 : 1),
  );
}

interface Folders {
  readonly rows: Measurement['largest'];
  /** Folders make up the visible bytes of their layers exactly when none was cut off the list. */
  readonly isAll: boolean;
}

function ownFolders({ largest, perLayer, baseLayers = 0 }: Measurement): Folders {
  return { rows: largest, isAll: sumOf(largest) === visibleBytesOf(perLayer.slice(baseLayers)) };
}

function baseFolders({ largestOfBase = [], perLayer, baseLayers = 0 }: Measurement): Folders {
  return { rows: largestOfBase, isAll: sumOf(largestOfBase) === visibleBytesOf(perLayer.slice(0, baseLayers)) };
}

function grown(before: Folders, after: Folders): Comparison['grew'] {
  const known = new Map(before.rows.map(({ path, bytes }) => [path, bytes]));
  const absentBytes = before.isAll ? 0 : undefined;
  return after.rows.flatMap(({ path, bytes }) => {
    const beforeBytes = known.get(path) ?? absentBytes;
    return beforeBytes !== undefined && bytes > beforeBytes ? [{ path, deltaBytes: bytes - beforeBytes }] : [];
  });
}

const sumOf = (rows: Measurement['largest']): number => rows.reduce((sum, { bytes }) => sum + bytes, 0);

const visibleBytesOf = (layers: Measurement['perLayer']): number =>
  layers.reduce((sum, { visibleBytes }) => sum + visibleBytes, 0);
