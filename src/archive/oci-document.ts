import { JsonObject, parseJson } from './json.ts';
import { brokenArchive } from './limits.ts';
import { checkDescriptor, checkMediaType, readDescriptor, type Descriptor } from './oci-descriptor.ts';

/** One image's manifest: https://github.com/opencontainers/image-spec/blob/main/manifest.md */
export interface Manifest {
  readonly kind: 'manifest';
  readonly config: Descriptor;
  /** Base layer first. */
  readonly layers: readonly Descriptor[];
}

/** A list of manifests: https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export interface Index {
  readonly kind: 'index';
  readonly manifests: readonly Descriptor[];
}

const kinds: Readonly<Record<string, 'manifest' | 'index'>> = {
  'application/vnd.oci.image.manifest.v1+json': 'manifest',
  'application/vnd.docker.distribution.manifest.v2+json': 'manifest',
  'application/vnd.oci.image.index.v1+json': 'index',
  'application/vnd.docker.distribution.manifest.list.v2+json': 'index',
};

const layerType =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar)(?:[.+](?:gzip|zstd))?$/;

/** What a media type says its document is; undefined for any other. */
export function kindOf(mediaType: string | undefined): 'manifest' | 'index' | undefined {
  return mediaType !== undefined && Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : undefined;
}

/** True for layers that stay with their owner; they may be missing and are never fetched. */
export function isForeign(mediaType: string): boolean {
  return mediaType.includes('.nondistributable.') || mediaType.includes('.foreign.');
}

/** True for the media types of an image's config; artifacts have their own. */
export function isConfigType(mediaType: string): boolean {
  return (
    mediaType === 'application/vnd.oci.image.config.v1+json' ||
    mediaType === 'application/vnd.docker.container.image.v1+json'
  );
}

/** True for the media types of a layer's tar. */
export function isLayerType(mediaType: string): boolean {
  return layerType.test(mediaType);
}

/**
 * Reads a manifest or an index, by what it holds. One that could be taken for both is refused (CVE-2021-41190),
 * as is one that is not what its descriptor or Content-Type says.
 * @param stated that media type, if there is one.
 * @throws UserError `broken-archive`
 */
export function readOciDocument(bytes: Uint8Array, stated: string | undefined, where: string): Manifest | Index {
  const document = new JsonObject(parseJson(bytes, where), where);
  const own = checkMediaType(document, 'mediaType');
  if (document.integer('schemaVersion') !== 2)
    throw brokenArchive(where, 'it is of no schema version this tool knows, which is 2');
  const isIndex = document.has('manifests');
  if (isIndex && (document.has('layers') || document.has('config'))) {
    throw brokenArchive(where, 'it could be read both as a manifest and as an index');
  }
  const kind = isIndex ? 'index' : 'manifest';
  for (const claimed of [own, stated]) {
    if (claimed !== undefined && (kindOf(claimed) ?? kind) !== kind) throw brokenArchive(where, `it is no ${claimed}`);
  }
  if (own !== undefined && stated !== undefined && own !== stated)
    throw brokenArchive(where, `it calls itself ${own} and is called ${stated}`);
  const subject = document.object('subject');
  if (subject) checkDescriptor(subject);
  document.textMap('annotations');
  return isIndex
    ? { kind: 'index', manifests: (document.objects('manifests') ?? []).map(readDescriptor) }
    : readManifest(document, own);
}

function readManifest(document: JsonObject, own: string | undefined): Manifest {
  const config = document.object('config');
  const layers = document.objects('layers');
  if (!config || !layers) throw brokenArchive(document.where, 'it has no config or no layers');
  if (layers.length === 0 && own?.includes('.oci.')) throw brokenArchive(document.where, 'its list of layers is empty');
  return { kind: 'manifest', config: readDescriptor(config), layers: layers.map(readDescriptor) };
}

/** Checks the file that marks a layout: https://github.com/opencontainers/image-spec/blob/main/image-layout.md#oci-layout-file @throws UserError */
export function checkLayoutFile(bytes: Uint8Array, where: string): void {
  const version = new JsonObject(parseJson(bytes, where), where).text('imageLayoutVersion');
  if (version !== '1.0.0') throw brokenArchive(where, `it is of layout version ${version ?? '(none)'}, not 1.0.0`);
}
