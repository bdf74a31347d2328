import { decodeName } from './tar-names.ts';

/** Records of one extended header; values as bytes, for they need not be UTF-8. */
export type PaxRecords = ReadonlyMap<string, Buffer>;

const mapKey = 'GNU.sparse.map';
const withoutNul = new Set(['path', 'linkpath', 'uname', 'gname']);

/**
 * Reads an extended header's records, `LENGTH KEY=VALUE\n` each.
 * GNU sparse 0.0 repeats two keys for each fragment; they are joined into the map that 0.1 writes.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_03
 * @returns undefined when a record is malformed.
 */
export function readPax(body: Buffer): PaxRecords | undefined {
  const records = new Map<string, Buffer>();
  const fragments: string[] = [];
  for (let at = 0; at < body.length;) {
    const record = readRecord(body, at);
    if (!record) return undefined;
    const { key, value } = record;
    at = record.end;
    if (key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes') {
      const expected = fragments.length % 2 === 0 ? 'GNU.sparse.offset' : 'GNU.sparse.numbytes';
      if (key !== expected || value.includes(44)) return undefined;
      fragments.push(value.toString('latin1'));
    } else records.set(key, value);
  }
  if (fragments.length > 0) records.set(mapKey, Buffer.from(fragments.join(','), 'latin1'));
  return records;
}

function readRecord(body: Buffer, at: number): { key: string; value: Buffer; end: number } | undefined {
  const space = body.indexOf(32, at);
  if (space < 0 || space - at > 20) return undefined;
  const length = Number(readInteger(body.toString('latin1', at, space)) ?? Number.NaN);
  const end = at + length;
  // The shortest record is `5 a=\n`.
  if (!(length >= 5) || end > body.length || end - 1 <= space || body[end - 1] !== 10) return undefined;
  const equals = body.indexOf(61, space + 1);
  if (equals < 0 || equals >= end - 1 || equals === space + 1) return undefined;
  const key = decodeName(body, space + 1, equals);
  const value = body.subarray(equals + 1, end - 1);
  if (withoutNul.has(key) ? value.includes(0) : key.includes('\0')) return undefined;
  return { key, value, end };
}

/** A decimal number as Go's ParseInt takes it: an optional sign, digits, at most 63 bits. */
export function readInteger(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,40}$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value === BigInt.asIntN(64, value) ? value : undefined;
}

/** True for `SECONDS[.DIGITS]`, the form of PAX times. */
export function isPaxTime(text: string): boolean {
  const [seconds = '', fraction] = text.split(/\.(.*)/s);
  return readInteger(seconds) !== undefined && (fraction === undefined || /^\d*$/.test(fraction));
}

/** A record's value as text; undefined where it is missing or empty, which both mean: the header block's own. */
export function paxText(records: PaxRecords | undefined, key: string): string | undefined {
  const value = records?.get(key);
  return value && value.length > 0 ? decodeName(value, 0, value.length) : undefined;
}
