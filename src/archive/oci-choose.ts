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
  const found = await findNamed(contents, roots, name, limits);
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

/** The manifests a name stands for: that of an entry of the layout, else the digest of something below one. @throws UserError */
async function findNamed(
  contents: ArchiveContents,
  roots: readonly Descriptor[],
  name: string | undefined,
  limits: ArchiveLimits,
): Promise<readonly Descriptor[]> {
  const named = name === undefined ? roots : roots.filter((root) => isNamed(root, name));
  if (named.length > 0) return findManifests(contents, named, limits);
  const below =
    name === undefined ? [] : await findManifests(contents, roots, limits, (child) => isDigestOf(child, name));
  if (below.length > 0) return below;
  const names = roots.flatMap((root) => namesOf(root).slice(0, 1));
  throw noSuchImage(contents.where, name, names);
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
    config: { ...readImageConfig(config.bytes, config.where), imageId: config.digest },
  };
}

/** By the whole digest or its start. */
function isDigestOf({ digest }: Descriptor, name: string): boolean {
  return digest === name || (/^[0-9a-f]{6,64}$/.test(name) && digest.startsWith(`sha256:${name}`));
}

function isNamed(root: Descriptor, name: string): boolean {
  if (isDigestOf(root, name)) return true;
  return namesOf(root).some((known) => known === name || fullTag(known) === fullTag(name));
}
