import type { LayerEntries } from '../../image/entries.ts';
import type { FileNode } from '../../image/tree.ts';
import type { Engine } from './api.ts';
import { planArchives } from './archive-plan.ts';
import { readFiles } from './container-files.ts';
import type { RunName } from './run-name.ts';

/** Which bodies of an image are wanted. */
export interface BodiesWish {
  readonly imageId: string;
  readonly nodes: readonly FileNode[];
  /** What the image's files come from. */
  readonly layers: readonly LayerEntries[];
  /** Of each file. */
  readonly maxBytes: number;
}

/** Bodies of visible regular files, from a container that is never started. Files the engine does not find are left out. */
export function readBodiesFromContainer(
  engine: Engine,
  run: RunName,
  { imageId, nodes, layers, maxBytes }: BodiesWish,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return readFiles(engine, run, { imageId, calls: planArchives(nodes, layers), maxBytes }, signal);
}
