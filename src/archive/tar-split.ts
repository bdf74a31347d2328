import { brokenArchive, type Budget } from './limits.ts';
import type { ScannedTar } from './tar-entries.ts';
import { TarScanner } from './tar-scanner.ts';
import { readFileLine, type FileLine } from './tar-split-line.ts';

const newline = 0x0a;
const quote = 0x22;
/** `{"type":1` and `{"type":2`: where the digit stands. */
const typeAt = 8;
const segmentType = 0x32;
const fileType = 0x31;
/** `{"type":2,"payload":"`: how such a line begins, and so where the payload starts. */
const segmentHead = '{"type":2,"payload":"';

/**
 * Reads a layer's records from tar-split's own record of the tar: all bytes but files' bodies, and of each body its size
 * and CRC-64. Docker's classic store keeps one for each layer, from which it makes the layer's tar again to the byte.
 *
 * The header bytes go through the same scanner as any tar, so that both ways of reading a layer cannot come apart.
 * Format: one JSON object a line, https://github.com/vbatts/tar-split/blob/main/tar/storage/entry.go
 */
export class TarSplitReader {
  readonly #where: string;
  readonly #scanner: TarScanner;
  readonly #maxLineBytes: number;
  readonly #line: FileLine = { bytes: 0, sum: Number.NaN };
  #rest: Buffer = Buffer.alloc(0);
  #segment = Buffer.allocUnsafeSlow(64 * 1024);

  constructor(where: string, budget: Budget) {
    this.#where = where;
    this.#scanner = new TarScanner({ where, budget, contentSums: true });
    this.#maxLineBytes = 2 * budget.limits.maxHeaderBytes;
  }

  /** Takes the next bytes of the uncompressed record. @throws UserError `broken-archive`, `too-large` */
  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      if (end > start) this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    // A copy: the chunk is the caller's again once this returns.
    this.#rest = Buffer.from(bytes.subarray(start));
    if (this.#rest.length > this.#maxLineBytes) this.#fail('it has an endless line');
  }

  /** Says that all bytes have come. @throws UserError `broken-archive` */
  end(): ScannedTar {
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length);
    const { entries, sparse } = this.#scanner.end();
    const { contentSums } = entries;
    const sums = contentSums && { contentSums: { algorithm: 'crc64' as const, values: contentSums.values } };
    return { entries: { ...entries, ...sums }, sparse };
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    const type = bytes[start + typeAt];
    if (type === segmentType) this.#takeSegment(bytes, start, end);
    else if (type === fileType) this.#takeFile(bytes, start, end);
    else this.#fail('it has a line of an unknown type');
  }

  #takeSegment(bytes: Buffer, start: number, end: number): void {
    const from = start + segmentHead.length;
    const to = bytes.indexOf(quote, from);
    if (to < 0 || to > end || bytes.toString('latin1', start, from) !== segmentHead)
      this.#fail('it has a malformed segment');
    const length = Math.floor(((to - from) * 3) / 4) + 3;
    if (length > this.#segment.length) this.#segment = Buffer.allocUnsafeSlow(length * 2);
    const written = this.#segment.write(bytes.toString('latin1', from, to), 'base64');
    this.#scanner.push(this.#segment.subarray(0, written));
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
