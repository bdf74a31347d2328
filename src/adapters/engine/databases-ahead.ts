import { isPackageDatabase } from '../../image/packages/packages.ts';
import type { FileNode } from '../../image/tree.ts';
import type { Engine } from './api.ts';
import type { RunName } from './run-name.ts';
import { withContainer } from './container.ts';
import { folderOf, keepBodies, readFolder, type Bodies, type BodyKeeper } from './folder-bodies.ts';

/** All of dpkg's: its lists are small and many, and a second request costs more than what lies beside them. */
export const databaseFolder = 'var/lib/dpkg';
const maxBytes = 64 * 2 ** 20;

/** Takes package databases from an archive of {@link databaseFolder}. */
export const databaseKeeper = (): BodyKeeper => keepBodies(isPackageDatabase, folderOf(databaseFolder), maxBytes);

/**
 * Package databases, asked for while the layers are still being read: whoever reads layers asks for them next, and the
 * engine takes a while to look into a container.
 */
export class DatabasesAhead {
  #reading: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  /** Begins, in a container of its own that is never started. Nobody need wait for it. */
  start(engine: Engine, { runId }: RunName, imageId: string, signal: AbortSignal): void {
    const wish = { folder: databaseFolder, isWanted: isPackageDatabase, maxBytes };
    const read = (container: string) => readFolder(engine, container, wish, signal);
    // Whatever is wrong here is told when the files are asked for in the usual way.
    this.#reading ??= withContainer(engine, { runId, imageId }, signal, read).then(
      ({ bodies }) => new Map(bodies),
      () => new Map(),
    );
  }

  /** Takes those that come on another way. */
  expect(bodies: Promise<Bodies>): void {
    this.#reading ??= bodies.then(
      (found) => new Map(found),
      () => new Map(),
    );
  }

  /** Those of the bodies that came, as far as wanted; they are handed out once, so that nothing is held for longer. */
  async take(nodes: readonly FileNode[], most: number): Promise<ReadonlyMap<string, Uint8Array>> {
    if (!this.#reading || !nodes.some(({ path }) => isPackageDatabase(path))) return new Map();
    const bodies = await this.#reading;
    this.#reading = undefined;
    return new Map(
      nodes.flatMap(({ path, fileBytes }) => {
        const body = bodies.get(path);
        return body?.length === fileBytes ? [[path, body.subarray(0, most)] as const] : [];
      }),
    );
  }
}
