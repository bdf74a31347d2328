import { EntryType } from '../../src/image/entries.ts';
import type { HiddenCopy } from '../../src/result/measurement.ts';
import type { LayerRecord } from '../support/images.ts';
import { at, below, emptyFolder, enter, find, inodesOf, isFolder, list, place } from './slow-folders.ts';
import type { Folder, Inode, Node } from './slow-folders.ts';
import { howNamesWent } from './slow-hiding.ts';

const isMark = ({ type }: LayerRecord): boolean => type === EntryType.whiteout || type === EntryType.opaque;
/** What the model says of a stack: visible paths with their layer, and bytes before and after stacking. */
export interface ModelAnswer {
  /** Of all but directories also the number of the inode, which names of one file share, and its mode. */
  readonly visible: ReadonlyMap<string, string>;
  readonly unpackedBytes: number;
  readonly visibleBytes: number;
  readonly hidden: readonly HiddenInode[];
}

export interface HiddenInode {
  /** `layer.record`, as of what is visible. */
  readonly inode: string;
  readonly path: string;
  readonly hiddenBy: number;
  /** As its last name went; of several that went in one layer either may be the last. */
  readonly how: ReadonlySet<HiddenCopy['how']>;
}

/**
 * The OCI rules as plainly as they can be written: each layer becomes a folder of its own, two folders make a third.
 * Slow on purpose.
 */
export function stackSlowly(layers: readonly (readonly LayerRecord[])[]): ModelAnswer {
  let stacked = emptyFolder('');
  const shipped = new Map<Inode, Pick<HiddenInode, 'hiddenBy' | 'how'> | undefined>();
  let unpackedBytes = 0;
  for (const [layer, records] of layers.entries()) {
    const own = unpack(records, layer, stacked);
    for (const inode of inodesOf(own)) {
      if (inode.layer === layer) unpackedBytes += inode.bytes;
      if (!shipped.has(inode)) shipped.set(inode, undefined);
    }
    const before = stacked;
    stacked = merge(before, own);
    const shown = inodesOf(stacked);
    for (const [inode, fate] of shipped)
      if (!shown.has(inode)) shipped.set(inode, fate ?? { hiddenBy: layer, how: howNamesWent(before, own, inode) });
  }
  const nameOf = ({ layer, record }: Inode): string => `${layer}.${layers[layer]?.indexOf(record)}`;
  const visible = new Map<string, string>();
  list(stacked, '', (path, node) =>
    visible.set(path, isFolder(node) ? 'directory' : `${node.record.type}@${nameOf(node)} ${node.header.mode}`),
  );
  const hidden = [...shipped].flatMap(([inode, fate]) =>
    fate ? [{ inode: nameOf(inode), path: inode.path, ...fate }] : [],
  );
  const visibleBytes = [...inodesOf(stacked)].reduce((sum, { bytes }) => sum + bytes, 0);
  return { visible, unpackedBytes, visibleBytes, hidden };
}

function unpack(records: readonly LayerRecord[], layer: number, lower: Folder): Folder {
  const root = emptyFolder('');
  const links: string[] = [];
  const put = (record: LayerRecord): void => {
    const { folder, name } = place(root, record.path);
    const old = folder.children.get(name);
    const path = below(folder, name);
    if (record.type === EntryType.directory) folder.children.set(name, isFolder(old) ? old : emptyFolder(path));
    else {
      const target = record.type === EntryType.hardlink ? find(root, record.linkTarget ?? '') : undefined;
      const isLinked = target !== undefined && !isFolder(target);
      const inode = isLinked ? target : { record, layer, bytes: bytesOf(record), path, header: record };
      folder.children.set(name, inode);
      if (inode.record.type === EntryType.hardlink) links.push(path);
      else inode.header = record;
    }
  };
  for (const record of records) if (!isMark(record)) put(record);
  resolveLinks(root, lower, links);
  // A folder that a mark implies is there before any mark is looked at.
  const marks = records.filter(isMark);
  const places = marks.map((mark) =>
    mark.type === EntryType.opaque ? { folder: enter(root, mark.path), name: '' } : place(root, mark.path),
  );
  for (const [index, mark] of marks.entries()) {
    const { folder, name } = places[index] ?? { folder: root, name: '' };
    if (mark.type === EntryType.opaque) folder.opaque = true;
    else folder.hides.add(name);
  }
  return root;
}

const bytesOf = ({ type, fileBytes, linkTarget }: LayerRecord): number =>
  type === EntryType.file ? fileBytes : type === EntryType.symlink ? (linkTarget?.length ?? 0) : 0;

/** Links whose target came later, or lies in a lower layer, in the order they were put; one to nothing is an empty file. */
function resolveLinks(root: Folder, lower: Folder, paths: readonly string[]): void {
  const settled = inodesOf(lower);
  const isOpen = (inode: Inode): boolean => inode.record.type === EntryType.hardlink && !settled.has(inode);
  for (const path of paths) {
    const link = at(root, path);
    if (link === undefined || isFolder(link) || !isOpen(link)) continue;
    const chain = [link];
    let end: Inode | undefined = link;
    while (end !== undefined && isOpen(end)) {
      const target: string = end.record.linkTarget ?? '';
      const own: Node | undefined = find(root, target);
      const isPassed = own !== undefined && !isFolder(own) && chain.includes(own);
      const next: Node | undefined = own === undefined || isPassed ? find(lower, target) : own;
      end = isFolder(next) ? undefined : next;
      if (end !== undefined && isOpen(end)) chain.push(end);
    }
    replace(root, new Map(chain.map((passed) => [passed, end ?? link])));
    settled.add(end ?? link);
  }
}

function replace(folder: Folder, by: ReadonlyMap<Inode, Inode>): void {
  for (const [name, node] of folder.children)
    if (isFolder(node)) replace(node, by);
    else folder.children.set(name, by.get(node) ?? node);
}

function merge(lower: Folder, upper: Folder): Folder {
  const children = new Map(upper.opaque ? [] : lower.children);
  for (const name of upper.hides) children.delete(name);
  for (const [name, node] of upper.children) {
    const under = children.get(name);
    children.set(name, isFolder(node) ? merge(isFolder(under) ? under : emptyFolder(node.path), node) : node);
  }
  return { ...upper, children, opaque: false, hides: new Set() };
}
