import { add, at, atInt, atSize } from './at.ts';
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
  const { records } = squashed;
  const { leaves, uses } = leavesOf(squashed);
  const repeated = new Map<number, Repeated>();
  let sumBytes = 0;
  for (let record = 0; record < records.count; record += 1) {
    if (leaves[record] !== 1) continue;
    const bytes = leafBytes(squashed, record);
    sumBytes += bytes;
    const path = spelledPath(records, record);
    if (at(uses, path) < 2) continue;
    const known = repeated.get(path);
    if (known) {
      known.sumBytes += bytes;
      known.leastBytes = Math.min(known.leastBytes, bytes);
    } else repeated.set(path, { sumBytes: bytes, leastBytes: bytes });
  }
  let wastedBytes = 0;
  let leastBytes = sumBytes;
  for (const path of repeated.values()) {
    wastedBytes += path.sumBytes;
    leastBytes -= path.sumBytes - path.leastBytes;
  }
  const userBytes = userBytesOf(squashed);
  return {
    efficiencyRatio: records.layers.length === 0 ? null : sumBytes === 0 ? 1 : leastBytes / sumBytes,
    wastedBytes,
    userWastedRatio: userBytes === 0 ? null : wastedBytes / userBytes,
  };
}

/** Records that are a leaf of their layer's own tree, and how many of them each path has. */
function leavesOf({ records, fates, stacked, leafDirectories }: Squashed) {
  const leaves = new Uint8Array(records.count);
  const uses = new Uint32Array(stacked.paths.count);
  for (const record of leafDirectories) leaves[record] = 1;
  for (let record = 0; record < records.count; record += 1) {
    const type = records.types[record];
    if (type !== EntryType.directory && type !== EntryType.opaque)
      leaves[record] = fates[record] === Fate.none && isInode(type) ? 0 : 1;
    if (leaves[record] === 1) add(uses, spelledPath(records, record), 1);
  }
  return { leaves, uses };
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
