import { createHash } from 'node:crypto';
import type { BlobStore } from '../../src/archive/blob-store.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import { tarFile, tarOf } from './tar.ts';

/** An image to be put into archives: uncompressed layer tars, base first, and what its config says besides. */
export interface ArchivedImage {
  readonly tags?: readonly string[];
  readonly layers: readonly Buffer[];
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Digest of bytes, in hexadecimal. */
export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The config document of an image, with DiffIDs computed from its layers. */
export function configOf({ layers, config }: ArchivedImage): Buffer {
  const diff_ids = layers.map((layer) => `sha256:${sha256(layer)}`);
  return Buffer.from(
    JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids }, ...config }),
  );
}

/** Files of a `docker save` as engines before 25 write it: a folder a layer, the manifest last. */
export function oldDockerFiles(...images: readonly ArchivedImage[]): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const manifest = images.map((image) => {
    const config = configOf(image);
    for (const layer of image.layers) {
      files.set(`${sha256(`old ${sha256(layer)}`)}/VERSION`, Buffer.from('1.0'));
      files.set(`${sha256(`old ${sha256(layer)}`)}/json`, Buffer.from('{"id":"legacy"}'));
      files.set(`${sha256(`old ${sha256(layer)}`)}/layer.tar`, layer);
    }
    files.set(`${sha256(config)}.json`, config);
    const Layers = image.layers.map((layer) => `${sha256(`old ${sha256(layer)}`)}/layer.tar`);
    return { Config: `${sha256(config)}.json`, RepoTags: image.tags ?? null, Layers };
  });
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return files;
}

/** Files of a `docker save` as engines since 25 write it: an OCI layout with Docker's manifest beside; blobs as `pack` leaves them. */
export function newDockerFiles(
  pack: (layer: Buffer) => Buffer,
  ...images: readonly ArchivedImage[]
): Map<string, Buffer> {
  const layout = ociFiles(pack, 'application/vnd.oci.image.layer.v1.tar', ...images);
  const manifest = images.map((image) => ({
    Config: `blobs/sha256/${sha256(configOf(image))}`,
    RepoTags: image.tags ?? null,
    Layers: image.layers.map((layer) => `blobs/sha256/${sha256(pack(layer))}`),
  }));
  layout.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return layout;
}

/** Files of an OCI layout; `mediaType` is that of the packed layers. */
export function ociFiles(
  pack: (layer: Buffer) => Buffer,
  mediaType: string,
  ...images: readonly ArchivedImage[]
): Map<string, Buffer> {
  const layout = new Layout();
  const manifests = images.map((image) => {
    const layers = image.layers.map((layer) => layout.add(pack(layer), mediaType));
    const config = layout.add(configOf(image), 'application/vnd.oci.image.config.v1+json');
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const manifest = layout.add({ schemaVersion: 2, mediaType: type, config, layers }, type);
    const [tag] = image.tags ?? [];
    return Object.assign(manifest, tag !== undefined && { annotations: { 'org.opencontainers.image.ref.name': tag } });
  });
  return layout.finish(manifests);
}

/** Puts blobs under their digests. */
export class Layout {
  readonly files = new Map<string, Buffer>();

  /** @returns the blob's descriptor. */
  add(blob: Buffer | object, mediaType: string): { mediaType: string; size: number; digest: string } {
    const bytes = Buffer.isBuffer(blob) ? blob : Buffer.from(JSON.stringify(blob));
    this.files.set(`blobs/sha256/${sha256(bytes)}`, bytes);
    return { mediaType, size: bytes.length, digest: `sha256:${sha256(bytes)}` };
  }

  finish(manifests: readonly object[]): Map<string, Buffer> {
    this.files.set('index.json', Buffer.from(JSON.stringify({ schemaVersion: 2, manifests })));
    this.files.set('oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}'));
    return this.files;
  }
}

/** These files as a tar. */
export function archiveOf(files: ReadonlyMap<string, Buffer>): Buffer {
  return tarOf(...[...files].map(([path, bytes]) => tarFile(path, bytes)));
}

/** These files as a folder. */
export function storeOf(files: ReadonlyMap<string, Buffer>): BlobStore {
  return {
    open: async (path) => {
      const bytes = files.get(path);
      return bytes && readAtOf(bytes);
    },
  };
}

/** A stream that uses one buffer for every chunk, as a socket reader does. */
export function streamOf(bytes: Buffer, chunkBytes = 65_536): () => AsyncIterable<Uint8Array> {
  return async function* chunks() {
    const chunk = Buffer.alloc(Math.min(chunkBytes, bytes.length));
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield chunk.subarray(0, bytes.copy(chunk, 0, at, at + chunkBytes));
    }
  };
}
