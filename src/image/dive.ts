import { at } from './at.ts';
import { EntryType } from './entries.ts';
import { Fate } from './squash.ts';
import type { Squashed } from './squash.ts';
import type { Measurement } from '../result/measurement.ts';

/** A path that more than one layer has. */
interface Repeated {
  sumBytes: number;
  leastBytes: number;
}

/**
 * The figures of wagoodman/dive, for those who bring its limits; defined in docs/measurement.md, flaws included:
 * every copy of a path counts as waste, the kept one too; opaque marks count nothing.
 * Null where dive itself has no number.
 */
export function diveFigures(squashed: Squashed): Measurement['dive'] {
  const { records, fates } = squashed;
  const firsts = new Map<string, number>();
  const repeated = new Map<string, Repeated>();
  const leaves = new Set(squashed.leafDirectories);
  let sumBytes = 0;
  let userBytes = 0;
  for (const [layer, { paths, count, fileBytes }] of records.layers.entries()) {
    const start = at(records.starts, layer);
    for (let index = 0; index < count; index += 1) {
      const record = start + index;
      if (layer > 0) userBytes += at(fileBytes, index);
      const type = records.types[record];
      if (type === EntryType.opaque || (type === EntryType.directory && !leaves.has(record))) continue;
      if (type === EntryType.file && fates[record] === Fate.none) continue;
      const bytes = leafBytes(squashed, record);
      sumBytes += bytes;
      const path = at(paths, index);
      const first = firsts.get(path);
      if (first === undefined) firsts.set(path, record);
      else repeat(repeated, path, bytes, leafBytes(squashed, first));
    }
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (const path of repeated.values()) {
    wastedBytes += path.sumBytes;
    leastBytes -= path.sumBytes - path.leastBytes;
  }
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes,
  };
}

function repeat(repeated: Map<string, Repeated>, path: string, bytes: number, firstBytes: number): void {
  const known = repeated.get(path);
  if (known) {
    known.sumBytes += bytes;
    known.leastBytes = Math.min(known.leastBytes, bytes);
  } else repeated.set(path, { sumBytes: firstBytes + bytes, leastBytes: Math.min(firstBytes, bytes) });
}

/** dive counts header sizes, and for a deleted directory what it held. */
function leafBytes({ records, deletedTrees }: Squashed, record: number): number {
  const type = records.types[record];
  if (type === EntryType.whiteout) return deletedTrees.get(record) ?? 0;
  return type === EntryType.file ? at(records.bytes, record) : 0;
}
