import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { UserError } from '../../src/errors.ts';
import { measure } from '../../src/image/measure.ts';
import type { Extras } from '../../src/image/measure.ts';
import type { Measurement } from '../../src/result/measurement.ts';
import { comparison } from '../../src/result/result.ts';
import { anImage, file, someConfig, whiteout } from '../support/images.ts';
import type { LayerRecord } from '../support/images.ts';

const baseline = { kind: 'baseline', before: 'main', after: 'this change' } as const;
const variant = { kind: 'variant', before: 'single-stage', after: 'multi-stage' } as const;

type Layers = readonly (readonly LayerRecord[])[];
const measured = (layers: Layers, extras: Extras = {}): Measurement => measure(anImage('app', ...layers), extras);

const debian = [file('bin/sh', 1000), file('usr/share/doc/x', 100)];
const newerDebian = [file('bin/sh', 1100), file('usr/share/doc/x', 100)];
const compiler = [file('usr/lib/gcc/cc1', 30_000), file('usr/include/stdio.h', 400)];
const app = [file('app/server', 700)];

const negated = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : 0 - bytes);
const sum = (parts: readonly { readonly deltaBytes: number }[]): number =>
  parts.reduce((total, { deltaBytes }) => total + deltaBytes, 0);
const row = (name: string, version: string, bytes: number) => ({
  manager: 'dpkg' as const,
  name,
  version,
  bytes,
  layer: 0,
});

const withBlobs = (layers: Layers): Measurement => {
  const image = anImage('app', ...layers);
  return measure({
    ...image,
    blobs: image.diffIds.map((digest, index) => ({ digest, bytes: 10 ** index, mediaType: 'x' })),
  });
};

/** What is told of the refusal; undefined when there is none. */
function attempt(act: () => unknown): object | undefined {
  try {
    act();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const [{ code, expected, got } = { code: '', expected: '', got: '' }] = thrown.problems;
    return { code, expected, got };
  }
}

describe('compare', () => {
  test('finds nothing between an image and itself', () => {
    const one = measured([debian, app], { historyBaseLayers: 1 });
    expect(compare(one, one, baseline)).toMatchObject({
      unpackedDeltaBytes: 0,
      hiddenDeltaBytes: 0,
      layersDelta: 0,
      ownDeltaBytes: 0,
      baseDeltaBytes: 0,
      byKind: [],
      packages: [],
      grew: [],
      config: [],
    });
  });

  test('tells the change’s own growth from the base image’s', () => {
    const before = measured([debian, app], { historyBaseLayers: 1 });
    const after = measured([newerDebian, [file('app/server', 750), file('app/extra', 5)]], { historyBaseLayers: 1 });
    expect(compare(before, after, baseline)).toMatchObject({
      unpackedDeltaBytes: 155,
      ownDeltaBytes: 55,
      baseDeltaBytes: 100,
      byKind: [
        { kind: 'base-system', deltaBytes: 100 },
        { kind: 'application', deltaBytes: 55 },
      ],
      grew: [
        { path: '/bin', deltaBytes: 100, ofBase: true },
        { path: '/app', deltaBytes: 55 },
      ],
    });
  });

  test('learns the base from the side that knows it', () => {
    const before = measured([debian, app], { historyBaseLayers: 1 });
    expect(compare(before, measured([debian, compiler]), baseline)).toMatchObject({
      ownDeltaBytes: 29_700,
      baseDeltaBytes: 0,
    });
    expect(compare(before, measured([newerDebian, app]), baseline)).not.toHaveProperty('ownDeltaBytes');
  });

  test('sets the base images’ difference apart between variants', () => {
    const single = measured([debian, compiler, app], { historyBaseLayers: 1 });
    const multi = measured([[file('bin/busybox', 50)], app], { historyBaseLayers: 1 });
    expect(compare(single, multi, variant)).toMatchObject({
      unpackedDeltaBytes: -31_450,
      byKind: [
        { kind: 'compilers', deltaBytes: -30_000 },
        { kind: 'headers', deltaBytes: -400 },
        { kind: 'base-image', deltaBytes: -1050 },
      ],
    });
  });

  test('counts hidden bytes', () => {
    const after = measured([debian, compiler, [whiteout('usr/lib/gcc')]]);
    expect(compare(measured([debian]), after, baseline)).toMatchObject({ hiddenDeltaBytes: 30_000, layersDelta: 2 });
  });

  test('subtracts pull sizes only of the same exactness', () => {
    const exact: Measurement = { ...measured([app]), pull: { bytes: 300, exact: true } };
    const estimated: Measurement = { ...measured([app]), pull: { bytes: 350, exact: false } };
    expect(compare(exact, { ...exact, pull: { bytes: 310, exact: true } }, baseline).pullDelta).toEqual({
      bytes: 10,
      exact: true,
    });
    expect(compare(estimated, estimated, baseline).pullDelta).toEqual({ bytes: 0, exact: false });
    expect(compare(exact, estimated, baseline)).not.toHaveProperty('pullDelta');
    expect(compare(measured([app]), exact, baseline)).not.toHaveProperty('pullDelta');
  });

  test('counts the blobs that a node with the old image lacks', () => {
    const [before, after] = [withBlobs([debian, app]), withBlobs([debian, compiler, app])];
    expect(compare(before, after, baseline).deltaPullBytes).toBe(10);
    expect(compare(measured([debian]), after, baseline)).not.toHaveProperty('deltaPullBytes');
    expect(compare(before, measured([debian]), baseline)).not.toHaveProperty('deltaPullBytes');
  });

  test('lists packages that came, went and changed, several versions of one together', () => {
    const before = {
      ...measured([app]),
      packages: [row('a', '1', 10), row('b', '1', 20), row('c', '1', 5), row('k', '1', 1)],
    };
    const after = {
      ...measured([app]),
      packages: [row('a', '2', 15), row('c', '1', 6), row('d', '1', 70), row('k', '1', 1), row('k', '2', 2)],
    };
    expect(compare(before, after, baseline).packages).toEqual([
      { manager: 'dpkg', name: 'd', after: '1', deltaBytes: 70 },
      { manager: 'dpkg', name: 'b', before: '1', deltaBytes: -20 },
      { manager: 'dpkg', name: 'a', before: '1', after: '2', deltaBytes: 5 },
      { manager: 'dpkg', name: 'k', before: '1', after: '1, 2', deltaBytes: 2 },
    ]);
    const unread = { ...after, packagesUnread: [{ path: '/var/lib/rpm/Packages', reason: 'x' }] };
    expect(compare(before, unread, baseline)).toMatchObject({ packages: [], packagesUnknown: true });
  });

  test('says which packages came with the base image on both sides', () => {
    const at = (layer: number, name: string, version: string) => ({ ...row(name, version, 10), layer });
    const before = {
      ...measured([debian, app], { historyBaseLayers: 1 }),
      packages: [at(0, 'a', '1'), at(0, 'm', '1')],
    };
    const after = {
      ...measured([newerDebian, app], { historyBaseLayers: 1 }),
      packages: [at(0, 'a', '2'), at(1, 'm', '2'), at(0, 'n', '1'), at(1, 'o', '1')],
    };
    expect(compare(before, after, baseline).packages.map(({ name, ofBase }) => [name, ofBase])).toEqual([
      ['n', true],
      ['o', undefined],
      ['a', true],
      ['m', undefined],
    ]);
  });

  test('leaves out a folder that the older side may only not list', () => {
    const before = measured([[file('a/x', 100), file('b/x', 50), file('c/x', 10)]]);
    const after = measured([[file('a/x', 100), file('b/x', 60), file('c/x', 70)]]);
    const cut: Measurement = { ...before, largest: before.largest.slice(0, 2) };
    expect(compare(before, after, baseline).grew.map(({ path }) => path)).toEqual(['/c', '/b']);
    expect(compare(cut, after, baseline).grew.map(({ path }) => path)).toEqual(['/b']);
  });

  test('tells the base image’s folders from own ones', () => {
    const before = measured([debian, [file('usr/share/doc/own', 10)]], { historyBaseLayers: 1 });
    const newer = [file('bin/sh', 1100), file('usr/share/doc/x', 300), file('opt/new/x', 5)];
    const after = measured([newer, [file('usr/share/doc/own', 15)]], { historyBaseLayers: 1 });
    expect(compare(before, after, baseline).grew).toEqual([
      { path: '/usr/share/doc', deltaBytes: 200, ofBase: true },
      { path: '/bin', deltaBytes: 100, ofBase: true },
      { path: '/opt/new', deltaBytes: 5, ofBase: true },
      { path: '/usr/share/doc', deltaBytes: 5 },
    ]);
  });

  test('says nothing of folders of a base image that an older record does not list', () => {
    const { largestOfBase, ...old } = measured([debian, app], { historyBaseLayers: 1 });
    expect(largestOfBase).toHaveLength(2);
    expect(compare(old, measured([newerDebian, app], { historyBaseLayers: 1 }), baseline).grew).toEqual([]);
  });

  test('shows settings that changed, one by one, but no secrets and no build dates', () => {
    const before = {
      ...measured([app]),
      config: someConfig({
        user: 'app',
        cmd: ['a'],
        env: ['A=1', 'API_TOKEN=x', 'EMPTY='],
        labels: { 'org.opencontainers.image.created': '1' },
      }),
    };
    const after = {
      ...measured([app]),
      config: someConfig({
        cmd: ['a', 'b'],
        env: ['A=2', 'API_TOKEN=y'],
        exposedPorts: ['80/tcp'],
        labels: { 'org.opencontainers.image.created': '2' },
      }),
    };
    expect(compare(before, after, baseline).config).toEqual([
      { field: 'user', before: 'app' },
      { field: 'cmd', before: '["a"]', after: '["a","b"]' },
      { field: 'env.A', before: '1', after: '2' },
      { field: 'env.API_TOKEN', before: '(1 character, not shown)', after: '(1 character, not shown, changed)' },
      { field: 'env.EMPTY', before: '' },
      { field: 'exposedPorts', after: '["80/tcp"]' },
    ]);
  });

  test.for([
    ['linux/amd64', 'linux/arm64', false],
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm', 'linux/arm/v7', true],
    ['linux/arm/v6', 'linux/arm/v7', false],
  ] as const)('compares %s with %s: %s', ([before, after, isAllowed]) => {
    const act = () =>
      compare({ ...measured([app]), platform: before }, { ...measured([app]), platform: after }, baseline);
    const refusal = attempt(act);
    expect(refusal).toEqual(isAllowed ? undefined : { code: 'different-platforms', expected: before, got: after });
  });
});

describe('of any two images', () => {
  const path = fc.constantFrom(
    'app/x',
    'usr/lib/gcc/cc1',
    'usr/include/a.h',
    'bin/sh',
    'app/node_modules/a',
    'var/lib/apt/lists/p',
  );
  const record = fc.oneof(
    fc.tuple(path, fc.nat(999)).map(([at, bytes]) => file(at, bytes)),
    path.map((at) => whiteout(at)),
  );
  const image = fc
    .tuple(fc.array(fc.array(record, { maxLength: 5 }), { maxLength: 4 }), fc.option(fc.nat(3), { nil: undefined }))
    .map(([layers, historyBaseLayers]) =>
      measured(layers, historyBaseLayers === undefined ? {} : { historyBaseLayers }),
    );
  const sides = fc.constantFrom(baseline, variant);

  test('the parts sum to the whole', { tags: 'thorough' }, () => {
    fc.assert(
      fc.property(image, image, sides, (before, after, between) => {
        const result = comparison.parse(compare(before, after, between));
        expect(sum(result.byKind)).toBe(result.unpackedDeltaBytes);
        const { ownDeltaBytes = result.unpackedDeltaBytes, baseDeltaBytes = 0 } = result;
        expect(ownDeltaBytes + baseDeltaBytes).toBe(result.unpackedDeltaBytes);
      }),
      { numRuns: 200 },
    );
  });

  test('the way back mirrors the way there', { tags: 'thorough' }, () => {
    fc.assert(
      fc.property(image, image, sides, (one, other, between) => {
        const [there, back] = [compare(one, other, between), compare(other, one, between)];
        expect(back.unpackedDeltaBytes).toBe(negated(there.unpackedDeltaBytes));
        expect(back.hiddenDeltaBytes).toBe(negated(there.hiddenDeltaBytes));
        expect(back.ownDeltaBytes).toBe(negated(there.ownDeltaBytes));
        expect(back.baseDeltaBytes).toBe(negated(there.baseDeltaBytes));
        expect(back.byKind).toEqual(there.byKind.map(({ kind, deltaBytes }) => ({ kind, deltaBytes: -deltaBytes })));
        const keyOf = ({ path: grown, ofBase }: (typeof there.grew)[number]): string => `${ofBase} ${grown}`;
        const grownThere = new Set(there.grew.map(keyOf));
        expect(back.grew.filter((grown) => grownThere.has(keyOf(grown)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('an image compared with itself leaves nothing', () => {
    fc.assert(
      fc.property(image, sides, (one, between) => {
        const { byKind, packages, grew, config, ...rest } = compare(one, one, between);
        expect([byKind, packages, grew, config]).toEqual([[], [], [], []]);
        expect([rest.unpackedDeltaBytes, rest.hiddenDeltaBytes, rest.layersDelta]).toEqual([0, 0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
