import { createHmac, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import type { Digest } from '../../result/measurement.ts';
import { columnBytes, readColumns, writeColumns } from './columns.ts';
import { defaultLimits } from '../../archive/limits.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { SumAlgorithm } from '../../image/entries.ts';

/** Name and version of the format; a change of what is kept, or of how tars are read, takes the next number. */
const magic = Buffer.from('PLIMLYR\u0001', 'latin1');
const sealBytes = 32;
const headBytes = magic.length + sealBytes;
/** Read back as another number on a machine with the other byte order. */
const byteOrderMark = 0x01020304;
const maxUnpackedBytes = 2 ** 30;
/** Each chunk is a turn of the main thread. */
const unpackedChunkBytes = 2 ** 18;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

const index = z.int().nonnegative();
const meta = z.strictObject({
  diffId: z.string(),
  sums: z.enum(['crc32', 'crc64']).optional(),
  count: index.max(defaultLimits.maxEntries),
  /** UTF-16 units of all paths behind each other, and how they are stored. */
  pathUnits: index,
  encoding: z.enum(['utf8', 'utf16le']),
  links: z.array(z.tuple([index, z.string()])),
  capabilities: z.array(index),
  sparse: z.array(z.tuple([index, z.array(z.strictObject({ offset: index, bytes: index }))])),
});
/** What of a layer does not stand in columns. */
export type LayerMeta = z.infer<typeof meta>;

/**
 * A layer's records as bytes: a seal over all that follows, then deflated columns. Paths, sizes and sums are all that a
 * measurement needs, so nothing of any file's content is kept.
 * @param key of the seal; without one it guards against damage, and not against whoever may write to the same place.
 */
export async function encodeLayer(diffId: Digest, { entries, sparse }: ScannedTar, key: string): Promise<Buffer> {
  const paths = entries.paths.join('');
  // Bytes that are not UTF-8 stand as surrogates without a partner, which UTF-8 cannot hold.
  const encoding = /\p{Surrogate}/u.test(paths) ? 'utf16le' : 'utf8';
  const head: LayerMeta = {
    diffId,
    ...(entries.contentSums && { sums: entries.contentSums.algorithm }),
    count: entries.count,
    pathUnits: paths.length,
    encoding,
    links: [...entries.linkTargets],
    capabilities: [...entries.withCapabilities],
    sparse: [...sparse].map(([record, runs]) => [record, [...runs]]),
  };
  const json = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(json.length, 4);
  new Uint32Array(start.buffer, start.byteOffset, 1)[0] = byteOrderMark;
  const columns = writeColumns(entries, entries.contentSums?.values);
  const packed = await deflate(Buffer.concat([start, json, columns, Buffer.from(paths, encoding)]), { level: 1 });
  return Buffer.concat([magic, sealOf(packed, key), packed]);
}

/**
 * Reads a layer back; everything is checked, for anybody may have written it.
 * @throws Error that says what is wrong with it.
 */
export async function decodeLayer(
  bytes: Buffer,
  expected: { readonly diffId: Digest; readonly sums: SumAlgorithm },
  key: string,
): Promise<ScannedTar> {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('it is of another version');
  const packed = bytes.subarray(headBytes);
  const seal = bytes.subarray(magic.length, headBytes);
  if (seal.length !== sealBytes || !timingSafeEqual(seal, sealOf(packed, key)))
    throw new Error('it is damaged, or sealed with another key');
  const payload = await inflate(packed, { maxOutputLength: maxUnpackedBytes, chunkSize: unpackedChunkBytes });
  if (payload.length < 8 || new Uint32Array(Uint8Array.from(payload.subarray(0, 4)).buffer)[0] !== byteOrderMark)
    throw new Error('it was written on a machine with another byte order');
  const jsonEnd = 8 + payload.readUInt32LE(4);
  const head = meta.parse(JSON.parse(payload.toString('utf8', 8, jsonEnd)));
  if (head.diffId !== expected.diffId) throw new Error(`it is of ${head.diffId}`);
  if (head.sums !== expected.sums) throw new Error('it has other checksums');
  checkIndexes(head);
  const columnsEnd = jsonEnd + columnBytes(head.count, head.sums !== undefined);
  if (payload.length < columnsEnd) throw new Error('it is too short');
  const paths = payload.toString(head.encoding, columnsEnd);
  if (paths.length !== head.pathUnits) throw new Error('its paths do not add up');
  return readColumns(payload.subarray(jsonEnd, columnsEnd), paths, head);
}

function checkIndexes({ count, links, capabilities, sparse }: LayerMeta): void {
  const indexes = [...links.map(([record]) => record), ...capabilities, ...sparse.map(([record]) => record)];
  if (indexes.some((record) => record >= count)) throw new Error('it names a record it has not');
}

function sealOf(packed: Uint8Array, key: string): Buffer {
  return createHmac('sha256', key).update(magic).update(packed).digest();
}
