import { brokenArchive, type Budget } from './limits.ts';
import type { ReadAt } from './read-at.ts';
import type { ScannedTar } from './tar-entries.ts';
import { blockBytes } from './tar-fields.ts';
import { TarRecords } from './tar-records.ts';

/** After a jump little is read, for the next header is all we know to need; in a row of small files more and more. */
const smallWindowBytes = 4_096;
const largeWindowBytes = 262_144;
/** Bodies up to this size are read over rather than jumped. */
const jumpBytes = 4_096;
/** Headers read before other work gets its turn. */
const headersAtOnce = 20_000;

/**
 * Reads a plain tar from header to header; bodies are passed over unread, so nothing is said about their content.
 * @throws UserError `broken-archive`, `too-large`; AbortError
 */
export async function seekTar(from: ReadAt, options: SeekOptions): Promise<ScannedTar> {
  const seeker = new TarSeeker(from, options);
  while (!seeker.step(headersAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve));
    options.signal.throwIfAborted();
  }
  return seeker.finish();
}

export interface SeekOptions {
  /** What errors call the archive. */
  readonly where: string;
  readonly budget: Budget;
  readonly signal: AbortSignal;
}

class TarSeeker {
  readonly #from: ReadAt;
  readonly #where: string;
  readonly #records: TarRecords;
  readonly #window = Buffer.from(new ArrayBuffer(largeWindowBytes));
  #windowStart = 0;
  #windowEnd = 0;
  #windowBytes = smallWindowBytes;
  #position = 0;

  constructor(from: ReadAt, { where, budget }: SeekOptions) {
    this.#from = from;
    this.#where = where;
    this.#records = new TarRecords({ where, budget });
  }

  /** Reads some headers. @returns true at the end. */
  step(headers: number): boolean {
    const records = this.#records;
    for (let count = 0; count < headers; count += 1) {
      if (!this.#hasBlock()) return true;
      records.takeBlock(this.#window, this.#position - this.#windowStart, this.#position);
      this.#position += blockBytes;
      if (records.isDone) return true;
      if (records.isHeaderBody) this.#readHeaderBody(records.bodyBytes);
      else if (records.bodyBytes > 0) this.#passOver(records.bodyBytes);
      this.#position += records.paddingBytes;
    }
    return false;
  }

  finish(): ScannedTar {
    if (this.#records.needsBlock) this.#failShort();
    return this.#records.builder.finish();
  }

  #passOver(bytes: number): void {
    this.#position += bytes;
    if (this.#position > this.#from.bytes) this.#failShort();
    if (bytes > jumpBytes && this.#position > this.#windowEnd) this.#windowBytes = smallWindowBytes;
  }

  #readHeaderBody(bytes: number): void {
    const body = Buffer.allocUnsafeSlow(bytes);
    if (this.#position + bytes <= this.#windowEnd) this.#window.copy(body, 0, this.#position - this.#windowStart);
    else if (this.#from.read(body, this.#position) < bytes) this.#failShort();
    this.#records.takeHeaderBody(body, this.#position);
    this.#position += bytes;
  }

  /** Brings the block at the position into the window. @returns false at a clean end. */
  #hasBlock(): boolean {
    if (this.#position + blockBytes <= this.#windowEnd) return true;
    const bytes = this.#from.read(this.#window.subarray(0, this.#windowBytes), this.#position);
    this.#windowStart = this.#position;
    this.#windowEnd = this.#position + bytes;
    this.#windowBytes = Math.min(largeWindowBytes, this.#windowBytes * 2);
    if (bytes > 0 && bytes < blockBytes) this.#failShort();
    return bytes > 0;
  }

  #failShort(): never {
    throw brokenArchive(this.#where, 'it ends within a record', { offset: this.#from.bytes });
  }
}
