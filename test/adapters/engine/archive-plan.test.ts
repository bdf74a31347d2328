import { describe, expect, test } from 'vitest';
import { planArchives } from '../../../src/adapters/engine/archive-plan.ts';
import { file, layerOf } from '../../support/images.ts';

const wanted = (...paths: readonly string[]) => paths.map((path) => ({ path, fileBytes: 100 }));
const small = (folder: string, count: number) =>
  Array.from({ length: count }, (_, nth) => file(`${folder}/${nth}`, 100));
const MB = 1e6;

/** What is asked for, folders with a slash behind. */
const asked = (...given: Parameters<typeof planArchives>) =>
  planArchives(...given)
    .map(({ path, isFolder }) => (isFolder ? `${path}/` : path))
    .toSorted();

describe('archives of wanted files', () => {
  test('are of a folder where that is cheaper than its files one by one', () => {
    const layer = layerOf(...small('etc/conf', 300), file('etc/large', 5 * MB));
    expect(asked(wanted('etc/conf/1', 'etc/conf/2', 'etc/conf/3'), [layer])).toEqual(['etc/conf/']);
  });

  test('are of the files where much else lies beside them', () => {
    const layer = layerOf(file('opt/1', 100), file('opt/2', 100), file('opt/large', 500 * MB));
    expect(asked(wanted('opt/1', 'opt/2', 'opt/3'), [layer])).toEqual(['opt/1', 'opt/2', 'opt/3']);
    const many = layerOf(...small('srv', 20_000));
    expect(asked(wanted('srv/1', 'srv/2', 'srv/3'), [many])).toEqual(['srv/1', 'srv/2', 'srv/3']);
  });

  test('reach as far up as it pays', () => {
    const layers = [layerOf(...small('etc/a/x', 9), ...small('etc/b/y', 9)), layerOf(file('opt/large', 900 * MB))];
    expect(asked(wanted('etc/a/x/1', 'etc/b/y/1', 'etc/b/y/2', 'opt/1'), layers)).toEqual(['etc/', 'opt/1']);
    expect(planArchives(wanted('etc/a/x/1', 'etc/b/y/1', 'etc/b/y/2'), layers)).toMatchObject([
      { path: 'etc', isFolder: true, files: ['etc/a/x/1', 'etc/b/y/1', 'etc/b/y/2'] },
    ]);
  });

  test('weigh what every layer brings', () => {
    const large = layerOf(file('etc/large', 500 * MB));
    expect(asked(wanted('etc/1', 'etc/2', 'etc/3'), [layerOf(...small('etc', 9)), large])).toEqual([
      'etc/1',
      'etc/2',
      'etc/3',
    ]);
  });

  test('are never of the whole image', () => {
    const layer = layerOf(file('a', 1), file('b', 1), file('c', 1));
    expect(asked(wanted('a', 'b', 'c'), [layer])).toEqual(['a', 'b', 'c']);
  });

  test('bring every file once', () => {
    const paths = Array.from({ length: 500 }, (_, nth) => `d${nth % 7}/e${nth % 31}/f${nth}`);
    const layer = layerOf(...paths.map((path, nth) => file(path, nth * 10_000)));
    const files = planArchives(wanted(...paths), [layer]).flatMap((call) => call.files);
    expect(files.toSorted()).toEqual(paths.toSorted());
  });

  test('are of a folder whose name can be asked for, where that of a file cannot', () => {
    const layer = layerOf(file('a/b\uDCFF/c', 1), file('a/large', 900 * MB), file('\uDCFE', 1));
    expect(asked(wanted('a/b\uDCFF/c'), [layer])).toEqual(['a/']);
    expect(asked(wanted('a/b\uDCFF/c', '\uDCFE'), [layer])).toEqual(['a/', '\uDCFE']);
    expect(asked(wanted('a/😀'), [layer])).toEqual(['a/😀']);
  });

  test('of few files, or of files nobody knows the neighbours of, are of these', () => {
    expect(asked(wanted('etc/1', 'etc/2'), [layerOf(...small('etc', 9))])).toEqual(['etc/1', 'etc/2']);
    expect(asked(wanted('etc/1', 'etc/2'), [])).toEqual(['etc/1', 'etc/2']);
  });

  test('take the longer the more they bring', () => {
    const layer = layerOf(...small('a/many', 200), ...small('b/few', 9), file('c/large', 90 * MB));
    const calls = planArchives(
      [
        ...wanted(...[1, 2, 3, 4, 5].map((nth) => `a/many/${nth}`), 'b/few/1', 'b/few/2'),
        { path: 'c/large', fileBytes: 90 * MB },
      ],
      [layer],
    );
    const ordered = calls.toSorted((one, other) => other.ms - one.ms).map(({ path }) => path);
    expect(ordered).toEqual(['c/large', 'a/many', 'b/few']);
  });

  test('of nothing are none', () => expect(planArchives([], [layerOf(file('a', 1))])).toEqual([]));
});
