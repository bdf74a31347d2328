import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/image/measure.ts';
import type { ImageResult } from '../../src/result/result.ts';
import { carriedBy } from '../../src/reporters/carried.ts';
import { variantKinds } from '../../src/reporters/variant-kinds.ts';
import { anImage, file, whiteout } from '../support/images.ts';
import { anImageResult } from '../support/results.ts';

type Variants = ImageResult['variants'];
const variant = (name: string, layers: Parameters<typeof anImage>[1][], base?: number): Variants[number] => ({
  name,
  source: `engine:${name}`,
  built: true,
  measurement: measure(anImage(name, ...layers), base === undefined ? {} : { historyBaseLayers: base }),
});

describe('the ways of building, kind by kind', () => {
  const single = variant('single', [[file('bin/sh', 1000)], [file('usr/lib/gcc/cc1', 300), file('app/x', 7)]], 1);
  const multi = variant('multi', [[file('bin/sh', 10)], [file('app/x', 7)]], 1);
  const other = variant('other', [[file('bin/sh', 500)], [file('app/x', 9), file('usr/include/a.h', 5)]], 1);

  test('stand the largest first, with the base image apart', () => {
    expect(variantKinds(anImageResult({ variants: [multi, other, single] }))).toEqual({
      variants: ['single', 'other', 'multi'],
      rows: [
        { name: 'base image', bytes: [1000, 500, 10] },
        { name: 'compilers', bytes: [300, 0, 0] },
        { name: 'application files', bytes: [7, 9, 7] },
        { name: 'headers', bytes: [0, 5, 0] },
      ],
    });
  });

  test('are told by all their bytes where one does not know its base', () => {
    const unknown = variant('unknown', [[file('bin/sh', 40)], [file('app/x', 7)]]);
    const found = variantKinds(anImageResult({ variants: [single, unknown] }));
    expect(found?.rows.map(({ name }) => name)).not.toContain('base image');
  });

  test('of one way are not told', () => {
    expect(variantKinds(anImageResult({ variants: [single] }))).toBeUndefined();
  });

  test('sum in every column to what the variant takes on disk', { tags: 'thorough' }, () => {
    const path = fc.constantFrom('app/x', 'usr/lib/gcc/cc1', 'usr/include/a.h', 'bin/sh', 'var/lib/apt/lists/p');
    const record = fc.oneof(
      fc.tuple(path, fc.nat(999)).map(([at, bytes]) => file(at, bytes)),
      path.map((at) => whiteout(at)),
    );
    const layers = fc.array(fc.array(record, { maxLength: 5 }), { maxLength: 4 });
    const variants = fc.array(fc.tuple(layers, fc.option(fc.nat(3), { nil: undefined })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(variants, (some) => {
        const built = some.map(([of, base], index) => variant(String(index), of, base));
        const found = variantKinds(anImageResult({ variants: built }));
        const sums = found?.variants.map((_, index) =>
          found.rows.reduce((sum, { bytes }) => sum + (bytes[index] ?? 0), 0),
        );
        const sizes = found?.variants.map((name) => built.find((one) => one.name === name)?.measurement.unpackedBytes);
        expect(sums).toEqual(sizes);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what only a build needs', () => {
  const shipping = (name: string, layers: Parameters<typeof anImage>[1][], base?: number): ImageResult =>
    anImageResult({ gated: name, variants: [variant(name, layers, base)] });
  const base = [file('bin/sh', 1000), file('usr/include/base.h', 9000)];

  test('is told with the layer most of it came with, the base image’s left out', () => {
    const headers = [file('usr/include/a.h', 30)];
    const more = [file('usr/include/b.h', 70), file('usr/lib/gcc/cc1', 500)];
    expect(carriedBy(shipping('multi-stage', [base, headers, more], 1))).toEqual({
      intro: 'Still ships 600 B that only a build needs',
      parts: [
        ['compilers 500 B from', 'layer 2'],
        ['headers 100 B from', 'layer 2'],
      ],
    });
    expect(carriedBy(shipping('single-stage', [base, more], 1))?.intro).toMatch(/^Ships 570 B/);
  });

  test.each([
    ['where there is nothing of it', shipping('multi-stage', [base, [file('app/x', 5)]], 1)],
    ['where it is next to nothing', shipping('multi-stage', [base, [file('usr/include/a.h', 50)]], 1)],
    ['where own layers are not known', shipping('image', [base, [file('usr/include/a.h', 5000)]])],
    ['where nothing was built', anImageResult({ variants: [] })],
  ])('is not told %s', (_, image) => {
    expect(carriedBy(image)).toBeUndefined();
  });
});
