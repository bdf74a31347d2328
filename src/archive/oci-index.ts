import type { Digest } from '../result/measurement.ts';
import type { ArchiveContents } from './contents.ts';
import { readDigest } from './image-config.ts';
import { checkDigest } from './layer-verify.ts';
import { brokenArchive, defaultLimits, tooLarge, type ArchiveLimits } from './limits.ts';
import type { Descriptor } from './oci-descriptor.ts';
import { kindOf, readOciDocument } from './oci-document.ts';

/** Where a blob lies in a layout: https://github.com/opencontainers/image-spec/blob/main/image-layout.md#blobs */
export function blobPath({ digest }: Pick<Descriptor, 'digest'>): string {
  return `blobs/${digest.replace(':', '/')}`;
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

/**
 * Follows indexes down to manifests of images, each once.
 * @param isWanted leaves out what is neither wanted itself nor below an index that is.
 * @throws UserError when they nest too deep, loop, or are too many.
 */
export async function findManifests(
  contents: ArchiveContents,
  roots: readonly Descriptor[],
  limits: ArchiveLimits,
  isWanted: (descriptor: Descriptor) => boolean = () => true,
): Promise<readonly Descriptor[]> {
  const found: Descriptor[] = [];
  const seen = new Set<string>();
  const visit = async (descriptor: Descriptor, depth: number, isBelow: boolean): Promise<void> => {
    const takes = isBelow || isWanted(descriptor);
    const visited = `${descriptor.digest} ${takes}`;
    if (seen.has(visited) || isAttestation(descriptor)) return;
    seen.add(visited);
    if (seen.size > limits.maxManifests)
      throw tooLarge('lists more manifests than this tool reads', contents.where, `${limits.maxManifests}`, 'more');
    if (takes && kindOf(descriptor.mediaType) === 'manifest') found.push(descriptor);
    if (kindOf(descriptor.mediaType) !== 'index') return;
    if (depth >= limits.maxIndexDepth)
      throw tooLarge('nests indexes deeper than this tool reads', contents.where, `${limits.maxIndexDepth}`, 'deeper');
    const { bytes, where } = await readChecked(contents, descriptor, 'index');
    const index = readOciDocument(bytes, descriptor.mediaType, where);
    if (index.kind === 'index')
      for (const child of index.manifests)
        await visit(
          { ...child, annotations: { ...namesAsAnnotations(descriptor), ...child.annotations } },
          depth + 1,
          takes,
        );
  };
  for (const root of roots) await visit(root, 0, false);
  return found;
}

/** Reads a blob's document and checks its length and digest. @throws UserError `broken-archive` */
export async function readChecked(contents: ArchiveContents, descriptor: Descriptor, what: string) {
  const where = `${what} ${descriptor.digest} in ${contents.where}`;
  const digest = readDigest(descriptor.digest, where);
  const bytes = await contents.document(blobPath(descriptor));
  if (!bytes) throw brokenArchive(where, 'it is not there');
  if (bytes.length !== descriptor.bytes)
    throw brokenArchive(where, `it has ${bytes.length} bytes, not ${descriptor.bytes}`);
  checkDigest(bytes, digest, where);
  return { bytes, where, digest };
}

/** BuildKit lists what it attests about an image beside the image: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function isAttestation({ annotations, platform }: Descriptor): boolean {
  return annotations['vnd.docker.reference.type'] === 'attestation-manifest' || platform === 'unknown/unknown';
}

function namesAsAnnotations({ annotations }: Descriptor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key.endsWith('image.name') || key.endsWith('ref.name')),
  );
}
