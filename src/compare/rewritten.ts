import { EntryType, type LayerEntries } from '../image/entries.ts';
import { noiseCause } from '../image/noise.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { Comparison } from '../result/result.ts';

/** An image with what its layers hold, which a measurement does not keep. */
export interface ReadImage {
  readonly tree: FileTree;
  readonly layers: readonly LayerEntries[];
  /** Layers that are not the author's, where known. */
  readonly baseLayers?: number | undefined;
}

/**
 * Own files that kept path and size and have other contents, by the checksums of the layers' readers: sizes alone do not
 * show them.
 * @returns undefined where any of them has no checksum on both sides, or of two kinds: then it is not known.
 */
export function rewrittenFiles(before: ReadImage, after: ReadImage): Comparison['rewritten'] {
  const found = { files: 0, bytes: 0, noisyFiles: 0, noisyBytes: 0 };
  const first = after.baseLayers ?? 0;
  for (const node of after.tree.all()) {
    if (node.type !== EntryType.file || node.fileBytes === 0 || node.layer < first) continue;
    const other = before.tree.at(node.path);
    if (other?.type !== EntryType.file || other.fileBytes !== node.fileBytes) continue;
    const [one, two] = [sumOf(before, other), sumOf(after, node)];
    if (one === undefined || two === undefined || one.algorithm !== two.algorithm) return undefined;
    if (one.value === two.value) continue;
    found.files += 1;
    found.bytes += node.fileBytes;
    if (noiseCause(node.path) === undefined) continue;
    found.noisyFiles += 1;
    found.noisyBytes += node.fileBytes;
  }
  return found;
}

function sumOf({ layers }: ReadImage, { layer, record }: FileNode) {
  const sums = layers[layer]?.contentSums;
  const value = sums?.values[record];
  if (!sums || value === undefined || Number.isNaN(value)) return undefined;
  return { algorithm: sums.algorithm, value };
}
