/** What a tar says of one file. */
export interface TarEntry {
  /** As bytes, so that names that are not UTF-8 arrive unchanged; folders end in `/`. */
  readonly name: Uint8Array;
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink' | 'fifo';
  readonly mode: number;
  readonly sizeBytes: number;
  readonly modifiedSeconds: number;
  readonly link?: Uint8Array;
}

const block = 512;
const typeFlags = { file: '0', hardlink: '1', symlink: '2', directory: '5', fifo: '6' } as const;

/** Header of one entry in GNU form: long names and links in entries of their own, huge sizes in base 256. Owner is 0:0. */
export function tarHeader(entry: TarEntry): Buffer {
  const link = entry.link ?? new Uint8Array();
  const parts = [
    ...(entry.name.length > 100 ? longName('K'.charCodeAt(0) + 1, entry.name) : []),
    ...(link.length > 100 ? longName('K'.charCodeAt(0), link) : []),
    header(entry.name, typeFlags[entry.type].charCodeAt(0), entry.sizeBytes, entry, link),
  ];
  return Buffer.concat(parts);
}

/** Zeros that fill a body to whole blocks. */
export const tarPadding = (sizeBytes: number): Buffer => Buffer.alloc((block - (sizeBytes % block)) % block);

/** The two empty blocks that end an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block);

function longName(flag: number, name: Uint8Array): readonly Buffer[] {
  const label = Buffer.from('././@LongLink');
  const head = header(label, flag, name.length + 1, { mode: 0, modifiedSeconds: 0 }, new Uint8Array());
  return [head, Buffer.from(name), Buffer.alloc(1), tarPadding(name.length + 1)];
}

function header(
  name: Uint8Array,
  flag: number,
  sizeBytes: number,
  { mode, modifiedSeconds }: Pick<TarEntry, 'mode' | 'modifiedSeconds'>,
  link: Uint8Array,
): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.set(name.subarray(0, 100), 0);
  octal(bytes, 100, 8, mode & 0o7777);
  octal(bytes, 108, 8, 0);
  octal(bytes, 116, 8, 0);
  octal(bytes, 124, 12, sizeBytes);
  octal(bytes, 136, 12, Math.max(0, Math.floor(modifiedSeconds)));
  bytes.fill(' ', 148, 156);
  bytes[156] = flag;
  bytes.set(link.subarray(0, 100), 157);
  bytes.write('ustar  \0', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

function octal(bytes: Buffer, at: number, width: number, value: number): void {
  const text = value.toString(8).padStart(width - 1, '0');
  if (text.length < width) bytes.write(text, at, 'latin1');
  else {
    bytes[at] = 0x80;
    bytes.writeUIntBE(value, at + width - 6, 6);
  }
}
