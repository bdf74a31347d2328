import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../src/adapters/cache/folder.ts';
import { prune } from '../../../src/adapters/cache/prune.ts';
import { keepsAll, knownLayers, type LayerCache } from '../../../src/archive/layer-cache.ts';
import { Budget } from '../../../src/archive/limits.ts';
import type { ScannedTar } from '../../../src/archive/tar-entries.ts';
import { TarScanner } from '../../../src/archive/tar-scanner.ts';
import type { Digest } from '../../../src/result/measurement.ts';
import { gnuRuns, header, pax, record, tarDirectory, tarFile, tarLink, tarOf } from '../../support/tar.ts';

let folder: string;
let notes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-cache-'));
  notes = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (key = '', at = folder) => cacheFolder({ folder: at, key, note: (text) => notes.push(text) });
const diffId: Digest = `sha256:${'a'.repeat(64)}`;
const other: Digest = `sha256:${'b'.repeat(64)}`;

/** Whatever a layer can have: links, devices, marks, capabilities, sparse files, names that are not UTF-8. */
const odd = tarOf(
  tarDirectory('etc', { mode: 0o1777, uid: 2 ** 20, gid: 7 }),
  tarFile('etc/é', 'body', { mode: 0o4755 }),
  record({ name: Buffer.from([0x65, 0x74, 0x63, 0x2f, 0xff]) }, 'x'),
  tarLink('etc/soft', '../ü'),
  tarLink('etc/hard', 'etc/é', '1'),
  tarFile('etc/.wh.gone'),
  tarFile('etc/.wh..wh..opq'),
  record({ name: 'dev/null', type: '3' }),
  pax({ 'SCHILY.xattr.security.capability': Buffer.from([1, 0, 0, 2]) }),
  tarFile('bin/ping', 'ping'),
  header({
    name: 'hole',
    type: 'S',
    format: 'gnu',
    size: 4,
    patch: { 386: gnuRuns([[4096, 4]]), 483: Buffer.from('00000100000\0') },
  }),
  Buffer.concat([Buffer.from('data'), Buffer.alloc(508)]),
);

function scan(tar: Buffer): ScannedTar {
  const scanner = new TarScanner({ where: 'x', budget: new Budget(), contentSums: true });
  scanner.push(tar);
  return scanner.end();
}

async function kept(cache: ReturnType<typeof open>, layer: ScannedTar = scan(odd)): Promise<string> {
  cache.put(diffId, layer);
  await cache.close();
  return join(folder, readdirSync(folder)[0] ?? '');
}

describe('a cache folder', () => {
  test('has what is kept in it, with these sums and no others', async () => {
    await kept(open());
    const cache = open();
    expect(await cache.has(diffId, 'crc32')).toBe(true);
    expect(await cache.has(diffId, 'crc64')).toBe(false);
    expect(await cache.has(other, 'crc32')).toBe(false);
  });

  test('gives a layer back as it was, whatever is in it', async () => {
    const layer = scan(odd);
    await kept(open(), layer);
    expect(layer.entries.linkTargets.size).toBe(2);
    expect(layer.sparse.size).toBe(1);
    expect(await open().get(diffId, 'crc32')).toEqual(layer);
    expect(notes).toEqual([]);
  });

  test('knows nothing of another DiffID or other checksums', async () => {
    await kept(open());
    expect([await open().get(other, 'crc32'), await open().get(diffId, 'crc64')]).toEqual([undefined, undefined]);
    expect(notes).toEqual([]);
  });

  test('keeps nothing of a layer without checksums', async () => {
    const { contentSums: _, ...entries } = scan(odd).entries;
    const cache = open();
    cache.put(diffId, { ...scan(odd), entries });
    await cache.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is for its owner alone', async () => {
    const path = await kept(cacheFolder({ folder: join(folder, 'new'), key: '', note: () => undefined }));
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, readdirSync(path)[0] ?? '')).mode & 0o777).toBe(0o600);
  });
});

describe('a kept layer that cannot be believed is discarded, said, and written anew', () => {
  const rewrite = (change: (bytes: Buffer) => Buffer) => async (path: string) =>
    writeFileSync(path, change(readFileSync(path)));
  test.each<[what: string, spoil: (path: string) => Promise<void>, why: RegExp]>([
    ['empty', rewrite(() => Buffer.alloc(0)), /another version/],
    [
      'of another version',
      rewrite((bytes) => Buffer.concat([Buffer.from('PLIMLYR\u0009'), bytes.subarray(8)])),
      /another version/,
    ],
    ['cut short', rewrite((bytes) => bytes.subarray(0, -1)), /damaged/],
    ['cut within its seal', rewrite((bytes) => bytes.subarray(0, 20)), /damaged/],
    [
      'with a bit that fell over',
      rewrite((bytes) => Buffer.from(bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte)))),
      /damaged/,
    ],
    [
      'of another layer under this name',
      async (path) => {
        const cache = cacheFolder({ folder: join(folder, 'x'), key: '', note: () => undefined });
        cache.put(other, scan(odd));
        await cache.close();
        const [name = ''] = readdirSync(join(folder, 'x'));
        writeFileSync(path, readFileSync(join(folder, 'x', name)));
      },
      /it is of sha256:b/,
    ],
  ])('%s', async (_what, spoil, why) => {
    const path = await kept(open());
    await spoil(path);
    expect(await open().get(diffId, 'crc32')).toBeUndefined();
    expect(notes).toEqual([expect.stringMatching(why)]);
    expect(readdirSync(folder)).not.toContain(path.slice(folder.length + 1));
    await kept(open());
    expect(await open().get(diffId, 'crc32')).toEqual(scan(odd));
  });

  test('sealed with another key, or with none', async () => {
    await kept(open('theirs'));
    expect(await open('ours').get(diffId, 'crc32')).toBeUndefined();
    await kept(open());
    expect(await open('ours').get(diffId, 'crc32')).toBeUndefined();
    await kept(open('ours'));
    expect(await open('ours').get(diffId, 'crc32')).toEqual(scan(odd));
  });
});

describe('a folder that cannot be used fails nothing and is said once', () => {
  test.each([
    ['a file stands there', () => writeFileSync(join(folder, 'place'), ''), 'place'],
    ['its name is too long', () => undefined, 'x'.repeat(300)],
  ])('%s', async (_what, prepare, name) => {
    prepare();
    const cache = open('', join(folder, name));
    cache.put(diffId, scan(odd));
    await cache.close();
    cache.put(other, scan(odd));
    await cache.close();
    expect(notes).toEqual([expect.stringContaining('Layers cannot be kept in')]);
  });
});

describe('tidying', () => {
  const names = ['a', 'b', 'c'].map((letter) => `sha256-${letter.repeat(64)}.crc32.layer`);
  const place = (name: string, ageSeconds: number): void => {
    writeFileSync(join(folder, name), 'x'.repeat(100));
    utimesSync(join(folder, name), 1_000_000 - ageSeconds, 1_000_000 - ageSeconds);
  };

  test('takes what was not used for longest, until enough is gone, and nothing that is not ours', async () => {
    for (const [age, name] of names.entries()) place(name, age);
    place('notes.txt', 99);
    await prune(folder, 299, 200);
    expect(readdirSync(folder).toSorted()).toEqual(['notes.txt', names[0], names[1]]);
  });

  test('leaves a folder that is not full, but takes drafts that a killed run left', async () => {
    for (const name of names) place(name, 0);
    place(`${names[0]}.0-0.draft`, 3_601);
    place(`${names[1]}.0-0.draft`, 10);
    await prune(folder, 300, 200);
    expect(readdirSync(folder).toSorted()).toEqual([...names, `${names[1]}.0-0.draft`].toSorted());
  });
});

describe('what is known of an image', () => {
  const stub = (known: readonly string[]): LayerCache => ({
    get: async (id, sums) => (known.includes(`${id.slice(7, 8)} ${sums}`) ? scan(odd) : undefined),
    has: async (id, sums) => known.includes(`${id.slice(7, 8)} ${sums}`),
    put: () => undefined,
  });
  test.each([
    ['all, with the sums the source makes', ['a crc32', 'b crc32'], [true, true]],
    ['all, with the other sums', ['a crc64', 'b crc64'], [true, true]],
    ['some, with the sums the source makes', ['b crc32'], [false, true]],
    ['not what has the other sums, where something must be read', ['a crc32', 'b crc64'], [true, false]],
  ])('%s', async (_what, known, expected) => {
    const found = await knownLayers(stub(known), [diffId, other], 'crc32');
    expect(found.map((layer) => layer !== undefined)).toEqual(expected);
  });
  test.each([
    ['all of it', ['a crc32', 'b crc32'], true],
    ['a part of it', ['a crc32'], false],
    ['all of it with other sums', ['a crc64', 'b crc32'], false],
  ])('is kept where %s is', async (_what, known, expected) => {
    expect(await keepsAll(stub(known), [diffId, other, diffId], 'crc32')).toBe(expected);
  });
});
