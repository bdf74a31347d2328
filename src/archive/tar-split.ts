import { base64Length } from './base64-digits.ts';
import { brokenArchive, type Budget } from './limits.ts';
import type { ScannedTar } from './tar-entries.ts';
import { TarScanner } from './tar-scanner.ts';
import { endOfSegment, isAt, readFileLine, segmentHead, type FileLine } from './tar-split-line.ts';
import { plainRecord, readPlain } from './tar-split-plain.ts';

const newline = 0x0a;
/** `{"type":1` and `{"type":2`: where the digit stands. */
const typeAt = 8;
const segmentType = 0x32;
const fileType = 0x31;
/** Bytes that decoding may need beyond a segment's own. */
const room = 8;
const none = Buffer.alloc(0);

/**
 * Reads a layer's records from tar-split's own record of the tar: all bytes but files' bodies, and of each body its size
 * and CRC-64. Docker's classic store keeps one for each layer, from which it makes the layer's tar again to the byte.
 *
 * The records go through the same scanner as any tar's, so that both ways of reading a layer cannot come apart; of those
 * whose header says all there is to them no more of it is decoded than they need.
 * Format: one JSON object a line, https://github.com/vbatts/tar-split/blob/main/tar/storage/entry.go
 */
export class TarSplitReader {
  readonly #where: string;
  readonly #scanner: TarScanner;
  readonly #maxLineBytes: number;
  readonly #line: FileLine = { bytes: 0, sum: Number.NaN };
  readonly #plain = plainRecord();
  #rest: Buffer = none;
  #segment = Buffer.allocUnsafeSlow(64 * 1024);

  constructor(where: string, budget: Budget) {
    this.#where = where;
    // The engine read these headers when it took the layer in, and the record is kept with a checksum, gzip's.
    this.#scanner = new TarScanner({ where, budget, contentSums: true, sumAlgorithm: 'crc64', isVerified: true });
    this.#maxLineBytes = 2 * budget.limits.maxHeaderBytes;
  }

  /** Takes the next bytes of the uncompressed record. @throws UserError `broken-archive`, `too-large` */
  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (this.#rest.length > 0) this.#takeRest(chunk.subarray(start, end));
      else if (end > start) end = this.#takeLines(chunk, start, end);
      start = end + 1;
    }
    // A copy: the chunk is the caller's again once this returns.
    this.#rest = Buffer.concat([this.#rest, chunk.subarray(start)]);
    if (this.#rest.length > this.#maxLineBytes) this.#fail('it has an endless line');
  }

  /** Says that all bytes have come. @throws UserError `broken-archive` */
  end(): ScannedTar {
    if (this.#rest.length > 0) this.#takeRest(none);
    return this.#scanner.end();
  }

  /** Takes the line that began in an earlier chunk. */
  #takeRest(more: Buffer): void {
    const line = Buffer.concat([this.#rest, more]);
    this.#rest = none;
    this.#takeLine(line, 0, line.length);
  }

  /** Takes a line, with the one behind it where both are of a plain record. @returns where the last that was taken ends. */
  #takeLines(bytes: Buffer, start: number, end: number): number {
    const padding = this.#scanner.paddingBeforeRecord;
    if (padding >= 0 && bytes[start + typeAt] === segmentType) {
      const last = readPlain(bytes, start, end, padding, this.#plain);
      if (last >= 0) {
        const { header, line } = this.#plain;
        this.#scanner.takeRecord(header);
        if (line.bytes > 0) this.#scanner.skipBody(line.bytes, line.sum);
        return last;
      }
    }
    this.#takeLine(bytes, start, end);
    return end;
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    const type = bytes[start + typeAt];
    if (type === segmentType) this.#takeSegment(bytes, start, end);
    else if (type === fileType) this.#takeFile(bytes, start, end);
    else this.#fail('it has a line of an unknown type');
  }

  #takeSegment(bytes: Buffer, start: number, end: number): void {
    const from = start + segmentHead.length;
    const to = endOfSegment(bytes, start, end);
    if (to < from || !isAt(bytes, start, segmentHead)) this.#fail('it has a malformed segment');
    const length = base64Length(bytes, from, to);
    if (length + room > this.#segment.length) this.#segment = Buffer.allocUnsafeSlow(2 * (length + room));
    // Padding of the body before comes first, headers last: these are to lie where words can be read.
    const at = -length & 3;
    if (this.#segment.write(bytes.toString('latin1', from, to), at, 'base64') !== length)
      this.#fail('it has a malformed segment');
    this.#scanner.push(this.#segment.subarray(at, at + length));
  }

  #takeFile(bytes: Buffer, start: number, end: number): void {
    const line = this.#line;
    const problem = readFileLine(bytes, start, end, line);
    if (problem !== undefined) this.#fail(problem);
    if (line.bytes > 0) this.#scanner.skipBody(line.bytes, line.sum);
  }

  #fail(what: string): never {
    throw brokenArchive(this.#where, what);
  }
}
