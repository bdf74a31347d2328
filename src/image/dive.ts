import { at } from './at.ts';
import { EntryType } from './entries.ts';
import { originOf } from './records.ts';
import { Fate } from './squash.ts';
import type { Squashed } from './squash.ts';
import type { Measurement } from '../result/measurement.ts';

/** A path that more than one layer may have. */
interface Repeated {
  count: number;
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
  const repeated = candidates(squashed);
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
      if (fates[record] === Fate.none && isInode(type)) continue;
      const bytes = leafBytes(squashed, record);
      sumBytes += bytes;
      const known = repeated.size > 0 ? repeated.get(at(paths, index)) : undefined;
      if (known) {
        known.count += 1;
        known.sumBytes += bytes;
        known.leastBytes = Math.min(known.leastBytes, bytes);
      }
    }
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (const path of repeated.values()) {
    if (path.count < 2) continue;
    wastedBytes += path.sumBytes;
    leastBytes -= path.sumBytes - path.leastBytes;
  }
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes,
  };
}

/** What a later record of the same layer takes the place of; the other kinds never have a fate. */
function isInode(type: number | undefined): boolean {
  return type !== EntryType.whiteout && type !== EntryType.hardlink && type !== EntryType.directory;
}

/** Only these paths can be in two layers: what was hidden, what hides, and what the tree does not tell by its path. */
function candidates({ records, hidden, leafDirectories }: Squashed): Map<string, Repeated> {
  const paths = new Map<string, Repeated>();
  const note = (path: string): unknown => paths.set(path, { count: 0, sumBytes: 0, leastBytes: Infinity });
  const noteRecord = (record: number): unknown => {
    const { entries, index } = originOf(records, record);
    return note(at(entries.paths, index));
  };
  for (const { record } of hidden) noteRecord(record);
  for (const record of leafDirectories) noteRecord(record);
  for (const record of records.landed.keys()) noteRecord(record);
  for (const [layer, { types, linkTargets }] of records.layers.entries()) {
    // A hard-linked file stays visible by its other name.
    for (const [index, target] of linkTargets) {
      if (types[index] !== EntryType.hardlink) continue;
      noteRecord(at(records.starts, layer) + index);
      note(target);
    }
  }
  for (let record = 0; record < records.count; record += 1)
    if (records.types[record] === EntryType.whiteout) noteRecord(record);
  return paths;
}

/** dive counts header sizes, and for a deleted directory what it held; here without files that a hard link elsewhere keeps. */
function leafBytes({ records, deletedTrees }: Squashed, record: number): number {
  const type = records.types[record];
  if (type === EntryType.whiteout) return deletedTrees.get(record) ?? 0;
  return type === EntryType.file ? at(records.bytes, record) : 0;
}
