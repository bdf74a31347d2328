import { add } from './at.ts';
import { addDirectory, childrenOf, takeOut } from './directories.ts';
import { EntryType } from './entries.ts';
import type { LayerEntries } from './entries.ts';
import type { OpenLink } from './hard-links.ts';
import { walk } from './walk.ts';
import type { Walkable, Walked } from './walk.ts';

/** A layer unpacked into a tree of its own, whiteouts included: what overlayfs calls an upper directory. */
export interface Unpacking extends Walkable {
  readonly layer: number;
  readonly start: number;
  readonly entries: LayerEntries;
  /** Directories by the path as records spell it. */
  readonly known: Map<string, number>;
  /** Where spelled directories really are, if a symbolic link led there. */
  readonly landed: Map<string, string>;
  /** Hard links whose target had not come by then. */
  readonly open: OpenLink[];
}

/** Walks to a directory and makes what is missing of it. */
export function enter(unpacking: Unpacking, folder: string): Walked {
  const { table, root, layer } = unpacking;
  const make = (directory: number, name: string, child: number | undefined): number => {
    const created = addDirectory(table, ~layer);
    childrenOf(table, directory).set(name, ~created);
    if (child !== undefined) drop(unpacking, child);
    return created;
  };
  const walked = walk(unpacking, folder, true, make);
  if (walked) return walked;
  // Symbolic links in a loop give way to directories.
  const names = folder.split('/');
  const directories = [root];
  for (const name of names) {
    const directory = directories.at(-1) ?? root;
    const child = childrenOf(table, directory).get(name);
    directories.push(child !== undefined && child < 0 ? ~child : make(directory, name, child));
  }
  return { child: ~(directories.at(-1) ?? root), names, directories, links: 0 };
}

/** A later record of the same tar took the place of this child: it never was. @returns false when known paths may have changed. */
export function drop({ records, table, known, landed }: Unpacking, child: number): boolean {
  const forget = (record: number) => {
    add(records.names, record, -1);
  };
  if (child >= 0) forget(child);
  else takeOut(table, ~child, forget);
  if (child >= 0 && records.types[child] !== EntryType.symlink) return true;
  known.clear();
  landed.clear();
  return false;
}
