import { at } from './at.ts';
import { childrenOf, Mark } from './directories.ts';
import { EntryType } from './entries.ts';
import { enter } from './unpacking.ts';
import type { Unpacking } from './unpacking.ts';

/** The directory a mark stands in; all on the way to it remember that one does. */
export function enterMarked(unpacking: Unpacking, index: number): number {
  const { table, entries } = unpacking;
  const path = at(entries.paths, index);
  const isOpaque = entries.types[index] === EntryType.opaque;
  const { directories, child } = enter(unpacking, isOpaque ? path : path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
  for (const id of directories) table.marks[id] = at(table.marks, id) | Mark.holdsWhiteouts;
  return ~child;
}

/** A whiteout of something this very layer brings is a mark on that, else a child of its own. */
export function mark({ table, entries, start }: Unpacking, index: number, folder: number): void {
  if (entries.types[index] === EntryType.opaque) {
    table.marks[folder] = at(table.marks, folder) | Mark.opaque;
    return;
  }
  const path = at(entries.paths, index);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const child = childrenOf(table, folder).get(name);
  if (child === undefined) childrenOf(table, folder).set(name, start + index);
  else if (child < 0) table.marks[~child] = at(table.marks, ~child) | Mark.whitedOut;
}
