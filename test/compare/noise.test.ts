import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { noiseOf } from '../../src/compare/noise.ts';
import { measure } from '../../src/image/measure.ts';
import { anImage, directory, file, layerOf, symlink, whiteout, type LayerRecord } from '../support/images.ts';
import { someConfig } from '../support/images.ts';

type Records = readonly LayerRecord[];

describe('between the same layer of two builds', () => {
  test.each<readonly [string, Records, Records, readonly object[]]>([
    ['records in another order are the same', [file('a', 'x'), file('b', 'y')], [file('b', 'y'), file('a', 'x')], []],
    [
      'contents of one length differ by their sums',
      [file('var/log/x', 'one')],
      [file('var/log/x', 'two')],
      [{ path: 'var/log/x', how: 'contents', beforeBytes: 3, afterBytes: 3, cause: 'logs' }],
    ],
    [
      'what no cause is known of has none',
      [file('id', 'one')],
      [file('id', 'three')],
      [{ path: 'id', how: 'contents', beforeBytes: 3, afterBytes: 5 }],
    ],
    [
      'a mode differs',
      [file('a', 'x', { mode: 0o644 })],
      [file('a', 'x', { mode: 0o755 })],
      [{ path: 'a', how: 'mode-or-owner', beforeBytes: 1, afterBytes: 1 }],
    ],
    [
      'a file is in one only',
      [directory('d')],
      [directory('d'), file('d/x', 'x')],
      [{ path: 'd/x', how: 'only-in-one', afterBytes: 1 }],
    ],
    [
      'a link leads elsewhere',
      [symlink('l', 'a')],
      [symlink('l', 'b')],
      [{ path: 'l', how: 'contents', beforeBytes: 0, afterBytes: 0 }],
    ],
    ['a later record of one path counts', [file('a', 'old'), file('a', 'new')], [file('a', 'new')], []],
    [
      'a deletion is not the file it deletes',
      [whiteout('a')],
      [file('a', 'x')],
      [
        { path: 'a', how: 'only-in-one', afterBytes: 1 },
        { path: 'a (deleted)', how: 'only-in-one', beforeBytes: 0 },
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(noiseOf(layerOf(...before), layerOf(...after))).toEqual(expected);
  });

  test('contents that were not summed are not taken for equal', () => {
    const [one, other] = [layerOf(file('a', 3)), layerOf(file('a', 3))];
    expect(() => noiseOf(one, other)).toThrow('without checksums');
  });
});

describe('a comparison of two builds of one source', () => {
  const sides = { kind: 'baseline', before: 'main', after: 'this change' } as const;
  const built = (log: number, more: Records = []) =>
    measure(anImage('app', [file('bin/sh', 1000)], [file('app/x', 500), file('var/log/apt/term.log', log), ...more]), {
      historyBaseLayers: 1,
    });

  test('that differ in a log only is noise, and nothing grew', () => {
    expect(compare(built(100), built(112), sides)).toMatchObject({ unpackedDeltaBytes: 12, isNoise: true, grew: [] });
  });

  test.each([
    ['that are equal', built(100), built(100)],
    ['with a byte more elsewhere', built(100), built(112, [file('app/y', 1)])],
    ['with a log of a size that somebody wrote', built(100), built(64_101)],
    ['with another setting', built(100), { ...built(112), config: someConfig({ user: 'app' }) }],
    ['of which one was recorded before such files were counted', { ...built(100), noisyBytes: undefined }, built(112)],
    ['with a layer more', built(100), { ...built(112), layers: 3 }],
  ])('%s is no noise', (_, before, after) => {
    expect(compare(before, after, sides)).not.toHaveProperty('isNoise');
  });
});
