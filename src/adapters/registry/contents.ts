import { checkDigest } from '../../archive/layer-verify.ts';
import type { ArchiveContents, LayerSource, WantedBody } from '../../archive/contents.ts';
import { readDigest } from '../../archive/image-config.ts';
import type { ArchiveLimits } from '../../archive/limits.ts';
import { readOciDocument } from '../../archive/oci-document.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { KeepBody } from '../../ports.ts';
import type { Digest } from '../../result/measurement.ts';
import type { OnBytes } from '../read-meter.ts';
import type { LayerReader } from './layers.ts';
import type { Registry } from './registry.ts';

/** A repository and how far to trust it. */
export interface Repository {
  readonly registry: Registry;
  /** `library/debian` */
  readonly repository: string;
  readonly limits: ArchiveLimits;
  /** Is told of the bytes of layers as they come, for progress. */
  readonly onBytes?: OnBytes;
}

/** A repository seen as a layout: documents are manifests or blobs, and everything read is checked against its digest. */
export class RepositoryContents implements ArchiveContents {
  readonly where: string;
  readonly #from: Repository;
  readonly #layers: LayerReader;
  readonly #signal: AbortSignal;
  readonly #documents = new Map<string, Promise<Buffer>>();
  /** Paths that a manifest or an index is behind, not a blob. */
  readonly #manifests = new Set<string>();

  constructor(where: string, from: Repository, layers: LayerReader, signal: AbortSignal) {
    this.where = where;
    this.#from = from;
    this.#layers = layers;
    this.#signal = signal;
  }

  /** Takes a manifest that was read by its tag. */
  add(path: string, bytes: Buffer): void {
    this.#documents.set(path, Promise.resolve(bytes));
    this.#manifests.add(path);
    this.#noteChildren(bytes, undefined, path);
  }

  async stat(): Promise<undefined> {
    throw new Error('A registry is not asked for a file by its path.');
  }

  document(path: string): Promise<Buffer> {
    const document = this.#documents.get(path) ?? this.#fetch(path);
    this.#documents.set(path, document);
    return document;
  }

  readLayers(layers: readonly LayerSource[], signal: AbortSignal, keep?: KeepBody): Promise<readonly ScannedTar[]> {
    return this.#layers.readLayers(layers, signal, keep);
  }

  readBodies(layers: readonly LayerSource[], wanted: readonly WantedBody[], signal: AbortSignal) {
    return this.#layers.readBodies(layers, wanted, signal);
  }

  async #fetch(path: string): Promise<Buffer> {
    const digest = digestOfPath(path, this.where);
    const { registry, repository, limits } = this.#from;
    const most = limits.maxDocumentBytes;
    if (!this.#manifests.has(path)) return registry.blobDocument(repository, digest, most, this.#signal);
    const document = await registry.manifest(repository, digest, most, this.#signal);
    const where = `manifest ${digest} in ${this.where}`;
    checkDigest(document.bytes, digest, where);
    this.#noteChildren(document.bytes, document.contentType, where);
    return document.bytes;
  }

  #noteChildren(bytes: Buffer, contentType: string | undefined, where: string): void {
    const read = readOciDocument(bytes, contentType, where);
    if (read.kind !== 'index') return;
    for (const { digest } of read.manifests) this.#manifests.add(pathOfDigest(digest));
  }
}

/** Where a layout would keep it. */
export function pathOfDigest(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

function digestOfPath(path: string, where: string): Digest {
  return readDigest(path.replace(/^blobs\//, '').replace('/', ':'), where);
}
