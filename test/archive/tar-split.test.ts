import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/archive/limits.ts';
import { TarScanner } from '../../src/archive/tar-scanner.ts';
import { readFileLine } from '../../src/archive/tar-split-line.ts';
import { TarSplitReader } from '../../src/archive/tar-split.ts';
import { gnuLong, padded, pax, record, tarDirectory, tarFile, tarLink } from '../support/tar.ts';

/** CRC-64 as ISO 3309 has it, bit by bit; what tar-split calls a file's payload. */
function crc64(body: string): bigint {
  let sum = 0xffff_ffff_ffff_ffffn;
  for (const byte of Buffer.from(body)) {
    sum ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1n ? (sum >> 1n) ^ 0xd800_0000_0000_0000n : sum >> 1n;
  }
  return sum ^ 0xffff_ffff_ffff_ffffn;
}

function payloadOf(body: string): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(crc64(body));
  return bytes.toString('base64');
}

type Part = { readonly bytes: Buffer } | { readonly name: string | Buffer; readonly body: string };

/** The record that tar-split keeps: everything but bodies as it stands, and a line for each file. */
function recordOf(parts: readonly Part[]): Buffer {
  const lines = parts.map((part, position) => {
    if ('bytes' in part) return { type: 2, payload: part.bytes.toString('base64'), position };
    const name = Buffer.isBuffer(part.name) ? { name_raw: part.name.toString('base64') } : { name: part.name };
    const size = part.body === '' ? {} : { size: Buffer.byteLength(part.body) };
    return { type: 1, ...name, ...size, payload: part.body === '' ? null : payloadOf(part.body), position };
  });
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const long = `${'long/'.repeat(40)}name`;
const files: readonly { readonly before: Buffer; readonly name: string | Buffer; readonly body: string }[] = [
  { before: tarDirectory('etc'), name: 'etc/', body: '' },
  { before: tarFile('etc/empty'), name: 'etc/empty', body: '' },
  { before: record({ name: 'etc/a', size: 5 }), name: 'etc/a', body: 'hello' },
  { before: tarLink('etc/soft', 'a'), name: 'etc/soft', body: '' },
  { before: tarFile('./etc/b'), name: './etc/b', body: '' },
  { before: record({ name: 'etc/q"', size: 1 }), name: 'etc/q"', body: 'q' },
  { before: record({ name: '.wh.gone', size: 0 }), name: '.wh.gone', body: '' },
  { before: record({ name: 'old/', type: '\0' }), name: 'old/', body: '' },
  { before: record({ name: 'owned', mode: 0o4755, uid: 1_000, gid: 2_097_151 }), name: 'owned', body: '' },
  {
    before: record({ name: Buffer.from('é\xff', 'latin1'), size: 600 }),
    name: Buffer.from('é\xff', 'latin1'),
    body: 'x'.repeat(600),
  },
  { before: Buffer.concat([gnuLong('L', long), record({ name: 'cut', size: 1 })]), name: long, body: 'y' },
  {
    before: Buffer.concat([pax({ path: 'p",\\"payload":"\n' }), record({ name: 'cut', size: 2 })]),
    name: 'p",\\"payload":"\n',
    body: 'zz',
  },
];

const padding = (body: string): Buffer => padded(body).subarray(Buffer.byteLength(body));
const parts = files.flatMap(({ before, name, body }): readonly Part[] => [
  { bytes: before },
  { name, body },
  { bytes: padding(body) },
]);
const all: readonly Part[] = [...parts, { bytes: Buffer.alloc(1024) }];
/** As tar-split writes it: what stands between two bodies is one segment. */
const joined: readonly Part[] = [
  ...files.flatMap(({ before, name, body }, index): readonly Part[] => [
    { bytes: Buffer.concat([padding(files[index - 1]?.body ?? ''), before]) },
    { name, body },
  ]),
  { bytes: Buffer.concat([padding(files.at(-1)?.body ?? ''), Buffer.alloc(1024)]) },
];
const tar = Buffer.concat([
  ...files.flatMap(({ before, body }) => [before, Buffer.from(body), padding(body)]),
  Buffer.alloc(1024),
]);

describe('what tar-split keeps of a tar', () => {
  test.each(
    [recordOf(all), recordOf(joined)].flatMap((kept) =>
      [1, 7, 800, 4_096, kept.length].map((piece) => ({ kept, piece })),
    ),
  )('$kept.length bytes, read in pieces of $piece, tell what the tar itself does', ({ kept, piece }) => {
    const reader = new TarSplitReader('x', new Budget());
    for (let at = 0; at < kept.length; at += piece) reader.push(kept.subarray(at, at + piece));
    const scanner = new TarScanner({ where: 'x', budget: new Budget(), contentSums: true });
    scanner.push(tar);
    const { entries, sparse } = reader.end();
    const expected = scanner.end();
    expect({ ...entries, contentSums: undefined }).toEqual({ ...expected.entries, contentSums: undefined });
    expect(sparse).toEqual(expected.sparse);
    expect(entries.contentSums?.algorithm).toBe('crc64');
    const bodies = files.filter(({ body }) => body !== '').map(({ body }) => Number(crc64(body) >> 11n));
    expect([...(entries.contentSums?.values ?? [])].filter((sum) => sum !== 0)).toEqual(bodies);
  });

  test.each([
    ['a line of an unknown type', '{"type":3,"position":0}'],
    ['a line that is not JSON', '{"type":1'],
    ['a size that is text', '{"type":1,"name":"a","size":"5","payload":"AAAAAAAAAAA=","position":0}'],
    ['a body that is not due', '{"type":1,"name":"a","size":5,"payload":"AAAAAAAAAAA=","position":0}'],
    ['a segment without its end', '{"type":2,"payload":"AAAA'],
    ['a segment of another form', '{"type":2,"position":0,"payload":"AAAA"}'],
  ])('%s is refused', (_what, line) => {
    const reader = new TarSplitReader('x', new Budget());
    expect(() => {
      reader.push(Buffer.from(`${line}\n`));
      reader.end();
    }).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'broken-archive' })] }));
  });
});

describe('a line of a file', () => {
  const whole = (line: object): string => JSON.stringify(line);
  test.each<[what: string, line: string, bytes: number, sum: number]>([
    [
      'of the usual form',
      whole({ type: 1, name: 'a', size: 5, payload: payloadOf('hello'), position: 3 }),
      5,
      Number(crc64('hello') >> 11n),
    ],
    [
      'with all bits of its sum',
      whole({ type: 1, name: 'a', size: 5, payload: '//////////8=', position: 3 }),
      5,
      2 ** 53 - 1,
    ],
    ['without a body', whole({ type: 1, name: 'a', payload: null, position: 3 }), 0, Number.NaN],
    ['with a size and no sum', whole({ type: 1, name: 'a', size: 7, payload: '', position: 3 }), 7, Number.NaN],
    [
      'whose name looks like the rest of a line',
      whole({
        type: 1,
        name: ',"size":9,"payload":"AAAAAAAAAAA=","position":1}',
        size: 5,
        payload: payloadOf('x'),
        position: 2,
      }),
      5,
      Number(crc64('x') >> 11n),
    ],
    [
      'whose name looks like the end of one without a body',
      whole({ type: 1, name: 'a","payload":null,"position":1}', size: 5, payload: payloadOf('x'), position: 2 }),
      5,
      Number(crc64('x') >> 11n),
    ],
    [
      'with its parts in another order',
      `{"type":1,"position":2,"payload":"${payloadOf('x')}","size":5,"name":"a"}`,
      5,
      Number(crc64('x') >> 11n),
    ],
    [
      'with blanks',
      `{"type":1,"name":"a","size": 5,"payload":"${payloadOf('x')}","position":2}`,
      5,
      Number(crc64('x') >> 11n),
    ],
    [
      'larger than 10^15 bytes',
      whole({ type: 1, name: 'a', size: 9_007_199_254_740_991, payload: payloadOf('x'), position: 2 }),
      9_007_199_254_740_991,
      Number(crc64('x') >> 11n),
    ],
  ])('%s', (_what, line, bytes, sum) => {
    const read = { bytes: -1, sum: -1 };
    const around = Buffer.from(`{"type":1}\n${line}\n{"type":1}`);
    expect(readFileLine(around, 11, around.length - 11, read)).toBeUndefined();
    expect(read.bytes).toBe(bytes);
    expect(read.sum).toBe(sum);
  });

  test('that is larger than a safe integer is refused', () => {
    const line = Buffer.from('{"type":1,"name":"a","size":9007199254740993,"payload":"AAAAAAAAAAA=","position":2}');
    expect(readFileLine(line, 0, line.length, { bytes: 0, sum: 0 })).toBe('it has a malformed file');
  });
});
