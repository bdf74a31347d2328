import { digitValues, fill } from './base64-digits.ts';

/** What a line tells of a file's body: its size, and the upper 53 bits of its CRC-64, which a number holds exactly. */
export interface FileLine {
  bytes: number;
  sum: number;
}

/** `{"type":2,"payload":"`: how a segment's line begins, and so where its payload starts. */
export const segmentHead = Buffer.from('{"type":2,"payload":"');
const endOfPayload = Buffer.from('","position":');
const noPayload = Buffer.from('","payload":null,"position":');
const startOfPayload = Buffer.from(',"payload":"');
const startOfSize = Buffer.from(',"size":');
/** Eight bytes in base64: eleven digits and a sign to fill up. */
const sumLength = 12;
const zero = 0x30;
const nine = 0x39;
const brace = 0x7d;
/** More digits than a safe integer has are left to the slow way, which refuses them. */
const mostDigits = 15;

/**
 * Reads a line of type 1 between `start` and `end`: from its end, where size and sum of every file with a body stand in
 * one form, so that its name need not be read; whatever looks otherwise is parsed.
 * @returns what is wrong with it.
 */
export function readFileLine(bytes: Buffer, start: number, end: number, into: FileLine): string | undefined {
  return readTail(bytes, start, end, into) < 0 ? parseLine(bytes.toString('utf8', start, end), into) : undefined;
}

/**
 * `…,"size":SIZE,"payload":"SUM","position":N}`, or `…","payload":null,…` where there is no body. Inside a name every quote is escaped, so none of this can be part of one.
 * @returns where what stands before it ends, in the usual order with the quote behind the name; −1 where the line ends otherwise.
 */
export function readTail(bytes: Buffer, start: number, end: number, into: FileLine): number {
  if (bytes[end - 1] !== brace) return -1;
  let at = end - 2;
  while (isDigit(bytes[at])) at -= 1;
  if (endsWith(bytes, at, start, noPayload)) {
    into.bytes = 0;
    into.sum = Number.NaN;
    return at + 2 - noPayload.length;
  }
  const payloadEnd = at + 1 - endOfPayload.length;
  const payload = payloadEnd - sumLength;
  const sizeEnd = payload - startOfPayload.length;
  if (!endsWith(bytes, at, start, endOfPayload) || !endsWith(bytes, payload - 1, start, startOfPayload)) return -1;
  let value = 0;
  at = sizeEnd - 1;
  for (let unit = 1; isDigit(bytes[at]); unit *= 10, at -= 1) value += unit * ((bytes[at] ?? 0) - zero);
  const count = sizeEnd - 1 - at;
  if (count === 0 || count > mostDigits || !endsWith(bytes, at, start, startOfSize)) return -1;
  const sum = sumAt(bytes, payload);
  if (Number.isNaN(sum)) return -1;
  into.bytes = value;
  into.sum = sum;
  return at + 1 - startOfSize.length;
}

/** Whether a text ends at a place, the last of its bytes there. */
function endsWith(bytes: Buffer, last: number, start: number, text: Buffer): boolean {
  const at = last + 1 - text.length;
  return at >= start && isAt(bytes, at, text);
}

/** Where the payload of a line of type 2 ends; −1 where it does not end as such a line does. */
export function endOfSegment(bytes: Buffer, start: number, end: number): number {
  if (bytes[end - 1] !== brace) return -1;
  let at = end - 2;
  while (isDigit(bytes[at])) at -= 1;
  return endsWith(bytes, at, start, endOfPayload) ? at + 1 - endOfPayload.length : -1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

/** Whether a text stands at a place. */
export function isAt(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** The upper 53 of the 64 bits in eleven digits of base64; not a number when they are none. */
function sumAt(bytes: Buffer, at: number): number {
  let upper = 0;
  let lower = 0;
  let wrong = 0;
  for (let index = 0; index < 5; index += 1) {
    const value = digitValues[bytes[at + index] ?? 0] ?? 255;
    wrong |= value;
    upper = upper * 64 + value;
  }
  const middle = digitValues[bytes[at + 5] ?? 0] ?? 255;
  for (let index = 6; index < 11; index += 1) {
    const value = digitValues[bytes[at + index] ?? 0] ?? 255;
    wrong |= value;
    lower = lower * 64 + value;
  }
  if ((wrong | middle) > 63 || bytes[at + 11] !== fill) return Number.NaN;
  const high = upper * 4 + (middle >> 4);
  const low = (middle & 15) * 2 ** 28 + Math.floor(lower / 4);
  return high * 2 ** 21 + Math.floor(low / 2 ** 11);
}

function parseLine(line: string, into: FileLine): string | undefined {
  const parsed = parse(line);
  if (!parsed) return 'it has a line that is not JSON';
  const { size = 0, payload } = parsed;
  into.bytes = 0;
  into.sum = Number.NaN;
  if (size === 0) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || typeof payload !== 'string')
    return 'it has a malformed file';
  const bytes = Buffer.from(payload, 'base64');
  into.bytes = size;
  if (bytes.length === 8) into.sum = bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11);
  return undefined;
}

function parse(line: string): { readonly size?: unknown; readonly payload?: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
