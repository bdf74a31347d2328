import type { ArchiveCall } from './archive-plan.ts';
import type { Engine } from './api.ts';
import type { RunName } from './run-name.ts';
import { withArchive } from './container-archive.ts';
import { withContainer, type ReadOnlyMount } from './container.ts';
import { readFirstFile } from './first-file.ts';
import { readFolder } from './folder-bodies.ts';

const atOnce = 4;

/** What is read of a container that is never started. */
export interface FilesWish {
  readonly imageId: string;
  readonly mounts?: readonly ReadOnlyMount[];
  readonly calls: readonly ArchiveCall[];
  /** Of each file. */
  readonly maxBytes: number;
}

/** Beginnings of regular files by their path in the container; those the engine does not find are left out. */
export async function readFiles(
  engine: Engine,
  { runId }: RunName,
  { imageId, mounts = [], calls, maxBytes }: FilesWish,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>();
  if (calls.length === 0) return bodies;
  const readAlone = async (container: string, path: string): Promise<void> => {
    const body = await withArchive(engine, container, path, signal, (tar) => readFirstFile(tar, maxBytes));
    if (body) bodies.set(path, body);
  };
  const readAll = async (container: string, { path: folder, files }: ArchiveCall): Promise<void> => {
    const read = (wanted: ReadonlySet<string>) =>
      readFolder(engine, container, { folder, isWanted: (path) => wanted.has(path), maxBytes }, signal);
    const { bodies: found, links } = await read(new Set(files));
    for (const [path, body] of found) bodies.set(path, body);
    // Where a second name is wanted, the body came under the first, which may have passed by as unwanted: once more for all.
    const second = files.filter((path) => !bodies.has(path) && links.has(path));
    const passed = new Set(second.flatMap((path) => links.get(path) ?? []).filter((first) => !bodies.has(first)));
    const firsts = new Map([...found, ...(passed.size > 0 ? (await read(passed)).bodies : [])]);
    for (const path of second) {
      const body = firsts.get(links.get(path) ?? '');
      if (body) bodies.set(path, body);
    }
  };
  await withContainer(engine, { runId, imageId, mounts }, signal, async (container) => {
    // Longest first, so that the last one to end is a short one.
    const waiting = calls.toSorted((one, other) => other.ms - one.ms).values();
    const reader = async (): Promise<void> => {
      for (const call of waiting) await (call.isFolder ? readAll(container, call) : readAlone(container, call.path));
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}
