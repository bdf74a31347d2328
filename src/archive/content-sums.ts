import { crc32 } from 'node:zlib';
import { EntryType, type LayerEntries } from '../image/entries.ts';
import type { ReadAt } from './read-at.ts';
import type { ScannedTar } from './tar-entries.ts';

const pieceBytes = 262_144;
/** Bytes summed before other work, such as a signal, gets its turn. */
const bytesAtOnce = 8_388_608;

/**
 * For each layer its records of files that another layer holds at the same path with as many bytes: only there does
 * a checksum tell a changed mode from changed content.
 */
export function repeatedFiles(layers: readonly LayerEntries[]): readonly (readonly number[])[] {
  const isCandidate = samePaths(layers);
  const seen = new Map<string, { readonly layer: number; readonly record: number }[]>();
  for (const [layer, { paths, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (isCandidate[layer]?.[record] !== 1) continue;
      const key = `${fileBytes[record]} ${paths[record]}`;
      const places = seen.get(key);
      if (places) places.push({ layer, record });
      else seen.set(key, [{ layer, record }]);
    }
  }
  const repeated = layers.map((): number[] => []);
  for (const places of seen.values()) {
    if (places.every(({ layer }) => layer === places[0]?.layer)) continue;
    for (const { layer, record } of places) repeated[layer]?.push(record);
  }
  return repeated;
}

/** Marks files whose path another file has too: few of many, so that only for these anything is put together. */
function samePaths(layers: readonly LayerEntries[]): readonly Uint8Array[] {
  const marks = layers.map(({ count }) => new Uint8Array(count));
  const first = new Map<string, number>();
  let start = 0;
  const starts = layers.map(({ count }) => (start += count) - count);
  for (const [layer, { paths, types, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (types[record] !== EntryType.file || fileBytes[record] === 0) continue;
      const path = paths[record] ?? '';
      const known = first.get(path);
      if (known === undefined) {
        first.set(path, (starts[layer] ?? 0) + record);
        continue;
      }
      const own = starts.findLastIndex((layerStart) => layerStart <= known);
      for (const [of, at] of [
        [own, known - (starts[own] ?? 0)],
        [layer, record],
      ] as const)
        marks[of]?.fill(1, at, at + 1);
    }
  }
  return marks;
}

/** Adds CRC-32 sums of these records, read from the plain tar; of files that are not among them the sum is not a number. */
export async function sumFiles(
  tar: ReadAt,
  { entries, sparse }: ScannedTar,
  records: readonly number[],
  signal: AbortSignal,
): Promise<ScannedTar> {
  const values = new Float64Array(entries.count);
  for (let record = 0; record < entries.count; record += 1) {
    if (entries.types[record] === EntryType.file && entries.fileBytes[record] !== 0) values[record] = Number.NaN;
  }
  const piece = Buffer.alloc(pieceBytes);
  let sinceTurn = 0;
  for (const record of records) {
    if (sparse.has(record)) continue;
    const start = entries.bodyOffsets[record] ?? 0;
    const bytes = entries.fileBytes[record] ?? 0;
    let sum = 0;
    for (let done = 0; done < bytes;) {
      const read = tar.read(piece.subarray(0, Math.min(piece.length, bytes - done)), start + done);
      sum = read === 0 ? Number.NaN : crc32(piece.subarray(0, read), sum);
      done += read === 0 ? bytes : read;
      sinceTurn += read;
      if (sinceTurn < bytesAtOnce) continue;
      sinceTurn = 0;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    values[record] = sum;
  }
  return { entries: { ...entries, contentSums: { algorithm: 'crc32', values } }, sparse };
}
