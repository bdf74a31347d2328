import { crc32 } from 'node:zlib';
import { brokenArchive } from './limits.ts';
import type { ScannedTar } from './tar-entries.ts';
import { blockBytes } from './tar-fields.ts';
import type { TarHeader } from './tar-header.ts';
import { TarRecords, type RecordOptions } from './tar-records.ts';

/** Takes a file's stored body in pieces; a piece is only good until the call returns. */
export interface BodySink {
  push(piece: Buffer): void;
  /** The body is complete. Not called when the archive ends within it. */
  end(): void;
}

/** A regular file whose body is about to come. */
export interface OpenedFile {
  readonly record: number;
  readonly path: string;
  /** Bytes that will be pushed; for a sparse file those of its data only. */
  readonly bodyBytes: number;
}

/** With `contentSums` the CRC-32 of every body is computed. */
export interface ScanOptions extends RecordOptions {
  /** Says which bodies are wanted; the others are passed over. */
  readonly openBody?: (file: OpenedFile) => BodySink | undefined;
}

/**
 * Reads a tar that arrives in chunks of any length; nothing is copied but headers that lie across two chunks.
 */
export class TarScanner {
  readonly #records: TarRecords;
  readonly #options: ScanOptions;
  readonly #block = Buffer.from(new ArrayBuffer(blockBytes));
  #blockFill = 0;
  /** Where the next byte stands in the archive. */
  #offset = 0;
  #bodyLeft = 0;
  #paddingLeft = 0;
  #headerBody: Buffer | undefined;
  #headerFill = 0;
  #sink: BodySink | undefined;
  #sum = 0;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#records = new TarRecords(options);
  }

  /** Takes the next bytes. The chunk is not held after the call. @throws UserError `broken-archive`, `too-large` */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length && !this.#records.isDone;) {
      const start = at;
      if (this.#bodyLeft > 0) at = this.#takeBody(bytes, at);
      else if (this.#paddingLeft > 0) at = this.#skipPadding(bytes, at);
      else at = this.#takeBlock(bytes, at);
      this.#offset += at - start;
    }
  }

  /** Bytes of padding that are due before the next record's header; −1 where something else is due. */
  get paddingBeforeRecord(): number {
    const isWithin = this.#bodyLeft > 0 || this.#blockFill > 0 || !this.#records.isBetween;
    return isWithin ? -1 : this.#paddingLeft;
  }

  /** Takes the next record's header, read from elsewhere, in place of padding and block; nothing extends it. @throws UserError */
  takeRecord(header: TarHeader): void {
    this.#offset += this.#paddingLeft;
    this.#records.takeHeader(header, this.#offset);
    this.#offset += blockBytes;
    this.#startBody();
  }

  /**
   * Passes over the whole body of the record just read, when its bytes are not at hand but their number and sum are.
   * @throws UserError `broken-archive` when no body of so many bytes is due.
   */
  skipBody(bytes: number, sum: number): void {
    if (bytes !== this.#bodyLeft || this.#headerBody || this.#blockFill > 0)
      throw brokenArchive(this.#options.where, `a body of ${bytes} bytes is not due`, { offset: this.#offset });
    this.#offset += bytes;
    this.#bodyLeft = 0;
    this.#sum = sum;
    this.#endBody();
  }

  /** The mark that ends an archive was read: nothing of it is missing. */
  get isEnded(): boolean {
    return this.#records.isDone;
  }

  /** Says that all bytes have come. @throws UserError `broken-archive` when they end within a record. */
  end(): ScannedTar {
    // A last body may lack its padding, and the end mark may be missing: Go's reader takes both.
    if (this.#bodyLeft > 0 || this.#blockFill > 0 || this.#records.needsBlock) {
      throw brokenArchive(this.#options.where, 'it ends within a record', { offset: this.#offset });
    }
    return this.#records.builder.finish();
  }

  #takeBlock(bytes: Buffer, at: number): number {
    if (this.#blockFill === 0 && at + blockBytes <= bytes.length) {
      this.#records.takeBlock(bytes, at, this.#offset);
      this.#startBody();
      return at + blockBytes;
    }
    const end = Math.min(bytes.length, at + blockBytes - this.#blockFill);
    bytes.copy(this.#block, this.#blockFill, at, end);
    this.#blockFill += end - at;
    if (this.#blockFill === blockBytes) {
      this.#blockFill = 0;
      this.#records.takeBlock(this.#block, 0, this.#offset + (end - at) - blockBytes);
      this.#startBody();
    }
    return end;
  }

  #startBody(): void {
    const records = this.#records;
    this.#bodyLeft = records.bodyBytes;
    this.#paddingLeft = records.paddingBytes;
    if (records.isHeaderBody) {
      this.#headerBody = Buffer.allocUnsafeSlow(records.bodyBytes);
      this.#headerFill = 0;
    } else if (records.file >= 0) {
      this.#sum = 0;
      const { openBody } = this.#options;
      this.#sink = openBody?.({ record: records.file, path: records.builder.lastPath, bodyBytes: records.bodyBytes });
    }
    if (this.#bodyLeft === 0) this.#endBody();
  }

  #takeBody(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#bodyLeft);
    if (this.#headerBody) {
      bytes.copy(this.#headerBody, this.#headerFill, at, end);
      this.#headerFill += end - at;
    } else if (this.#records.file >= 0 && (this.#sink || this.#options.contentSums)) {
      const piece = bytes.subarray(at, end);
      if (this.#options.contentSums) this.#sum = crc32(piece, this.#sum);
      this.#sink?.push(piece);
    }
    this.#bodyLeft -= end - at;
    if (this.#bodyLeft === 0) this.#endBody();
    return end;
  }

  #endBody(): void {
    if (this.#headerBody) this.#records.takeHeaderBody(this.#headerBody, this.#offset);
    else if (this.#records.file >= 0) {
      if (this.#options.contentSums) this.#records.builder.setSum(this.#records.file, this.#sum);
      this.#sink?.end();
    }
    this.#headerBody = undefined;
    this.#sink = undefined;
  }

  #skipPadding(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#paddingLeft);
    this.#paddingLeft -= end - at;
    return end;
  }
}
