import { EntryType } from '../../src/image/entries.ts';
import type { LayerRecord } from '../support/images.ts';

/** An inode as the model knows it: compared by identity. */
export interface Inode {
  readonly record: LayerRecord;
  readonly layer: number;
  readonly bytes: number;
  /** Where it was put, symbolic links followed. */
  readonly path: string;
  /** The record that stated its mode last: its own, or a link's to it. */
  header: LayerRecord;
}
export type Folder = {
  readonly path: string;
  readonly children: Map<string, Node>;
  opaque: boolean;
  hides: Set<string>;
};
export type Node = Folder | Inode;
export const isFolder = (node: Node | undefined): node is Folder => node !== undefined && 'children' in node;
export const emptyFolder = (path: string): Folder => ({ path, children: new Map(), opaque: false, hides: new Set() });
export const below = ({ path }: Folder, name: string): string => (path === '' ? name : `${path}/${name}`);

/** The folder a path's last name stands in, made where it is not. */
export function place(root: Folder, path: string): { readonly folder: Folder; readonly name: string } {
  const names = path.split('/');
  const name = names.pop() ?? '';
  return { folder: enter(root, names.join('/')), name };
}

/** Goes to a folder, through symbolic links unless they loop, and makes it where it is not. */
export function enter(root: Folder, path: string, follow = true): Folder {
  let trail: Folder[] = [root];
  let rest = path.split('/').filter(Boolean);
  for (let links = 0; rest.length > 0;) {
    const [name = '', ...after] = rest;
    const here = trail.at(-1) ?? root;
    const child = here.children.get(name);
    rest = after;
    if (name === '..') trail = trail.length > 1 ? trail.slice(0, -1) : trail;
    else if (!isFolder(child) && child?.record.type === EntryType.symlink && follow) {
      if (links++ === 40) return enter(root, path, false);
      const target = child.record.linkTarget ?? '';
      if (target.startsWith('/')) trail = [root];
      rest = [...target.split('/').filter((part) => part !== '' && part !== '.'), ...after];
    } else {
      const next = isFolder(child) ? child : emptyFolder(below(here, name));
      here.children.set(name, next);
      trail = [...trail, next];
    }
  }
  return trail.at(-1) ?? root;
}

/** What is at a path, no symbolic link followed. */
export function at(root: Folder, path: string): Node | undefined {
  let node: Node | undefined = root;
  for (const name of path.split('/')) node = isFolder(node) ? node.children.get(name) : undefined;
  return node;
}

/** What is at a path; symbolic links on the way are followed, one at its end is not. */
export function find(root: Folder, path: string): Node | undefined {
  let trail: Folder[] = [root];
  let rest = path.split('/').filter(Boolean);
  for (let links = 0; rest.length > 0;) {
    const [name = '', ...after] = rest;
    rest = after;
    if (name === '..') {
      trail = trail.length > 1 ? trail.slice(0, -1) : trail;
      continue;
    }
    const child = (trail.at(-1) ?? root).children.get(name);
    if (isFolder(child)) trail = [...trail, child];
    else if (child === undefined || rest.length === 0) return child;
    else if (child.record.type !== EntryType.symlink || links++ === 40) return undefined;
    else {
      const target = child.record.linkTarget ?? '';
      if (target.startsWith('/')) trail = [root];
      rest = [...target.split('/').filter((part) => part !== '' && part !== '.'), ...rest];
    }
  }
  return trail.at(-1);
}

/** Calls back with all that is below a folder. */
export function list(folder: Folder, prefix: string, visit: (path: string, node: Node) => void): void {
  for (const [name, node] of folder.children) {
    visit(prefix + name, node);
    if (isFolder(node)) list(node, `${prefix}${name}/`, visit);
  }
}

/** All but the folders, each once. */
export function inodesOf(folder: Folder): Set<Inode> {
  const inodes = new Set<Inode>();
  list(folder, '', (_, node) => {
    if (!isFolder(node)) inodes.add(node);
  });
  return inodes;
}
