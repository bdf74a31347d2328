import { EntryType, type LayerEntries } from '../image/entries.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { ReadBudget } from './hash-files.ts';

/** Regular files by their bodies: two names of one inode have one. */
export function inodes(tree: FileTree, minBytes: number): readonly FileNode[] {
  const bodies = new Map<number, FileNode>();
  for (const node of tree.all())
    if (node.type === EntryType.file && node.fileBytes >= minBytes) {
      const body = node.layer * 2 ** 32 + node.record;
      if (!bodies.has(body)) bodies.set(body, node);
    }
  return [...bodies.values()];
}

/** Members of one key together, where there are several. */
export function groupsBy(
  nodes: readonly FileNode[],
  keyOf: (node: FileNode) => string,
): readonly (readonly FileNode[])[] {
  const groups = new Map<string, FileNode[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Tells contents apart without reading them, where all sums are of one kind. */
export function sumKey(nodes: readonly FileNode[], layers: readonly LayerEntries[]): (node: FileNode) => string {
  const sums = sumsOf(nodes, layers);
  return (node) => String(sums?.get(node) ?? '');
}

/** The sum of each, or nothing when one has none or they are of two kinds. */
export function sumsOf(
  nodes: readonly FileNode[],
  layers: readonly LayerEntries[],
): ReadonlyMap<FileNode, number> | undefined {
  const kinds = new Set<string>();
  const sums = new Map<FileNode, number>();
  for (const node of nodes) {
    const read = layers[node.layer]?.contentSums;
    const sum = read?.values[node.record];
    if (!read || sum === undefined || Number.isNaN(sum)) return undefined;
    kinds.add(read.algorithm);
    sums.set(node, sum);
  }
  return kinds.size === 1 ? sums : undefined;
}

/** Whether a copy stands where it counts. */
export function isWorthReading(nodes: readonly FileNode[], firstLayer: number): boolean {
  return nodes.length > 1 && nodes.some(({ layer }) => layer >= firstLayer);
}

/** Bytes that one copy instead of all would save. */
export function wasted(nodes: readonly FileNode[]): number {
  return (nodes[0]?.fileBytes ?? 0) * (nodes.length - 1);
}

/** The groups that are read, and those for which nothing is left. */
export function withinBudget(groups: readonly (readonly FileNode[])[], budget: ReadBudget) {
  let bytes = 0;
  const end = groups.findIndex((nodes) => {
    bytes += Math.min(nodes[0]?.fileBytes ?? 0, budget.fileBytes) * nodes.length;
    return bytes > budget.bytes;
  });
  return end < 0 ? { within: groups, left: [] } : { within: groups.slice(0, end), left: groups.slice(end) };
}
