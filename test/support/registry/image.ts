import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tarFile, tarOf } from '../tar.ts';

/** What a registry keeps of an image. */
export interface StoredImage {
  readonly manifest: Buffer;
  readonly mediaType: string;
  /** Of the manifest. */
  readonly digest: string;
  readonly config: string;
  /** Digests of its layers' blobs, base layer first. */
  readonly layers: readonly string[];
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** What a test may say of an image. */
export interface ImageForm {
  /** The uncompressed tars. */
  readonly tars?: readonly Buffer[];
  readonly pack?: (tar: Buffer) => Buffer;
  readonly layerType?: string;
  readonly architecture?: string;
  /** Its `config`, as the image specification names the fields. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly docker?: boolean;
  readonly hash?: 'sha256' | 'sha512';
}

export const sha = (bytes: Buffer, hash = 'sha256'): string =>
  `${hash}:${createHash(hash).update(bytes).digest('hex')}`;

const ociTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
const dockerTypes = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};

/** Bytes that do not pack. */
export function noise(bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  for (let at = 0, x = 0x9e3779b9; at < bytes; at += 1) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    out[at] = x & 0xff;
  }
  return out;
}

/** A zstd frame of one block that is stored as it is: https://datatracker.ietf.org/doc/html/rfc8878#section-3.1.1 */
export function zstdStored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(0xfd2fb528, 0);
  // Single segment, with the length of the content in four bytes.
  head[4] = 0xa0;
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return Buffer.concat([head, bytes]);
}

/** A whole image, of one layer with one file unless said otherwise. */
export function anImage(form: ImageForm = {}): StoredImage {
  const { tars = [tarOf(tarFile('etc/passwd', 'root:x:0:0::/:/bin/sh\n'))], hash = 'sha256' } = form;
  const pack = form.pack ?? ((tar: Buffer): Buffer => gzipSync(tar));
  const types = form.docker === true ? dockerTypes : ociTypes;
  const packed = tars.map(pack);
  const config = Buffer.from(
    JSON.stringify({
      os: 'linux',
      architecture: form.architecture ?? 'amd64',
      config: form.config ?? { User: '1000' },
      rootfs: { type: 'layers', diff_ids: tars.map((tar) => sha(tar, hash)) },
      history: tars.map((_tar, index) => ({ created_by: `step ${index}` })),
    }),
  );
  const describe = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: sha(bytes, hash), size: bytes.length });
  const layers = packed.map((bytes) => describe(form.layerType ?? types.layer, bytes));
  const manifest = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: types.manifest, config: describe(types.config, config), layers }),
  );
  return {
    manifest,
    mediaType: types.manifest,
    digest: sha(manifest),
    config: sha(config, hash),
    layers: layers.map(({ digest }) => digest),
    blobs: new Map([config, ...packed].map((bytes) => [sha(bytes, hash), bytes])),
  };
}

/** An entry of an index; `platform` as `os/architecture[/variant]`. */
export function entryFor(
  { manifest, mediaType, digest }: Pick<StoredImage, 'manifest' | 'mediaType' | 'digest'>,
  platform?: string,
  annotations?: Readonly<Record<string, string>>,
): object {
  const [os, architecture, variant] = platform?.split('/') ?? [];
  return {
    mediaType,
    digest,
    size: manifest.length,
    ...(platform !== undefined && { platform: { os, architecture, ...(variant !== undefined && { variant }) } }),
    ...(annotations && { annotations }),
  };
}

/** A list of manifests, itself kept as one. */
export function anIndex(
  entries: readonly object[],
  docker = false,
): Pick<StoredImage, 'manifest' | 'mediaType' | 'digest'> {
  const mediaType = docker ? dockerTypes.index : ociTypes.index;
  const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests: entries }));
  return { manifest, mediaType, digest: sha(manifest) };
}
