import type { BlobStore } from './blob-store.ts';
import { checkLayerFile, type ArchiveContents, type LayerSource, type WantedBody } from './contents.ts';
import { sniffCompression } from './decompress.ts';
import type { KeepBody } from '../ports.ts';
import { keepOnTheWay, readBodiesWhole, readWhole } from './layer-whole.ts';
import { Budget, tooLarge, type ArchiveLimits } from './limits.ts';
import { repeatedFiles, sumFiles } from './content-sums.ts';
import { readAtOf, readPart, type ReadAt } from './read-at.ts';
import type { ScannedTar } from './tar-entries.ts';
import { seekTar } from './tar-seek.ts';

export interface StoreOptions {
  readonly where: string;
  readonly limits: ArchiveLimits;
  readonly contentSums: boolean;
  /** As in ArchiveOptions. */
  readonly verifyLayers: boolean | undefined;
}

/** Two zlib streams keep two cores busy; more only take memory. */
const concurrentInflations = 2;

/** An archive or layout whose files can be read anywhere and again. */
export class StoreContents implements ArchiveContents {
  readonly where: string;
  readonly #store: BlobStore;
  readonly #options: StoreOptions;
  /** By path: images of one archive share layers. */
  readonly #scans = new Map<string, Promise<ScannedTar>>();

  constructor(store: BlobStore, options: StoreOptions) {
    this.where = options.where;
    this.#store = store;
    this.#options = options;
  }

  async stat(path: string) {
    const file = await this.#store.open(path);
    return file && { bytes: file.bytes, compression: sniffCompression(readPart(file, 0, 4)) };
  }

  async document(path: string): Promise<Buffer | undefined> {
    const file = await this.#store.open(path);
    const { maxDocumentBytes } = this.#options.limits;
    if (file && file.bytes > maxDocumentBytes) {
      const where = `\`${path}\` in ${this.where}`;
      throw tooLarge('is larger than this tool reads', where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    }
    return file && readPart(file, 0, file.bytes);
  }

  async readLayers(
    layers: readonly LayerSource[],
    signal: AbortSignal,
    keep?: KeepBody,
  ): Promise<readonly ScannedTar[]> {
    const budget = new Budget(this.#options.limits);
    const keeper = () => keepOnTheWay(budget, keep);
    const inflated: { readonly layer: LayerSource; readonly file: ReadAt }[] = [];
    const isStarted = new Set(this.#scans.keys());
    for (const layer of layers) {
      if (isStarted.has(layer.path)) continue;
      isStarted.add(layer.path);
      const file = await this.#open(layer);
      if (sniffCompression(readPart(file, 0, 4)) === 'none')
        await this.#start(layer, this.#readPlain(file, layer, budget, signal));
      else inflated.push({ layer, file });
    }
    // Largest first, so that the last one to finish is a small one.
    const queue = inflated.toSorted((one, other) => other.file.bytes - one.file.bytes).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const work = async (): Promise<void> => {
      for (const { layer, file } of queue)
        await this.#start(layer, readWhole(file, layer, { ...this.#options, budget, keeper: keeper() }, either));
    };
    const workers = Array.from({ length: concurrentInflations }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    const scans = await Promise.all(
      layers.map(({ path, where }) => this.#scans.get(path) ?? Promise.reject(new Error(`${where} was not read`))),
    );
    return this.#options.contentSums ? this.#withSums(layers, scans, signal) : scans;
  }

  async readBodies(layers: readonly LayerSource[], wanted: readonly WantedBody[], signal: AbortSignal) {
    const bodies: (Buffer | undefined)[] = wanted.map(() => undefined);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const found = await this.#readFrom(
        layer,
        here.map(([, body]) => body),
        signal,
      );
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }

  async #open(layer: LayerSource): Promise<ReadAt> {
    const file = await this.#store.open(layer.path);
    checkLayerFile(layer, file?.bytes);
    return file ?? readAtOf(new Uint8Array(0));
  }

  /** Sums for plain layers that were only read at their headers: of the files that another layer holds too. */
  async #withSums(layers: readonly LayerSource[], scans: readonly ScannedTar[], signal: AbortSignal) {
    const repeated = repeatedFiles(scans.map(({ entries }) => entries));
    const summed: ScannedTar[] = [];
    for (const [index, scan] of scans.entries()) {
      const layer = layers[index];
      const isSummed = scan.entries.contentSums !== undefined || !layer;
      summed.push(isSummed ? scan : await sumFiles(await this.#open(layer), scan, repeated[index] ?? [], signal));
    }
    return summed;
  }

  /** Remembers a scan that is under way; one that fails may be tried again. */
  async #start({ path }: LayerSource, scan: Promise<ScannedTar>): Promise<void> {
    this.#scans.set(path, scan);
    try {
      await scan;
    } catch (thrown) {
      this.#scans.delete(path);
      throw thrown;
    }
  }

  #readPlain(file: ReadAt, layer: LayerSource, budget: Budget, signal: AbortSignal): Promise<ScannedTar> {
    if (this.#options.verifyLayers === true) return readWhole(file, layer, { ...this.#options, budget }, signal);
    return seekTar(file, { where: layer.where, budget, signal });
  }

  async #readFrom(layer: LayerSource, wanted: readonly WantedBody[], signal: AbortSignal) {
    const file = await this.#open(layer);
    if (sniffCompression(readPart(file, 0, 4)) === 'none') {
      const { entries } = await (this.#scans.get(layer.path) ?? Promise.reject(new Error('not scanned')));
      return new Map(
        wanted.map(({ record, bytes }) => {
          return [record, readPart(file, entries.bodyOffsets[record] ?? 0, bytes)] as const;
        }),
      );
    }
    return readBodiesWhole(file, layer, wanted, this.#options, signal);
  }
}
