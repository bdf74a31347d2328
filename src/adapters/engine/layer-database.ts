import { createHash } from 'node:crypto';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { Digest } from '../../result/measurement.ts';
import { counted } from '../read-meter.ts';
import type { Engine } from './api.ts';
import type { RunName } from './run-name.ts';
import { archiveQuietMs } from './container-archive.ts';
import { drawMountName, withContainer } from './container.ts';
import { readDatabase, type OpenBody } from './layer-database-records.ts';

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
 * @throws Error when the engine keeps no such database, refuses, or anything does not fit: then the export tells.
 */
export async function readLayerDatabase(
  engine: Engine,
  { runId }: RunName,
  image: StoredImage,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, ScannedTar>> {
  const root = /^(\/.*)\/overlay2\/[^/]+\/diff$/.exec(image.upperDir)?.[1];
  if (root === undefined) throw new Error(`the layers do not lie in an overlay2 folder: ${image.upperDir}`);
  const wanted = image.wanted ?? [...image.diffIds.keys()];
  if (wanted.length === 0) return new Map();
  const chainIds = chainIdsOf(image.diffIds);
  const own = drawMountName();
  const { folder = '', openBody = () => undefined } = image.beside ?? {};
  const mounts = wanted.map((layer) => ({
    source: `${root}/image/overlay2/layerdb/sha256/${chainIds[layer]}`,
    target: `/${folder}/${own}/${layer}`.replace('//', '/'),
  }));
  return withContainer(engine, { runId, imageId: image.id, mounts }, signal, async (container) => {
    const answer = await engine.stream(
      {
        what: 'reading the layer database',
        method: 'GET',
        path: `/containers/${container}/archive`,
        query: { path: folder === '' ? `/${own}` : `/${folder}` },
        quietMs: archiveQuietMs,
      },
      signal,
    );
    try {
      const archive = counted(answer as AsyncIterable<Buffer>, engine.onBytes);
      // An archive's names begin with the name of its own folder.
      const within = folder === '' ? own : `${folder.slice(folder.lastIndexOf('/') + 1)}/${own}`;
      return await readDatabase(archive, { within, diffIds: image.diffIds, wanted, openBody });
    } finally {
      answer.destroy();
    }
  });
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
