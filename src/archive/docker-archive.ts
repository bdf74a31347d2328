import { archiveContents, streamedContents, type ArchiveOptions, type ImageArchive } from './archive-contents.ts';
import type { ArchiveContents } from './contents.ts';
import { chooseDockerImage, openDockerImage, readDockerManifest } from './docker-manifest.ts';
import type { ReadAt } from './read-at.ts';
import type { OpenStream } from './stream-contents.ts';

export type { ArchiveOptions, ImageArchive } from './archive-contents.ts';

/**
 * Reads `docker save`'s output, of any engine and of several images at once, layers scanned while the bytes arrive.
 *
 * A chunk is not looked at again after the next one is asked for, so one buffer may be used for all.
 * @param stream opens the stream; called a second time only for file bodies that `keepBody` did not keep.
 * @throws UserError `broken-archive`, `too-large`
 */
export async function readDockerArchiveStream(stream: OpenStream, options: ArchiveOptions): Promise<ImageArchive> {
  return dockerArchive(await streamedContents(stream, options), options.source);
}

/**
 * Opens `docker save`'s output at hand. A plain archive is read from header to header, one compressed as a whole is inflated.
 * @throws UserError `broken-archive`, `too-large`
 */
export async function readDockerArchive(archive: ReadAt, options: ArchiveOptions): Promise<ImageArchive> {
  return dockerArchive(await archiveContents(archive, options), options.source);
}

async function dockerArchive(contents: ArchiveContents, source: string): Promise<ImageArchive> {
  const images = await readDockerManifest(contents);
  return {
    images: images.map(({ tags }) => ({ tags })),
    open: async (name, platform) =>
      openDockerImage(contents, source, await chooseDockerImage(contents, images, name, platform)),
  };
}
