import type { ArchiveContents } from './contents.ts';
import { ambiguousImage, noSuchImage, noSuchPlatform, notAnImage } from './choice-errors.ts';
import { fullTag } from './image-names.ts';
import { readImageConfig, type ConfigFacts } from './image-config.ts';
import { checkDigest } from './layer-verify.ts';
import type { Digest } from '../result/measurement.ts';
import { brokenArchive, defaultLimits, tooLarge, type ArchiveLimits } from './limits.ts';
import { isPlatform, type Descriptor } from './oci-descriptor.ts';
import { isConfigType, isLayerType, kindOf, readOciDocument, type Manifest } from './oci-document.ts';

/** An image of an index: its manifest and config, both checked against their digests. */
export interface OciImage {
  readonly descriptor: Descriptor;
  readonly manifest: Manifest;
  readonly config: ConfigFacts;
}

/** Where a blob lies in a layout: https://github.com/opencontainers/image-spec/blob/main/image-layout.md#blobs */
export function blobPath({ digest }: Pick<Descriptor, 'digest'>): string {
  return `blobs/${digest.replace(':', '/')}`;
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

/** The layers an archive's own index states for the image with this config; undefined where it states none. @throws UserError */
export async function layersOfConfig(
  contents: ArchiveContents,
  config: Digest,
): Promise<readonly Descriptor[] | undefined> {
  const bytes = await contents.document('index.json');
  const index = bytes && readOciDocument(bytes, undefined, `\`index.json\` in ${contents.where}`);
  if (index?.kind !== 'index') return undefined;
  for (const descriptor of await findManifests(contents, index.manifests, defaultLimits)) {
    const { bytes: document, where } = await readChecked(contents, descriptor, 'manifest');
    const manifest = readOciDocument(document, descriptor.mediaType, where);
    if (manifest.kind === 'manifest' && manifest.config.digest === config) return manifest.layers;
  }
  return undefined;
}

/** Follows indexes down to manifests of images, each once. @throws UserError when they nest too deep, loop, or are too many. */
async function findManifests(
  contents: ArchiveContents,
  roots: readonly Descriptor[],
  limits: ArchiveLimits,
): Promise<readonly Descriptor[]> {
  const found: Descriptor[] = [];
  const seen = new Set<string>();
  const visit = async (descriptor: Descriptor, depth: number): Promise<void> => {
    if (seen.has(descriptor.digest) || isAttestation(descriptor)) return;
    seen.add(descriptor.digest);
    if (seen.size > limits.maxManifests)
      throw tooLarge('lists more manifests than this tool reads', contents.where, `${limits.maxManifests}`, 'more');
    if (kindOf(descriptor.mediaType) === 'manifest') found.push(descriptor);
    if (kindOf(descriptor.mediaType) !== 'index') return;
    if (depth >= limits.maxIndexDepth)
      throw tooLarge('nests indexes deeper than this tool reads', contents.where, `${limits.maxIndexDepth}`, 'deeper');
    const { bytes, where } = await readChecked(contents, descriptor, 'index');
    const index = readOciDocument(bytes, descriptor.mediaType, where);
    if (index.kind === 'index')
      for (const child of index.manifests)
        await visit({ ...child, annotations: { ...namesAsAnnotations(descriptor), ...child.annotations } }, depth + 1);
  };
  for (const root of roots) await visit(root, 0);
  return found;
}

/** BuildKit lists what it attests about an image beside the image: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isAttestation({ annotations, platform }: Descriptor): boolean {
  return annotations['vnd.docker.reference.type'] === 'attestation-manifest' || platform === 'unknown/unknown';
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

async function readChecked(contents: ArchiveContents, descriptor: Descriptor, what: string) {
  const where = `${what} ${descriptor.digest} in ${contents.where}`;
  const bytes = await contents.document(blobPath(descriptor));
  if (!bytes) throw brokenArchive(where, 'it is not there');
  if (bytes.length !== descriptor.bytes)
    throw brokenArchive(where, `it has ${bytes.length} bytes, not ${descriptor.bytes}`);
  checkDigest(bytes, descriptor.digest, where);
  return { bytes, where };
}

function namesAsAnnotations({ annotations }: Descriptor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key.endsWith('image.name') || key.endsWith('ref.name')),
  );
}

function isNamed(root: Descriptor, name: string): boolean {
  if (root.digest === name || (/^[0-9a-f]{6,64}$/.test(name) && root.digest.startsWith(`sha256:${name}`))) return true;
  return namesOf(root).some((known) => known === name || fullTag(known) === fullTag(name));
}
