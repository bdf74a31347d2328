import { add, atByte, atInt } from './at.ts';
import { EntryType } from './entries.ts';
import type { LayerEntries } from './entries.ts';
import { Kind, rootPath } from './path-tree.ts';
import type { Trail } from './trail.ts';
import { walk } from './walk.ts';
import type { Walkable } from './walk.ts';

/** A folder that a record's path leads to. */
export interface Folder {
  readonly directory: number;
  /** Where it really is, if symbolic links led there. */
  readonly landed?: string;
}

/** A layer unpacked into a tree of its own, whiteouts included: what overlayfs calls an upper directory. */
export interface Unpacking extends Walkable {
  readonly layer: number;
  readonly start: number;
  readonly entries: LayerEntries;
  readonly trail: Trail;
  /** Folders that were spelled through symbolic links. */
  readonly landed: Map<string, Folder>;
  /** Paths of hard links whose target had not come by then. */
  readonly open: number[];
}

/** The folder `path.slice(0, cut)`; what is missing of it is made. */
export function folderOf(unpacking: Unpacking, path: string, cut: number): Folder {
  const { tree, trail, layer, landed } = unpacking;
  const directory = trail.follow(tree, layer, path, cut);
  if (directory >= 0) return { directory };
  const spelled = path.slice(0, cut);
  const known = landed.get(spelled);
  if (known) return known;
  const folder = enter(unpacking, spelled);
  if (folder.landed !== undefined) landed.set(spelled, folder);
  return folder;
}

/** Walks to a directory, through symbolic links if need be, and makes what is missing of it. */
function enter(unpacking: Unpacking, folder: string): Folder {
  const { tree, layer } = unpacking;
  const make = (directory: number, name: string): number => {
    const child = tree.paths.add(directory, name);
    putDirectory(unpacking, child, ~layer);
    return child;
  };
  const walked = walk(unpacking, folder, true, make);
  if (walked) return { directory: walked.end, ...(walked.links > 0 && { landed: walked.names.join('/') }) };
  // Symbolic links in a loop give way to directories.
  let directory: number = rootPath;
  for (const name of folder.split('/')) {
    const child = tree.childOf(directory, name);
    directory = child !== 0 && tree.isDirectory(child) ? child : make(directory, name);
  }
  return { directory };
}

/** Puts a directory at a path; what else was there never was. */
export function putDirectory(unpacking: Unpacking, path: number, record: number): void {
  const { tree } = unpacking;
  const kind = atByte(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.directory, record);
  else {
    const old = atInt(tree.records, path);
    tree.kinds[path] = Kind.directory;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
}

/** Puts an inode at a path; what was there never was. */
export function putInode(unpacking: Unpacking, path: number, record: number): void {
  const { tree, records } = unpacking;
  const kind = atByte(tree.kinds, path);
  if (kind === Kind.absent) tree.add(path, Kind.inode, record);
  else {
    const old = atInt(tree.records, path);
    if (kind === Kind.directory) dropBelow(unpacking, path);
    tree.kinds[path] = Kind.inode;
    tree.records[path] = record;
    if (kind === Kind.inode) dropInode(unpacking, old);
  }
  add(records.names, record, 1);
}

function dropInode(unpacking: Unpacking, record: number): void {
  const { records } = unpacking;
  add(records.names, record, -1);
  if (records.types[record] === EntryType.symlink) forgetFolders(unpacking);
}

function dropBelow(unpacking: Unpacking, directory: number): void {
  const { tree, records } = unpacking;
  tree.takeOut(directory, (path, kind) => {
    if (kind === Kind.inode) add(records.names, atInt(tree.records, path), -1);
  });
  forgetFolders(unpacking);
}

/** Paths known so far may have changed their meaning. */
function forgetFolders({ trail, landed }: Unpacking): void {
  trail.clear();
  landed.clear();
}
