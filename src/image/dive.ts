import { add, atCount, atInt, atSize } from './at.ts';
import { EntryType } from './entries.ts';
import { Fate } from './squash.ts';
import type { Squashed } from './squash.ts';
import type { Measurement } from '../result/measurement.ts';

/**
 * The figures of wagoodman/dive, for those who bring its limits; defined in docs/measurement.md, flaws included:
 * every copy of a path counts as waste, the kept one too; opaque marks count nothing.
 * Null where dive itself has no number.
 */
export function diveFigures(squashed: Squashed): Measurement['dive'] {
  const { records, stacked } = squashed;
  const leaves = leavesOf(squashed);
  // By path: how many leaves it has, and their bytes.
  const uses = new Uint32Array(stacked.paths.count);
  const sums = new Float64Array(stacked.paths.count);
  const leasts = new Float64Array(stacked.paths.count);
  let sumBytes = 0;
  for (let record = 0; record < records.count; record += 1) {
    if (leaves[record] !== 1) continue;
    const bytes = leafBytes(squashed, record);
    const path = spelledPath(records, record);
    sumBytes += bytes;
    sums[path] = atSize(sums, path) + bytes;
    if (add(uses, path, 1) === 1 || bytes < atSize(leasts, path)) leasts[path] = bytes;
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (let path = 0; path < uses.length; path += 1) {
    if (atCount(uses, path) < 2) continue;
    wastedBytes += atSize(sums, path);
    leastBytes -= atSize(sums, path) - atSize(leasts, path);
  }
  const userBytes = userBytesOf(squashed);
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes,
  };
}

/** 1 for records that are a leaf of their layer's own tree. */
function leavesOf({ records, fates, leafDirectories }: Squashed): Uint8Array {
  const leaves = new Uint8Array(records.count);
  for (const record of leafDirectories) leaves[record] = 1;
  for (let record = 0; record < records.count; record += 1) {
    const type = records.types[record];
    if (type !== EntryType.directory && type !== EntryType.opaque)
      leaves[record] = fates[record] === Fate.none && isInode(type) ? 0 : 1;
  }
  return leaves;
}

/** dive knows no links: to it a record is at the path that its name spells. */
function spelledPath({ spelled, places }: Squashed['records'], record: number): number {
  return (spelled.size > 0 ? spelled.get(record) : undefined) ?? atInt(places, record);
}

/** Bytes of all files but the first layer's, those that a later record of their own layer replaced among them. */
function userBytesOf({ records }: Squashed): number {
  let sum = 0;
  for (const { count, fileBytes } of records.layers.slice(1))
    for (let index = 0; index < count; index += 1) sum += atSize(fileBytes, index);
  return sum;
}

/** What a later record of the same layer takes the place of; the other kinds never have a fate. */
function isInode(type: number | undefined): boolean {
  return type !== EntryType.whiteout && type !== EntryType.hardlink;
}

/** dive counts header sizes, and for a deleted directory what it held; here without files that a hard link elsewhere keeps. */
function leafBytes({ records, deletedTrees }: Squashed, record: number): number {
  const type = records.types[record];
  if (type === EntryType.whiteout) return deletedTrees.get(record) ?? 0;
  return type === EntryType.file ? atSize(records.bytes, record) : 0;
}
