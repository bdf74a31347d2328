import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { rewrittenFiles, type ReadImage } from '../../src/compare/rewritten.ts';
import type { LayerEntries } from '../../src/image/entries.ts';
import { measure } from '../../src/image/measure.ts';
import { squash } from '../../src/image/squash.ts';
import { anImage, file, layerOf, type LayerRecord } from '../support/images.ts';

interface Summed extends LayerRecord {
  readonly sum: number;
}
const summed = (path: string, bytes: number, sum: number): Summed => ({ ...file(path, bytes), sum });

function read(
  layers: readonly (readonly Summed[])[],
  { baseLayers, algorithm = 'crc64' }: { baseLayers?: number; algorithm?: 'crc32' | 'crc64' } = {},
): ReadImage {
  const entries = layers.map((records): LayerEntries => ({
    ...layerOf(...records),
    contentSums: { algorithm, values: Float64Array.from(records, ({ sum }) => sum) },
  }));
  return { tree: squash(entries).tree, layers: entries, baseLayers };
}

const base = [summed('bin/sh', 100, 1)];
const none = { files: 0, bytes: 0, noisyFiles: 0, noisyBytes: 0 };

describe('files of the same size with other contents', () => {
  test.each<[string, readonly Summed[], readonly Summed[], object]>([
    ['are none where nothing changed', [summed('a', 5, 1)], [summed('a', 5, 1)], none],
    ['are told', [summed('a', 5, 1)], [summed('a', 5, 2)], { ...none, files: 1, bytes: 5 }],
    ['are not those of another size', [summed('a', 5, 1)], [summed('a', 6, 2)], none],
    ['are not new ones', [], [summed('a', 6, 2)], none],
    [
      'are told from those that every build writes anew',
      [summed('a', 5, 1), summed('var/log/dpkg.log', 9, 1)],
      [summed('a', 5, 2), summed('var/log/dpkg.log', 9, 2)],
      { files: 2, bytes: 14, noisyFiles: 1, noisyBytes: 9 },
    ],
    ['are not the base image’s', [summed('bin/sh', 100, 1)], [], none],
  ])('%s', (_, before, after, expected) => {
    expect(rewrittenFiles(read([base, before]), read([[summed('bin/sh', 100, 7)], after], { baseLayers: 1 }))).toEqual(
      expected,
    );
  });

  test('in another layer are the same files', () => {
    expect(rewrittenFiles(read([[summed('a', 5, 1)], []]), read([[], [summed('a', 5, 1)]]))).toEqual(none);
  });

  test.each<[string, ReadImage, ReadImage]>([
    ['one has none', read([[summed('a', 5, NaN)]]), read([[summed('a', 5, 1)]])],
    ['they are of two kinds', read([[summed('a', 5, 1)]]), read([[summed('a', 5, 1)]], { algorithm: 'crc32' })],
  ])('are not known where of the checksums %s', (_, before, after) => {
    expect(rewrittenFiles(before, after)).toBeUndefined();
  });
});

describe('a change that a log grew by', () => {
  const built = (bytes: number) => measure(anImage('app', [file('var/log/apt.log', bytes), file('app/x', 5)]));
  const sides = { kind: 'baseline', before: 'a', after: 'b' } as const;
  test.each([
    ['is noise as far as sizes tell', undefined, true],
    ['is noise where nothing else was rewritten', { files: 1, bytes: 1, noisyFiles: 1, noisyBytes: 1 }, true],
    [
      'is none where a file of the same size is another',
      { files: 1, bytes: 5, noisyFiles: 0, noisyBytes: 0 },
      undefined,
    ],
  ])('%s', (_, rewritten, expected) => {
    const { isNoise } = compare(built(10), built(12), { ...sides, ...(rewritten && { rewritten }) });
    expect(isNoise).toBe(expected);
  });
});
