import type { LayerEntries } from '../image/entries.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { DuplicateGroup, DuplicateSearch } from '../policy/duplicates.ts';
import type { OpenImage } from '../ports.ts';
import { formatBytes } from '../units.ts';
import { groupsBy, inodes, isWorthReading, sumKey, sumsOf, wasted, withinBudget } from './duplicate-candidates.ts';
import { hashFiles, type ReadBudget } from './hash-files.ts';

const defaultBudget: ReadBudget = { bytes: 512 * 2 ** 20, fileBytes: 64 * 2 ** 20, batchBytes: 64 * 2 ** 20 };

/** Which files are compared. */
export interface Comparing {
  readonly minBytes: number;
  /** One copy at least stands in this layer or above. */
  readonly firstLayer: number;
  readonly budget?: ReadBudget;
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
  const hashes = await hashFiles(image, within.flat(), budget, signal);
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
