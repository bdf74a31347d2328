import type { Compression, Inflater } from './decompress.ts';
import { createInflater, sniffCompression } from './decompress.ts';
import type { ScannedTar } from './tar-entries.ts';
import { TarScanner, type ScanOptions } from './tar-scanner.ts';

export interface LayerStreamOptions extends ScanOptions {
  /** A promise while what reads the bodies cannot take more. */
  readonly pressure?: () => Promise<void> | undefined;
  /** Sees the uncompressed bytes. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/** Scans one layer's stored bytes as they come, plain, gzip or zstd. */
export class LayerStream {
  readonly #options: LayerStreamOptions;
  readonly #scanner: TarScanner;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #inflater: Inflater | undefined;
  #isSniffed = false;
  #compression: Compression = 'none';

  constructor(options: LayerStreamOptions) {
    this.#options = options;
    this.#scanner = new TarScanner(options);
  }

  /** Known once four bytes have come. */
  get compression(): Compression {
    return this.#compression;
  }

  /** Takes the next stored bytes. @returns a promise to wait for before pushing more, when much is waiting. @throws UserError */
  push(piece: Uint8Array): Promise<void> | undefined {
    if (this.#isSniffed) return this.#forward(piece);
    this.#head.push(Buffer.from(piece));
    this.#headBytes += piece.length;
    return this.#headBytes < 4 ? undefined : this.#sniff();
  }

  /** Says that all bytes have come. @throws UserError `broken-archive`, `too-large` */
  async end(): Promise<ScannedTar> {
    if (!this.#isSniffed) await this.#sniff();
    await this.#inflater?.end();
    return this.#scanner.end();
  }

  destroy(): void {
    this.#inflater?.destroy();
  }

  #sniff(): Promise<void> | undefined {
    const head = Buffer.concat(this.#head);
    this.#isSniffed = true;
    this.#compression = sniffCompression(head);
    if (this.#compression !== 'none') {
      const { where, budget } = this.#options;
      this.#inflater = createInflater(this.#compression, where, budget.limits, (inflated) => this.#scan(inflated));
    }
    return this.#forward(head);
  }

  #forward(piece: Uint8Array): Promise<void> | undefined {
    if (this.#inflater) return this.#inflater.push(piece);
    return this.#scan(piece);
  }

  #scan(bytes: Uint8Array): Promise<void> | undefined {
    this.#options.onBytes?.(bytes);
    this.#scanner.push(bytes);
    return this.#options.pressure?.();
  }
}
