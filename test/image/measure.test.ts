import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureStated } from '../../src/image/measure-stated.ts';
import { measure } from '../../src/image/measure.ts';
import { measurement } from '../../src/result/measurement.ts';
import { anImage, digestOf, directory, file, hardlink, opaque, symlink, whiteout } from '../support/images.ts';
import type { LayerRecord } from '../support/images.ts';

const base = [file('bin/sh', 1000), file('etc/passwd', 40), file('usr/share/doc/sh/README', 500)];
const install = [file('usr/lib/gcc/cc1', 30_000), file('var/lib/apt/lists/Packages', 9000), file('etc/passwd', 50)];
const cleanUp = [whiteout('var/lib/apt/lists')];
const app = [
  file('app/server', 700),
  file('app/node_modules/left-pad/index.js', 60),
  symlink('bin/app', '/app/server'),
];
const image = anImage('app', base, install, cleanUp, app);

const line = (createdBy: string, emptyLayer = false) => ({ createdBy, comment: '', emptyLayer });
const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe('measure', () => {
  const measured = measure(image, { baseDiffIds: image.diffIds.slice(0, 1) });

  test('counts every layer, what is visible of it, and what is hidden', () => {
    expect(measured).toMatchObject({
      unpackedBytes: 1540 + 39_050 + 0 + 771,
      visibleBytes: 1500 + 30_050 + 771,
      hiddenBytes: 9040,
      hiddenTotal: { copies: 2, bytes: 9040, byBaseLayersBytes: 0 },
      layers: 4,
      emptyLayers: 0,
      baseLayers: 1,
      baseLayersFrom: 'base-image',
      entries: 10,
    });
    expect(
      measured.perLayer.map(({ unpackedBytes, visibleBytes, entries }) => [unpackedBytes, visibleBytes, entries]),
    ).toEqual([
      [1540, 1500, 3],
      [39_050, 30_050, 3],
      [0, 0, 1],
      [771, 771, 3],
    ]);
  });

  test('names hidden copies, the largest first', () => {
    expect(measured.hidden).toEqual([
      { path: '/var/lib/apt/lists/Packages', bytes: 9000, addedBy: 1, hiddenBy: 2, how: 'directory-deleted' },
      { path: '/etc/passwd', bytes: 40, addedBy: 0, hiddenBy: 1, how: 'overwritten' },
    ]);
  });

  test('puts every byte into one kind, the own ones apart', () => {
    const kinds = measured.byKind.map(({ kind, unpackedBytes, ownBytes }) => [kind, unpackedBytes, ownBytes]);
    expect(kinds).toEqual([
      ['compilers', 30_000, 30_000],
      ['headers', 0, 0],
      ['package-caches', 9000, 9000],
      ['sources-and-vcs', 0, 0],
      ['documentation', 500, 0],
      ['language-dependencies', 60, 60],
      ['base-system', 1040, 0],
      ['application', 761, 761],
    ]);
  });

  test('lists own folders, the largest first', () => {
    expect(measured.largest).toEqual([
      { path: '/usr/lib/gcc', bytes: 30_000, layer: 1 },
      { path: '/app', bytes: 700, layer: 3 },
      { path: '/app/node_modules/left-pad', bytes: 60, layer: 3 },
      { path: '/etc', bytes: 50, layer: 1 },
      { path: '/bin', bytes: 11, layer: 3 },
    ]);
  });

  test('lists the base image’s folders apart, and files at the root by their own name', () => {
    const layers = [
      [file('bin/sh', 10), file('init', 3)],
      [file('hello', 7), file('bin/x', 2)],
    ];
    const { largest, largestOfBase } = measure(anImage('app', ...layers), { historyBaseLayers: 1 });
    expect(largest).toEqual([
      { path: '/hello', bytes: 7, layer: 1 },
      { path: '/bin', bytes: 2, layer: 1 },
    ]);
    expect(largestOfBase).toEqual([
      { path: '/bin', bytes: 10, layer: 0 },
      { path: '/init', bytes: 3, layer: 0 },
    ]);
  });

  test('says of an unknown base that it is unknown', () => {
    const unknown = measure(image);
    expect(unknown).not.toHaveProperty('baseLayers');
    expect(unknown.hiddenTotal).not.toHaveProperty('byBaseLayersBytes');
    expect(unknown.byKind.every(({ ownBytes }) => ownBytes === undefined)).toBe(true);
    expect(unknown).not.toHaveProperty('pull');
  });

  test.for([
    ['the whole base image', image.diffIds.slice(0, 2), 2],
    ['a base image that moved on', [...image.diffIds.slice(0, 1), digestOf('newer')], 1],
    ['another base image', [digestOf('other')], 0],
    ['a base image with more layers', [...image.diffIds, digestOf('more')], 4],
  ] as const)('counts base layers as the shared prefix: %s', ([, baseDiffIds, baseLayers]) => {
    expect(measure(image, { baseDiffIds, historyBaseLayers: 3 }).baseLayers).toBe(baseLayers);
  });

  test('takes the history’s boundary where the base image is not at hand', () => {
    expect(measure(image, { historyBaseLayers: 1 })).toMatchObject({ baseLayers: 1, baseLayersFrom: 'history' });
  });

  test('gives layers their history lines, empty layers passed over', () => {
    const history = [line('a'), line('ENV x', true), line('b'), line('c'), line('d')];
    expect(measure({ ...image, history }).perLayer.map(({ createdBy }) => createdBy)).toEqual(['a', 'b', 'c', 'd']);
    expect(measure({ ...image, history: history.slice(1) }).perLayer.map(({ createdBy }) => createdBy)).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  test('sums blobs exactly, and calls an estimate one', () => {
    const blobs = image.diffIds.map((digest, index) => ({ digest, bytes: 10 * (index + 1), mediaType: 'x' }));
    expect(measure({ ...image, blobs }, { estimatedPullBytes: 7 }).pull).toEqual({ bytes: 100, exact: true });
    expect(measure(image, { estimatedPullBytes: 7 }).pull).toEqual({ bytes: 7, exact: false });
  });

  test('refuses facts that do not belong to the layers', () => {
    expect(() => measure({ ...image, diffIds: [] })).toThrow('4 layers were read of an image with 0');
  });

  test('measures an image without layers', () => {
    expect(measure(anImage('empty'))).toMatchObject({ unpackedBytes: 0, layers: 0, hidden: [], largest: [] });
  });

  test('says nothing of content when no layer was read', () => {
    expect(Object.keys(measureStated(image)).toSorted()).toEqual([
      'config',
      'effectiveCommand',
      'imageId',
      'layers',
      'platform',
    ]);
  });
});

describe('dive’s figures', () => {
  // Worked out by hand from dive's formulas: every copy of a path seen twice is waste, the kept one too.
  test.for([
    ['one layer', [[file('a', 10)]], 1, 0, null],
    ['two copies', [[file('a', 10), file('b', 90)], [file('a', 30)]], (10 + 90) / 130, 40, 40 / 30],
    ['a deleted file', [[file('a', 10)], [whiteout('a'), file('b', 5)]], 5 / 15, 10, 10 / 5],
    [
      'a deleted folder',
      [
        [file('d/a', 10), directory('d')],
        [whiteout('d'), file('b', 5)],
      ],
      25 / 25,
      0,
      0,
    ],
    ['a deleted folder that was empty once', [[directory('d')], [file('d/a', 10)], [whiteout('d')]], 10 / 20, 10, 1],
    ['an opaque folder', [[file('d/a', 10)], [opaque('d'), file('d/b', 10)]], 1, 0, 0],
    ['a file that came back', [[file('a', 10)], [whiteout('a')], [file('a', 20)]], 0, 30, 30 / 20],
    ['no bytes', [[], []], 1, 0, null],
  ] as const)('of %s', ([, layers, efficiencyRatio, wastedBytes, userWastedRatio]) => {
    expect(measure(anImage('app', ...layers)).dive).toEqual({ efficiencyRatio, wastedBytes, userWastedRatio });
  });
});

test('the parts of a measurement sum to the whole, whatever the layers', { tags: 'thorough' }, () => {
  const path = fc
    .array(fc.constantFrom('a', 'usr', 'node_modules', 'x.h', '.git', 'lib'), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'));
  const record: fc.Arbitrary<LayerRecord> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(path, fc.nat(5000)).map(([at, bytes]) => file(at, bytes)) },
    { weight: 1, arbitrary: fc.tuple(path, path).map(([at, to]) => hardlink(at, to)) },
    { weight: 1, arbitrary: fc.tuple(path, path).map(([at, to]) => symlink(at, to)) },
    { weight: 2, arbitrary: path.map((at) => whiteout(at)) },
    { weight: 1, arbitrary: path.map((at) => opaque(at)) },
  );
  const stacks = fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 4 });
  fc.assert(
    fc.property(stacks, fc.option(fc.nat(5), { nil: undefined }), (layers, historyBaseLayers) => {
      const measured = measurement.parse(
        measure(anImage('app', ...layers), historyBaseLayers === undefined ? {} : { historyBaseLayers }),
      );
      const { perLayer, byKind, hidden, hiddenTotal, largest, baseLayers = 0 } = measured;
      const own = perLayer.slice(baseLayers);
      expect(sum(perLayer.map((layer) => layer.unpackedBytes))).toBe(measured.unpackedBytes);
      expect(sum(perLayer.map((layer) => layer.visibleBytes))).toBe(measured.visibleBytes);
      expect(sum(byKind.map((kind) => kind.unpackedBytes))).toBe(measured.unpackedBytes);
      const ownBytes = historyBaseLayers === undefined ? 0 : sum(own.map((layer) => layer.unpackedBytes));
      expect(sum(byKind.map((kind) => kind.ownBytes))).toBe(ownBytes);
      expect([hiddenTotal.bytes, sum(hidden.map(({ bytes }) => bytes))]).toEqual([
        measured.hiddenBytes,
        measured.hiddenBytes,
      ]);
      expect(hidden.every(({ addedBy, hiddenBy }) => addedBy < hiddenBy)).toBe(true);
      expect(sum(largest.map(({ bytes }) => bytes))).toBe(sum(own.map((layer) => layer.visibleBytes)));
    }),
    { numRuns: 200 },
  );
});
