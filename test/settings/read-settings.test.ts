import { describe, expect, test } from 'vitest';
import { hintsOf, problemsOf, settingsOf } from '../support/settings.ts';

const rules = (...lines: readonly string[]) =>
  ['version: 1', 'policy:', '  rules:', ...lines.map((line) => `    ${line}`)].join('\n');

describe('without a configuration', () => {
  test('there is one image, named by the folder, and the recommended policy', async () => {
    const { settings, options } = await settingsOf(undefined);
    expect(settings.images).toEqual([
      {
        name: 'shop',
        context: '.',
        dockerfile: 'Dockerfile',
        buildArgs: {},
        platforms: [],
        variants: [],
        findVariants: true,
        baseline: { from: 'default' },
      },
    ]);
    expect(settings.policy.sources).toEqual(['preset recommended']);
    expect(options.verdict).toEqual({ failOn: 'error', warnOnly: false });
  });

  test.each([
    [{ context: 'services/api' }, { name: 'api', context: 'services/api', dockerfile: 'services/api/Dockerfile' }],
    [{ context: './services/api/' }, { name: 'api', context: 'services/api', dockerfile: 'services/api/Dockerfile' }],
    [{ dockerfile: 'web/Dockerfile.prod' }, { name: 'web', context: 'web', dockerfile: 'web/Dockerfile.prod' }],
    [{ dockerfile: 'Dockerfile.prod' }, { name: 'shop', context: '.', dockerfile: 'Dockerfile.prod' }],
    [
      { dockerfile: 'docker/Dockerfile', context: '.' },
      { name: 'docker', context: '.', dockerfile: 'docker/Dockerfile' },
    ],
    [{ context: '/' }, { name: 'shop', context: '/', dockerfile: '/Dockerfile' }],
    [{ image: 'ghcr.io/acme/api:1.2' }, { name: 'api', image: 'ghcr.io/acme/api:1.2' }],
    [{ image: `app@sha256:${'a'.repeat(64)}` }, { name: 'app' }],
    [
      { target: 'runtime', platform: 'linux/arm64' },
      { target: 'runtime', platforms: ['linux/arm64'] },
    ],
    [{ 'build-args': 'A=1\n\n B=x=y ' }, { buildArgs: { A: '1', B: 'x=y' } }],
    [{ 'build-args': ['A=', 'B= x'] }, { buildArgs: { A: '', B: ' x' } }],
    [{ baseline: 'image:app:main' }, { baseline: { from: 'image', reference: 'app:main' } }],
    [{ baseline: 'file:base/report.json' }, { baseline: { from: 'file', path: 'base/report.json' } }],
    [{ variants: 'off' }, { findVariants: false }],
  ])('%j makes it %j', async (inputs, expected) => {
    const { settings } = await settingsOf(undefined, { inputs });
    expect(settings.images).toMatchObject([expected]);
  });

  test('a folder’s odd name is made plain', async () => {
    const { settings } = await settingsOf(undefined, { folderName: '.My app (1)' });
    expect(settings.images[0]?.name).toBe('My-app-1-');
  });
});

describe('a configuration', () => {
  const text = `version: 1
images:
  api:
    context: services/api
    dockerfile: services/api/Dockerfile
    target: runtime
    build-args: { NODE_VERSION: "22" }
    platforms: [linux/amd64, linux/arm/v7]
    variants:
      slim: { build-args: { BASE: debian:bookworm-slim } }
    baseline: { from: recorded }
policy:
  extends: recommended
  rules:
    max-unpacked-size: [error, { max: 150 MB }]
    max-growth: [error, { max: 5 MB, or: 5 %, of: own }]
    allowed-base-images:
      - error
      - allow:
          - { image: node, tags: ">=20 <25" }
          - { image: gcr.io/distroless/* }
          - scratch
        pinned: digest
    non-root: error
    exec-form: off
waivers:
  - rule: non-root
    image: legacy-*
    reason: the vendor's entrypoint chowns its volume; ticket OPS-41
    owner: "@acme/platform"
    expires: 2027-01-31
`;

  test('says what is built', async () => {
    const { settings } = await settingsOf(text);
    expect(settings.images).toEqual([
      {
        name: 'api',
        context: 'services/api',
        dockerfile: 'services/api/Dockerfile',
        target: 'runtime',
        buildArgs: { NODE_VERSION: '22' },
        platforms: ['linux/amd64', 'linux/arm/v7'],
        variants: [{ name: 'slim', buildArgs: { BASE: 'debian:bookworm-slim' } }],
        findVariants: true,
        baseline: { from: 'recorded' },
      },
    ]);
  });

  test('says what is judged, with where each line comes from', async () => {
    const { settings } = await settingsOf(text);
    const uses = settings.policy.uses.map(({ rule, level, options, origin }) => [rule.id, level, options, origin]);
    expect(uses).toEqual(
      expect.arrayContaining([
        ['max-unpacked-size', 'error', { max: 150_000_000 }, 'plimsoll.yml:15'],
        ['max-growth', 'error', { max: 5_000_000, or: 5, of: 'own' }, 'plimsoll.yml:16'],
      ]),
    );
    expect(settings.policy.uses.map(({ rule }) => rule.id)).not.toContain('exec-form');
    expect(settings.policy.sources).toEqual(['preset recommended', 'plimsoll.yml']);
    expect(settings.policy.waivers).toEqual([
      {
        rule: 'non-root',
        image: 'legacy-*',
        reason: "the vendor's entrypoint chowns its volume; ticket OPS-41",
        owner: '@acme/platform',
        expires: '2027-01-31',
        origin: 'plimsoll.yml:27',
      },
    ]);
  });

  test.each([
    ['baseline: none', { from: 'none' }],
    ['baseline: rebuild', { from: 'rebuild' }],
    ['baseline: { image: "app:main" }', { from: 'image', reference: 'app:main' }],
    ['baseline: image:app:main', { from: 'image', reference: 'app:main' }],
    ['baseline: { from: file:base.json }', { from: 'file', path: 'base.json' }],
    ['baseline: { file: base.json }', { from: 'file', path: 'base.json' }],
  ])('%s', async (line, expected) => {
    const { settings } = await settingsOf(`version: 1\nimages:\n  a:\n    ${line}\n`);
    expect(settings.images[0]?.baseline).toEqual(expected);
  });

  test('gives way to the inputs', async () => {
    const inputs = { target: 'debug', 'build-args': 'B=2\nNODE_VERSION=24', baseline: 'none', platform: 'linux/arm64' };
    const { settings } = await settingsOf(text, { inputs });
    expect(settings.images).toMatchObject([
      {
        target: 'debug',
        buildArgs: { NODE_VERSION: '24', B: '2' },
        platforms: ['linux/arm64'],
        baseline: { from: 'none' },
      },
    ]);
  });

  test('gives build arguments and a platform from the inputs to every image', async () => {
    const twice = 'version: 1\nimages: { a: { build-args: { V: "1" } }, b: { platforms: [linux/amd64] } }';
    const inputs = { 'build-args': 'V=2', platform: 'linux/arm64' };
    const { settings } = await settingsOf(twice, { inputs });
    expect(settings.images).toMatchObject([
      { name: 'a', buildArgs: { V: '2' }, platforms: ['linux/arm64'] },
      { name: 'b', buildArgs: { V: '2' }, platforms: ['linux/arm64'] },
    ]);
  });

  test('whether stages are compared, and a baseline that goes by names, are for every image', async () => {
    const inputs = { baseline: 'rebuild', variants: 'off' };
    const { settings } = await settingsOf('version: 1\nimages: { a: {}, b: { baseline: none } }', { inputs });
    const expected = { baseline: { from: 'rebuild' }, findVariants: false };
    expect(settings.images).toMatchObject([expected, expected]);
  });

  test('is narrowed to the images asked for', async () => {
    const { settings } = await settingsOf('version: 1\nimages: { a: {}, b: {}, c: {} }', { inputs: { only: 'c\na' } });
    expect(settings.images.map(({ name }) => name)).toEqual(['a', 'c']);
  });

  test('may be written with aliases', async () => {
    const { settings } = await settingsOf('version: 1\nimages:\n  a: &a { target: x }\n  b: *a\n');
    expect(settings.images.map(({ target }) => target)).toEqual(['x', 'x']);
  });
});

describe('mistakes are all named at once, with their places', () => {
  test('in every part of the file and in the inputs', async () => {
    const text = `version: 2
image: {}
images:
  api: { contxt: x, context: /etc, build-args: { A: 22 } }
policy:
  rules:
    max-unpaked-size: error
    max-unpacked-size: [error, { max: 150 XB, maxx: 1 }]
waivers:
  - { rule: non-root, reason: "", owner: x, expires: 2027-02-29 }
`;
    expect(await problemsOf(text, { inputs: { 'fail-on': 'never', outptu: 'x' } })).toEqual([
      'plimsoll.yml:1:10 invalid-value: `version` cannot be 2.',
      'plimsoll.yml:2:1 unknown-key: There is no key `image`.',
      'plimsoll.yml:4:10 unknown-key: There is no key `contxt`.',
      'plimsoll.yml:4:30 invalid-value: `context` cannot be `/etc`.',
      'plimsoll.yml:4:53 invalid-value: `A` cannot be 22.',
      'plimsoll.yml:7:5 unknown-rule: There is no rule `max-unpaked-size`.',
      'plimsoll.yml:8:39 invalid-value: `max` cannot be `150 XB`.',
      'plimsoll.yml:8:47 unknown-key: There is no key `maxx`.',
      'plimsoll.yml:10:31 invalid-value: `reason` cannot be ``.',
      'plimsoll.yml:10:54 invalid-value: `expires` cannot be `2027-02-29`.',
      '- unknown-key: There is no input `outptu`.',
      '- invalid-input: The input `fail-on` cannot be `never`.',
    ]);
  });

  test.each([
    ['', 'plimsoll.yml:1:1 missing-key: `version` is missing.'],
    ['- a', 'plimsoll.yml:1:1 invalid-value: `the file` cannot be ["a"].'],
    ['version: 1\nimages: {a: 1}', 'plimsoll.yml:2:13 invalid-value: `a` cannot be 1.'],
    ['version: 1\nimages: {../a: {}}', 'plimsoll.yml:2:10 invalid-value: `../a` cannot be `../a`.'],
    ['version: 1\nimages: {a: {context: ../b}}', 'plimsoll.yml:2:23 invalid-value: `context` cannot be `../b`.'],
    [
      'version: 1\nimages: {a: {platforms: [amd64]}}',
      'plimsoll.yml:2:26 invalid-value: `platforms` cannot be `amd64`.',
    ],
    [
      'version: 1\nimages: {a: {baseline: {form: x}}}',
      'plimsoll.yml:2:24 invalid-value: `baseline` cannot be {"form":"x"}.',
    ],
    ['version: 1\nimages: {a: {variants: {b: {targt: x}}}}', 'plimsoll.yml:2:29 unknown-key: There is no key `targt`.'],
    ['version: 1\npolicy:', 'plimsoll.yml:2:1 invalid-value: `policy` cannot be null.'],
    ['version: 1\npolicy: {}', 'plimsoll.yml:2:1 no-rules: The policy turns no rule on, so nothing would be checked.'],
    [rules('max-layers: error'), 'plimsoll.yml:4:5 missing-options: The rule `max-layers` needs options.'],
    [rules('max-layers: [error]'), 'plimsoll.yml:4:5 missing-options: The rule `max-layers` needs options.'],
    [rules('max-layers: [error, {}]'), 'plimsoll.yml:4:25 missing-key: `max` is missing.'],
    [rules('max-layers: [error, 5]'), 'plimsoll.yml:4:25 invalid-value: `max-layers` cannot be 5.'],
    [
      rules('max-layers: [error, {max: 5}, 6]'),
      'plimsoll.yml:4:17 invalid-value: `max-layers` cannot be ["error",{"max":5},6].',
    ],
    [rules('max-layers: [error, {max: 5.5}]'), 'plimsoll.yml:4:31 invalid-value: `max` cannot be 5.5.'],
    [rules('max-layers: [error, {max: 0x10}]'), 'plimsoll.yml:4:31 odd-number: `0x10` is no plain number.'],
    [rules('max-layers: [error, {max: 1e9999}]'), 'plimsoll.yml:4:31 odd-number: `1e9999` is no plain number.'],
    [rules('max-unpacked-size: [error, {max: -1 MB}]'), 'plimsoll.yml:4:38 invalid-value: `max` cannot be `-1 MB`.'],
    [rules('max-unpacked-size: [error, {max: -1}]'), 'plimsoll.yml:4:38 invalid-value: `max` cannot be -1.'],
    [rules('max-growth: [error, {or: 5}]'), 'plimsoll.yml:4:30 invalid-value: `or` cannot be 5.'],
    [rules('max-growth: [error, {of: own}]'), 'plimsoll.yml:4:25 invalid-value: `max-growth` cannot be {"of":"own"}.'],
    [rules('non-root: {level: error}'), 'plimsoll.yml:4:15 invalid-value: `non-root` cannot be {"level":"error"}.'],
    [
      rules('non-root: [error, {when-not-run: maybe}]'),
      'plimsoll.yml:4:38 invalid-value: `when-not-run` cannot be `maybe`.',
    ],
    [
      'version: 1\nwaivers: [{rule: non-rot, reason: r, owner: o, expires: 2027-01-31}]',
      'plimsoll.yml:2:18 unknown-rule: There is no rule `non-rot`.',
    ],
    [
      'version: 1\nwaivers: [{rule: non-root, reason: r, owner: o}]',
      'plimsoll.yml:2:11 missing-key: `expires` is missing.',
    ],
    [
      'version: 1\nwaivers: [{rule: non-root, image: "{a,b}", reason: r, owner: o, expires: 2027-01-31}]',
      'plimsoll.yml:2:35 invalid-value: `image` cannot be `{a,b}`.',
    ],
    [
      'version: 1\npolicy: {custom: [{id: a, level: error, when: "tru", message: m}]}',
      'plimsoll.yml:2:47 bad-expression: The expression is wrong at character 1: Unknown variable: tru.',
    ],
  ])('%j', async (text, expected) => {
    expect(await problemsOf(text)).toContain(expected);
  });

  test.each([
    [{ only: 'b' }, 'version: 1\nimages: {api: {}}', '- unknown-key: There is no image `b`.'],
    [
      { target: 'x' },
      'version: 1\nimages: {a: {}, b: {}}',
      '- ambiguous-input: The input `target` does not say which of 2 images it is for.',
    ],
    [
      { baseline: 'image:api:main' },
      'version: 1\nimages: {a: {}, b: {}}',
      '- ambiguous-input: The input `baseline` does not say which of 2 images it is for.',
    ],
    [{ 'build-args': 'A' }, undefined, '- invalid-input: The input `build-args` cannot be `A`.'],
    [{ target: ['a', 'b'] }, undefined, '- invalid-input: The input `target` cannot be `a, b`.'],
    [{ 'warn-only': 'yes' }, undefined, '- invalid-input: The input `warn-only` cannot be `yes`.'],
    [{ output: 'report.json' }, undefined, '- invalid-input: The input `output` cannot be `report.json`.'],
    [{ output: 'pdf=x' }, undefined, '- invalid-input: The input `output` cannot be `pdf=x`.'],
    [{ baseline: 'main' }, undefined, '- invalid-input: The input `baseline` cannot be `main`.'],
    [{ 'comment-id': '--> <script>' }, undefined, '- invalid-input: The input `comment-id` cannot be `--> <script>`.'],
    [{ policy: 'strikt' }, undefined, '- unknown-policy: There is no policy `strikt`.'],
  ])('inputs %j', async (inputs, text, expected) => {
    expect(await problemsOf(text, { inputs })).toEqual([expected]);
  });

  test.each([
    [rules('non-root: no'), 'To turn the rule off, write `non-root: off`.'],
    [rules('non-root: false'), 'To turn the rule off, write `non-root: off`.'],
    [rules('non-root: yes'), 'To turn the rule on, write `non-root: error` or `non-root: warning`.'],
    [rules('non-root: on'), 'To turn the rule on, write `non-root: error` or `non-root: warning`.'],
    [rules('non-root: warn'), 'The level is called `warning`.'],
    [rules('non-root: Off'), 'Did you mean `off`?'],
    [rules('max-layers: [eror, {max: 5}]'), 'Did you mean `error`?'],
    [rules('nonroot: error'), 'Did you mean `non-root`?'],
    [rules('no_latest_tag: error'), 'Did you mean `no-latest-tag`?'],
    ['versoin: 1', 'Did you mean `version`?'],
    ['version: 1\npolicy: {extends: recomended}', 'Did you mean `recommended`?'],
  ])('%j hints: %s', async (text, hint) => {
    expect(await hintsOf(text)).toContain(hint);
  });
});
