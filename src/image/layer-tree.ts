import { add, at } from './at.ts';
import { addDirectory, childrenOf } from './directories.ts';
import { EntryType } from './entries.ts';
import { closeLinks } from './hard-links.ts';
import { enterMarked, mark } from './marks.ts';
import { drop, enter } from './unpacking.ts';
import type { Unpacking } from './unpacking.ts';
import { walk } from './walk.ts';
import type { Walkable } from './walk.ts';

/**
 * Unpacks one layer's records the way containerd and dockerd do for overlayfs: into an empty folder, each layer for
 * itself, the last record of a path winning. A record below a symbolic link of the *same* tar lands in the link's
 * target; links of lower layers are not seen, there the implied directory takes the link's place.
 * Where a runtime refuses (a loop, a file as parent, a hard link to nothing), the record is kept at its own path.
 *
 * @param lower the tree of the layers below, for hard links into it.
 * @returns the root of the layer's tree. Whiteouts and opaque marks are in it whatever their order was.
 * @see https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
export function unpackLayer(lower: Walkable, layer: number): number {
  const { records, table } = lower;
  const entries = at(records.layers, layer);
  const start = at(records.starts, layer);
  const root = addDirectory(table, ~layer);
  const unpacking: Unpacking = {
    records,
    table,
    root,
    layer,
    start,
    entries,
    known: new Map(),
    landed: new Map(),
    open: [],
  };
  const marks: number[] = [];
  let lastFolder = '';
  let lastDirectory = -1;
  for (let index = 0; index < entries.count; index += 1) {
    const path = at(entries.paths, index);
    const type = entries.types[index];
    if (type === EntryType.whiteout || type === EntryType.opaque) marks.push(index);
    else if (path !== '') {
      const cut = path.lastIndexOf('/');
      // Most records stand beside the one before them.
      if (cut !== lastFolder.length || lastDirectory < 0 || !path.startsWith(lastFolder)) {
        lastFolder = cut < 0 ? '' : path.slice(0, cut);
        lastDirectory = cut < 0 ? root : directoryAt(unpacking, lastFolder);
      }
      if (unpacking.landed.size > 0) noteLanding(unpacking, start + index, path, lastFolder);
      if (!put(unpacking, start + index, lastDirectory, path, path.slice(cut + 1))) lastDirectory = -1;
    } else if (type === EntryType.directory) table.records[root] = start + index;
  }
  closeLinks(unpacking, lower, unpacking.open);
  // All folders first: a folder that a mark implies may take the place of a file.
  const folders = marks.map((index) => enterMarked(unpacking, index));
  for (const [nth, index] of marks.entries()) mark(unpacking, index, at(folders, nth));
  return root;
}

/** @returns false when paths known so far may have changed their meaning. */
function put(unpacking: Unpacking, record: number, directory: number, path: string, name: string): boolean {
  const { records, table, entries, start } = unpacking;
  const siblings = childrenOf(table, directory);
  const old = siblings.get(name);
  const type = entries.types[record - start];
  if (type === EntryType.directory) {
    if (old !== undefined && old < 0) {
      table.records[~old] = record;
      return true;
    }
    const created = addDirectory(table, record);
    siblings.set(name, ~created);
    if (old !== undefined) return drop(unpacking, old);
    if (unpacking.landed.size === 0) unpacking.known.set(path, created);
    return true;
  }
  let inode = record;
  if (type === EntryType.hardlink) {
    const target = walk(unpacking, entries.linkTargets.get(record - start) ?? '', false);
    if (target && target.child >= 0) inode = target.child;
    if (records.types[inode] === EntryType.hardlink) unpacking.open.push({ directory, name });
  }
  siblings.set(name, inode);
  add(records.names, inode, 1);
  return old === undefined || drop(unpacking, old);
}

function directoryAt(unpacking: Unpacking, folder: string): number {
  const known = unpacking.known.get(folder);
  if (known !== undefined) return known;
  const walked = enter(unpacking, folder);
  const directory = ~walked.child;
  unpacking.known.set(folder, directory);
  if (walked.links > 0) unpacking.landed.set(folder, walked.names.join('/'));
  return directory;
}

function noteLanding({ landed, records }: Unpacking, record: number, path: string, folder: string): void {
  const real = landed.get(folder);
  const name = path.slice(folder.length + 1);
  if (real !== undefined) records.landed.set(record, real === '' ? name : `${real}/${name}`);
}
