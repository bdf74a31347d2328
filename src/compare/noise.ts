import { EntryType, type LayerEntries } from '../image/entries.ts';
import { noiseCause, type NoiseCause } from '../image/noise.ts';

/** A file that two builds of one source do not have alike. */
export interface NoisyFile {
  /** Without leading slash, untrusted. */
  readonly path: string;
  readonly how: 'contents' | 'mode-or-owner' | 'only-in-one';
  /** Absent where that build does not have it. */
  readonly beforeBytes?: number;
  readonly afterBytes?: number;
  /** Absent: nothing is known to make such a file differ. */
  readonly cause?: NoiseCause;
}

/** What differs between the same layer of two builds; empty where only times, or the order of the records, do. */
export function noiseOf(before: LayerEntries, after: LayerEntries): readonly NoisyFile[] {
  const [old, now] = [byPath(before), byPath(after)];
  const found: NoisyFile[] = [];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [one, other] = [old.get(path), now.get(path)];
    const how = difference(before, one, after, other);
    if (how === undefined) continue;
    const cause = noiseCause(path);
    found.push({
      path,
      how,
      ...(one !== undefined && { beforeBytes: before.fileBytes[one] ?? 0 }),
      ...(other !== undefined && { afterBytes: after.fileBytes[other] ?? 0 }),
      ...(cause !== undefined && { cause }),
    });
  }
  return found;
}

/** A later record of a path replaces an earlier one; a whiteout is not what it hides. */
function byPath({ count, paths, types }: LayerEntries): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const isMark = types[index] === EntryType.whiteout || types[index] === EntryType.opaque;
    found.set(`${paths[index] ?? ''}${isMark ? ' (deleted)' : ''}`, index);
  }
  return found;
}

function difference(
  before: LayerEntries,
  one: number | undefined,
  after: LayerEntries,
  other: number | undefined,
): NoisyFile['how'] | undefined {
  if (one === undefined || other === undefined) return 'only-in-one';
  const isSameContent =
    before.types[one] === after.types[other] &&
    before.fileBytes[one] === after.fileBytes[other] &&
    before.linkTargets.get(one) === after.linkTargets.get(other) &&
    sumOf(before, one) === sumOf(after, other);
  if (!isSameContent) return 'contents';
  const isSameOwner =
    before.modes[one] === after.modes[other] &&
    before.uids[one] === after.uids[other] &&
    before.gids[one] === after.gids[other];
  return isSameOwner ? undefined : 'mode-or-owner';
}

/** @throws Error where the source read no checksums: sizes alone would pass for contents. */
function sumOf({ contentSums, types }: LayerEntries, index: number): string | undefined {
  if (types[index] !== EntryType.file) return undefined;
  if (!contentSums) throw new Error('The layers were read without checksums.');
  return `${contentSums.algorithm} ${contentSums.values[index]}`;
}
