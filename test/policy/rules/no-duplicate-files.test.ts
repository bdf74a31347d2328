import { expect, test } from 'vitest';
import { noDuplicateFiles } from '../../../src/policy/rules/no-duplicate-files.ts';
import { file } from '../../support/images.ts';
import { describeRule } from '../../support/rules.ts';

const layers = [[file('usr/lib/a', 200_000)], [file('app/a', 200_000), file('app/b', 200_000)]];
const owned = { layers, layerLines: [undefined, 4], measurement: { baseLayers: 1 } };
const at = (path: string, layer: number) => ({ path, layer });
const found = (bytes: number, ...files: readonly { readonly path: string; readonly layer: number }[]) => ({
  groups: [{ bytes, files }],
  uncompared: [],
});

describeRule(noDuplicateFiles, {
  passes: {
    'an image whose files all differ': { ...owned, duplicates: { groups: [], uncompared: [] } },
    'files below the size': {
      ...owned,
      options: { 'min-size': '200 kB' },
      duplicates: found(199_999, at('/app/a', 1), at('/app/b', 1)),
    },
    'what the base image holds twice': { ...owned, duplicates: found(200_000, at('/a', 0), at('/b', 0)) },
    'a second copy that is accepted': {
      ...owned,
      options: { allow: ['/app/b'] },
      duplicates: found(200_000, at('/app/a', 1), at('/app/b', 1)),
    },
  },
  fails: {
    'two copies in one layer': {
      ...owned,
      duplicates: found(200_000, at('/app/a', 1), at('/app/b', 1)),
      messages: [
        'The same 200.0 kB are there 2 times: /app/a (Dockerfile:4), /app/b (Dockerfile:4); 200.0 kB could be saved.',
      ],
      lines: [4],
      bytes: [200_000],
      paths: [['/app/a', '/app/b']],
    },
    'a copy of a file of the base image': {
      ...owned,
      duplicates: found(200_000, at('/usr/lib/a', 0), at('/app/a', 1)),
      messages: [
        'The same 200.0 kB are there 2 times: /usr/lib/a (layer 0), /app/a (Dockerfile:4); 200.0 kB could be saved.',
      ],
      bytes: [200_000],
    },
    'two copies of the base image’s own, and one more: only that one is to be saved': {
      ...owned,
      duplicates: found(200_000, at('/a', 0), at('/b', 0), at('/app/a', 1)),
      messages: [
        'The same 200.0 kB are there 3 times: /a (layer 0), /b (layer 0), /app/a (Dockerfile:4); 200.0 kB could be saved.',
      ],
      bytes: [200_000],
    },
    'four copies, of which three are told': {
      ...owned,
      duplicates: found(200_000, at('/1', 1), at('/2', 1), at('/3', 1), at('/4', 1)),
      messages: [
        'The same 200.0 kB are there 4 times: /1 (Dockerfile:4), /2 (Dockerfile:4), /3 (Dockerfile:4) and 1 more; 600.0 kB could be saved.',
      ],
      bytes: [600_000],
      paths: [['/1', '/2', '/3', '/4']],
    },
    'what the base image holds twice, when asked for all': {
      ...owned,
      options: { of: 'all' },
      duplicates: found(200_000, at('/a', 0), at('/b', 0)),
      messages: ['The same 200.0 kB are there 2 times: /a (layer 0), /b (layer 0); 200.0 kB could be saved.'],
    },
    'the largest saving first': {
      ...owned,
      duplicates: {
        groups: [
          ...found(100_000, at('/a', 1), at('/b', 1)).groups,
          ...found(150_000, at('/c', 1), at('/d', 1)).groups,
        ],
        uncompared: [],
      },
      messages: [
        'The same 150.0 kB are there 2 times: /c (Dockerfile:4), /d (Dockerfile:4); 150.0 kB could be saved.',
        'The same 100.0 kB are there 2 times: /a (Dockerfile:4), /b (Dockerfile:4); 100.0 kB could be saved.',
      ],
    },
  },
  cannotTell: {
    'when nothing was compared': { ...owned, reasons: ['The contents of the image’s files were not compared.'] },
    'of what was left out': {
      ...owned,
      duplicates: { groups: [], uncompared: ['2 files were not compared.'] },
      reasons: ['2 files were not compared.'],
    },
  },
});

test('from the twenty-first content on, duplicates are summed up', () => {
  const groups = Array.from({ length: 23 }, (_, index) => ({
    bytes: 100_000,
    files: [at(`/${index}a`, 0), at(`/${index}b`, 0)],
  }));
  const options = noDuplicateFiles.options.parse({});
  const subject = { measurement: { perLayer: [] }, duplicates: { groups, uncompared: [] } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const said = [...noDuplicateFiles.check(subject as never, options)];
  expect([said.length, said.at(-1)]).toMatchObject([
    21,
    { message: '3 more contents are there several times; 300.0 kB could be saved.', bytes: 300_000 },
  ]);
});

test('a size of nothing is refused: every empty file is the same', () => {
  expect(noDuplicateFiles.options.safeParse({ 'min-size': 0 }).success).toBe(false);
});
