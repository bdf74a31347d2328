import { formatBytes } from '../units.ts';
import { brokenArchive, tooLarge } from './limits.ts';

/** What a frame may ask us to keep of what it has written: 128 MiB, as zstd's own default. */
const maxWindowBytes = 2 ** 27;

type Part = 'magic' | 'skippable-size' | 'descriptor' | 'frame-header' | 'block-header';
const partBytes = { magic: 4, 'skippable-size': 4, descriptor: 1, 'frame-header': 0, 'block-header': 3 };

/**
 * Cuts zstd data where its frames end. Node's decompressor takes a frame's end for the end of all when more follows
 * in one write, and files of several frames are common: https://datatracker.ietf.org/doc/html/rfc8878#section-3.1
 */
export class ZstdFrames {
  readonly #where: string;
  #part: Part = 'magic';
  #missing = 4;
  readonly #bytes: number[] = [];
  /** Bytes to pass over before the next part. */
  #pass = 0;
  #descriptor = 0;
  #isLastBlock = false;

  constructor(where: string) {
    this.#where = where;
  }

  /** True when what has come so far ends where a frame does. */
  get isComplete(): boolean {
    return this.#part === 'magic' && this.#missing === partBytes.magic && this.#pass === 0;
  }

  /** The same bytes in pieces, none of which reaches beyond the end of a frame. @throws UserError `broken-archive`, `too-large` */
  split(piece: Buffer): readonly Buffer[] {
    const pieces: Buffer[] = [];
    let start = 0;
    for (let at = 0; at < piece.length;) {
      if (this.#pass > 0) {
        const passed = Math.min(this.#pass, piece.length - at);
        this.#pass -= passed;
        at += passed;
      } else {
        this.#bytes.push(piece[at] ?? 0);
        this.#missing -= 1;
        at += 1;
        if (this.#missing === 0) this.#takePart();
      }
      if (this.#pass === 0 && this.#isLastBlock) {
        pieces.push(piece.subarray(start, at));
        start = at;
        this.#isLastBlock = false;
      }
    }
    if (start < piece.length) pieces.push(piece.subarray(start));
    return pieces;
  }

  #takePart(): void {
    const bytes = this.#bytes.splice(0);
    const value = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
    switch (this.#part) {
      case 'magic':
        if (value === 0xfd2fb528) return this.#expect('descriptor');
        if (value >= 0x184d2a50 && value <= 0x184d2a5f) return this.#expect('skippable-size');
        throw brokenArchive(this.#where, 'its zstd data are followed by something else');
      case 'skippable-size':
        return this.#endFrame(value);
      case 'descriptor':
        this.#descriptor = value;
        return this.#expect('frame-header', this.#headerBytes());
      case 'frame-header':
        this.#checkWindow(bytes);
        return this.#expect('block-header');
      case 'block-header': {
        const isRepeated = ((value >> 1) & 3) === 1;
        const bodyBytes = isRepeated ? 1 : value >> 3;
        if ((value & 1) === 1) return this.#endFrame(bodyBytes + ((this.#descriptor & 4) !== 0 ? 4 : 0));
        this.#pass = bodyBytes;
        return this.#expect('block-header');
      }
    }
  }

  #expect(part: Part, bytes: number = partBytes[part]): void {
    this.#part = part;
    this.#missing = bytes;
  }

  #endFrame(bytesLeft: number): void {
    this.#pass = bytesLeft;
    this.#isLastBlock = true;
    this.#expect('magic');
  }

  get #isSingleSegment(): boolean {
    return (this.#descriptor & 0x20) !== 0;
  }

  /** Bytes of window, dictionary and content size; never none, for a single segment states its size. */
  #headerBytes(): number {
    return (this.#isSingleSegment ? 0 : 1) + ([0, 1, 2, 4][this.#descriptor & 3] ?? 0) + this.#sizeBytes();
  }

  #sizeBytes(): number {
    const flag = this.#descriptor >> 6;
    return flag === 0 ? (this.#isSingleSegment ? 1 : 0) : 2 ** flag;
  }

  #checkWindow(bytes: readonly number[]): void {
    const [window = 0] = bytes;
    const base = 2 ** (10 + (window >> 3));
    const size = bytes.slice(bytes.length - this.#sizeBytes()).reduceRight((sum, byte) => sum * 256 + byte, 0);
    const windowBytes = this.#isSingleSegment ? size : base + (base / 8) * (window & 7);
    if (windowBytes > maxWindowBytes) {
      throw tooLarge(
        'needs a larger zstd window than this tool gives',
        this.#where,
        formatBytes(maxWindowBytes),
        formatBytes(windowBytes),
      );
    }
  }
}
