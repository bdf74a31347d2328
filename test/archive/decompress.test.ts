import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createInflater, sniffCompression } from '../../src/archive/decompress.ts';
import { defaultLimits, type ArchiveLimits } from '../../src/archive/limits.ts';
import { UserError } from '../../src/errors.ts';

// Written by zstd 1.5: `printf abc | zstd -19`, the same after a skippable frame of 4 bytes, and 4 MB of zeros.
const zstdAbc = Buffer.from('KLUv/QRoGQAAYWJjmQl3rQ==', 'base64');
// An empty member whose extra field, `SG`, says where the list of files starts: https://github.com/containerd/stargz-snapshotter/blob/main/docs/estargz.md#footer
const starFooter = Buffer.concat([
  Buffer.from('1f8b08040000000000ff1a00', 'hex'),
  Buffer.from('SG\x16\x00000000000000002aSTARGZ', 'latin1'),
  Buffer.from('010000ffff0000000000000000', 'hex'),
]);
const skippable = Buffer.from('502a4d1804000000deadbeef', 'hex');

async function inflate(packed: Buffer, limits: Partial<ArchiveLimits> = {}, chunkBytes = 3): Promise<string> {
  const pieces: Buffer[] = [];
  const kind = sniffCompression(packed);
  if (kind === 'none') throw new Error('it is not packed');
  const inflater = createInflater(kind, 'layer 0', { ...defaultLimits, ...limits }, (piece) => {
    pieces.push(Buffer.from(piece));
    return undefined;
  });
  for (let at = 0; at < packed.length; at += chunkBytes) await inflater.push(packed.subarray(at, at + chunkBytes));
  await inflater.end();
  return Buffer.concat(pieces).toString();
}

test.each([
  ['gzip', gzipSync('x')],
  ['zstd', zstdAbc],
  ['zstd', skippable],
  ['none', Buffer.from('ustar')],
  ['none', Buffer.alloc(0)],
  ['none', Buffer.from([0x1f])],
] as const)('%s is told by its first bytes', (kind, bytes) => {
  expect(sniffCompression(bytes)).toBe(kind);
});

describe('inflating', () => {
  test.each([
    ['gzip', gzipSync('some text'), 'some text'],
    ['gzip of several members', Buffer.concat([gzipSync('some '), gzipSync(''), gzipSync('text')]), 'some text'],
    [
      'gzip of a member for each file and an empty one that points to a list, as eStargz has it',
      Buffer.concat([gzipSync('some '), gzipSync('text'), starFooter]),
      'some text',
    ],
    ['gzip filled up with zeros', Buffer.concat([gzipSync('some text'), Buffer.alloc(64)]), 'some text'],
    ['zstd', zstdAbc, 'abc'],
    ['zstd of several frames', Buffer.concat([zstdAbc, zstdAbc]), 'abcabc'],
    ['zstd after a skippable frame', Buffer.concat([skippable, zstdAbc]), 'abc'],
  ])('%s', async (_, packed, text) => {
    expect(await inflate(packed)).toBe(text);
    expect(await inflate(packed, {}, packed.length)).toBe(text);
    expect(await inflate(packed, {}, 1)).toBe(text);
  });

  test.each([
    ['gzip that ends early', gzipSync('some text').subarray(0, -3)],
    ['gzip with a wrong checksum', Buffer.concat([gzipSync('some text').subarray(0, -8), Buffer.alloc(8)])],
    ['gzip followed by something else', Buffer.concat([gzipSync('some text'), Buffer.from('rubbish')])],
    ['gzip that is none', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
    ['zstd that ends early', zstdAbc.subarray(0, -6)],
    ['zstd that ends in its second frame', Buffer.concat([zstdAbc, zstdAbc.subarray(0, -6)])],
    ['zstd followed by something else', Buffer.concat([zstdAbc, Buffer.from('rubbish')])],
    ['zstd with a block of no known type', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 3, 7, 0, 0, 1, 2, 3])],
  ])('%s is refused', async (_, packed) => {
    for (const chunkBytes of [1, 1_000]) {
      const inflating = inflate(packed, {}, chunkBytes);
      await expect(inflating).rejects.toBeInstanceOf(UserError);
      await expect(inflating).rejects.toMatchObject({ problems: [{ code: 'broken-archive' }] });
    }
  });

  test('a zstd frame that needs more memory than is given is refused', async () => {
    // Window descriptor: exponent 18, mantissa 1, which is 288 MiB.
    const large = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (18 << 3) | 1, 0x01, 0x00, 0x00]);
    await expect(inflate(large)).rejects.toThrow('needs a larger zstd window than this tool gives');
    await expect(inflate(Buffer.concat([zstdAbc, large]))).rejects.toThrow('needs a larger zstd window');
  });

  const zeros = gzipSync(Buffer.alloc(3_000_000));
  test.each<[string, Partial<ArchiveLimits>, string]>([
    ['ratio', { ratioFromBytes: 1_000_000, maxRatio: 100 }, 'inflates to far more than it takes: the limit is 100:1'],
    ['size', { maxLayerBytes: 2_000_000 }, 'inflates to more than this tool reads: the limit is 2.0 MB'],
  ])('is stopped at the limit of its %s', async (_, limits, message) => {
    const inflating = inflate(zeros, limits, zeros.length);
    await expect(inflating).rejects.toThrow(message);
    await expect(inflating).rejects.toMatchObject({ problems: [{ code: 'too-large' }] });
    expect(await inflate(zeros, {}, zeros.length)).toHaveLength(3_000_000);
  });

  test('what takes the bytes may fail, and that is the error', async () => {
    const failing = createInflater('gzip', 'layer 0', defaultLimits, () => {
      throw new Error('ours');
    });
    void failing.push(gzipSync('x'));
    await expect(failing.end()).rejects.toThrow('ours');
  });

  test('what takes the bytes may ask to wait', async () => {
    let release = (): void => undefined;
    const log: string[] = [];
    const inflater = createInflater('gzip', 'layer 0', defaultLimits, (piece) => {
      log.push(`${piece.length} bytes`);
      return log.length > 1 ? undefined : new Promise((resolve) => (release = resolve));
    });
    void inflater.push(gzipSync(Buffer.alloc(1_500_000)));
    const ended = inflater.end().then(() => log.push('end'));
    await expect.poll(() => log).toEqual(['1048576 bytes']);
    release();
    await ended;
    expect(log).toEqual(['1048576 bytes', '451424 bytes', 'end']);
  });
});
