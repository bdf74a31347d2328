import { half, nameOfMachine, readDynamic, readSegments, segmentType, textAt } from './elf-tables.ts';
import type { View } from './elf-tables.ts';

/** What an executable or library in ELF says of itself. */
export interface ElfFacts {
  readonly bits: 32 | 64;
  readonly endian: 'little' | 'big';
  /** As Go names architectures, `amd64`; `e_machine NUMBER` for others. */
  readonly machine: string;
  readonly type: 'executable' | 'shared' | 'other';
  /** Absolute path of the dynamic loader. */
  readonly interpreter?: string;
  /** DT_NEEDED, in order. */
  readonly needed: readonly string[];
  /** DT_RPATH and DT_RUNPATH as stored, entries parted by `:`. */
  readonly rpath?: string;
  readonly runpath?: string;
  readonly soname?: string;
  /** Static ones need nothing else in the image; `static-pie` is static and position-independent; `library` is no program. */
  readonly linking: 'static' | 'static-pie' | 'dynamic' | 'library';
}

/** Bytes from a file's start that are enough for most: headers, and the dynamic section unless it stands far behind. */
export const elfReadBytes = 4 * 2 ** 20;

/**
 * Reads ELF headers, program headers and the dynamic section; section headers are not needed to run and not looked at.
 * @param bytes the file from its start, whole or cut.
 * @returns undefined when it is no ELF file; a string, the reason, when it is one that cannot be read to the end of what
 * matters: damaged, or cut too early.
 * @see https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
 */
export function readElf(bytes: Uint8Array): ElfFacts | string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 20 || file.readUInt32BE(0) !== 0x7f454c46) return undefined;
  const [ident, order] = [file[4], file[5]];
  if ((ident !== 1 && ident !== 2) || (order !== 1 && order !== 2)) return 'its class or byte order is unknown';
  const view: View = { file, is64: ident === 2, isLittle: order === 1 };
  const type = half(view, 16);
  const segments = readSegments(view);
  if (typeof segments === 'string') return segments;
  const dynamic = readDynamic(view, segments);
  if (typeof dynamic === 'string') return dynamic;
  const interpreterAt = segments.find((one) => one.type === segmentType.interpreter);
  const interpreter = interpreterAt && textAt(view, interpreterAt.offset);
  if (interpreterAt && interpreter === undefined) return 'its interpreter lies outside of what was read';
  const { needed, ...names } = dynamic;
  return {
    bits: view.is64 ? 64 : 32,
    endian: view.isLittle ? 'little' : 'big',
    machine: nameOfMachine(view, half(view, 18) ?? 0),
    type: type === 2 ? 'executable' : type === 3 ? 'shared' : 'other',
    ...(interpreter !== undefined && { interpreter }),
    needed,
    ...(names.rpath !== undefined && { rpath: names.rpath }),
    ...(names.runpath !== undefined && { runpath: names.runpath }),
    ...(names.soname !== undefined && { soname: names.soname }),
    linking:
      interpreter !== undefined || (type !== 3 && needed.length > 0)
        ? 'dynamic'
        : type !== 3
          ? 'static'
          : names.isPie && needed.length === 0
            ? 'static-pie'
            : 'library',
  };
}
