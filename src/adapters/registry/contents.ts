import { checkDigest } from '../../archive/layer-verify.ts';
import type { ArchiveContents, LayerSource, WantedBody } from '../../archive/contents.ts';
import { readBodiesOfPieces, readPieces } from '../../archive/layer-whole.ts';
import { brokenArchive, Budget, type ArchiveLimits } from '../../archive/limits.ts';
import { readOciDocument } from '../../archive/oci-document.ts';
import { readDigest } from '../../archive/image-config.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import { UserError } from '../../errors.ts';
import type { Digest } from '../../result/measurement.ts';
import { checkAgain, checkWhole } from './blob-check.ts';
import { blobPieces, type BlobOf } from './blob-pieces.ts';
import type { KnownLayers, ReadLayer } from './known-layers.ts';
import type { Registry } from './registry.ts';

/** Enough to keep two cores inflating while a third blob is on its way. */
const concurrentBlobs = 3;

/** A repository seen as a layout: documents are manifests or blobs, and everything read is checked against its digest. */
export class RepositoryContents implements ArchiveContents {
  readonly where: string;
  readonly #registry: Registry;
  readonly #repository: string;
  readonly #limits: ArchiveLimits;
  readonly #known: KnownLayers;
  readonly #signal: AbortSignal;
  readonly #documents = new Map<string, Promise<Buffer>>();
  /** Paths that a manifest or an index is behind, not a blob. */
  readonly #manifests = new Set<string>();

  constructor(
    where: string,
    {
      registry,
      repository,
      limits,
      known,
    }: {
      readonly registry: Registry;
      readonly repository: string;
      readonly limits: ArchiveLimits;
      readonly known: KnownLayers;
    },
    signal: AbortSignal,
  ) {
    this.where = where;
    this.#registry = registry;
    this.#repository = repository;
    this.#limits = limits;
    this.#known = known;
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

  async readLayers(layers: readonly LayerSource[], signal: AbortSignal): Promise<readonly ScannedTar[]> {
    const budget = new Budget(this.#limits);
    const distinct = [...new Map(layers.map((layer) => [keyOf(layer), layer])).values()];
    for (const layer of layers) refuseForeign(layer);
    const queue = distinct.toSorted((one, other) => (other.blobBytes ?? 0) - (one.blobBytes ?? 0)).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const read = new Map<string, ReadLayer>();
    const work = async (): Promise<void> => {
      for (const layer of queue)
        read.set(keyOf(layer), await this.#known.get(keyOf(layer), () => this.#read(layer, budget, either)));
    };
    const workers = Array.from({ length: concurrentBlobs }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    return layers.map((layer) => {
      const { scan } = read.get(keyOf(layer)) ?? {};
      if (!scan) throw new Error(`${layer.where} was not read`);
      return scan;
    });
  }

  async readBodies(layers: readonly LayerSource[], wanted: readonly WantedBody[], signal: AbortSignal) {
    const bodies: (Buffer | undefined)[] = wanted.map(() => undefined);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const { checkpoints } = await this.#known.get(keyOf(layer), () =>
        this.#read(layer, new Budget(this.#limits), signal),
      );
      const blob = this.#blobOf(layer);
      const pieces = checkAgain(blobPieces(this.#registry, blob, signal), blob, checkpoints);
      const asked = here.map(([, body]) => body);
      const found = await readBodiesOfPieces(pieces, layer, asked, { limits: this.#limits }, signal);
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }

  async #read(layer: LayerSource, budget: Budget, signal: AbortSignal): Promise<ReadLayer> {
    const blob = this.#blobOf(layer);
    const checkpoints: Buffer[] = [];
    const pieces = checkWhole(blobPieces(this.#registry, blob, signal), blob, checkpoints);
    // The blob's own digest is taken on the way here.
    const { blobDigest: _checked, ...unpacked } = layer;
    const options = { budget, contentSums: true, verifyLayers: true };
    return { scan: await readPieces(pieces, unpacked, options, signal), checkpoints };
  }

  #blobOf({ blobDigest, blobBytes, where }: LayerSource): BlobOf {
    if (blobDigest === undefined || blobBytes === undefined) throw new Error(`${where} has no blob`);
    return { repository: this.#repository, digest: blobDigest, bytes: blobBytes, where };
  }

  async #fetch(path: string): Promise<Buffer> {
    const digest = digestOfPath(path, this.where);
    const { maxDocumentBytes } = this.#limits;
    if (!this.#manifests.has(path))
      return this.#registry.blobDocument(this.#repository, digest, maxDocumentBytes, this.#signal);
    const document = await this.#registry.manifest(this.#repository, digest, maxDocumentBytes, this.#signal);
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
export function pathOfDigest(digest: Digest): string {
  return `blobs/${digest.replace(':', '/')}`;
}

function digestOfPath(path: string, where: string): Digest {
  return readDigest(path.replace(/^blobs\//, '').replace('/', ':'), where);
}

/** Two images may state different DiffIDs for the same blob, and one of them would be wrong. */
function keyOf({ blobDigest, blobBytes, diffId }: LayerSource): string {
  return `${blobDigest} ${blobBytes} ${diffId}`;
}

function refuseForeign({ isForeign, where, diffId }: LayerSource): void {
  if (isForeign === true) {
    throw new UserError({
      code: 'missing-layer',
      message: `${where} is not distributed with the image, and this tool does not follow it to its owner.`,
      hint: 'Images with foreign layers can only be measured from an archive or a layout in which these are stored too.',
    });
  }
  if (diffId === undefined) throw brokenArchive(where, 'the config states no DiffID for it');
}
