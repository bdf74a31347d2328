import type { FileNode } from '../../image/tree.ts';
import type { Engine } from './api.ts';
import type { RunName } from './run-name.ts';
import { withArchive } from './container-archive.ts';
import { withContainer } from './container.ts';
import { readFirstFile } from './first-file.ts';
import { folderOf, readFolder, type Bodies } from './folder-bodies.ts';

const atOnce = 4;
/** From so many files in one folder on, the folder is asked for whole: a call costs more than its neighbours' bytes. */
const folderFrom = 8;

/** Bodies of visible regular files, from a container that is never started. Files the engine does not find are left out. */
export async function readBodiesFromContainer(
  engine: Engine,
  { runId }: RunName,
  imageId: string,
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>();
  if (nodes.length === 0) return bodies;
  await withContainer(engine, { runId, imageId }, signal, async (container) => {
    const waiting = groupsOf(nodes).values();
    const reader = async (): Promise<void> => {
      for (const group of waiting) {
        const read = group.length < folderFrom ? readEach : readGroup;
        for (const [path, body] of await read(engine, container, group, maxBytes, signal)) bodies.set(path, body);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}

/** Files by their folder; few of one folder stand alone, so that they are read side by side. */
function groupsOf(nodes: readonly FileNode[]): readonly (readonly FileNode[])[] {
  const folders = new Map<string, FileNode[]>();
  for (const node of nodes) {
    const folder = folderOf(node.path);
    const group = folders.get(folder);
    if (group) group.push(node);
    else folders.set(folder, [node]);
  }
  return [...folders].flatMap(([folder, group]) => (isWhole(folder, group) ? [group] : group.map((node) => [node])));
}

/** Whether a folder is asked for whole; that of the root's own files would be the whole image. */
function isWhole(folder: string, group: readonly FileNode[]): boolean {
  return folder !== '' && group.length >= folderFrom;
}

async function readEach(
  engine: Engine,
  container: string,
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<Bodies> {
  const bodies: [string, Uint8Array][] = [];
  for (const { path } of nodes) {
    const body = await readBody(engine, container, path, maxBytes, signal);
    if (body) bodies.push([path, body]);
  }
  return bodies;
}

async function readGroup(
  engine: Engine,
  container: string,
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<Bodies> {
  const wanted = new Set(nodes.map(({ path }) => path));
  const folder = folderOf(nodes[0]?.path ?? '');
  return readFolder(engine, container, { folder, isWanted: (path) => wanted.has(path), maxBytes }, signal);
}

async function readBody(
  engine: Engine,
  container: string,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  return withArchive(engine, container, path, signal, (tar) => readFirstFile(tar, maxBytes));
}
