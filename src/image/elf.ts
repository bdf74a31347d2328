import { nameOfMachine, readDynamic, readSegments, segmentType } from './elf-tables.ts';
import type { Dynamic } from './elf-tables.ts';
import type { NeededVersions } from './elf-versions.ts';
import { half, textAt } from './elf-view.ts';
import type { View } from './elf-view.ts';

/** What an executable or library in ELF says of itself. */
export interface ElfFacts {
  readonly bits: 32 | 64;
  readonly endian: 'little' | 'big';
  /** As Go names architectures, `amd64`; `e_machine NUMBER` for others. */
  readonly machine: string;
  readonly type: 'executable' | 'shared' | 'other';
  /** Absolute path of the dynamic loader. */
  readonly interpreter?: string;
  /** DT_NEEDED, in order; absent when the dynamic section was not read. */
  readonly needed?: readonly string[];
  /** DT_RPATH and DT_RUNPATH as stored, entries parted by `:`. */
  readonly rpath?: string;
  readonly runpath?: string;
  readonly soname?: string;
  /** Versions of symbols it needs of its libraries, and those it defines; absent where it has none, or they were not read. */
  readonly versionsNeeded?: readonly NeededVersions[];
  readonly versionsDefined?: readonly string[];
  /** Static ones need nothing else in the image; `static-pie` is static and position-independent; `library` is no program. */
  readonly linking: 'static' | 'static-pie' | 'dynamic' | 'library' | 'unknown';
  /** Why the dynamic section was not read: linkers put it near a file's end, so a body that was cut lacks it. */
  readonly unread?: string;
}

const executableType = 2;
/** Libraries, and position-independent programs. */
const sharedType = 3;

/**
 * Reads ELF headers, program headers and the dynamic section; section headers are not needed to run and not looked at.
 * @param bytes the file from its start, whole or cut.
 * @returns undefined when it is no ELF file; a string, the reason, when it is one whose headers or interpreter
 * cannot be read: damaged, or cut too early.
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
  const interpreterAt = segments.find((one) => one.type === segmentType.interpreter);
  const interpreter = interpreterAt && textAt(view, interpreterAt.offset);
  if (interpreterAt && interpreter === undefined) return 'its interpreter lies outside of what was read';
  const dynamic = readDynamic(view, segments);
  return {
    bits: view.is64 ? 64 : 32,
    endian: view.isLittle ? 'little' : 'big',
    machine: nameOfMachine(view, half(view, 18) ?? 0),
    type: type === executableType ? 'executable' : type === sharedType ? 'shared' : 'other',
    ...(interpreter !== undefined && { interpreter }),
    ...(typeof dynamic === 'string' ? { unread: dynamic } : namesOf(dynamic)),
    linking: linkingOf(type, interpreter, dynamic),
  };
}

function namesOf({
  needed,
  rpath,
  runpath,
  soname,
  versionsNeeded,
  versionsDefined,
}: Dynamic): Pick<ElfFacts, 'needed' | 'rpath' | 'runpath' | 'soname' | 'versionsNeeded' | 'versionsDefined'> {
  return {
    needed,
    ...(rpath !== undefined && { rpath }),
    ...(runpath !== undefined && { runpath }),
    ...(soname !== undefined && { soname }),
    ...(versionsNeeded && { versionsNeeded }),
    ...(versionsDefined && { versionsDefined }),
  };
}

function linkingOf(
  type: number | undefined,
  interpreter: string | undefined,
  dynamic: Dynamic | string,
): ElfFacts['linking'] {
  if (interpreter !== undefined) return 'dynamic';
  if (typeof dynamic === 'string') return 'unknown';
  if (type !== sharedType) return dynamic.needed.length > 0 ? 'dynamic' : 'static';
  return dynamic.isPie && dynamic.needed.length === 0 ? 'static-pie' : 'library';
}
