import { EntryType } from '../../image/entries.ts';
import type { FileNode } from '../../image/tree.ts';
import type { InstructionReport } from '../../result/dockerfile.ts';
import { hiddenOf, shippedFiles, type ShippedFile } from '../own-files.ts';
import type { SourceSubject } from '../subject.ts';

/** What the layers of an image say about the RUNs that made them. */
export interface Evidence {
  /** The layer a RUN made; undefined where nothing was built, or it is not certain. */
  layerOf(run: InstructionReport): number | undefined;
  /** Bytes of the files of a layer at these absolute paths, without those that other names share. */
  bytesAt(layer: number, paths: RegExp): number;
  /** The least a cache must hold to count: at least one byte. */
  readonly leastBytes: number;
  /** Bytes of lower layers that a layer replaced. */
  replacedBytes(layer: number): number;
}

/** @param anyPath what `bytesAt` will be asked for: the tree is gone through once */
export function evidenceOf(subject: SourceSubject, anyPath: (path: string) => boolean, leastBytes = 1): Evidence {
  const { measurement } = subject;
  let files: readonly ShippedFile[] | undefined;
  return {
    layerOf({ startLine }) {
      const layer = measurement?.perLayer.findIndex(({ dockerfile }) => dockerfile?.startLine === startLine) ?? -1;
      return layer < 0 || !subject.tree ? undefined : layer;
    },
    bytesAt(layer, paths) {
      files ??= shippedAlone(subject, anyPath);
      return files.reduce((sum, file) => (file.layer === layer && paths.test(file.path) ? sum + file.bytes : sum), 0);
    },
    leastBytes: Math.max(1, leastBytes),
    replacedBytes(layer) {
      let bytes = 0;
      if (measurement)
        for (const copy of hiddenOf({ ...subject, measurement }, 'all'))
          if (copy.hiddenBy === layer && copy.addedBy < layer && copy.how !== 'deleted') bytes += copy.bytes;
      return bytes;
    },
  };
}

/** Wanted files whose deletion would save their bytes: of one that a hard link elsewhere keeps, it would not. */
function shippedAlone(subject: SourceSubject, isWanted: (path: string) => boolean): readonly ShippedFile[] {
  const { measurement, tree } = subject;
  if (!measurement || !tree) return [];
  const { visible, hidden } = shippedFiles({ ...subject, measurement, tree }, 'own', isWanted);
  const bodies = new Map<number, string>();
  for (const { path } of visible) {
    const node = tree.at(path.slice(1));
    if (node) bodies.set(bodyOf(node), path);
  }
  const kept = new Set<string>();
  for (const node of bodies.size > 0 ? tree.all() : []) {
    const path = node.type === EntryType.file ? bodies.get(bodyOf(node)) : undefined;
    if (path !== undefined && !isWanted(`/${node.path}`)) kept.add(path);
  }
  return [...visible.filter(({ path }) => !kept.has(path)), ...hidden];
}

function bodyOf({ layer, record }: FileNode): number {
  return layer * 2 ** 32 + record;
}
