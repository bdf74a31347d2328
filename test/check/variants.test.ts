import { describe, expect, test } from 'vitest';
import { planVariants } from '../../src/check/variants.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { ImageSetting } from '../../src/settings/settings.ts';

const image: ImageSetting = {
  name: 'app',
  context: '.',
  dockerfile: 'Dockerfile',
  buildArgs: { A: '1' },
  platforms: [],
  variants: [],
  findVariants: true,
  baseline: { from: 'none' },
};
const plan = (dockerfile: string, more: Partial<ImageSetting> = {}) =>
  planVariants({ ...image, ...more }, describeDockerfile(dockerfile, 'Dockerfile'));
const build = { context: '.', dockerfile: 'Dockerfile', buildArgs: { A: '1' } };

const twoStages = 'FROM a AS build\nRUN make\nFROM b\nCOPY --from=build /x /x\n';

describe('planVariants', () => {
  test.each([
    ['a single-stage Dockerfile has one variant', plan('FROM a\nRUN x\n'), [{ name: 'single-stage', ...build }]],
    [
      'a multi-stage one is held against the stage it copies from',
      plan(twoStages),
      [
        { name: 'multi-stage', ...build },
        { name: 'single-stage', ...build, target: 'build' },
      ],
    ],
    [
      'a stage without a name is reached by stopping where it ends',
      plan('FROM a\nRUN make\n\nFROM b\nCOPY --from=0 /x /x\n'),
      [
        { name: 'multi-stage', ...build },
        { name: 'single-stage', ...build, untilLine: 2 },
      ],
    ],
    [
      'the target is what is gated',
      plan(`${twoStages}FROM c AS debug\n`, { target: 'build' }),
      [{ name: 'multi-stage', ...build, target: 'build' }],
    ],
    [
      'the comparison can be switched off',
      plan(twoStages, { findVariants: false }),
      [{ name: 'multi-stage', ...build }],
    ],
    ['stages that give nothing are no variant', plan('FROM a AS other\nFROM b\n'), [{ name: 'multi-stage', ...build }]],
  ])('%s', (_name, got, expected) => {
    expect(got).toEqual(expected);
  });

  test('a configured variant takes from the image what it does not say', () => {
    const variants = [
      { name: 'slim', buildArgs: { BASE: 'slim' } },
      { name: 'other', dockerfile: 'Dockerfile.other', buildArgs: {} },
      { name: 'shipped', image: 'app:1', buildArgs: {} },
    ];
    expect(plan('FROM a AS final\n', { variants, target: 'final' }).slice(1)).toEqual([
      { name: 'slim', ...build, buildArgs: { A: '1', BASE: 'slim' }, target: 'final' },
      // A target names a stage of one Dockerfile; another one has its own stages.
      { name: 'other', ...build, dockerfile: 'Dockerfile.other' },
      { name: 'shipped', image: 'app:1' },
    ]);
  });

  test('an image that exists is not built', () => {
    expect(planVariants({ ...image, image: 'app:1' }, undefined)).toEqual([{ name: 'image', image: 'app:1' }]);
  });
});
