import { at, atByte, atCount, atInt, atText } from './at.ts';
import { EntryType } from './entries.ts';
import { closeLinks } from './hard-links.ts';
import { markFolder, putMark } from './marks.ts';
import { rootPath, type PathTree } from './path-tree.ts';
import { sameMetadata } from './same.ts';
import { Trail } from './trail.ts';
import { folderOf, putDirectory, putInode } from './unpacking.ts';
import type { Unpacking } from './unpacking.ts';
import { walk } from './walk.ts';
import type { Walkable } from './walk.ts';

/**
 * Unpacks one layer's records the way containerd and dockerd do for overlayfs: into an empty folder, each layer for
 * itself, the last record of a path winning. A record below a symbolic link of the *same* tar lands in the link's
 * target; links of lower layers are not seen, there the implied directory takes the link's place.
 * Where a runtime refuses (a loop, a file as parent, a hard link to nothing), the record is kept at its own path.
 *
 * @param tree empty; gets the layer, whiteouts and opaque marks included whatever their order was.
 * @param lower the layers below, for hard links into them.
 * @see https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
export function unpackLayer(tree: PathTree, lower: Walkable, layer: number): void {
  const { records } = lower;
  const entries = at(records.layers, layer);
  const start = atCount(records.starts, layer);
  const unpacking: Unpacking = {
    records,
    tree,
    layer,
    start,
    entries,
    trail: new Trail(),
    landed: new Map(),
    open: [],
  };
  tree.records[rootPath] = ~layer;
  const marks = putAll(unpacking);
  closeLinks(unpacking, lower);
  // All folders first: a folder that a mark implies may take the place of a file.
  const folders = marks.map((index) => markFolder(unpacking, index));
  for (const [nth, index] of marks.entries()) putMark(unpacking, index, at(folders, nth));
}

/** Puts all records but the marks, which are returned. */
function putAll(unpacking: Unpacking): readonly number[] {
  const { entries, tree, start } = unpacking;
  const marks: number[] = [];
  for (let index = 0; index < entries.count; index += 1) {
    const type = atByte(entries.types, index);
    if (type === EntryType.whiteout || type === EntryType.opaque) marks.push(index);
    else if (atText(entries.paths, index) !== '') put(unpacking, index, type);
    else if (type === EntryType.directory) tree.records[rootPath] = start + index;
  }
  return marks;
}

function put(unpacking: Unpacking, index: number, type: number): void {
  const { records, tree, entries, start, trail } = unpacking;
  const record = start + index;
  const name = atText(entries.paths, index);
  const cut = name.lastIndexOf('/');
  const { directory, landed } = folderOf(unpacking, name, cut);
  const path = tree.paths.add(directory, name, cut + 1);
  records.places[record] = path;
  if (landed !== undefined) {
    records.spelled.set(record, tree.paths.addAll(name));
    records.landed.set(record, landed === '' ? name.slice(cut + 1) : `${landed}${name.slice(cut)}`);
  }
  if (type === EntryType.directory) {
    putDirectory(unpacking, path, record);
    if (landed === undefined) trail.add(`${name}/`, path);
  } else if (type === EntryType.hardlink) putLink(unpacking, path, record);
  else putInode(unpacking, path, record);
}

/**
 * A second name of what its target is; open while that has not come. Runtimes set mode and owner by the path of every
 * record, and so those of the last name are the file's.
 */
function putLink(unpacking: Unpacking, path: number, record: number): void {
  const { records, tree, entries, start, open } = unpacking;
  const target = walk(unpacking, entries.linkTargets.get(record - start) ?? '', false);
  const inode = target && !tree.isDirectory(target.end) ? atInt(tree.records, target.end) : record;
  if (records.types[inode] === EntryType.hardlink) open.push(path);
  else if (!sameMetadata(records, inode, record)) records.restated.set(inode, record);
  else records.restated.delete(inode);
  putInode(unpacking, path, inode);
}
