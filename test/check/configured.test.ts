import { describe, expect, test } from 'vitest';
import { runGate, type GateRequest } from '../../src/check/configured.ts';
import { checkResult } from '../../src/result/result.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { anImage, anOpenImage, file, someConfig, whiteout, type LayerRecord } from '../support/images.ts';
import { aWorkshop, type FakeWorkshop } from '../support/workshop.ts';

const base = [file('/etc/passwd', 'app:x:1000:1000::/:/bin/sh\nroot:x:0:0::/:/bin/sh\n'), file('/lib/base', 1000)];
const anImageOf = (user: string, ...layers: readonly (readonly LayerRecord[])[]): OpenImage => {
  const { layers: _, ...facts } = anImage(JSON.stringify([user, layers]), ...layers);
  return anOpenImage({ ...facts, config: someConfig({ user, entrypoint: ['/app'] }) }, ...layers);
};

const twoStages =
  'FROM base AS build\nRUN make\nFROM base\nCOPY --from=build /app /app\nUSER app\nENTRYPOINT ["/app"]\n';
const small = anImageOf('app', base, [file('/app', 10)]);
const large = anImageOf('', base, [file('/usr/bin/cc', 5000)], [file('/app', 10)]);

const onlyNonRoot = 'version: 1\npolicy:\n  rules:\n    non-root: error\n';

const run = (workshop: FakeWorkshop, inputs: RawInputs = {}, more: Partial<GateRequest> = {}) =>
  runGate({
    checkout: workshop.checkout,
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    openWorkshop: async () => workshop,
    ...more,
  });

function gate(
  files: Readonly<Record<string, string>>,
  built: Readonly<Record<string, OpenImage>>,
  inputs: RawInputs = {},
  images: Readonly<Record<string, OpenImage>> = {},
) {
  // One rule: these tests are about the run, and do not change when a preset does.
  const workshop = aWorkshop({ files: { 'plimsoll.yml': onlyNonRoot, ...files }, built, images });
  return { workshop, outcome: run(workshop, inputs) };
}

describe('a check of a multi-stage Dockerfile', () => {
  test('measures what ships and what would have shipped', async () => {
    const { outcome } = gate({ Dockerfile: twoStages }, { '': small, build: large });
    const [image] = (await outcome).result.images;
    expect(image?.variants.map(({ name, measurement }) => [name, measurement.unpackedBytes])).toEqual([
      ['multi-stage', 1059],
      ['single-stage', 6059],
    ]);
    expect(
      image?.comparisons.map(({ kind, before, after, unpackedDeltaBytes }) => [
        kind,
        before,
        after,
        unpackedDeltaBytes,
      ]),
    ).toEqual([['variant', 'single-stage', 'multi-stage', -5000]]);
  });

  test('is a result of its own schema', async () => {
    const { outcome } = gate({ Dockerfile: twoStages }, { '': small, build: large });
    const { result } = await outcome;
    expect(checkResult.parse(result)).toEqual(result);
  });

  test('gives the same JSON twice', async () => {
    const once = async () =>
      JSON.stringify((await gate({ Dockerfile: twoStages }, { '': small, build: large }).outcome).result);
    expect(await once()).toBe(await once());
  });
});

describe('the verdict', () => {
  test.each([
    ['passes an image that runs as a user of its own passwd', twoStages, small, 'pass', 0],
    ['fails one that runs as root', twoStages, large, 'fail', 1],
  ] as const)('%s', async (_name, dockerfile, image, outcome, status) => {
    const { result } = await gate({ Dockerfile: dockerfile }, { '': image, build: large }).outcome;
    expect([result.outcome, result.exitStatus]).toEqual([outcome, status]);
  });

  test('a waiver keeps the finding and lets the check pass', async () => {
    const config = `${onlyNonRoot}waivers:\n  - { rule: non-root, reason: known, owner: me, expires: 2027-01-01 }\n`;
    const { result } = await gate(
      { Dockerfile: 'FROM base\nENTRYPOINT ["/app"]\n', 'plimsoll.yml': config },
      { '': large },
    ).outcome;
    expect(result.images[0]?.findings.map(({ rule, waiver }) => [rule, waiver?.owner])).toContainEqual([
      'non-root',
      'me',
    ]);
    expect(result.outcome).toBe('pass');
  });
});

describe('a baseline', () => {
  const grown = anImageOf('app', base, [file('/app', 10)], [file('/more', 500)], [whiteout('/more')]);

  test('by image: is opened and compared', async () => {
    const { outcome } = gate(
      { Dockerfile: 'FROM base\nUSER app\n' },
      { '': grown },
      { baseline: 'image:app:main' },
      { 'app:main': small },
    );
    const [comparison] = (await outcome).result.images[0]?.comparisons ?? [];
    expect(comparison).toMatchObject({
      kind: 'baseline',
      before: 'app:main',
      unpackedDeltaBytes: 500,
      hiddenDeltaBytes: 500,
      layersDelta: 2,
    });
  });

  const judging = `version: 1
policy:
  rules:
    non-root: error
    no-setuid: error
    max-growth: [error, { max: 1 MB, of: all }]
    multi-stage: [error, { min-saving: 5 % }]
`;
  const setuid = (...of: readonly (readonly LayerRecord[])[]) => anImageOf('', ...of);
  const sudo = file('/usr/bin/sudo', 30, { mode: 0o4755 });
  const heldAgainst = async (before: OpenImage) => {
    const files = { Dockerfile: 'FROM debian:12\nUSER app\n', 'plimsoll.yml': judging };
    // The base image is at hand: what lies above its layer is own.
    const images = { 'app:main': before, 'docker.io/library/debian:12': anImageOf('', base) };
    const { result } = await gate(files, { '': small }, { baseline: 'image:app:main' }, images).outcome;
    return result.images[0];
  };

  test('by image: is judged by the rules that need no baseline, as the change is', async () => {
    const image = await heldAgainst(setuid(base, [sudo]));
    expect(image?.baseline).toMatchObject({ rules: { found: ['no-setuid', 'non-root'], passed: [] } });
    expect(image?.rulesSince).toEqual({ broken: [], fixed: ['no-setuid', 'non-root'] });
  });

  test('by image: a setuid program of the base image is not taken for its own', async () => {
    const withSudo = [...base, sudo];
    const files = { Dockerfile: 'FROM debian:12\nUSER app\n', 'plimsoll.yml': judging };
    const images = { 'app:main': anImageOf('app', withSudo), 'docker.io/library/debian:12': anImageOf('', withSudo) };
    const after = anImageOf('app', withSudo, [file('/app', 10)]);
    const { result } = await gate(files, { '': after }, { baseline: 'image:app:main' }, images).outcome;
    expect(result.images[0]?.rulesSince).toEqual({ broken: [], fixed: [] });
    expect(result.images[0]?.baseline).toMatchObject({ rules: { found: [], passed: ['no-setuid', 'non-root'] } });
  });

  test('by image: one that stands on something else is not judged, which is said', async () => {
    const image = await heldAgainst(setuid([file('/other', 5)], [sudo]));
    expect(image).not.toHaveProperty('rulesSince');
    expect(image?.baseline).toMatchObject({
      state: 'found',
      notJudged: 'app:main stands on another base image than the change, so where its own layers begin is not known.',
    });
    expect(image?.comparisons[0]).toMatchObject({ kind: 'baseline' });
  });

  test('by file: a stored report of the same image', async () => {
    const stored = JSON.stringify((await gate({ Dockerfile: twoStages }, { '': small, build: large }).outcome).result);
    const { outcome } = gate(
      { Dockerfile: twoStages, 'main.json': stored },
      { '': grown, build: large },
      { baseline: 'file:main.json' },
    );
    expect((await outcome).result.images[0]?.comparisons[0]).toMatchObject({
      before: 'main.json',
      unpackedDeltaBytes: 500,
    });
  });

  test('that lacks the image says so, and a new image fails no limit of growth', async () => {
    const config = 'version: 1\npolicy: { rules: { max-growth: [error, { max: 1 }] } }\n';
    const stored = JSON.stringify((await gate({ Dockerfile: twoStages }, { '': small, build: large }).outcome).result);
    const { outcome } = gate(
      {
        Dockerfile: twoStages,
        'main.json': stored.replaceAll('"name":"app"', '"name":"other"'),
        'plimsoll.yml': config,
      },
      { '': grown, build: large },
      { baseline: 'file:main.json' },
    );
    const { result } = await outcome;
    expect(result.images[0]?.baseline).toMatchObject({ state: 'none', isNew: true });
    expect(result.images[0]?.notRun).toEqual([
      {
        rule: 'max-growth',
        level: 'error',
        reason: 'The image is new: there is nothing it could have grown from.',
        counts: 'pass',
      },
    ]);
    expect(result.exitStatus).toBe(0);
  });

  test.each([
    ['image:missing', 'There is no image missing.'],
    ['file:missing.json', 'The baseline missing.json of the image app does not exist.'],
    ['file:broken.json', 'broken.json is not a report of schema version 1'],
    ['file:other.json', 'other.json is not a report of schema version 1: schemaVersion'],
  ])('%s that is not to be had is an error, not a pass', async (baseline, message) => {
    const files = { Dockerfile: twoStages, 'broken.json': '{', 'other.json': '{"schemaVersion":2}' };
    await expect(gate(files, { '': small, build: large }, { baseline }).outcome).rejects.toThrow(message);
  });
});

describe('what a later layer hides', () => {
  test('is looked at by every rule, also below the largest that the report keeps', async () => {
    const many = Array.from({ length: 300 }, (_, index) => file(`/tmp/${index}`, 1000 + index));
    const image = anImageOf(
      'app',
      base,
      [...many, file('/src/.git/config', 5), file('/root/.netrc', 7)],
      [whiteout('/tmp'), whiteout('/src'), whiteout('/root')],
    );
    const config = 'version: 1\npolicy: { rules: { no-vcs: error, no-secrets: error } }\n';
    const { result } = await gate({ 'plimsoll.yml': config }, {}, { image: 'app:1' }, { 'app:1': image }).outcome;
    const [only] = result.images;
    expect(only?.variants[0]?.measurement.hidden.length).toBe(200);
    expect(only?.findings.map(({ rule, paths }) => [rule, paths])).toEqual([
      ['no-secrets', ['/root/.netrc']],
      ['no-vcs', ['/src/.git']],
    ]);
  });
});

describe('what a run leaves and contacts', () => {
  test('the workshop is closed when the check throws', async () => {
    const { workshop, outcome } = gate({ Dockerfile: twoStages }, {});
    await expect(outcome).rejects.toThrow('There is no image');
    expect(workshop.closings).toBe(1);
  });

  test('a broken configuration is found before anything is opened', async () => {
    const { workshop, outcome } = gate({ Dockerfile: twoStages, 'plimsoll.yml': 'version: 2\n' }, {});
    await expect(outcome).rejects.toThrow('version');
    expect([workshop.builds.length, workshop.closings]).toEqual([0, 0]);
  });

  test('a build that is refused is not begun, and an image that exists needs none', async () => {
    const beforeBuild = () => {
      throw new Error('refused');
    };
    const workshop = aWorkshop({
      files: { Dockerfile: twoStages, 'plimsoll.yml': onlyNonRoot },
      images: { 'app:1': small },
    });
    await expect(run(workshop, {}, { beforeBuild })).rejects.toThrow('refused');
    expect(workshop.builds).toEqual([]);
    await expect(run(workshop, { image: 'app:1' }, { beforeBuild })).resolves.toMatchObject({
      result: { outcome: 'pass' },
    });
  });

  test('a stage without a name is built from the beginning of the Dockerfile', async () => {
    const dockerfile = 'FROM base\nRUN make\nFROM base\nCOPY --from=0 /app /app\nUSER app\n';
    const { workshop, outcome } = gate({ Dockerfile: dockerfile }, { '': small, cut: large });
    await outcome;
    expect(workshop.builds.map(({ dockerfileText }) => dockerfileText)).toEqual([undefined, 'FROM base\nRUN make\n']);
  });
});

describe('waivers that waive nothing', () => {
  const waiver = (image: string) => `- { rule: non-root, ${image} reason: r, owner: o, expires: 2099-01-01 }`;
  const config = `${onlyNonRoot}images: { a: { dockerfile: Dockerfile }, b: { dockerfile: Dockerfile } }\nwaivers:\n${['image: a,', 'image: b,', 'image: "*",', ''].map(waiver).join('\n')}\n`;
  const told = async (inputs: RawInputs) => {
    const { outcome } = gate({ 'plimsoll.yml': config, Dockerfile: twoStages }, { '': small, build: large }, inputs);
    return (await outcome).result.notices.map(({ message }) => /plimsoll\.yml:\d+/.exec(message)?.[0]);
  };

  test('are told of, and where only some images are looked at those that name one of these', async () => {
    expect(await told({})).toEqual(['plimsoll.yml:7', 'plimsoll.yml:8', 'plimsoll.yml:9', 'plimsoll.yml:10']);
    expect(await told({ only: 'a' })).toEqual(['plimsoll.yml:7']);
  });
});
