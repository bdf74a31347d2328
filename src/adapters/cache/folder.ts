import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeLayer, encodeLayer } from './format.ts';
import type { LayerCache } from '../../archive/layer-cache.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { SumAlgorithm } from '../../image/entries.ts';
import type { Digest } from '../../result/measurement.ts';
import { prune } from './prune.ts';

/** Where layers that were read are kept, and who seals them. */
export interface CacheFolderOptions {
  /** Made when it is first written to. */
  readonly folder: string;
  /** Seals what is kept, so that what others put there is not believed; empty: the folder's permissions are the guard. */
  readonly key: string;
  /** Takes what was wrong with the folder, a line for a person. */
  readonly note: (text: string) => void;
}

/** A cache of layers in a folder, a file each. */
export interface CacheFolder extends LayerCache {
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/**
 * Opens a folder as a cache of layers. Nothing about it can fail a run: what cannot be read is read from the image again,
 * what cannot be written is said once.
 */
export function cacheFolder({ folder, key, note }: CacheFolderOptions): CacheFolder {
  const writes = new Set<Promise<void>>();
  const fileOf = (diffId: Digest, sums: SumAlgorithm): string =>
    join(folder, `${diffId.replace(':', '-')}.${sums}.layer`);
  let isBroken = false;

  const write = async (diffId: Digest, sums: SumAlgorithm, layer: ScannedTar): Promise<void> => {
    const path = fileOf(diffId, sums);
    const draft = `${path}.${randomUUID()}.draft`;
    try {
      const bytes = await encodeLayer(diffId, layer, key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, bytes, { flag: 'wx', mode: 0o600 });
      // Only a whole file gets the name: a reader beside us sees all of it or none.
      await rename(draft, path);
    } catch (thrown) {
      if (!isBroken) note(`Layers cannot be kept in ${folder}: ${messageOf(thrown)}.`);
      isBroken = true;
      await rm(draft, { force: true }).catch(() => undefined);
    }
  };

  return {
    async get(diffId, sums) {
      const path = fileOf(diffId, sums);
      const bytes = await readKept(path, note);
      if (!bytes) return undefined;
      try {
        const layer = await decodeLayer(bytes, { diffId, sums }, key);
        const now = new Date();
        // What was used last is thrown away last; a folder that is only readable has no say in that.
        await utimes(path, now, now).catch(() => undefined);
        return layer;
      } catch (thrown) {
        note(`${path} is not used and will be written anew: ${messageOf(thrown)}.`);
        await rm(path, { force: true }).catch(() => undefined);
        return undefined;
      }
    },
    has: (diffId, sums) =>
      access(fileOf(diffId, sums)).then(
        () => true,
        () => false,
      ),
    put(diffId, layer) {
      const sums = layer.entries.contentSums?.algorithm;
      if (isBroken || sums === undefined || !/^sha(256|512):[0-9a-f]+$/.test(diffId)) return;
      const writing = write(diffId, sums, layer).finally(() => writes.delete(writing));
      writes.add(writing);
    },
    async close() {
      if (writes.size === 0) return;
      await Promise.all(writes);
      if (isBroken) return;
      await prune(folder).catch((thrown: unknown) => note(`${folder} was not tidied: ${messageOf(thrown)}.`));
    },
  };
}

async function readKept(path: string, note: (text: string) => void): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (thrown) {
    if (!isCode(thrown, 'ENOENT')) note(`${path} cannot be read: ${messageOf(thrown)}.`);
    return undefined;
  }
}

const isCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
