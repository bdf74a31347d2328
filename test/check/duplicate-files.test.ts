import { expect, test } from 'vitest';
import { findDuplicates } from '../../src/check/duplicate-files.ts';
import { squash } from '../../src/image/squash.ts';
import type { DuplicateSearch } from '../../src/policy/duplicates.ts';
import type { OpenImage } from '../../src/ports.ts';
import {
  anOpenImage,
  file,
  hardlink,
  layerOf,
  someFacts,
  symlink,
  whiteout,
  type LayerRecord,
} from '../support/images.ts';

type Layers = readonly (readonly LayerRecord[])[];
const none: DuplicateSearch = { groups: [], uncompared: [] };
const budget = { bytes: 1000, fileBytes: 100, batchBytes: 60 };

function compare(layers: Layers, more: { readonly firstLayer?: number; readonly image?: Partial<OpenImage> } = {}) {
  const entries = layers.map((records) => layerOf(...records));
  return findDuplicates(
    { ...anOpenImage(someFacts(), ...layers), ...more.image },
    { layers: entries, tree: squash(entries).tree },
    { minBytes: 10, firstLayer: more.firstLayer ?? 0, budget },
    new AbortController().signal,
  );
}

const pair = (bytes: number, ...files: readonly [string, number][]) => ({
  bytes,
  files: files.map(([path, layer]) => ({ path, layer })),
});

const long = 'x'.repeat(150);
/** As a reader leaves them that computes no sums. */
const unsummed = (path: string, text: string): LayerRecord => ({ ...file(path, text.length), body: Buffer.from(text) });

test.each<[string, Layers, DuplicateSearch]>([
  [
    'two files of one content',
    [[file('a', 'same content'), file('b', 'same content')]],
    { groups: [pair(12, ['/a', 0], ['/b', 0])], uncompared: [] },
  ],
  [
    'across layers, by layer and path',
    [[file('z', 'same content')], [file('b', 'same content'), file('a', 'same content')]],
    { groups: [pair(12, ['/z', 0], ['/a', 1], ['/b', 1])], uncompared: [] },
  ],
  ['no two of one size and another content', [[file('a', 'same content'), file('b', 'other conten')]], none],
  ['no files below the size', [[file('a', 'short'), file('b', 'short')]], none],
  ['no hard links: they have one body', [[file('a', 'same content'), hardlink('b', 'a')]], none],
  ['no symbolic links', [[file('a', 'same content'), symlink('b', 'a')]], none],
  [
    'nothing that a later layer deletes',
    [[file('a', 'same content'), file('b', 'same content')], [whiteout('b')]],
    none,
  ],
  [
    'files without sums, by reading them',
    [[unsummed('a', 'same content'), unsummed('b', 'same content'), unsummed('c', 'other conten')]],
    { groups: [pair(12, ['/a', 0], ['/b', 0])], uncompared: [] },
  ],
  [
    'no two that only their sum makes equal',
    [[file('a', 'same content', { sum: 7 }), file('b', 'other conten', { sum: 7 })]],
    none,
  ],
  [
    'long files by their beginning and the sum of the whole',
    [[file('a', long), file('b', long), file('c', `${long.slice(1)}y`)]],
    { groups: [pair(150, ['/a', 0], ['/b', 0])], uncompared: [] },
  ],
  [
    'nothing of long files without a sum, and says so',
    [[unsummed('a', long), unsummed('b', long)]],
    {
      groups: [],
      uncompared: [
        '2 files (300 B), /a among them, were not compared: they are larger than 100 B and have no checksum.',
      ],
    },
  ],
])('comparing contents finds %s', async (_, layers, expected) => {
  expect(await compare(layers)).toEqual(expected);
});

test('what the base image holds twice is not read when own layers are asked for', async () => {
  const readBodies = () => Promise.reject(new Error('nothing is to be read'));
  const layers = [[file('a', 'same content'), file('b', 'same content')]];
  expect(await compare(layers, { firstLayer: 1, image: { readBodies } })).toEqual(none);
});

test('contents that differ by their sums are not read', async () => {
  const readBodies = async (nodes: readonly unknown[]) => {
    expect(nodes).toEqual([]);
    return new Map();
  };
  expect(await compare([[file('a', 'same content'), file('b', 'other conten')]], { image: { readBodies } })).toEqual(
    none,
  );
});

test('what cannot be read is told, and never taken for equal', async () => {
  const readBodies = async () => new Map([['a', new Uint8Array(3)]]);
  const found = await compare([[file('a', 'same content'), file('b', 'same content')]], { image: { readBodies } });
  expect(found).toEqual({
    groups: [],
    uncompared: ['2 files (24 B), /a among them, were not compared: they could not be read.'],
  });
});

test('comparing ends at its budget, where most is to be saved being read first', async () => {
  const many = Array.from({ length: 11 }, (_, index) => file(`x${index}`, 'y'.repeat(90)));
  const found = await compare([[...many, file('a', 'same content'), file('b', 'same content')]]);
  expect(found.groups.map(({ bytes }) => bytes)).toEqual([90]);
  expect(found.uncompared).toEqual(['2 files (24 B), /a among them, were not compared: comparing ends after 1.0 kB.']);
});
