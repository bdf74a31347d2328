import { EntryType } from '../image/entries.ts';
import { readNumber } from './tar-fields.ts';
import { decodeField } from './tar-names.ts';

const flag = (letter: string): number => letter.charCodeAt(0);

/** Type flags that need a name here; see https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export const Flag = {
  oldFile: 0,
  file: flag('0'),
  hardlink: flag('1'),
  symlink: flag('2'),
  characterDevice: flag('3'),
  blockDevice: flag('4'),
  directory: flag('5'),
  fifo: flag('6'),
  gnuSparse: flag('S'),
  pax: flag('x'),
  paxGlobal: flag('g'),
  gnuLongName: flag('L'),
  gnuLongLink: flag('K'),
} as const;

/** Of the flags `1` to `6`, in their order. */
const numberedTypes: readonly EntryType[] = [
  EntryType.hardlink,
  EntryType.symlink,
  EntryType.characterDevice,
  EntryType.blockDevice,
  EntryType.directory,
  EntryType.fifo,
];

/** The type a flag means; whatever is not known is a regular file, as POSIX has it. */
export function typeOf(typeFlag: number): EntryType {
  return numberedTypes[typeFlag - Flag.hardlink] ?? EntryType.file;
}

/** True for headers whose body says something about the next record. */
export function isExtension(typeFlag: number): boolean {
  return (
    typeFlag === Flag.pax ||
    typeFlag === Flag.paxGlobal ||
    typeFlag === Flag.gnuLongName ||
    typeFlag === Flag.gnuLongLink
  );
}

/** Links, devices, directories and pipes have no body, whatever size their header states. */
export function isHeaderOnly(typeFlag: number): boolean {
  return typeFlag >= Flag.hardlink && typeFlag <= Flag.fifo;
}

/** A header block's fields, as far as layers need them. */
export interface TarHeader {
  name: string;
  linkName: string;
  typeFlag: number;
  mode: number;
  uid: number;
  gid: number;
  /** As stated; negative or not a number where the field was. */
  bytes: number;
  format: 'v7' | 'ustar' | 'star' | 'gnu';
}

/** A header to read others into. */
export const emptyHeader = (): TarHeader => ({
  name: '',
  linkName: '',
  typeFlag: 0,
  mode: 0,
  uid: 0,
  gid: 0,
  bytes: 0,
  format: 'ustar',
});

/** Reads the header at `at` into one that is used again. @returns false when a field is not what it must be, as Go's reader judges it. */
export function readHeader(block: Buffer, at: number, into: TarHeader): boolean {
  const mode = readNumber(block, at + 100, 8);
  const uid = readNumber(block, at + 108, 8);
  const gid = readNumber(block, at + 116, 8);
  const bytes = readNumber(block, at + 124, 12);
  let sum = mode + uid + gid + bytes + readNumber(block, at + 136, 12);
  const format = formatOf(block, at);
  if (format !== 'v7') sum += readNumber(block, at + 329, 8) + readNumber(block, at + 337, 8);
  if (format === 'star') sum += readNumber(block, at + 476, 12) + readNumber(block, at + 488, 12);
  if (Number.isNaN(sum)) return false;
  const ownName = decodeField(block, at, 100);
  const prefix = readPrefix(block, at, format);
  into.name = prefix === '' ? ownName : `${prefix}/${ownName}`;
  into.linkName = block[at + 157] === 0 ? '' : decodeField(block, at + 157, 100);
  into.typeFlag = block[at + 156] ?? 0;
  into.mode = lowBits(mode, block, at + 100);
  into.uid = lowBits(uid, block, at + 108);
  into.gid = lowBits(gid, block, at + 116);
  into.bytes = bytes;
  into.format = format;
  return true;
}

/** Of a number too long for a double, which only base-256 can write, the lower 32 bits: no more is kept of it. */
function lowBits(value: number, block: Buffer, at: number): number {
  return Number.isSafeInteger(value) ? value : block.readUInt32BE(at + 4);
}

function formatOf(block: Buffer, at: number): TarHeader['format'] {
  // `ustar` in two steps of a number each: this runs for every record.
  if (block[at + 257] !== 117 || block.readUInt32BE(at + 258) !== 0x73746172) return 'v7';
  if (block[at + 262] === 0) return block.readUInt32BE(at + 508) === 0x74617200 ? 'star' : 'ustar';
  return block[at + 262] === 32 && block[at + 263] === 32 && block[at + 264] === 0 ? 'gnu' : 'v7';
}

function readPrefix(block: Buffer, at: number, format: TarHeader['format']): string {
  if (format === 'v7' || block[at + 345] === 0) return '';
  if (format === 'ustar') return decodeField(block, at + 345, 155);
  if (format === 'star') return decodeField(block, at + 345, 131);
  // GNU keeps times here. Go before 1.8 wrote a prefix into GNU headers; where the times are no numbers, it is that.
  const isTime = (from: number): boolean => block[from] === 0 || !Number.isNaN(readNumber(block, from, 12));
  if (isTime(at + 345) && isTime(at + 357)) return '';
  const prefix = decodeField(block, at + 345, 155);
  return Buffer.byteLength(prefix) === prefix.length ? prefix : '';
}
