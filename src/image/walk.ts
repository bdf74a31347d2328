import { at, atInt } from './at.ts';
import { EntryType } from './entries.ts';
import { rootPath, type PathTree } from './path-tree.ts';
import { originOf } from './records.ts';
import type { Records } from './records.ts';

/** As Linux: a path that leads through more symbolic links does not resolve. */
const maxLinks = 40;

/** A tree of paths to walk in: one layer's own, or the stacked one. */
export interface Walkable {
  readonly records: Records;
  readonly tree: PathTree;
}

/** Where a walk ended. */
export interface Walked {
  readonly end: number;
  /** The path it really has, symbolic links resolved. */
  readonly names: readonly string[];
  /** The directories passed, root first; the end itself is among them if it is one. */
  readonly directories: readonly number[];
  readonly links: number;
}

/** What to do where a component, the last included, is missing or no directory: the directory to go on with. */
export type OnObstacle = (directory: number, name: string) => number;

/**
 * Walks a path as the kernel does inside a root: symbolic links in every component, `..` after them, never above the root.
 * @param followLast whether a symbolic link at the very end is followed.
 * @returns undefined when something is missing, no directory, or there are too many links.
 */
export function walk(
  { records, tree }: Walkable,
  path: string,
  followLast: boolean,
  onObstacle?: OnObstacle,
): Walked | undefined {
  const pending = path.split('/').toReversed();
  const directories: number[] = [rootPath];
  const names: string[] = [];
  let links = 0;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (directories.length > 1) directories.pop();
      names.pop();
      continue;
    }
    const directory = at(directories, directories.length - 1);
    let child = tree.childOf(directory, name);
    const isLast = pending.length === 0 && !onObstacle;
    const isInode = child !== 0 && !tree.isDirectory(child);
    if (isInode && (!isLast || followLast) && records.types[atInt(tree.records, child)] === EntryType.symlink) {
      if (links === maxLinks) return undefined;
      links += 1;
      const target = targetOf(records, atInt(tree.records, child));
      if (target.startsWith('/')) {
        directories.length = 1;
        names.length = 0;
      }
      // Not one push of all: a hostile target can have more components than a call may have arguments.
      for (const part of target.split('/').toReversed()) pending.push(part);
      continue;
    }
    if (child === 0 || (isInode && !isLast)) {
      if (!onObstacle) return undefined;
      child = onObstacle(directory, name);
    }
    names.push(name);
    if (!tree.isDirectory(child)) return { end: child, names, directories, links };
    directories.push(child);
  }
  return { end: at(directories, directories.length - 1), names, directories, links };
}

/** Target of a symbolic or hard link as stored; '' for anything else. */
export function targetOf(records: Records, record: number): string {
  const { entries, index } = originOf(records, record);
  return entries.linkTargets.get(index) ?? '';
}
