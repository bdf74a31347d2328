import { z } from 'zod';
import type { ArchiveContents } from '../../archive/contents.ts';
import type { LayerCache } from '../../archive/layer-cache.ts';
import { defaultLimits } from '../../archive/limits.ts';
import { chooseOciImage, type OciImage } from '../../archive/oci-choose.ts';
import { openOciImage } from '../../archive/oci-layout.ts';
import { readOciDocument } from '../../archive/oci-document.ts';
import type { OpenImage } from '../../ports.ts';
import type { Digest } from '../../result/measurement.ts';
import type { Engine } from './api.ts';
import type { RunName } from './run-name.ts';
import { archiveOf, blobsBelowRoot, mountPoint, readStoredBodies, readStoredLayers } from './content-layers.ts';
import { withContainer } from './container.ts';
import { EngineRefused } from './failures.ts';
import { readFirstFile } from './first-file.ts';

/** An image of the containerd store, as the engine's inspection tells of it. */
export interface ContentImage {
  /** Digest of its manifest or index. */
  readonly id: Digest;
  readonly platform: string;
  /** Folders in which containerd may keep its content, the likeliest first. */
  readonly roots: readonly string[];
}

/**
 * Opens an image from the blobs of containerd's content store, instead of having the engine export them one small piece
 * after the other. A container that is never started gets them bound read-only, and its archive endpoint hands them out.
 *
 * Manifest and config are checked against their digests, every layer against its DiffID.
 * @throws Error when the store is not where it is looked for, the engine refuses, or anything does not fit: then the export tells.
 */
export async function openContentStore(
  engine: Engine,
  { runId }: RunName,
  image: ContentImage,
  cache: LayerCache,
  signal: AbortSignal,
): Promise<Pick<OpenImage, 'facts' | 'readLayers' | 'readRecords'>> {
  const where = `engine:${image.id}`;
  const { root, chosen } = await firstRoot(image.roots, async (folder) => {
    const mounts = [{ source: `${folder}/${blobsBelowRoot}`, target: mountPoint }];
    const found = await withContainer(engine, { runId, imageId: image.id, mounts }, signal, (container) =>
      chooseImage(documentsOf(engine, container, where, signal), image),
    );
    return { root: folder, chosen: found };
  });
  const store = { engine, runId, imageId: image.id, root, where, cache };
  const contents: ArchiveContents = {
    where,
    stat: () => Promise.resolve(undefined),
    document: () => Promise.resolve(undefined),
    readLayers: (layers, when, keep) => readStoredLayers(store, layers, when, keep),
    readBodies: (layers, wanted, when) => readStoredBodies(store, layers, wanted, when),
  };
  const opened = openOciImage(contents, `engine:${chosen.config.imageId}`, chosen);
  const { blobs = [], ...facts } = opened.facts;
  // Layers that came by an archive lie here as plain tars, which no registry would send: they tell nothing of a pull.
  const isPulled = blobs.some(({ mediaType }) => /[.+](gzip|zstd)$/.test(mediaType));
  return { ...opened, facts: { ...facts, ...(isPulled && { blobs }) } };
}

/** @throws what the first root that is there throws; where none is, what the last one did. */
async function firstRoot<T>(roots: readonly string[], work: (root: string) => Promise<T>): Promise<T> {
  let refusal: unknown = new Error('it is not known where containerd keeps its content');
  for (const root of roots)
    try {
      return await work(root);
    } catch (thrown) {
      // 400: no such folder on the engine's machine.
      if (!(thrown instanceof EngineRefused && thrown.status === 400)) throw thrown;
      refusal = thrown;
    }
  throw refusal;
}

const typed = z.object({ mediaType: z.string().optional() });

async function chooseImage(contents: ArchiveContents, { id, platform }: ContentImage): Promise<OciImage> {
  const bytes = await contents.document(`blobs/${id.replace(':', '/')}`);
  if (!bytes) throw new Error(`the content store does not hold ${id}`);
  const { kind } = readOciDocument(bytes, undefined, contents.where);
  // Images that came by an archive keep Docker's own types.
  const { mediaType = `application/vnd.oci.image.${kind}.v1+json` } = typed.parse(JSON.parse(bytes.toString('utf8')));
  const root = { mediaType, digest: id, bytes: bytes.length, annotations: {} };
  return chooseOciImage(contents, [root], undefined, platform, defaultLimits);
}

const unused = (): Promise<never> => Promise.reject(new Error('only documents are read here'));

/** The content store's documents, each asked for once. */
function documentsOf(engine: Engine, container: string, where: string, signal: AbortSignal): ArchiveContents {
  const documents = new Map<string, Promise<Buffer | undefined>>();
  const fetchDocument = async (path: string): Promise<Buffer | undefined> => {
    const digest = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (digest === undefined) throw new Error(`the content store is not asked for ${path}`);
    const tar = await archiveOf(engine, container, `${mountPoint}/${digest}`, signal);
    try {
      const body = await readFirstFile(tar, defaultLimits.maxDocumentBytes + 1);
      return body && Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    } finally {
      tar.destroy();
    }
  };
  return {
    where,
    stat: unused,
    readLayers: unused,
    readBodies: unused,
    document: (path) => {
      const document = documents.get(path) ?? fetchDocument(path);
      documents.set(path, document);
      return document;
    },
  };
}
