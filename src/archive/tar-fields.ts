/** Bytes of a tar block; headers are one block, bodies are padded to a whole number. */
export const blockBytes = 512;

const wordsOfBlock = blockBytes / 4;

/** Sums of blocks' bytes, four bytes at a time; 0 is a block of zeros. Keeps what it needs between blocks, for this runs for every record. */
export class BlockSums {
  readonly #scratch = Buffer.from(new ArrayBuffer(blockBytes));
  #words: Int32Array = new Int32Array(this.#scratch.buffer);

  /** One pass over the block in 32-bit words, which must be aligned; else over a copy. */
  of(chunk: Buffer, at: number): number {
    const start = chunk.byteOffset + at;
    const isAligned = (start & 3) === 0;
    const source = isAligned ? chunk.buffer : this.#scratch.buffer;
    if (!isAligned) chunk.copy(this.#scratch, 0, at, at + blockBytes);
    if (this.#words.buffer !== source) this.#words = new Int32Array(source, 0, source.byteLength >> 2);
    return sumOfWords(this.#words, isAligned ? start >> 2 : 0);
  }
}

/** Adds in two 16-bit lanes: 256 times 255 fits in a lane. */
function sumOfWords(words: Int32Array, from: number): number {
  let lanes = 0;
  for (let index = from; index < from + wordsOfBlock; index += 1) {
    const word = words[index] ?? 0;
    lanes = (lanes + (word & 0x00ff00ff) + ((word >>> 8) & 0x00ff00ff)) | 0;
  }
  return (lanes & 0xffff) + (lanes >>> 16);
}

/** True when the header's own checksum, unsigned as POSIX has it or signed as Sun's tar had it, is that of the block. */
export function isChecksumRight(block: Buffer, at: number, sum: number): boolean {
  const stated = readOctal(block, at + 148, 8);
  // The checksum's own field counts as eight spaces.
  let unsigned = sum + 8 * 32;
  for (let index = at + 148; index < at + 156; index += 1) unsigned -= block[index] ?? 0;
  if (stated === unsigned) return true;
  let signed = unsigned;
  for (let index = at; index < at + blockBytes; index += 1) {
    if ((block[index] ?? 0) > 127 && (index < at + 148 || index >= at + 156)) signed -= 256;
  }
  return stated === signed;
}

/** True when these 512 bytes are a tar header or a block of zeros; fewer bytes are neither. */
export function isTarHead(head: Buffer): boolean {
  if (head.length < blockBytes) return false;
  let sum = 0;
  for (let index = 0; index < blockBytes; index += 1) sum += head[index] ?? 0;
  return sum === 0 || isChecksumRight(head, 0, sum);
}

/** A numeric field, octal or GNU's base-256, as Go's reader takes it. @returns NaN when it is neither or over 63 bits. */
export function readNumber(block: Buffer, at: number, length: number): number {
  return (block[at] ?? 0) & 0x80 ? readBase256(block, at, length) : readOctal(block, at, length);
}

/** An octal field between spaces and NULs; empty is 0. @returns NaN when it is something else. */
export function readOctal(block: Buffer, at: number, length: number): number {
  const end = at + length;
  let index = at;
  while (index < end && isPadding(block[index] ?? 0)) index += 1;
  if (index === end) return 0;
  const start = index;
  let value = 0;
  for (; index < end; index += 1) {
    const digit = (block[index] ?? 0) - 48;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  if (index === start) return Number.NaN;
  // A NUL ends the field whatever follows; after a space there may be only more padding.
  if (index < end && block[index] === 0) return value;
  for (; index < end; index += 1) if (!isPadding(block[index] ?? 0)) return Number.NaN;
  return value;
}

function isPadding(byte: number): boolean {
  return byte === 0 || byte === 32;
}

/** Two's complement, big-endian, the topmost bit being the mark of the format. */
function readBase256(block: Buffer, at: number, length: number): number {
  const isNegative = ((block[at] ?? 0) & 0x40) !== 0;
  const flip = isNegative ? 0xff : 0;
  let value = 0n;
  for (let index = at; index < at + length; index += 1) {
    const byte = (block[index] ?? 0) ^ flip;
    value = (value << 8n) | BigInt(index === at ? byte & 0x7f : byte);
  }
  if (value >> 63n) return Number.NaN;
  return Number(isNegative ? -value - 1n : value);
}
