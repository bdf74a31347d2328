import { createHash } from 'node:crypto';
import { EntryType, type LayerEntries } from '../image/entries.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { DuplicateGroup, DuplicateSearch } from '../policy/duplicates.ts';
import type { OpenImage } from '../ports.ts';
import { formatBytes } from '../units.ts';

/** What is read at most: of all files, of one file, and at once. */
const defaultBudget = { bytes: 512 * 2 ** 20, fileBytes: 64 * 2 ** 20, batchBytes: 64 * 2 ** 20 };

/** Which files are compared. */
export interface Comparing {
  readonly minBytes: number;
  /** One copy at least stands in this layer or above. */
  readonly firstLayer: number;
  readonly budget?: typeof defaultBudget;
}

/** Visible files of one content, found by size, checksum of the layer's reader where there is one, and SHA-256. */
export async function findDuplicates(
  image: OpenImage,
  { layers, tree }: { readonly layers: readonly LayerEntries[]; readonly tree: FileTree },
  { minBytes, firstLayer, budget = defaultBudget }: Comparing,
  signal: AbortSignal,
): Promise<DuplicateSearch> {
  const alike = groupsBy(inodes(tree, minBytes), ({ fileBytes }) => String(fileBytes))
    .flatMap((nodes) => groupsBy(nodes, sumKey(nodes, layers)))
    .filter((nodes) => isWorthReading(nodes, firstLayer))
    // The most is to be saved where it is read first.
    .sort((a, b) => wasted(b) - wasted(a));
  const { within, left } = withinBudget(alike, budget);
  const hashes = await hashAll(image, within.flat(), budget, signal);
  const unread = within.flat().filter((node) => !hashes.has(node));
  const same = within
    .flatMap((nodes) =>
      groupsBy(
        nodes.filter((node) => hashes.has(node)),
        (node) => hashes.get(node) ?? '',
      ),
    )
    .filter((nodes) => isWorthReading(nodes, firstLayer));
  const isWhole = (nodes: readonly FileNode[]): boolean =>
    (nodes[0]?.fileBytes ?? 0) <= budget.fileBytes || sumsOf(nodes, layers) !== undefined;
  return {
    groups: same.filter(isWhole).map(asGroup),
    uncompared: [
      ...told(left.flat(), `comparing ends after ${formatBytes(budget.bytes)}`),
      ...told(unread, 'they could not be read'),
      ...told(
        same.filter((nodes) => !isWhole(nodes)).flat(),
        `they are larger than ${formatBytes(budget.fileBytes)} and have no checksum`,
      ),
    ],
  };
}

/** Regular files by their bodies: two names of one inode have one. */
function inodes(tree: FileTree, minBytes: number): readonly FileNode[] {
  const bodies = new Map<number, FileNode>();
  for (const node of tree.all())
    if (node.type === EntryType.file && node.fileBytes >= minBytes) {
      const body = node.layer * 2 ** 32 + node.record;
      if (!bodies.has(body)) bodies.set(body, node);
    }
  return [...bodies.values()];
}

function groupsBy(nodes: readonly FileNode[], keyOf: (node: FileNode) => string): readonly (readonly FileNode[])[] {
  const groups = new Map<string, FileNode[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Tells contents apart without reading them, where all sums are of one kind. */
function sumKey(nodes: readonly FileNode[], layers: readonly LayerEntries[]): (node: FileNode) => string {
  const sums = sumsOf(nodes, layers);
  return (node) => String(sums?.get(node) ?? '');
}

/** The sum of each, or nothing when one has none or they are of two kinds. */
function sumsOf(
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

function isWorthReading(nodes: readonly FileNode[], firstLayer: number): boolean {
  return nodes.length > 1 && nodes.some(({ layer }) => layer >= firstLayer);
}

function wasted(nodes: readonly FileNode[]): number {
  return (nodes[0]?.fileBytes ?? 0) * (nodes.length - 1);
}

function withinBudget(groups: readonly (readonly FileNode[])[], budget: typeof defaultBudget) {
  let bytes = 0;
  const end = groups.findIndex((nodes) => {
    bytes += Math.min(nodes[0]?.fileBytes ?? 0, budget.fileBytes) * nodes.length;
    return bytes > budget.bytes;
  });
  return end < 0 ? { within: groups, left: [] } : { within: groups.slice(0, end), left: groups.slice(end) };
}

/** Batch by batch, so that few bodies are held at once; in the order of layers, so that each is opened seldom. */
async function hashAll(
  image: OpenImage,
  nodes: readonly FileNode[],
  { fileBytes: maxBytes, batchBytes }: typeof defaultBudget,
  signal: AbortSignal,
): Promise<ReadonlyMap<FileNode, string>> {
  const hashes = new Map<FileNode, string>();
  const batches: FileNode[][] = [];
  let bytes = Infinity;
  for (const node of nodes.toSorted((a, b) => a.layer - b.layer || a.record - b.record)) {
    const wantedBytes = Math.min(node.fileBytes, maxBytes);
    if (bytes + wantedBytes > batchBytes) {
      batches.push([]);
      bytes = 0;
    }
    bytes += wantedBytes;
    batches.at(-1)?.push(node);
  }
  for (const batch of batches) {
    const bodies = await image.readBodies(batch, maxBytes, signal);
    for (const node of batch) {
      const body = bodies.get(node.path);
      // A body that came short says nothing of the file.
      if (body?.length === Math.min(node.fileBytes, maxBytes))
        hashes.set(node, createHash('sha256').update(body).digest('hex'));
    }
  }
  return hashes;
}

function asGroup(nodes: readonly FileNode[]): DuplicateGroup {
  const files = nodes.map(({ path, layer }) => ({ path: `/${path}`, layer }));
  return {
    bytes: nodes[0]?.fileBytes ?? 0,
    files: files.sort((a, b) => a.layer - b.layer || (a.path < b.path ? -1 : 1)),
  };
}

function told(nodes: readonly FileNode[], why: string): readonly string[] {
  const [first] = nodes;
  const bytes = nodes.reduce((sum, { fileBytes }) => sum + fileBytes, 0);
  return first
    ? [`${nodes.length} files (${formatBytes(bytes)}), /${first.path} among them, were not compared: ${why}.`]
    : [];
}
