import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip, sound unless it says otherwise. */
export interface ZipEntry {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** As in the local header, where that differs. */
  readonly localName?: string;
  /** Unix mode; a regular file when absent. */
  readonly mode?: number;
  /** General purpose bits; 1 is encrypted. */
  readonly flags?: number;
  readonly method?: number;
  /** As both headers state it, where that is not true. */
  readonly statedBytes?: number;
  readonly crc?: number;
}

/** A zip (APPNOTE.TXT 4.3) with these entries, written field by field so that each can be wrong. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, body, localName = name, mode = 0o100_644, flags = 0, method = 8, ...stated } of entries) {
    const plain = Buffer.from(body);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const sizes = [stated.crc ?? crc32(plain), packed.length, stated.statedBytes ?? plain.length];
    const local = Buffer.from(localName, 'latin1');
    const header = fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [2, 0], [2, 0x21]);
    const lengths = fields([4, sizes[0]], [4, sizes[1]], [4, sizes[2]], [2, local.length], [2, 0]);
    parts.push(header, lengths, local, packed);
    const bytes = Buffer.from(name, 'latin1');
    central.push(
      fields([4, 0x02014b50], [2, 0x0314], [2, 20], [2, flags], [2, method], [2, 0], [2, 0x21]),
      fields([4, sizes[0]], [4, sizes[1]], [4, sizes[2]], [2, bytes.length], [2, 0], [2, 0], [2, 0], [2, 0]),
      fields([4, (mode << 16) >>> 0], [4, offset]),
      bytes,
    );
    offset += header.length + lengths.length + local.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = entries.length;
  const end = [
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0]),
  ];
  return Buffer.concat([...parts, directory, ...end]);
}

/** Little-endian numbers of so many bytes each. */
function fields(...numbers: readonly (readonly [bytes: number, value: number | undefined])[]): Buffer {
  return Buffer.concat(
    numbers.map(([bytes, value = 0]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
