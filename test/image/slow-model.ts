import { EntryType } from '../../src/image/entries.ts';
import type { LayerRecord } from '../support/images.ts';

/** An inode as the model knows it: compared by identity. */
interface Inode {
  readonly record: LayerRecord;
  readonly layer: number;
  readonly bytes: number;
}
type Folder = { readonly children: Map<string, Folder | Inode>; opaque: boolean; hides: Set<string> };
const isFolder = (node: Folder | Inode | undefined): node is Folder => node !== undefined && 'children' in node;
const isMark = ({ type }: LayerRecord): boolean => type === EntryType.whiteout || type === EntryType.opaque;
const emptyFolder = (): Folder => ({ children: new Map(), opaque: false, hides: new Set() });

/** What the model says of a stack: visible paths with their layer, and bytes before and after stacking. */
export interface ModelAnswer {
  readonly visible: ReadonlyMap<string, string>;
  readonly unpackedBytes: number;
  readonly visibleBytes: number;
  /** `path hidden-by` of each hidden inode, sorted. */
  readonly hidden: readonly string[];
}

/**
 * The OCI rules as plainly as they can be written: each layer becomes a folder of its own, two folders make a third.
 * Slow on purpose; no hard links to lower or later records.
 */
export function stackSlowly(layers: readonly (readonly LayerRecord[])[]): ModelAnswer {
  let stacked = emptyFolder();
  const shipped = new Map<Inode, { path: string; hiddenBy?: number }>();
  let unpackedBytes = 0;
  for (const [layer, records] of layers.entries()) {
    const own = unpack(records, layer);
    for (const [inode, path] of inodesOf(own)) {
      unpackedBytes += inode.bytes;
      shipped.set(inode, { path: path });
    }
    stacked = merge(stacked, own);
    const shown = inodesOf(stacked);
    for (const [inode, fate] of shipped) if (!shown.has(inode)) fate.hiddenBy ??= layer;
  }
  const visible = new Map<string, string>();
  list(stacked, '', (path, node) =>
    visible.set(path, isFolder(node) ? 'directory' : `${node.record.type}@${node.layer}`),
  );
  const hidden = [...shipped.values()].flatMap(({ path, hiddenBy }) =>
    hiddenBy === undefined ? [] : [`${path} ${hiddenBy}`],
  );
  const visibleBytes = [...inodesOf(stacked).keys()].reduce((sum, { bytes }) => sum + bytes, 0);
  return { visible, unpackedBytes, visibleBytes, hidden: hidden.sort() };
}

function unpack(records: readonly LayerRecord[], layer: number): Folder {
  const root = emptyFolder();
  for (const record of [...records.filter((one) => !isMark(one)), ...records.filter(isMark)]) {
    if (record.type === EntryType.opaque) {
      enter(root, record.path).opaque = true;
      continue;
    }
    const names = record.path.split('/');
    const name = names.pop() ?? '';
    const folder = enter(root, names.join('/'));
    const old = folder.children.get(name);
    if (record.type === EntryType.whiteout) folder.hides.add(name);
    else if (record.type === EntryType.directory) folder.children.set(name, isFolder(old) ? old : emptyFolder());
    else if (record.type === EntryType.hardlink) {
      const target = peek(root, record.linkTarget ?? '');
      folder.children.set(name, target ?? { record, layer, bytes: 0 });
    } else {
      const bytes = record.type === EntryType.file ? record.fileBytes : (record.linkTarget?.length ?? 0);
      folder.children.set(name, { record, layer, bytes });
    }
  }
  return root;
}

/** Goes to a folder, through symbolic links unless they loop, and makes it where it is not. */
function enter(root: Folder, path: string, follow = true): Folder {
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
      const next = isFolder(child) ? child : emptyFolder();
      here.children.set(name, next);
      trail = [...trail, next];
    }
  }
  return trail.at(-1) ?? root;
}

function peek(root: Folder, path: string): Inode | undefined {
  let node: Folder | Inode | undefined = root;
  for (const name of path.split('/')) node = isFolder(node) ? node.children.get(name) : undefined;
  return isFolder(node) ? undefined : node;
}

function merge(lower: Folder, upper: Folder): Folder {
  const children = new Map(upper.opaque ? [] : lower.children);
  for (const name of upper.hides) children.delete(name);
  for (const [name, node] of upper.children) {
    const below = children.get(name);
    children.set(name, isFolder(node) ? merge(isFolder(below) ? below : emptyFolder(), node) : node);
  }
  return { children, opaque: false, hides: new Set() };
}

function list(folder: Folder, prefix: string, visit: (path: string, node: Folder | Inode) => void): void {
  for (const [name, node] of folder.children) {
    visit(prefix + name, node);
    if (isFolder(node)) list(node, `${prefix}${name}/`, visit);
  }
}

function inodesOf(folder: Folder): Map<Inode, string> {
  const inodes = new Map<Inode, string>();
  list(folder, '', (path, node) => {
    // A hard link's inode goes by the name it was stored under.
    if (!isFolder(node) && !(inodes.has(node) && inodes.get(node) === node.record.path))
      inodes.set(node, node.record.path === path ? path : (inodes.get(node) ?? path));
  });
  return inodes;
}
