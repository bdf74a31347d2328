import type { ArchiveContents } from './contents.ts';
import { ambiguousImage, noSuchImage, noSuchPlatform, notAnImage } from './choice-errors.ts';
import { readImageConfig, type ConfigFacts } from './image-config.ts';
import { fullTag } from './image-names.ts';
import { brokenArchive, type ArchiveLimits } from './limits.ts';
import { isPlatform, type Descriptor } from './oci-descriptor.ts';
import { isConfigType, isLayerType, readOciDocument, type Manifest } from './oci-document.ts';
import { findManifests, readChecked } from './oci-index.ts';

/** An image of an index: its manifest and config, both checked against their digests. */
export interface OciImage {
  readonly descriptor: Descriptor;
  readonly manifest: Manifest;
  readonly config: ConfigFacts;
}

/** The names a layout's entry goes by: a tag alone, and on containerd and Docker the whole name. */
export function namesOf({ annotations }: Descriptor): readonly string[] {
  return ['io.containerd.image.name', 'org.opencontainers.image.ref.name'].flatMap((key) => annotations[key] ?? []);
}

/** Chooses by name or digest, then by platform; what is left must be one image. @throws UserError */
export async function chooseOciImage(
  contents: ArchiveContents,
  roots: readonly Descriptor[],
  name: string | undefined,
  platform: string | undefined,
  limits: ArchiveLimits,
): Promise<OciImage> {
  const named = name === undefined ? roots : roots.filter((root) => isNamed(root, name));
  if (named.length === 0)
    throw noSuchImage(
      contents.where,
      name,
      roots.flatMap((root) => namesOf(root).slice(0, 1)),
    );
  const found = await findManifests(contents, named, limits);
  const images: OciImage[] = [];
  const others: string[] = [];
  const artifacts: string[] = [];
  for (const descriptor of found) {
    // An index's word on the platform saves reading manifests that are not wanted.
    if (platform !== undefined && descriptor.platform !== undefined && !isPlatform(descriptor.platform, platform)) {
      others.push(descriptor.platform);
      continue;
    }
    const image = await readImage(contents, descriptor);
    if (typeof image === 'string') {
      artifacts.push(image);
      continue;
    }
    if (platform === undefined || isPlatform(descriptor.platform ?? image.config.platform, platform))
      images.push(image);
    else others.push(image.config.platform);
  }
  const [first, second] = images;
  if (!first && platform !== undefined && others.length > 0) throw noSuchPlatform(contents.where, platform, others);
  if (!first)
    throw artifacts[0] ? notAnImage(contents.where, artifacts[0]) : noSuchImage(contents.where, undefined, []);
  if (second) {
    const choices = images.map(
      ({ descriptor, config }) => `${namesOf(descriptor)[0] ?? descriptor.digest} (${config.platform})`,
    );
    throw ambiguousImage(contents.where, choices);
  }
  return first;
}

/** @returns the media type in the way when the manifest is of something else than an image. */
async function readImage(contents: ArchiveContents, descriptor: Descriptor): Promise<OciImage | string> {
  const document = await readChecked(contents, descriptor, 'manifest');
  const manifest = readOciDocument(document.bytes, descriptor.mediaType, document.where);
  if (manifest.kind !== 'manifest') throw brokenArchive(document.where, 'it is no manifest');
  const isImage = isConfigType(manifest.config.mediaType);
  const odd = isImage ? manifest.layers.find(({ mediaType }) => !isLayerType(mediaType)) : manifest.config;
  if (odd) return odd.mediaType;
  const config = await readChecked(contents, manifest.config, 'config');
  return {
    descriptor,
    manifest,
    config: { ...readImageConfig(config.bytes, config.where), imageId: manifest.config.digest },
  };
}

function isNamed(root: Descriptor, name: string): boolean {
  if (root.digest === name || (/^[0-9a-f]{6,64}$/.test(name) && root.digest.startsWith(`sha256:${name}`))) return true;
  return namesOf(root).some((known) => known === name || fullTag(known) === fullTag(name));
}
