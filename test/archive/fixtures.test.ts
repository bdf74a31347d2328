import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDockerArchive, readDockerArchiveStream } from '../../src/archive/docker-archive.ts';
import { readOciArchive } from '../../src/archive/oci-layout.ts';
import { readAtOf } from '../../src/archive/read-at.ts';
import { EntryType, type LayerEntries } from '../../src/image/entries.ts';
import type { OpenImage } from '../../src/ports.ts';
import { streamOf } from '../support/archives.ts';

// Written by umoci, skopeo, Docker and stargz-snapshotter; listed by Python: see test/fixtures/archives/make.sh.
const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/archives/${name}`, import.meta.url));
const signal = new AbortController().signal;
const verified = { source: 'fixture', verifyLayers: true };

type Listed = readonly [path: string, type: string, fileBytes: number, mode: number, target: string];
const { layers: listed } = JSON.parse(fixture('expected.json').toString()) as {
  readonly layers: readonly (readonly Listed[])[];
};

/** As Python lists them; a mark's own type and mode mean nothing. */
function listing(entries: LayerEntries): readonly Listed[] {
  const names = Object.entries(EntryType);
  return entries.paths.map((path, index) => {
    const [type = ''] = names.find(([, value]) => value === entries.types[index]) ?? [];
    const folder = path === '' ? '' : `${path}/`;
    const target = entries.linkTargets.get(index) ?? '';
    const mode = entries.modes[index] ?? -1;
    if (type === 'whiteout') return [path.replace(/([^/]*)$/, '.wh.$1'), 'file', 0, mode, ''];
    if (type === 'opaque') return [`${folder}.wh..wh..opq`, 'file', 0, mode, ''];
    return [path, type, entries.fileBytes[index] ?? -1, mode, target];
  });
}

const inOrder = (records: readonly Listed[]) => records.toSorted(([a], [b]) => (a < b ? -1 : 1));

const ways: Readonly<Record<string, () => Promise<OpenImage>>> = {
  'Docker 20’s save, sought': async () =>
    (await readDockerArchive(readAtOf(fixture('docker-20.tar')), { source: 'x' })).open('fixture:app'),
  'Docker 20’s save, verified': async () =>
    (await readDockerArchive(readAtOf(fixture('docker-20.tar')), verified)).open('fixture:app'),
  'Docker 20’s save, streamed byte by byte': async () =>
    (await readDockerArchiveStream(streamOf(fixture('docker-20.tar'), 1), { source: 'x' })).open(),
  'skopeo’s docker-archive, whose layers stand beside links to them': async () =>
    (await readDockerArchive(readAtOf(fixture('skopeo.tar')), verified)).open(),
  'an oci-archive with gzip': async () =>
    (await readOciArchive(readAtOf(fixture('oci-gzip.tar')), verified)).open('app'),
  'an oci-archive with zstd': async () =>
    (await readOciArchive(readAtOf(fixture('oci-zstd.tar')), verified)).open('app'),
};

describe('the same image, written by others', () => {
  test.each(Object.entries(ways))('%s', async (_, open) => {
    const image = await open();
    const { facts } = image;
    expect([facts.platform, facts.config.user, facts.config.env, facts.config.cmd]).toEqual([
      'linux/amd64',
      '1000',
      ['A=b'],
      ['/bin/tool'],
    ]);
    expect((await image.readLayers(signal)).map(listing)).toEqual(listed);
  });

  // The same records in another order, and what tells a snapshotter where each file is: to any other a file like all.
  test.each<[string, file: string, indexBytes: readonly number[]]>([
    ['an oci-archive in eStargz', 'estargz.tar', [3_436, 449, 1_010]],
    ['an oci-archive in zstd:chunked, whose index is in a frame to be skipped', 'zstd-chunked.tar', []],
  ])('%s', async (_, file, indexBytes) => {
    const image = await (await readOciArchive(readAtOf(fixture(file)), verified)).open();
    const layers = (await image.readLayers(signal)).map(listing);
    const withMarks = listed.map((records, layer): readonly Listed[] => [
      ...records,
      ['.no.prefetch.landmark', 'file', 1, 0, ''],
      ...indexBytes.slice(layer, layer + 1).map((bytes): Listed => ['stargz.index.json', 'file', bytes, 0, '']),
    ]);
    expect(layers.map(inOrder)).toEqual(withMarks.map(inOrder));
  });

  test('has the same DiffIDs wherever it is read from', async () => {
    const all = await Promise.all(Object.values(ways).map(async (open) => (await open()).facts.diffIds));
    for (const diffIds of all) expect(diffIds).toEqual(all[0]);
  });
});
