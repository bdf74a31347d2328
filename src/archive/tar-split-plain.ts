import { base64Length, decodeSome } from './base64-digits.ts';
import { blockBytes, readNumber } from './tar-fields.ts';
import { emptyHeader, Flag, type TarHeader } from './tar-header.ts';
import { endOfSegment, isAt, readTail, segmentHead, type FileLine } from './tar-split-line.ts';

/** A record that one header and one line tell all of; nothing is allocated for the next one that is read into it. */
export interface PlainRecord {
  readonly header: TarHeader;
  readonly line: FileLine;
}

/** What {@link readPlain} may read into. */
export const plainRecord = (): PlainRecord => ({
  header: emptyHeader(),
  line: { bytes: 0, sum: Number.NaN },
});

const newline = 0x0a;
const fileHead = Buffer.from('{"type":1,"name":"');
const quote = 0x22;
const backslash = 0x5c;
/** Where a header keeps mode, owner and size, one behind the other, and its type. */
const numbersAt = 100;
const numbersLength = 36;
const typeAt = 156;
const targetAt = 157;
const targetLength = 100;
/** The bytes last decoded, of a link's target at most, whole groups of three. */
const decoded = Buffer.alloc(targetLength + 6);

/**
 * Reads the two lines of a record at once: a segment that is `padding` and one header, between `start` and `end`, and
 * behind it the line that tells of its body. Of nearly all records of a layer no more need be decoded than some fifty
 * of the header's bytes, and of links the target: the line has the name, as Go's reader put it together.
 * @returns where the second line ends; −1 where they are anything else, which is no error.
 */
export function readPlain(text: Buffer, start: number, end: number, padding: number, into: PlainRecord): number {
  const payload = start + segmentHead.length;
  const payloadEnd = endOfSegment(text, start, end);
  if (payloadEnd < payload || base64Length(text, payload, payloadEnd) !== padding + blockBytes) return -1;
  const lineEnd = text.indexOf(newline, end + 1);
  const nameAt = end + 1 + fileHead.length;
  if (lineEnd < nameAt || !isAt(text, start, segmentHead) || !isAt(text, end + 1, fileHead)) return -1;
  const nameEnd = readTail(text, nameAt, lineEnd, into.line) - 1;
  if (nameEnd <= nameAt || text[nameEnd] !== quote || !isPlain(text, nameAt, nameEnd)) return -1;
  if (!readHeader(text, payload, padding, into.header)) return -1;
  into.header.name = text.toString('latin1', nameAt, nameEnd);
  return lineEnd;
}

/** Whether a name stands as it is: ASCII, and nothing that JSON escapes. */
function isPlain(text: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = text[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === quote || byte === backslash) return false;
  }
  return true;
}

/** Reads a header of a file, a folder or a link; others have more to them, or are so few that it does not matter. */
function readHeader(text: Buffer, payload: number, padding: number, into: TarHeader): boolean {
  const typeFlag = decoded[decodeSome(text, payload, padding + typeAt, 1, decoded)];
  const isLink = typeFlag === Flag.symlink || typeFlag === Flag.hardlink;
  if (!isLink && typeFlag !== Flag.file && typeFlag !== Flag.directory && typeFlag !== Flag.oldFile) return false;
  const target = isLink ? readTarget(text, payload, padding) : '';
  if (target === undefined) return false;
  into.linkName = target;
  const at = decodeSome(text, payload, padding + numbersAt, numbersLength, decoded);
  if (at < 0) return false;
  into.typeFlag = typeFlag;
  into.mode = readNumber(decoded, at, 8);
  into.uid = readNumber(decoded, at + 8, 8);
  into.gid = readNumber(decoded, at + 16, 8);
  into.bytes = readNumber(decoded, at + 24, 12);
  // What is no such number is left to the other reader, which takes it or says what is wrong with it.
  return isSmall(into.mode) && isSmall(into.uid) && isSmall(into.gid) && into.bytes >= 0;
}

/** What a link leads to; undefined where it is more than ASCII, or fills its field to the end. */
function readTarget(text: Buffer, payload: number, padding: number): string | undefined {
  const start = decodeSome(text, payload, padding + targetAt, targetLength, decoded);
  const end = decoded.indexOf(0, start);
  if (start < 0 || end < 0 || end >= start + targetLength) return undefined;
  for (let at = start; at < end; at += 1) if ((decoded[at] ?? 0) > 0x7f) return undefined;
  return decoded.toString('latin1', start, end);
}

const isSmall = (value: number): boolean => value >= 0 && value <= 0xffff_ffff;
