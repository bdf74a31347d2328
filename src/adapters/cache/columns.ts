import { EntryType } from '../../image/entries.ts';
import type { LayerMeta } from './format.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Bytes of a record in all columns: offset and size, owner and group, where its path ends, mode, type; and its sum. */
const recordBytes = 8 + 8 + 4 + 4 + 4 + 2 + 1;
const sumBytes = 8;

/** Bytes the columns of so many records take. */
export function columnBytes(count: number, hasSums: boolean): number {
  return count * (recordBytes + (hasSums ? sumBytes : 0));
}

/** The columns behind each other, widest first. */
export function writeColumns(entries: ScannedTar['entries'], sums: Float64Array | undefined): Buffer {
  const { bodyOffsets, fileBytes, uids, gids, modes, types, paths } = entries;
  const ends = new Uint32Array(entries.count);
  let end = 0;
  for (const [record, path] of paths.entries()) ends[record] = end += path.length;
  const columns = [bodyOffsets, fileBytes, ...(sums ? [sums] : []), uids, gids, ends, modes, types];
  return Buffer.concat(columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)));
}

/** Takes columns apart again. @throws Error when the values are none a reader of tars makes. */
export function readColumns(columns: Uint8Array, paths: string, head: LayerMeta): ScannedTar {
  const { count, sums: algorithm } = head;
  let at = 0;
  const next = <C extends Column>(column: C): C => {
    new Uint8Array(column.buffer).set(columns.subarray(at, at + column.byteLength));
    at += column.byteLength;
    return column;
  };
  const bodyOffsets = next(new Float64Array(count));
  const fileBytes = next(new Float64Array(count));
  const sums = algorithm && next(new Float64Array(count));
  const uids = next(new Uint32Array(count));
  const gids = next(new Uint32Array(count));
  const ends = next(new Uint32Array(count));
  const modes = next(new Uint16Array(count));
  const types = next(new Uint8Array(count));
  if (!types.every((type) => type <= EntryType.opaque)) throw new Error('it has an unknown type of record');
  if (!fileBytes.every((bytes) => Number.isSafeInteger(bytes) && bytes >= 0))
    throw new Error('it has a file of an impossible size');
  return {
    entries: {
      count,
      paths: cut(paths, ends),
      types,
      fileBytes,
      modes,
      uids,
      gids,
      linkTargets: new Map(head.links),
      withCapabilities: new Set(head.capabilities),
      bodyOffsets,
      ...(algorithm && sums && { contentSums: { algorithm, values: sums } }),
    },
    sparse: new Map(head.sparse),
  };
}

function cut(text: string, ends: Uint32Array): readonly string[] {
  const paths: string[] = [];
  let start = 0;
  for (const end of ends) {
    if (end < start) throw new Error('its paths overlap');
    paths.push(text.slice(start, end));
    start = end;
  }
  if (start !== text.length) throw new Error('its paths do not add up');
  return paths;
}
