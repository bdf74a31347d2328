/** What a test wants an ELF file to say. */
export interface WantedElf {
  readonly bits?: 32 | 64;
  readonly big?: boolean;
  readonly machine?: number;
  readonly type?: number;
  readonly interpreter?: string;
  /** Versions of symbols: those needed of one library, and those defined. 64-bit little-endian files only. */
  readonly versionsNeeded?: readonly [library: string, ...versions: readonly string[]];
  readonly versionsDefined?: readonly string[];
  /** Where the dynamic section stands in the file; linkers put it near the end. */
  readonly dynamicAt?: number;
  /** Tag and text, or tag and number. */
  readonly dynamic?: readonly (readonly [tag: number, value: string | number])[];
}

/** Writes an ELF file as linkers lay it out: header, program headers, one segment of texts and the dynamic section. */
export function elf({
  bits = 64,
  big = false,
  machine = 62,
  type = 3,
  interpreter,
  dynamic,
  dynamicAt = 2048,
  versionsNeeded,
  versionsDefined,
}: WantedElf): Buffer {
  const wide = bits === 64;
  const file = Buffer.alloc(dynamicAt + 2048);
  const put = (offset: number, value: number, length: number): number =>
    big ? file.writeUIntBE(value, offset, length) : file.writeUIntLE(value, offset, length);
  const word = (offset: number, value: number): number => put(wide && big ? offset + 2 : offset, value, wide ? 6 : 4);
  file.write('\x7fELF', 'latin1');
  file.set([wide ? 2 : 1, big ? 2 : 1, 1], 4);
  put(16, type, 2);
  put(18, machine, 2);
  const headers = wide ? 64 : 52;
  const headerBytes = wide ? 56 : 32;
  word(wide ? 32 : 28, headers);
  put(wide ? 54 : 42, headerBytes, 2);
  // Memory addresses differ from offsets, by another amount in each segment, as they do in real files.
  const addressOf = (offset: number): number => offset + (offset < 1024 ? 0x10000 : 0x20000);
  const segments: [type: number, offset: number, bytes: number][] = [
    [1, 0, 1024],
    [1, 1024, dynamicAt + 1024],
  ];
  let strings = 1024;
  const textAt = (text: string): number => {
    const start = strings;
    strings += file.write(`${text}\0`, strings, 'utf8');
    return start;
  };
  if (interpreter !== undefined) segments.push([3, textAt(interpreter), interpreter.length + 1]);
  const versions: [tag: number, address: number][] = [];
  if (versionsNeeded) {
    const at = dynamicAt + 1024;
    const [library, ...names] = versionsNeeded;
    put(at + 2, names.length, 2);
    put(at + 4, textAt(library) - 1024, 4);
    put(at + 8, 16, 4);
    for (const [index, name] of names.entries()) {
      put(at + 16 + index * 16 + 8, textAt(name) - 1024, 4);
      put(at + 16 + index * 16 + 12, index + 1 < names.length ? 16 : 0, 4);
    }
    versions.push([0x6ffffffe, addressOf(at)]);
  }
  if (versionsDefined) {
    const at = dynamicAt + 1536;
    for (const [index, name] of versionsDefined.entries()) {
      put(at + index * 28 + 12, 20, 4);
      put(at + index * 28 + 16, index + 1 < versionsDefined.length ? 28 : 0, 4);
      put(at + index * 28 + 20, textAt(name) - 1024, 4);
    }
    versions.push([0x6ffffffc, addressOf(at)]);
  }
  if (dynamic) {
    const step = wide ? 16 : 8;
    const entries = [
      ...dynamic.map(([tag, value]) => [tag, typeof value === 'string' ? textAt(value) - 1024 : value] as const),
      ...versions,
      [5, addressOf(1024)] as const,
      [0, 0] as const,
    ];
    for (const [index, [tag, value]] of entries.entries()) {
      word(dynamicAt + index * step, tag);
      word(dynamicAt + index * step + step / 2, value);
    }
    segments.push([2, dynamicAt, entries.length * step]);
  }
  put(wide ? 56 : 44, segments.length, 2);
  for (const [index, [kind, offset, bytes]] of segments.entries()) {
    const at = headers + index * headerBytes;
    put(at, kind, 4);
    word(at + (wide ? 8 : 4), offset);
    word(at + (wide ? 16 : 8), addressOf(offset));
    word(at + (wide ? 32 : 16), bytes);
  }
  return file;
}
