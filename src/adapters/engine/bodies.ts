import { Budget } from '../../archive/limits.ts';
import { TarScanner, type BodySink, type OpenedFile } from '../../archive/tar-scanner.ts';
import type { FileNode } from '../../image/tree.ts';
import type { Engine } from './api.ts';
import type { RunName } from './build.ts';
import { withContainer } from './container.ts';
import { EngineRefused, explainEngineFailure } from './failures.ts';
import { readFirstFile } from './first-file.ts';

const atOnce = 4;
/** A folder may be packed for a while before its first byte comes; a frozen engine never sends one. */
const bodyQuietMs = 60_000;
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
        const read = group.length < folderFrom ? readEach : readFolder;
        for (const [path, body] of await read(engine, container, group, maxBytes, signal)) bodies.set(path, body);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}

type Bodies = readonly (readonly [string, Uint8Array])[];

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

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
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

/** The wanted files of one folder from a single archive of it. */
async function readFolder(
  engine: Engine,
  container: string,
  nodes: readonly FileNode[],
  maxBytes: number,
  signal: AbortSignal,
): Promise<Bodies> {
  const folder = folderOf(nodes[0]?.path ?? '');
  const keeper = keepBodies(new Set(nodes.map(({ path }) => path)), folderOf(folder), maxBytes);
  const scanner = new TarScanner({ where: 'a folder of the image', budget: new Budget(), openBody: keeper.openBody });
  await withArchive(engine, container, folder, signal, async (tar) => {
    for await (const chunk of tar) scanner.push(chunk);
    scanner.end();
  });
  return keeper.bodies;
}

/** Keeps the beginnings of wanted files; the archive's names begin with its own folder's name, below `above`. */
function keepBodies(wanted: ReadonlySet<string>, above: string, maxBytes: number) {
  const bodies: [string, Uint8Array][] = [];
  const openBody = (file: OpenedFile): BodySink | undefined => {
    const path = above === '' ? file.path : `${above}/${file.path}`;
    if (!wanted.has(path)) return undefined;
    const pieces: Buffer[] = [];
    let held = 0;
    return {
      push: (piece) => {
        const part = piece.subarray(0, Math.max(0, maxBytes - held));
        held += part.length;
        if (part.length > 0) pieces.push(Buffer.from(part));
      },
      end: () => bodies.push([path, Buffer.concat(pieces)]),
    };
  };
  return { openBody, bodies };
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

/** Hands the archive of a path to `work`; undefined when the engine finds nothing there. */
async function withArchive<T>(
  engine: Engine,
  container: string,
  path: string,
  signal: AbortSignal,
  work: (tar: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | undefined> {
  const what = 'reading files of the image';
  const address = `/containers/${container}/archive?path=${encodePath(path)}`;
  const call = { what, method: 'GET', path: address, quietMs: bodyQuietMs } as const;
  try {
    const answer = await engine.stream(call, signal);
    try {
      return await work(answer as AsyncIterable<Uint8Array>);
    } finally {
      answer.destroy();
    }
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) return undefined;
    throw explainEngineFailure(thrown, engine.host, what, signal);
  }
}

/** Percent-encodes a path of the tree; bytes that are not UTF-8 stand there as U+DC80…U+DCFF. */
export function encodePath(path: string): string {
  const encoded = Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xdc80 && code <= 0xdcff ? `%${(code - 0xdc00).toString(16)}` : encodeURIComponent(character);
  });
  return `%2F${encoded.join('')}`;
}
