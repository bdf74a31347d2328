import type { ImageFacts } from '../image/image.ts';
import type { OpenImage } from '../ports.ts';
import { archiveContents, storeContents, type ArchiveOptions, type ImageArchive } from './archive-contents.ts';
import type { BlobStore } from './blob-store.ts';
import type { ArchiveContents, LayerSource } from './contents.ts';
import { brokenArchive, defaultLimits } from './limits.ts';
import { readDigest } from './image-config.ts';
import { chooseOciImage, namesOf, type OciImage } from './oci-choose.ts';
import { checkLayoutFile, isForeign, readOciDocument } from './oci-document.ts';
import { blobPath } from './oci-index.ts';
import { openImage } from './open-image.ts';
import type { ReadAt } from './read-at.ts';

/**
 * Opens an OCI layout in a folder: https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 *
 * Documents are checked against their digests; layers too when `verifyLayers` asks for it, else by their length only.
 * @throws UserError `broken-archive`
 */
export function readOciLayout(store: BlobStore, options: ArchiveOptions): Promise<ImageArchive> {
  return openLayout(storeContents(store, options), options);
}

/** Opens an OCI layout in a tar, plain or compressed as a whole. @throws UserError `broken-archive`, `too-large` */
export async function readOciArchive(archive: ReadAt, options: ArchiveOptions): Promise<ImageArchive> {
  return openLayout(await archiveContents(archive, options), options);
}

/** The images of an OCI layout: https://github.com/opencontainers/image-spec/blob/main/image-layout.md @throws UserError `broken-archive` */
export async function openLayout(contents: ArchiveContents, options: ArchiveOptions): Promise<ImageArchive> {
  const { source, limits = defaultLimits } = options;
  const mark = await contents.document('oci-layout');
  if (!mark) throw brokenArchive(contents.where, `it holds no oci-layout file${await whatInstead(contents)}`);
  checkLayoutFile(mark, `\`oci-layout\` in ${contents.where}`);
  const bytes = await contents.document('index.json');
  if (!bytes) throw brokenArchive(contents.where, 'it holds no index.json');
  const where = `\`index.json\` in ${contents.where}`;
  const index = readOciDocument(bytes, undefined, where);
  if (index.kind !== 'index') throw brokenArchive(where, 'it is no index');
  return {
    images: index.manifests.map((root) => ({ tags: namesOf(root) })),
    open: async (name, platform) =>
      openOciImage(contents, source, await chooseOciImage(contents, index.manifests, name, platform, limits)),
  };
}

async function whatInstead(contents: ArchiveContents): Promise<string> {
  const isDockers = (await contents.stat('manifest.json')) !== undefined;
  if (isDockers) return ', but what `docker save` writes: name it docker-archive:FILE';
  return ': it was cut short, or is no OCI layout';
}

/** The port's image over a chosen manifest. @param source what `facts.source` says. @throws UserError `broken-archive` */
export function openOciImage(
  contents: ArchiveContents,
  source: string,
  { manifest, config, descriptor }: OciImage,
): OpenImage {
  const { layers } = manifest;
  const where = `manifest ${descriptor.digest} in ${contents.where}`;
  if (layers.length !== config.diffIds.length) {
    throw brokenArchive(where, `it lists ${layers.length} layers and its config ${config.diffIds.length}`);
  }
  const blobs = layers.map(({ digest, bytes, mediaType }, index) => ({
    digest: readDigest(digest, `layer ${index} of ${where}`),
    bytes,
    mediaType,
  }));
  const facts: ImageFacts = {
    source,
    ...config,
    ...(descriptor.platform !== undefined &&
      config.platform.startsWith('unknown/') && { platform: descriptor.platform }),
    blobs,
  };
  const sources = blobs.map((blob, index): LayerSource => {
    return {
      path: blobPath(blob),
      where: `layer ${index} (${blob.digest}) of ${contents.where}`,
      blobDigest: blob.digest,
      blobBytes: blob.bytes,
      isForeign: isForeign(blob.mediaType),
      diffId: config.diffIds[index],
    };
  });
  return openImage(contents, facts, sources);
}
