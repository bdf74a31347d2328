import { add, at, atByte, atInt, atSize } from './at.ts';
import { EntryType } from './entries.ts';
import { Kind, Mark, rootPath, type PathTree } from './path-tree.ts';
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
  readonly upper: PathTree;
  /** Becomes true when the layer does more than name directories that are there. */
  changed: boolean;
}

/**
 * Puts a layer's own tree on the stacked ones below, which become the result.
 * @returns whether it did more than name directories that were there, with the mode and owner they had.
 */
export function stackLayer(lower: Walkable, upper: PathTree, layer: number, hiding: Hiding): boolean {
  const { records, tree } = lower;
  const { hidden, deletedTrees } = hiding;
  const stacking: Stacking = { records, tree, hidden, deletedTrees, upper, layer, changed: false };
  if (atByte(upper.marks, rootPath) & Mark.opaque) {
    hideBelow(stacking, rootPath, 'opaque');
    stacking.changed = true;
  }
  describe(stacking, rootPath);
  const pending: number[] = [rootPath];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    for (let child = atInt(upper.first, directory); child !== 0; child = atInt(upper.next, child)) {
      const isBoth = lower.tree.isDirectory(child) && upper.isDirectory(child);
      if (isBoth && !(atByte(upper.marks, child) & (Mark.opaque | Mark.whitedOut))) {
        describe(stacking, child);
        pending.push(child);
      } else place(stacking, child);
    }
  }
  return stacking.changed;
}

/** Puts a child that does not merge with what is below: a whiteout, a file, a directory that is new or replaces. */
function place(stacking: Stacking, child: number): void {
  const { records, tree, upper } = stacking;
  stacking.changed = true;
  const record = atInt(upper.records, child);
  const isDirectory = upper.isDirectory(child);
  const below = atByte(tree.kinds, child);
  const old = atInt(tree.records, child);
  if (!isDirectory && records.types[record] === EntryType.whiteout) {
    if (below !== Kind.absent) remove(stacking, child, record);
    return;
  }
  if (below === Kind.directory) hideBelow(stacking, child, howOf(atByte(upper.marks, child)));
  if (below === Kind.absent) tree.add(child, atByte(upper.kinds, child), record);
  else {
    tree.kinds[child] = atByte(upper.kinds, child);
    // A directory that only a mark in it implies still has the mode and owner of the one below.
    const isImplied = isDirectory && below === Kind.directory && record < 0;
    tree.records[child] = isImplied && !(atByte(upper.marks, child) & Mark.whitedOut) ? old : record;
  }
  if (isDirectory) graft(stacking, child);
  if (below === Kind.inode)
    hideRecord(stacking, old, !isDirectory && sameContent(records, old, record) ? 'metadata-only' : 'overwritten');
}

/** How a directory goes that something in its place carries these marks. */
function howOf(marks: number): HiddenCopy['how'] {
  return marks & Mark.whitedOut ? 'directory-deleted' : marks & Mark.opaque ? 'opaque' : 'overwritten';
}

function remove(stacking: Stacking, child: number, whiteout: number): void {
  const { records, tree, hidden, deletedTrees } = stacking;
  if (tree.isDirectory(child)) {
    const first = hidden.length;
    hideBelow(stacking, child, 'directory-deleted');
    deletedTrees.set(whiteout, fileBytesOf(records, hidden, first));
  } else hideRecord(stacking, atInt(tree.records, child), 'deleted');
  tree.remove(child);
}

/** The upper record of a directory is the one that counts; an implied one leaves the lower as it is. */
function describe(stacking: Stacking, directory: number): void {
  const { tree, upper, records } = stacking;
  const record = atInt(upper.records, directory);
  if (record < 0) return;
  const old = atInt(tree.records, directory);
  stacking.changed ||= old < 0 || !sameOwnerAndMode(records, old, record);
  tree.records[directory] = record;
}

/** Brings what is below a new directory; whiteouts in it have nothing to hide. */
function graft({ records, tree, upper }: Stacking, directory: number): void {
  const pending = [directory];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (let child = atInt(upper.first, folder); child !== 0; child = atInt(upper.next, child)) {
      const record = atInt(upper.records, child);
      if (upper.isDirectory(child)) pending.push(child);
      else if (records.types[record] === EntryType.whiteout) continue;
      tree.add(child, atByte(upper.kinds, child), record);
    }
  }
}

function hideBelow(stacking: Stacking, directory: number, how: HiddenCopy['how']): void {
  const { tree } = stacking;
  tree.takeOut(directory, (path, kind) => {
    if (kind === Kind.inode) hideRecord(stacking, atInt(tree.records, path), how);
  });
}

/** Bytes of the regular files among hidden records, from the `first` on. */
function fileBytesOf({ types, bytes }: Records, hidden: readonly HiddenRecord[], first: number): number {
  let sum = 0;
  for (let nth = first; nth < hidden.length; nth += 1) {
    const { record } = at(hidden, nth);
    if (types[record] === EntryType.file) sum += atSize(bytes, record);
  }
  return sum;
}

/** One name less; an inode is hidden only when its last name goes. */
function hideRecord({ records, hidden, layer }: Stacking, record: number, how: HiddenCopy['how']): void {
  if (add(records.names, record, -1) === 0) hidden.push({ record, hiddenBy: layer, how });
}
