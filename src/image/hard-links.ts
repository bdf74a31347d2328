import { add, atInt } from './at.ts';
import { EntryType } from './entries.ts';
import { Kind } from './path-tree.ts';
import type { Unpacking } from './unpacking.ts';
import { targetOf, walk } from './walk.ts';
import type { Walkable } from './walk.ts';

/** Gives hard links that came before their target, or whose target lies in a lower layer, their inode. */
export function closeLinks(own: Unpacking, lower: Walkable): void {
  const { records, tree, layer, open } = own;
  const inodes = new Map<number, number>();
  // A link to nothing in a lower layer is what is there: what this layer brings to its target's place is not its file.
  const isOwnLink = (inode: number): boolean =>
    records.types[inode] === EntryType.hardlink && records.layerOf[inode] === layer;
  const inodeOf = (link: number): number => {
    const trail = new Set<number>();
    let inode: number | undefined = link;
    while (inode !== undefined && isOwnLink(inode) && !inodes.has(inode) && !trail.has(inode)) {
      trail.add(inode);
      const target = targetOf(records, inode);
      const found = inodeAt(own, target);
      // A link to its own path names the file of a lower layer there.
      const next: number | undefined = found !== undefined && !trail.has(found) ? found : inodeAt(lower, target);
      inode = next === directory ? undefined : next;
    }
    const end = inode === undefined || trail.has(inode) ? link : (inodes.get(inode) ?? inode);
    for (const passed of trail) inodes.set(passed, end);
    return end;
  };
  for (const path of open) {
    if (tree.kinds[path] !== Kind.inode) continue;
    const link = atInt(tree.records, path);
    if (!isOwnLink(link)) continue;
    const inode = inodeOf(link);
    add(records.names, link, -1);
    add(records.names, inode, 1);
    tree.records[path] = inode;
  }
}

const directory = -1;

/** The inode at a path, −1 for a directory; undefined where there is nothing. */
function inodeAt(walkable: Walkable, path: string): number | undefined {
  const { tree } = walkable;
  const walked = walk(walkable, path, false);
  return walked && (tree.isDirectory(walked.end) ? directory : atInt(tree.records, walked.end));
}
