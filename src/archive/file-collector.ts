import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { Digest } from '../result/measurement.ts';
import { filesByPath } from './archive-files.ts';
import { BodyKeeper } from './bodies.ts';
import { LayerStream } from './layer-stream.ts';
import { Budget } from './limits.ts';
import type { StreamedFile, StreamOptions } from './streamed-file.ts';
import { isTarHead } from './tar-fields.ts';
import type { BodySink, OpenedFile } from './tar-scanner.ts';

const headBytes = 512;
/** Layers that may be inflated while later ones arrive. */
const concurrentLayers = 2;

/** Decides by its first bytes what each file of the archive is, and keeps what was read of it. */
export class FileCollector {
  readonly #options: StreamOptions;
  readonly #budget: Budget;
  readonly #byRecord = new Map<number, StreamedFile>();
  readonly #open = new Set<LayerStream>();
  readonly #running = new Set<Promise<unknown>>();
  #documentBytesLeft: number;
  #pressure: Promise<void> | undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#budget = new Budget(options.limits);
    this.#documentBytesLeft = 8 * options.limits.maxDocumentBytes;
  }

  /** Waits for the layers that are still being inflated. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  takePressure(): Promise<void> | undefined {
    const pressure = this.#pressure;
    this.#pressure = undefined;
    return pressure;
  }

  readonly openBody = (file: OpenedFile): BodySink => {
    const head = Buffer.alloc(Math.min(headBytes, file.bodyBytes));
    let fill = 0;
    let sink: BodySink | undefined;
    return {
      push: (piece) => {
        const taken = fill < head.length ? piece.copy(head, fill) : 0;
        fill += taken;
        if (fill < head.length) return;
        if (!sink) {
          sink = this.#sinkFor(file, head);
          sink.push(head);
        }
        if (taken < piece.length) sink.push(piece.subarray(taken));
      },
      end: () => (sink ?? this.#sinkFor(file, head)).end(),
    };
  };

  /** The files by path: of several with one path the last, links followed. */
  resolve(entries: LayerEntries): ReadonlyMap<string, StreamedFile> {
    const files = new Map<string, StreamedFile>();
    for (const [path, record] of filesByPath(entries)) {
      const file = this.#byRecord.get(record);
      if (file) files.set(path, file);
    }
    return files;
  }

  destroy(): void {
    for (const layer of this.#open) layer.destroy();
  }

  #sinkFor(file: OpenedFile, head: Buffer): BodySink {
    const isDocument = (head[0] === 0x7b || head[0] === 0x5b) && !isTarHead(head);
    return isDocument ? this.#documentSink(file) : this.#layerSink(file);
  }

  #documentSink(file: OpenedFile): BodySink {
    const { path, bodyBytes: bytes } = file;
    const isKept = bytes <= Math.min(this.#options.limits.maxDocumentBytes, this.#documentBytesLeft);
    if (!isKept) {
      this.#byRecord.set(file.record, { path, bytes });
      return { push: () => undefined, end: () => undefined };
    }
    this.#documentBytesLeft -= bytes;
    const keeper = new BodyKeeper(() => bytes);
    const sink = keeper.openBody(file);
    return {
      push: (piece) => sink?.push(piece),
      end: () => {
        sink?.end();
        this.#byRecord.set(file.record, { path, bytes, document: keeper.bodies.get(file.record) ?? Buffer.alloc(0) });
      },
    };
  }

  #layerSink(file: OpenedFile): BodySink {
    const { where, contentSums, keepBody, verifyLayers = 'compressed' } = this.#options;
    const hash = createHash('sha256');
    let isHashed = false;
    const diffId = (): Digest | undefined => (isHashed ? `sha256:${hash.copy().digest('hex')}` : undefined);
    const keeper = new BodyKeeper((inner) => keepBody(file.path, inner));
    const layer = new LayerStream({
      where: `\`${file.path}\` in ${where}`,
      budget: this.#budget,
      contentSums,
      openBody: keeper.openBody,
      onBytes: (bytes) => {
        isHashed = verifyLayers === true || (verifyLayers === 'compressed' && layer.compression !== 'none');
        if (isHashed) hash.update(bytes);
      },
    });
    this.#open.add(layer);
    let failure: UserError | undefined;
    return {
      push: (piece) => {
        if (failure) return;
        try {
          this.#wait(layer.push(piece));
        } catch (thrown) {
          if (!(thrown instanceof UserError)) throw thrown;
          failure = thrown;
        }
      },
      end: () => {
        const { bodies } = keeper;
        const scan = failure ? Promise.reject(failure) : layer.end().then((read) => ({ ...read, bodies }));
        const settled = scan.then(
          () => undefined,
          () => undefined,
        );
        this.#running.add(settled);
        void settled.then(() => this.#running.delete(settled));
        if (this.#running.size > concurrentLayers) this.#wait(Promise.race(this.#running).then(() => undefined));
        const { path, bodyBytes: bytes } = file;
        const { compression } = layer;
        this.#byRecord.set(file.record, { path, bytes, layer: { compression, scan, diffId, bodies } });
      },
    };
  }

  #wait(work: Promise<void> | undefined): void {
    if (!work) return;
    // A layer's failure is told by its scan; here it only matters that there is room again.
    const room = work.catch(() => undefined);
    this.#pressure = this.#pressure ? Promise.all([this.#pressure, room]).then(() => undefined) : room;
  }
}
