import { describe, expect, test } from 'vitest';
import { markerPath, planUpdate, readBranch, recordsKept } from '../../src/records/branch.ts';
import { pathOf, placeOf } from '../../src/records/place.ts';
import { readRecord, renderRecord, slim, type StoredRecord } from '../../src/records/record.ts';
import { aDigest, aMeasurement } from '../support/results.ts';

const commit = (count: number): string => count.toString(16).padStart(40, '0');
const aRecord = (details: Partial<StoredRecord> = {}): StoredRecord => ({
  schemaVersion: 1,
  commit: commit(1),
  committedAt: 1_700_000_000,
  image: 'api',
  platform: 'linux/amd64',
  engine: 'engine',
  builder: 'auto',
  tool: '1.2.3',
  measurement: slim(aMeasurement()),
  ...details,
});
const changed = (change: (record: Record<string, never>) => unknown): string =>
  JSON.stringify(change(JSON.parse(renderRecord(aRecord())) as Record<string, never>));

describe('a record', () => {
  test('is the same after text', () => {
    expect(readRecord(renderRecord(aRecord()))).toEqual({ record: aRecord() });
  });

  test('has no long lists, but the layers a comparison needs', () => {
    const full = aMeasurement({
      hidden: [{ path: '/secret', bytes: 1, addedBy: 0, hiddenBy: 1, how: 'deleted' }],
      packages: [{ manager: 'dpkg', name: 'curl', version: '8', bytes: 5, layer: 0 }],
    });
    const text = renderRecord(aRecord({ measurement: slim(full) }));
    expect(text).not.toContain('/secret');
    expect(text).not.toContain('COPY app');
    expect(slim(full)).toMatchObject({ packages: full.packages, perLayer: [{ diffId: aDigest('layer') }] });
  });

  test.each<readonly [string, string, string]>([
    ['cut off', renderRecord(aRecord()).slice(0, 50), 'it is not JSON'],
    ['nothing', '', 'it is not JSON'],
    ['a list', '[]', 'its schema version is not 1'],
    ['null', 'null', 'its schema version is not 1'],
    ['of another schema', changed((record) => ({ ...record, schemaVersion: 2 })), 'its schema version is not 1'],
    ['without a commit', changed((record) => ({ ...record, commit: 'main' })), 'commit is not as a record has it'],
    [
      'of no size',
      changed((record) => ({ ...record, measurement: {} })),
      'measurement.imageId is not as a record has it',
    ],
    [
      'of another platform',
      changed((record) => ({ ...record, platform: 'linux/arm64' })),
      'its measurement is of another platform',
    ],
    [
      'with a prototype',
      `{"schemaVersion":1,"__proto__":{"commit":"${commit(1)}"}}`,
      'commit is not as a record has it',
    ],
    [
      'larger than its layers',
      renderRecord(aRecord()).replace('"unpackedBytes":1000', '"unpackedBytes":1'),
      'its layers do not sum to its size',
    ],
    [
      'with layers it lacks',
      renderRecord(aRecord()).replace('"layers":1', '"layers":2'),
      'its layers are not as many as it says',
    ],
    [
      'hiding what it has not',
      renderRecord(aRecord()).replace('"hiddenBytes":0', '"hiddenBytes":9'),
      'its visible and hidden bytes do not sum to its size',
    ],
    [
      'negative',
      renderRecord(aRecord()).replace('"hiddenBytes":0', '"hiddenBytes":-1'),
      'measurement.hiddenBytes is not as a record has it',
    ],
    [
      'infinite',
      renderRecord(aRecord()).replace('"hiddenBytes":0', '"hiddenBytes":1e999'),
      'measurement.hiddenBytes is not as a record has it',
    ],
  ])('that is %s is none', (_, text, unfit) => {
    expect(readRecord(text)).toEqual({ unfit });
  });
});

describe('the path of a record', () => {
  test.each(['api', 'services/api', 'a/../b', '..', 'a%2Fb', 'é'])('of the image %s leads back to it', (image) => {
    const place = { image, platform: 'linux/arm/v7', commit: commit(7), committedAt: 1_700_000_000 };
    expect(pathOf(place).split('/')).toHaveLength(4);
    expect(placeOf(pathOf(place))).toEqual(place);
  });

  test.each([
    'README.md',
    'records/api/x.json',
    `records/api/linux%2Famd64/1700000000-${commit(1)}.json.orig`,
    `records/a/b/c/1700000000-${commit(1)}.json`,
    `records/%E0%A4%A/x/1700000000-${commit(1)}.json`,
    `records/%61pi/x/1700000000-${commit(1)}.json`,
    `Records/api/x/1700000000-${commit(1)}.json`,
  ])('is not %s', (path) => {
    expect(placeOf(path)).toBeUndefined();
  });
});

describe('the branch', () => {
  const file = (path: string, isPlain = true) => ({ path, isPlain });
  const path = pathOf(aRecord());

  test.each([
    ['without the marker belongs to someone else', [file('README.md'), file(path)], 0, ['README.md', path]],
    ['with the marker is ours', [file(markerPath), file('README.md'), file(path)], 1, []],
    ['with another file is not ours alone', [file(markerPath), file('src/x.ts')], 0, ['src/x.ts']],
    ['with a link for a record is not ours alone', [file(markerPath), file(path, false)], 0, [path]],
    ['with a link for the marker is none of ours', [file(markerPath, false), file(path)], 0, [markerPath, path]],
  ] as const)('%s', (_, files, count, foreign) => {
    const contents = readBranch(files);
    expect([contents.records.length, contents.foreign]).toEqual([count, foreign]);
  });

  test('begins with the marker and a word to people', () => {
    const { put, remove } = planUpdate(undefined, [aRecord()]);
    expect([put.map((one) => one.path), remove]).toEqual([[markerPath, 'README.md', path], []]);
    expect(readBranch(put.map((one) => file(one.path))).foreign).toEqual([]);
  });

  test('keeps the newest commits of each image and platform', () => {
    const old = Array.from({ length: recordsKept + 2 }, (_, index) =>
      aRecord({ commit: commit(index + 10), committedAt: 1_000 + index }),
    );
    const other = aRecord({ image: 'web', committedAt: 1 });
    const files = [file(markerPath), ...[...old, other].map((record) => file(pathOf(record)))];
    const { put, remove } = planUpdate(files, [aRecord()]);
    expect(put.map((one) => one.path)).toEqual([path]);
    expect(remove).toEqual([old[2], old[1], old[0]].map((record) => pathOf(record ?? aRecord())));
  });

  test('replaces the record of the same commit and prunes nothing for it', () => {
    const { put, remove } = planUpdate([file(markerPath), file(path)], [aRecord({ tool: '2.0.0' })]);
    expect([put.map((one) => one.path), remove]).toEqual([[path], []]);
  });
});
