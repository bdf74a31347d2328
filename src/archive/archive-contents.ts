import { isPackageDatabase } from '../image/packages/packages.ts';
import type { OpenImage } from '../ports.ts';
import { tarStore, type BlobStore } from './blob-store.ts';
import { cachedWhereInflated } from './cached-contents.ts';
import type { ArchiveContents } from './contents.ts';
import type { LayerCache } from './layer-cache.ts';
import { sniffCompression } from './decompress.ts';
import { Budget, defaultLimits, type ArchiveLimits } from './limits.ts';
import { readPart, type ReadAt } from './read-at.ts';
import { StoreContents } from './store-contents.ts';
import { streamContents, type OpenStream } from './stream-contents.ts';

/** How an archive is read; everything is optional but the name it is called by. */
export interface ArchiveOptions {
  /** What messages and `facts.source` call it, e.g. `docker-archive:image.tar`. */
  readonly source: string;
  readonly limits?: ArchiveLimits;
  /**
   * Computes CRC-32 of regular files' bodies: of all whose bytes pass by anyway; in plain layers at hand, which are read
   * at their headers, only of files that another layer holds at the same path with as many bytes (else not a number).
   */
  readonly contentSums?: boolean;
  /**
   * Whether layers are compared with the digests and DiffIDs stated; documents always are. By default where all bytes
   * pass by anyway, which is compressed layers. `true` reads plain ones whole too, of which else only headers are read.
   */
  readonly verifyLayers?: boolean;
  /** How many bytes from the start of a file's body to keep while streaming; by default all of package databases. Path as in LayerEntries. */
  readonly keepBody?: (path: string, fileBytes: number) => number;
  readonly signal?: AbortSignal;
  /** Layers that were read before; used where layers are inflated, summed and verified. */
  readonly cache?: LayerCache;
}

/** An archive that has been read: which images it holds, and each of them opened by name. */
export interface ImageArchive {
  /** Names of every image in the archive, in its order; an image without one has none. */
  readonly images: readonly { readonly tags: readonly string[] }[];
  /**
   * @param image a tag, or the image's ID or a unique start of it; may be left out where there is only one image.
   * @param platform `os/architecture[/variant]`, refused when the image is of another; may be left out where there is only one.
   * @throws UserError `no-such-image`, `ambiguous-image`, `no-such-platform`, `broken-archive`, `too-large`
   */
  open(image?: string, platform?: string): Promise<OpenImage>;
}

const pieceBytes = 1_048_576;

/** Contents of a tar at hand: by seeking when it is plain, else by inflating it whole, again for bodies. @throws UserError */
export async function archiveContents(archive: ReadAt, options: ArchiveOptions): Promise<ArchiveContents> {
  if (sniffCompression(readPart(archive, 0, 4)) !== 'none') return streamedContents(() => piecesOf(archive), options);
  const { source: where, limits = defaultLimits, signal = new AbortController().signal } = options;
  return storeContents(await tarStore(archive, { where, limits, signal }), options);
}

/** Contents of a folder or a tar whose files were found. */
export function storeContents(store: BlobStore, options: ArchiveOptions): ArchiveContents {
  const { source: where, limits = defaultLimits, contentSums = false, verifyLayers, cache } = options;
  const contents = new StoreContents(store, { where, limits, contentSums, verifyLayers });
  return cache && contentSums && verifyLayers !== false ? cachedWhereInflated(contents, cache) : contents;
}

/** Contents of an archive that streams by. @throws UserError */
export function streamedContents(stream: OpenStream, options: ArchiveOptions): Promise<ArchiveContents> {
  // A second pass takes as long as the first, and package databases are sure to be asked for.
  const kept = new Budget(options.limits);
  const keep = options.keepBody ?? ((path, bytes) => (isPackageDatabase(path) ? kept.keep(bytes) : 0));
  return streamContents(stream, {
    where: options.source,
    limits: options.limits ?? defaultLimits,
    contentSums: options.contentSums === true,
    verifyLayers: options.verifyLayers,
    keepBody: (_blob, { path, bodyBytes }) => keep(path, bodyBytes),
    signal: options.signal,
  });
}

async function* piecesOf(archive: ReadAt): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(Math.min(pieceBytes, archive.bytes));
  for (let position = 0; position < archive.bytes;) {
    const bytes = archive.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
