import { at } from './at.ts';
import { childrenOf } from './directories.ts';
import type { Directories } from './directories.ts';
import { EntryType } from './entries.ts';
import { originOf } from './records.ts';
import type { Records } from './records.ts';

/** As Linux: a path that leads through more symbolic links does not resolve. */
const maxLinks = 40;

/** A tree of directories to walk in: one layer's own, or the stacked one. */
export interface Walkable {
  readonly records: Records;
  readonly table: Directories;
  readonly root: number;
}

/** Where a walk ended. */
export interface Walked {
  /** A record ≥ 0, or `~directory`. */
  readonly child: number;
  /** The path it really has, symbolic links resolved. */
  readonly names: readonly string[];
  /** The directories passed, root first; the end itself is among them if it is one. */
  readonly directories: readonly number[];
  readonly links: number;
}

/** What to do where a component, the last included, is missing or no directory: the directory to go on with. */
export type OnObstacle = (directory: number, name: string, child: number | undefined) => number;

/**
 * Walks a path as the kernel does inside a root: symbolic links in every component, `..` after them, never above the root.
 * @param followLast whether a symbolic link at the very end is followed.
 * @returns undefined when something is missing, no directory, or there are too many links.
 */
export function walk(tree: Walkable, path: string, followLast: boolean, onObstacle?: OnObstacle): Walked | undefined {
  const pending = path.split('/').toReversed();
  const directories = [tree.root];
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
    let child = childrenOf(tree.table, directory).get(name);
    const isLast = pending.length === 0 && !onObstacle;
    const link = child !== undefined && child >= 0 && tree.records.types[child] === EntryType.symlink ? child : -1;
    if (link >= 0 && (!isLast || followLast)) {
      if (links === maxLinks) return undefined;
      links += 1;
      const target = targetOf(tree.records, link);
      if (target.startsWith('/')) {
        directories.length = 1;
        names.length = 0;
      }
      // Not one push of all: a hostile target can have more components than a call may have arguments.
      for (const part of target.split('/').toReversed()) pending.push(part);
      continue;
    }
    if (child === undefined || (child >= 0 && !isLast)) {
      if (!onObstacle) return undefined;
      child = ~onObstacle(directory, name, child);
    }
    names.push(name);
    if (child >= 0) return { child, names, directories, links };
    directories.push(~child);
  }
  return { child: ~at(directories, directories.length - 1), names, directories, links };
}

/** Target of a symbolic or hard link as stored; '' for anything else. */
export function targetOf(records: Records, record: number): string {
  const { entries, index } = originOf(records, record);
  return entries.linkTargets.get(index) ?? '';
}
