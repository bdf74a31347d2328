import type { OpenImage } from '../ports.ts';
import type { ArchiveContents } from './contents.ts';
import { chooseDockerImage, openDockerImage, readDockerManifest } from './docker-manifest.ts';
import { defaultLimits, type ArchiveLimits } from './limits.ts';
import { streamContents, type OpenStream } from './stream-contents.ts';

/** How an archive is read; everything is optional but the name it is called by. */
export interface ArchiveOptions {
  /** What messages and `facts.source` call it, e.g. `docker-archive:image.tar`. */
  readonly source: string;
  readonly limits?: ArchiveLimits;
  /** Computes CRC-32 of every regular file's body while reading. */
  readonly contentSums?: boolean;
  /** How many bytes from the start of a file's body to keep while streaming; by default none. Path as in LayerEntries. */
  readonly keepBody?: (path: string, fileBytes: number) => number;
  readonly signal?: AbortSignal;
}

/** An archive that has been read: which images it holds, and each of them opened by name. */
export interface ImageArchive {
  /** Tags of every image in the archive, in its order; an image without a tag has none. */
  readonly images: readonly { readonly tags: readonly string[] }[];
  /**
   * @param image a tag, or the image's ID or a unique start of it; may be left out where there is only one image.
   * @param platform `os/architecture[/variant]`, refused when the image is of another.
   * @throws UserError `no-such-image`, `ambiguous-image`, `no-such-platform`, `broken-archive`, `too-large`
   */
  open(image?: string, platform?: string): Promise<OpenImage>;
}

/**
 * Reads `docker save`'s output, of any engine and of several images at once, layers scanned while the bytes arrive.
 *
 * A chunk is not looked at again after the next one is asked for, so one buffer may be used for all.
 * @param stream opens the stream; called a second time only for file bodies that `keepBody` did not keep.
 * @throws UserError `broken-archive`, `too-large`
 */
export async function readDockerArchiveStream(stream: OpenStream, options: ArchiveOptions): Promise<ImageArchive> {
  const { source, keepBody } = options;
  const contents = await streamContents(stream, {
    where: source,
    limits: options.limits ?? defaultLimits,
    contentSums: options.contentSums === true,
    keepBody: (_blob, { path, bodyBytes }) => keepBody?.(path, bodyBytes) ?? 0,
    signal: options.signal,
  });
  return dockerArchive(contents, source);
}

async function dockerArchive(contents: ArchiveContents, source: string): Promise<ImageArchive> {
  const images = await readDockerManifest(contents);
  return {
    images: images.map(({ tags }) => ({ tags })),
    open: async (name, platform) =>
      openDockerImage(contents, source, await chooseDockerImage(contents, images, name, platform)),
  };
}
