import { createHash } from 'node:crypto';
import type { Digest } from '../../result/measurement.ts';
import { counted } from '../read-meter.ts';
import type { Engine, EngineCall } from './api.ts';
import type { RunName } from './run-name.ts';
import { archiveQuietMs } from './container-archive.ts';
import { drawMountName, withContainer, type ReadOnlyMount } from './container.ts';
import { largeAnswer } from './large-answer.ts';
import { readDatabase, type DatabaseReading, type OpenBody, type StoredLayers } from './layer-database-records.ts';

/** An image of the classic store, as the engine's inspection tells of it. */
export interface StoredImage {
  readonly id: Digest;
  readonly diffIds: readonly Digest[];
  /** Folder of the top layer's files on the engine's machine; only there on the overlay2 driver. */
  readonly upperDir: string;
  /** Indexes of the layers to read; all when absent. */
  readonly wanted?: readonly number[];
  /** A folder of the image whose files are taken along. */
  readonly beside?: { readonly folder: string; readonly openBody: OpenBody };
}

/**
 * Reads layers' records from the engine's own layer database instead of exporting the image: a few megabytes of tar
 * headers in place of gigabytes. A container that is never started gets the database's folders of just these layers bound
 * read-only, and its archive endpoint hands them out; nothing but the engine's socket is needed.
 *
 * Every layer is verified: its DiffID and its size are what the database says, and the image names it.
 * What is taken along is kept as far as the archive brings it; with a link or a file in the folder's place nothing fits.
 * @returns what rejects when the engine keeps no such database, refuses, or anything does not fit: then the export tells.
 */
export function readLayerDatabase(
  engine: Engine,
  { runId }: RunName,
  image: StoredImage,
  signal: AbortSignal,
): DatabaseReading {
  const { diffIds, wanted = [...diffIds.keys()] } = image;
  const { folder = '', openBody = () => undefined } = image.beside ?? {};
  const own = drawMountName();
  // An archive's names begin with the name of its own folder.
  const within = folder === '' ? own : `${folder.slice(folder.lastIndexOf('/') + 1)}/${own}`;
  const read = async (container: string, begun: (layers: DatabaseReading['layers']) => void): Promise<void> => {
    const answer = await largeAnswer(engine, callOf(container, folder === '' ? own : folder), signal);
    try {
      const archive = counted(answer, engine.onBytes);
      const { layers, ended } = readDatabase(archive, { within, diffIds, wanted, openBody });
      begun(layers);
      // What does not fit is not read to its end.
      layers.catch(() => answer.destroy());
      await ended;
    } finally {
      answer.destroy();
    }
  };
  let ended = Promise.resolve();
  const layers = new Promise<StoredLayers>((resolve, reject) => {
    const mounts = mountsOf(image, wanted, folder === '' ? `/${own}` : `/${folder}/${own}`);
    const wish = { runId, imageId: image.id, mounts };
    ended = withContainer(engine, wish, signal, (container) => read(container, resolve));
    ended.catch(reject);
  });
  return { layers, ended };
}

const callOf = (container: string, path: string): EngineCall => ({
  what: 'reading the layer database',
  method: 'GET',
  path: `/containers/${container}/archive`,
  query: { path: `/${path}` },
  quietMs: archiveQuietMs,
});

/** The folder of each layer, to be seen in one folder of a container by the layer's index. */
function mountsOf(
  { upperDir, diffIds }: StoredImage,
  wanted: readonly number[],
  target: string,
): readonly ReadOnlyMount[] {
  const root = /^(\/.*)\/overlay2\/[^/]+\/diff$/.exec(upperDir)?.[1];
  if (root === undefined) throw new Error(`the layers do not lie in an overlay2 folder: ${upperDir}`);
  const chainIds = chainIdsOf(diffIds);
  return wanted.map((layer) => ({
    source: `${root}/image/overlay2/layerdb/sha256/${chainIds[layer]}`,
    target: `${target}/${layer}`,
  }));
}

/** ChainIDs without their algorithm: https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid */
export function chainIdsOf(diffIds: readonly Digest[]): readonly string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === undefined
        ? diffId.slice('sha256:'.length)
        : createHash('sha256').update(`sha256:${below} ${diffId}`).digest('hex'),
    );
  }
  return chain;
}
