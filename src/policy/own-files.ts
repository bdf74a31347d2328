import { EntryType } from '../image/entries.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { HiddenCopy, Measurement } from '../result/measurement.ts';
import { firstOwnLayer } from './layers.ts';
import type { Unknown } from './rule.ts';
import type { Subject } from './subject.ts';

/** Visible regular files of own layers (or of all) that are wanted, each body once. */
export function* filesOf(
  tree: FileTree,
  measurement: Measurement,
  of: 'own' | 'all',
  isWanted: (node: FileNode) => boolean,
): Iterable<FileNode> {
  const first = firstOwnLayer(measurement, of);
  const seen = new Set<number>();
  for (const node of tree.all()) {
    if (node.type !== EntryType.file || node.layer < first || !isWanted(node)) continue;
    // Two names of one inode have one body.
    const body = node.layer * 2 ** 32 + node.record;
    if (seen.has(body)) continue;
    seen.add(body);
    yield node;
  }
}

/** What rules need to know of hidden files. */
export type WithHidden = Pick<Subject, 'measurement' | 'hidden'>;

/** Copies that own layers brought and a later layer hid: shipped all the same. */
export function* hiddenOf({ measurement, hidden }: WithHidden, of: 'own' | 'all'): Iterable<HiddenCopy> {
  const first = firstOwnLayer(measurement, of);
  for (const copy of hidden ?? measurement.hidden) if (copy.addedBy >= first) yield copy;
}

/** Says so when only the largest hidden files are known: of a stored result, and never of an image at hand. */
export function* hiddenUnseen({ measurement, hidden }: WithHidden): Iterable<Unknown> {
  const unseen = hidden ? 0 : measurement.hiddenTotal.copies - measurement.hidden.length;
  if (unseen > 0)
    yield { unknown: `${unseen} smaller files that later layers hide are not listed, so they were not looked at.` };
}

/** A file as findings speak of it. */
export interface ShippedFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** The layer that ships it. */
  readonly layer: number;
}

/** What is shipped at wanted paths (absolute): what a container sees, and what a later layer hid. */
export function shippedFiles(
  subject: WithHidden & { readonly tree: FileTree },
  of: 'own' | 'all',
  isWanted: (path: string) => boolean,
): { readonly visible: readonly ShippedFile[]; readonly hidden: readonly ShippedFile[] } {
  const nodes = [...filesOf(subject.tree, subject.measurement, of, ({ path }) => isWanted(`/${path}`))];
  const copies: HiddenCopy[] = [];
  for (const copy of hiddenOf(subject, of)) if (isWanted(copy.path)) copies.push(copy);
  return {
    visible: nodes.map(({ path, fileBytes, layer }) => ({ path: `/${path}`, bytes: fileBytes, layer })),
    hidden: copies.map(({ path, bytes, addedBy }) => ({ path, bytes, layer: addedBy })),
  };
}

/** Bytes and paths that belong together, with the layer most of the bytes came with. */
export interface Heap {
  readonly bytes: number;
  /** Absolute, largest first. */
  readonly paths: readonly string[];
  readonly layer: number;
}

/** Sums files up by a key; files without key are left out. Largest heap first. */
export function heapsOf(
  files: Iterable<ShippedFile>,
  keyOf: (path: string) => string | undefined,
): ReadonlyMap<string, Heap> {
  const groups = new Map<string, ShippedFile[]>();
  for (const file of files) {
    const key = keyOf(file.path);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  const heaps = [...groups].map(([key, members]) => [key, heapOf(members)] as const);
  return new Map(heaps.sort(([, a], [, b]) => b.bytes - a.bytes));
}

function heapOf(members: readonly ShippedFile[]): Heap {
  const largest = members.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const byLayer = new Map<number, number>();
  for (const { layer, bytes } of members) byLayer.set(layer, (byLayer.get(layer) ?? 0) + bytes);
  const [layer = 0] = [...byLayer].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { bytes: members.reduce((sum, { bytes }) => sum + bytes, 0), paths: largest.map(({ path }) => path), layer };
}
