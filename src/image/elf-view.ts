/** An ELF file's bytes, from its start, and how to read numbers in them. */
export interface View {
  readonly file: Buffer;
  readonly is64: boolean;
  readonly isLittle: boolean;
}

/** Far above what linkers write; a hostile file is not followed further. */
const maxTextBytes = 4096;

/** A 16-bit number; undefined outside of what was read. */
export function half({ file, isLittle }: View, offset: number): number | undefined {
  if (offset < 0 || offset + 2 > file.length) return undefined;
  return isLittle ? file.readUInt16LE(offset) : file.readUInt16BE(offset);
}

/** A 32-bit number, or with `isWide` one of 64 bits if no larger than 2⁵³; undefined otherwise, or outside. */
export function wordAt({ file, isLittle }: View, offset: number, isWide = false): number | undefined {
  const length = isWide ? 8 : 4;
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > file.length) return undefined;
  if (!isWide) return isLittle ? file.readUInt32LE(offset) : file.readUInt32BE(offset);
  const value = Number(isLittle ? file.readBigUInt64LE(offset) : file.readBigUInt64BE(offset));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Text up to its NUL; undefined when it has none in reach. */
export function textAt({ file }: View, offset: number): string | undefined {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset >= file.length) return undefined;
  const end = file.subarray(offset, offset + maxTextBytes).indexOf(0);
  return end < 0 ? undefined : file.toString('utf8', offset, offset + end);
}
