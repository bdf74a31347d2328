import { add } from './at.ts';
import { childrenOf } from './directories.ts';
import { EntryType } from './entries.ts';
import { targetOf, walk } from './walk.ts';
import type { Walkable } from './walk.ts';

/** Where a hard link stands whose target had not come by then. */
export interface OpenLink {
  readonly directory: number;
  readonly name: string;
}

/** Gives hard links that came before their target, or whose target lies in a lower layer, their inode. */
export function closeLinks(own: Walkable, lower: Walkable, open: readonly OpenLink[]): void {
  const { records, table } = own;
  const inodes = new Map<number, number>();
  const inodeOf = (link: number): number => {
    const trail = new Set<number>();
    let inode: number | undefined = link;
    while (
      inode !== undefined &&
      records.types[inode] === EntryType.hardlink &&
      !inodes.has(inode) &&
      !trail.has(inode)
    ) {
      trail.add(inode);
      const target = targetOf(records, inode);
      const walked = walk(own, target, false);
      // A link to its own path names the file of a lower layer there.
      const found = walked && !trail.has(walked.child) ? walked : walk(lower, target, false);
      inode = found && found.child >= 0 ? found.child : undefined;
    }
    const end = inode === undefined || trail.has(inode) ? link : (inodes.get(inode) ?? inode);
    for (const passed of trail) inodes.set(passed, end);
    return end;
  };
  for (const { directory, name } of open) {
    const siblings = childrenOf(table, directory);
    const child = siblings.get(name) ?? -1;
    if (child < 0 || records.types[child] !== EntryType.hardlink) continue;
    const inode = inodeOf(child);
    add(records.names, child, -1);
    add(records.names, inode, 1);
    siblings.set(name, inode);
  }
}
