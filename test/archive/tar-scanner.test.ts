import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Budget, defaultLimits, type ArchiveLimits } from '../../src/archive/limits.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import type { ScannedTar } from '../../src/archive/tar-entries.ts';
import { TarScanner } from '../../src/archive/tar-scanner.ts';
import { seekTar } from '../../src/archive/tar-seek.ts';
import { UserError } from '../../src/errors.ts';
import { EntryType } from '../../src/image/entries.ts';
import {
  base256,
  gnuLong,
  gnuRuns,
  header,
  padded,
  pax,
  paxLine,
  record,
  tarDirectory,
  tarFile,
  tarLink,
  tarOf,
} from '../support/tar.ts';

const typeNames = Object.keys(EntryType);

function scan(tar: Buffer, chunkBytes = tar.length, limits: Partial<ArchiveLimits> = {}): ScannedTar {
  const budget = new Budget({ ...defaultLimits, ...limits });
  const scanner = new TarScanner({ where: 'layer 0', budget, contentSums: true });
  for (let at = 0; at < tar.length; at += chunkBytes) scanner.push(tar.subarray(at, at + chunkBytes));
  return scanner.end();
}

/** A line for each record: `file a/b 3` with its size, `symlink a -> b`. */
function listing({ entries }: ScannedTar): readonly string[] {
  return entries.paths.map((path, index) => {
    const type = typeNames[entries.types[index] ?? -1] ?? '?';
    const target = entries.linkTargets.get(index);
    if (target !== undefined) return `${type} ${path} -> ${target}`;
    return type === 'file' ? `file ${path} ${entries.fileBytes[index]}` : `${type} ${path}`;
  });
}

const long = `${'d'.repeat(90)}/${'f'.repeat(90)}`;

/** What each tar holds; all are read whole, in chunks of one byte and of 7, and by seeking. */
const readable: Readonly<Record<string, readonly [tar: Buffer, expected: readonly string[]]>> = {
  'nothing at all': [Buffer.alloc(0), []],
  'only the end mark': [tarOf(), []],
  'one block of zeros at the end': [Buffer.concat([tarFile('a'), Buffer.alloc(512)]), ['file a 0']],
  'no end mark': [tarFile('a', 'abc'), ['file a 3']],
  'a last body without its padding': [tarFile('a', 'abc').subarray(0, 515), ['file a 3']],
  'rubbish after the end mark': [Buffer.concat([tarOf(tarFile('a', 'abc')), Buffer.from('rubbish')]), ['file a 3']],
  'each type of record': [
    tarOf(
      tarDirectory('d'),
      tarFile('d/f', 'abc'),
      tarLink('d/l', '../x'),
      tarLink('d/h', 'd/f', '1'),
      record({ name: 'c', type: '3' }),
      record({ name: 'b', type: '4' }),
      record({ name: 'p', type: '6' }),
      record({ name: 'old', type: '\0' }, 'x'),
      record({ name: 'old-directory/', type: '\0' }),
      record({ name: 'contiguous', type: '7' }, 'xy'),
    ),
    [
      'directory d',
      'file d/f 3',
      'symlink d/l -> ../x',
      'hardlink d/h -> d/f',
      'characterDevice c',
      'blockDevice b',
      'fifo p',
      'file old 1',
      'directory old-directory',
      'file contiguous 2',
    ],
  ],
  'names cleaned as runtimes do': [
    tarOf(
      tarDirectory('.'),
      tarFile('./a'),
      tarFile('/abs'),
      tarFile('x//y'),
      tarFile('x/./z'),
      tarFile('x/../w'),
      tarFile('../../up'),
      tarFile('.hidden/.file'),
      tarFile('..data'),
      tarLink('h', './x//y', '1'),
      tarLink('s', './x//y'),
    ),
    [
      'directory ',
      'file a 0',
      'file abs 0',
      'file x/y 0',
      'file x/z 0',
      'file w 0',
      'file up 0',
      'file .hidden/.file 0',
      'file ..data 0',
      'hardlink h -> x/y',
      'symlink s -> ./x//y',
    ],
  ],
  'whiteouts and opaque marks': [
    tarOf(
      tarFile('a/.wh.gone'),
      tarFile('.wh.top'),
      tarFile('a/.wh..wh..opq'),
      tarFile('.wh..wh..opq'),
      tarFile('.wh..wh.plnk/1.2', 'x'),
      tarFile('.wh..wh.aufs'),
      tarFile('a/.wh..wh.orph'),
      record({ name: '.wh.d', type: '2', linkName: 'leftover' }),
      tarFile('a.wh.b'),
    ),
    ['whiteout a/gone', 'whiteout top', 'opaque a', 'opaque ', 'whiteout d', 'file a.wh.b 0'],
  ],
  'the same path twice': [tarOf(tarFile('a', 'x'), tarFile('a', 'xyz')), ['file a 1', 'file a 3']],
  'a size that a link or directory must not have': [
    tarOf(header({ name: 'd/', type: '5', size: 1024 }), header({ name: 'l', type: '2', size: 7 }), tarFile('a')),
    ['directory d', 'symlink l -> ', 'file a 0'],
  ],
  'a ustar prefix': [tarOf(record({ name: 'name', prefix: 'some/prefix' }, 'x')), ['file some/prefix/name 1']],
  'a v7 header, which has no prefix': [tarOf(record({ name: 'name', format: 'v7', prefix: 'no' })), ['file name 0']],
  'times where ustar has the prefix': [
    tarOf(record({ name: 'name', format: 'gnu', patch: { 345: Buffer.from('14000000000\0') } })),
    ['file name 0'],
  ],
  'a prefix in a GNU header, as Go once wrote': [
    tarOf(record({ name: 'name', format: 'gnu', prefix: 'dir' })),
    ['file dir/name 0'],
  ],
  'a base-256 size': [tarOf(record({ name: 'a', size: base256(3n, 12) }, 'abc')), ['file a 3']],
  'PAX path, linkpath and size': [
    tarOf(
      pax({ path: long, size: '3' }),
      record({ name: 'short', size: 0 }, 'abc'),
      pax({ linkpath: long }),
      tarLink('l', 'short'),
    ),
    [`file ${long} 3`, `symlink l -> ${long}`],
  ],
  'PAX for one record only': [tarOf(pax({ path: 'x' }), tarFile('a'), tarFile('b')), ['file x 0', 'file b 0']],
  'an empty PAX value, which means the header’s own': [tarOf(pax({ path: '' }), tarFile('a')), ['file a 0']],
  'the later of two PAX headers': [tarOf(pax({ path: 'x' }), pax({ mtime: '1.5' }), tarFile('a')), ['file a 0']],
  'a global header, which names no file': [tarOf(pax({ path: 'x' }, 'g'), tarFile('a')), ['file a 0']],
  'GNU long names': [
    tarOf(gnuLong('L', long), gnuLong('K', `${long}/t`), tarLink('short', 'short')),
    [`symlink ${long} -> ${long}/t`],
  ],
  'a GNU long name beside a PAX path': [tarOf(pax({ path: 'x' }), gnuLong('L', 'y'), tarFile('a')), ['file y 0']],
  'a line break in a name': [tarOf(pax({ path: 'a\nb' }), tarFile('a')), ['file a\nb 0']],
  'bytes that are no UTF-8': [
    tarOf(record({ name: Buffer.from('caf\xe9', 'latin1') }), record({ name: Buffer.from('caf\xea', 'latin1') })),
    ['file caf\udce9 0', 'file caf\udcea 0'],
  ],
  'a replacement character that is meant': [tarOf(tarFile('a\ufffdb')), ['file a\ufffdb 0']],
  'old GNU sparse': [
    tarOf(
      record(
        {
          name: 's',
          type: 'S',
          format: 'gnu',
          patch: {
            386: gnuRuns([
              [4096, 3],
              [8192, 2],
            ]),
            483: Buffer.from('00000100000\0'),
          },
        },
        'abcde',
      ),
      tarFile('next'),
    ),
    ['file s 32768', 'file next 0'],
  ],
  'old GNU sparse with an extension block': [
    tarOf(
      header({
        name: 's',
        type: 'S',
        format: 'gnu',
        size: 5,
        patch: {
          386: gnuRuns([
            [0, 1],
            [10, 1],
            [20, 1],
            [30, 1],
          ]),
          482: Buffer.from([1]),
          483: Buffer.from('00000000100\0'),
        },
      }),
      padded(gnuRuns([[40, 1]])),
      padded('abcde'),
      tarFile('next'),
    ),
    ['file s 64', 'file next 0'],
  ],
  'sparse 0.0': [
    tarOf(
      record(
        { name: 'x', type: 'x' },
        Buffer.concat(
          [
            ['GNU.sparse.size', '100'],
            ['GNU.sparse.numblocks', '2'],
            ['GNU.sparse.offset', '10'],
            ['GNU.sparse.numbytes', '2'],
            ['GNU.sparse.offset', '50'],
            ['GNU.sparse.numbytes', '1'],
          ].map(([key = '', value = '']) => paxLine(key, value)),
        ),
      ),
      tarFile('s', 'abc'),
      tarFile('next'),
    ),
    ['file s 100', 'file next 0'],
  ],
  'sparse 0.1': [
    tarOf(
      pax({
        'GNU.sparse.size': '100',
        'GNU.sparse.numblocks': '2',
        'GNU.sparse.name': 'real',
        'GNU.sparse.map': '10,2,50,1',
      }),
      tarFile('GNUSparseFile.1/s', 'abc'),
      tarFile('next'),
    ),
    ['file real 100', 'file next 0'],
  ],
  'sparse 1.0': [
    tarOf(
      pax({
        'GNU.sparse.major': '1',
        'GNU.sparse.minor': '0',
        'GNU.sparse.name': 'real',
        'GNU.sparse.realsize': '10000000000',
      }),
      tarFile('GNUSparseFile.1/s', Buffer.concat([padded('2\n10\n2\n9999999999\n1\n'), Buffer.from('abc')])),
      tarFile('next'),
    ),
    ['file real 10000000000', 'file next 0'],
  ],
};

describe('a tar is read as Go reads it', () => {
  test.each(Object.entries(readable))('%s', async (_, [tar, expected]) => {
    const whole = scan(tar);
    expect(listing(whole)).toEqual(expected);
    for (const chunkBytes of [1, 7, 512]) expect(scan(tar, chunkBytes)).toEqual(whole);
    const budget = new Budget();
    const sought = await seekTar(readAtOf(tar), { where: 'x', budget, signal: new AbortController().signal });
    expect(sought).toEqual({ ...whole, entries: { ...whole.entries, contentSums: undefined } });
  });
});

/** What is refused, with words of the message. */
const refused: Readonly<Record<string, readonly [tar: Buffer, message: string]>> = {
  'a wrong checksum': [tarOf(record({ name: 'a', checksum: 1 })), 'at byte 0: a header has a wrong checksum'],
  'no tar at all': [Buffer.alloc(1024, 'x'), 'a header has a wrong checksum'],
  'a record after a block of zeros': [Buffer.concat([Buffer.alloc(512), tarFile('a')]), 'at byte 512'],
  'a number that is none': [tarOf(record({ name: 'a', mode: Buffer.from('12x4567\0') })), 'a malformed number'],
  'a time that is none': [tarOf(record({ name: 'a', mtime: Buffer.from('9') })), 'a malformed number'],
  'a base-256 number over 63 bits': [tarOf(record({ name: 'a', size: Buffer.alloc(12, 0xbf) })), 'a malformed number'],
  'a negative size': [tarOf(record({ name: 'a', size: base256(-1n, 12) })), 'a negative size'],
  'a negative size where an extended header says another': [
    tarOf(pax({ size: '3' }), record({ name: 'a', size: base256(-1n, 12) }, 'abc')),
    'a negative size',
  ],
  'a negative size of a directory by its name alone': [
    tarOf(record({ name: 'a/', type: '\0', size: base256(-1n, 12) })),
    'a negative size',
  ],
  'an archive that ends in a header': [tarFile('a').subarray(0, 300), 'at byte 300: it ends within a record'],
  'an archive that ends in a body': [tarFile('a', 'abc').subarray(0, 514), 'at byte 514: it ends within a record'],
  'an archive that ends in an extended header': [pax({ path: 'x' }).subarray(0, 515), 'it ends within a record'],
  'a PAX record of the wrong length': [tarOf(record({ type: 'x' }, '99 path=x\n'), tarFile('a')), 'is malformed'],
  'a PAX record without an end': [tarOf(record({ type: 'x' }, '9 path=xy'), tarFile('a')), 'is malformed'],
  'a PAX record without a key': [tarOf(record({ type: 'x' }, '6 =ab\n'), tarFile('a')), 'is malformed'],
  'a NUL in a PAX path': [tarOf(pax({ path: 'a\0b' }), tarFile('a')), 'is malformed'],
  'a PAX size that is no number': [tarOf(pax({ size: '1x' }), tarFile('a')), 'a malformed number'],
  'a PAX time that is none': [tarOf(pax({ mtime: 'now' }), tarFile('a')), 'a malformed number'],
  'a whiteout of nothing': [tarOf(tarFile('a/.wh.')), 'a whiteout names no file'],
  'a whiteout of the folder above': [tarOf(tarFile('a/.wh...')), 'a whiteout names no file'],
  'a file without a name': [tarOf(tarFile('')), 'has no name'],
  'sparse runs that overlap': [
    tarOf(
      pax({ 'GNU.sparse.size': '9', 'GNU.sparse.numblocks': '2', 'GNU.sparse.map': '0,2,1,1' }),
      tarFile('s', 'abc'),
    ),
    'a malformed map',
  ],
  'sparse runs beyond the file': [
    tarOf(pax({ 'GNU.sparse.size': '9', 'GNU.sparse.numblocks': '1', 'GNU.sparse.map': '8,3' }), tarFile('s', 'abc')),
    'a malformed map',
  ],
  'a sparse body shorter than its runs': [
    tarOf(pax({ 'GNU.sparse.size': '9', 'GNU.sparse.numblocks': '1', 'GNU.sparse.map': '0,4' }), tarFile('s', 'abc')),
    'a malformed map',
  ],
  'a sparse map that never ends': [
    tarOf(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0' }), tarFile('s', '9\n1\n')),
    'a malformed map',
  ],
};

describe('a tar is refused', () => {
  test.each(Object.entries(refused))('%s', async (_, [tar, message]) => {
    for (const chunkBytes of [tar.length, 1]) expect(() => scan(tar, chunkBytes)).toThrow(message);
    expect(() => scan(tar)).toThrow(UserError);
    expect(() => scan(tar)).toThrow('layer 0 ');
    const sought = seekTar(readAtOf(tar), { where: 'x', budget: new Budget(), signal: new AbortController().signal });
    await expect(sought).rejects.toBeInstanceOf(UserError);
  });
});

describe('what a record carries', () => {
  test('mode, owner and group, with PAX over the header', () => {
    const { entries } = scan(
      tarOf(
        tarFile('a', '', { mode: 0o4755, uid: 12, gid: 34 }),
        pax({ uid: '4294967295', gid: '70000' }),
        tarFile('b', '', { mode: 0o100600 }),
      ),
    );
    expect([...entries.modes]).toEqual([0o4755, 0o600]);
    expect([...entries.uids]).toEqual([12, 4_294_967_295]);
    expect([...entries.gids]).toEqual([34, 70_000]);
  });

  test('the lower bits of numbers too long to be counted with', () => {
    const beyond = base256(2n ** 62n + 0xdeadb000n + 0o4755n, 8);
    const { entries } = scan(
      tarOf(tarFile('a', '', { mode: beyond, uid: beyond, gid: base256(-(2n ** 61n) - 2n, 8) })),
    );
    expect([...entries.modes]).toEqual([0o4755]);
    expect([...entries.uids]).toEqual([0xdeadb000 + 0o4755]);
    expect([...entries.gids]).toEqual([0xfffffffe]);
  });

  test('file capabilities', () => {
    const { entries } = scan(
      tarOf(tarFile('a'), pax({ 'SCHILY.xattr.security.capability': '\x01\0\0\x02' }), tarFile('b'), tarFile('c')),
    );
    expect(entries.withCapabilities).toEqual(new Set([1]));
  });

  test('where the body starts, and its checksum', () => {
    const tar = tarOf(tarFile('a', 'abc'), pax({ mtime: '1' }), tarFile('b', 'x'.repeat(1000)), tarDirectory('d'));
    const { entries } = scan(tar, 100);
    const [, b = 0] = entries.bodyOffsets;
    expect(tar.toString('latin1', b, b + 1001)).toBe(`${'x'.repeat(1000)}\0`);
    expect([...(entries.contentSums?.values ?? [])]).toEqual([crc32('abc'), crc32('x'.repeat(1000)), 0]);
  });

  test('nothing of the tar before it, whose columns it is read into', () => {
    const files = scan(tarOf(tarFile('a', 'abc'), tarFile('b', 'abc')));
    const folders = scan(tarOf(tarDirectory('a'), tarDirectory('b')));
    expect([...(folders.entries.contentSums?.values ?? [])]).toEqual([0, 0]);
    expect([...folders.entries.fileBytes]).toEqual([0, 0]);
    expect([...(files.entries.contentSums?.values ?? [])]).toEqual([crc32('abc'), crc32('abc')]);
  });

  test('no checksum for a sparse file, whose stored bytes are not its content', () => {
    const [tar] = readable['sparse 0.1'] ?? [Buffer.alloc(0)];
    expect(scan(tar).entries.contentSums?.values[0]).toBeNaN();
  });
});

describe('hostile tars are refused by the limit they break', () => {
  const tar = tarOf(tarFile('aaaa'), tarFile('bbbb'), tarFile('cccc'));
  const cases: Readonly<Record<string, readonly [tar: Buffer, limits: Partial<ArchiveLimits>, message: string]>> = {
    entries: [
      tar,
      { maxEntries: 2 },
      'has more files than this tool reads: the limit is 2 entries, here it is 3 or more',
    ],
    'bytes of names': [tar, { maxNameBytes: 10 }, 'the limit is 10 B, here it is 12 B or more'],
    'bytes of a path': [tar, { maxPathBytes: 3 }, 'the limit is 3 bytes, here it is 4 bytes'],
    'bytes of an extended header': [
      tarOf(gnuLong('L', 'x'.repeat(2 ** 20)), tarFile('a')),
      {},
      'the limit is 1048576 bytes, here it is 1048577 bytes',
    ],
    'an extended header that claims to be huge': [
      header({ type: 'x', size: 2 ** 30 }),
      {},
      'here it is 1073741824 bytes',
    ],
    'a size beyond counting': [tarOf(header({ name: 'a', size: base256(2n ** 60n, 12) })), {}, 'has a file larger'],
    'a sparse map': [
      tarOf(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0' }), tarFile('s', '9'.repeat(4096))),
      { maxHeaderBytes: 1024 },
      'has a sparse map larger',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [bytes, limits, message]) => {
    expect(() => scan(bytes, bytes.length, limits)).toThrow(message);
    expect(() => scan(bytes, bytes.length, limits)).toThrow(UserError);
  });
});
