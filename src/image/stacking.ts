import { add, at } from './at.ts';
import { childrenOf, Mark, takeOut } from './directories.ts';
import { EntryType } from './entries.ts';
import type { Records } from './records.ts';
import { sameContent, sameOwnerAndMode } from './same.ts';
import type { Walkable } from './walk.ts';
import type { HiddenCopy } from '../result/measurement.ts';

/** An inode that no visible name shows any more. */
export interface HiddenRecord {
  readonly record: number;
  readonly hiddenBy: number;
  readonly how: HiddenCopy['how'];
}

/** What the layers stacked so far hid. */
export interface Hiding {
  readonly hidden: HiddenRecord[];
  /** Whiteouts of directories, by record: bytes of the files they hid. */
  readonly deletedTrees: Map<number, number>;
}

interface Stacking extends Walkable, Hiding {
  /** The layer being put on top. */
  readonly layer: number;
  /** Becomes true when the layer does more than name directories that are there. */
  changed: boolean;
}

/**
 * Puts a layer's own tree on the stacked ones below, which become the result.
 * @returns whether it did more than name directories that were there, with the mode and owner they had.
 */
export function stackLayer(lowerTree: Walkable, upperRoot: number, layer: number, hiding: Hiding): boolean {
  const { table, root } = lowerTree;
  const stacking: Stacking = { ...lowerTree, ...hiding, layer, changed: false };
  if (at(table.marks, upperRoot) & Mark.opaque) {
    hide(stacking, ~root, 'opaque');
    stacking.changed = true;
  }
  describe(stacking, root, upperRoot);
  const pairs: [lower: number, upper: number][] = [[root, upperRoot]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [lower, upper] = pair;
    const below = childrenOf(table, lower);
    const children = childrenOf(table, upper);
    for (const [name, child] of children) {
      const old = below.get(name);
      if (child < 0 && old !== undefined && old < 0 && !replaces(at(table.marks, ~child))) {
        describe(stacking, ~old, ~child);
        pairs.push([~old, ~child]);
      } else place(stacking, below, name, child, old);
    }
    children.clear();
  }
  return stacking.changed;
}

const replaces = (marks: number) => (marks & (Mark.opaque | Mark.whitedOut)) !== 0;

/** Puts a child that does not merge with what is below: a whiteout, a file, a directory that is new or replaces. */
function place(
  stacking: Stacking,
  below: Map<string, number>,
  name: string,
  child: number,
  old: number | undefined,
): void {
  const { records, table } = stacking;
  stacking.changed = true;
  if (child >= 0 && records.types[child] === EntryType.whiteout) {
    below.delete(name);
    const first = stacking.hidden.length;
    if (old !== undefined) hide(stacking, old, old < 0 ? 'directory-deleted' : 'deleted');
    if (old !== undefined && old < 0) stacking.deletedTrees.set(child, fileBytesOf(records, stacking.hidden, first));
    return;
  }
  if (child < 0) strip(stacking, ~child);
  below.set(name, child);
  if (old === undefined) return;
  const marks = child < 0 ? at(table.marks, ~child) : Mark.none;
  // A directory that only a mark in it implies still has the mode and owner of the one below.
  if (child < 0 && old < 0 && at(table.records, ~child) < 0 && !(marks & Mark.whitedOut))
    table.records[~child] = at(table.records, ~old);
  if (old < 0 && marks & Mark.whitedOut) hide(stacking, old, 'directory-deleted');
  else if (old < 0 && marks & Mark.opaque) hide(stacking, old, 'opaque');
  else
    hide(stacking, old, child >= 0 && old >= 0 && sameContent(records, old, child) ? 'metadata-only' : 'overwritten');
}

/** The upper record of a directory is the one that counts; an implied one leaves the lower as it is. */
function describe(stacking: Stacking, lower: number, upper: number): void {
  const { table, records } = stacking;
  const record = at(table.records, upper);
  if (record < 0) return;
  const old = at(table.records, lower);
  stacking.changed ||= old < 0 || !sameOwnerAndMode(records, old, record);
  table.records[lower] = record;
}

/** Takes whiteouts out of a new directory: they have nothing to hide. */
function strip({ records, table }: Stacking, directory: number): void {
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!(at(table.marks, next) & Mark.holdsWhiteouts)) continue;
    for (const [name, child] of childrenOf(table, next))
      if (child < 0) pending.push(~child);
      else if (records.types[child] === EntryType.whiteout) childrenOf(table, next).delete(name);
  }
}

function hide(stacking: Stacking, child: number, how: HiddenCopy['how']): void {
  if (child >= 0) hideRecord(stacking, child, how);
  else takeOut(stacking.table, ~child, (record) => hideRecord(stacking, record, how));
}

/** Bytes of the regular files among hidden records, from the `first` on. */
function fileBytesOf({ types, bytes }: Records, hidden: readonly HiddenRecord[], first: number): number {
  let sum = 0;
  for (let nth = first; nth < hidden.length; nth += 1) {
    const { record } = at(hidden, nth);
    if (types[record] === EntryType.file) sum += at(bytes, record);
  }
  return sum;
}

/** One name less; an inode is hidden only when its last name goes. */
function hideRecord({ records, hidden, layer }: Stacking, record: number, how: HiddenCopy['how']): void {
  if (add(records.names, record, -1) === 0) hidden.push({ record, hiddenBy: layer, how });
}
