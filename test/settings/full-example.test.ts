import { expect, test } from 'vitest';
import { problemsOf, settingsOf } from '../support/settings.ts';

/** A configuration with every key there is; broken below, one word at a time. */
const example = `version: 1
images:
  api:
    context: services/api
    dockerfile: services/api/Dockerfile
    target: runtime
    build-args: { NODE_VERSION: "22" }
    platforms: [linux/amd64]
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
    consecutive-run: off
  custom:
    - id: no-debug-port
      level: warning
      when: image.config.exposedPorts.exists(p, p.startsWith("9229"))
      message: The debugger's port must not ship.
waivers:
  - rule: non-root
    image: legacy-*
    reason: the vendor's entrypoint chowns its volume; ticket OPS-41
    owner: "@acme/platform"
    expires: 2027-01-31
`;

test('the whole example is sound', async () => {
  const { settings } = await settingsOf(example);
  const { uses, waivers } = settings.policy;
  expect([settings.images.length, waivers.length]).toEqual([1, 1]);
  expect(uses.map(({ rule }) => rule.id)).toEqual(expect.arrayContaining(['no-debug-port', 'allowed-base-images']));
  expect(uses.some(({ rule }) => rule.id === 'consecutive-run')).toBe(false);
});

test.each<[string, string, readonly string[]]>([
  ['version: 1', 'version: 2', ['1:10 `version` cannot be 2.']],
  ['version: 1\n', '', ['1:1 `version` is missing.']],
  ['images:', 'image:', ['2:1 There is no key `image`.']],
  ['context: services/api', 'context: /services/api', ['4:14 `context` cannot be `/services/api`.']],
  ['dockerfile: services/api/Dockerfile', 'dockerfil: x', ['5:5 There is no key `dockerfil`.']],
  ['target: runtime', 'target: 3', ['6:13 `target` cannot be 3.']],
  ['NODE_VERSION: "22"', 'NODE_VERSION: 22', ['7:33 `NODE_VERSION` cannot be 22.']],
  ['[linux/amd64]', 'linux/amd64', ['8:16 `platforms` cannot be `linux/amd64`.']],
  ['[linux/amd64]', '[linux-amd64]', ['8:17 `platforms` cannot be `linux-amd64`.']],
  ['slim:', 'slim!:', ['10:7 `slim!` cannot be `slim!`.']],
  ['{ from: recorded }', '{ from: recordd }', ['11:23 `from` cannot be `recordd`.']],
  ['{ from: recorded }', 'yes', ['11:15 `baseline` cannot be `yes`.']],
  ['extends: recommended', 'extends: recomended', ['13:12 There is no policy `recomended`.']],
  ['extends: recommended', 'extends: ./nope.yml', ['13:12 There is no policy file nope.yml.']],
  ['150 MB', '150 XB', ['15:39 `max` cannot be `150 XB`.']],
  ['150 MB', '-1 MB', ['15:39 `max` cannot be `-1 MB`.']],
  ['150 MB', '0x10', ['15:39 `0x10` is no plain number.']],
  ['150 MB', '1e9999', ['15:39 `1e9999` is no plain number.']],
  ['[error, { max: 150 MB }]', '[error, { mx: 150 MB }]', ['15:32 `max` is missing.', '15:34 There is no key `mx`.']],
  ['[error, { max: 150 MB }]', 'error', ['15:5 The rule `max-unpacked-size` needs options.']],
  [
    '[error, { max: 150 MB }]',
    '[eror, { max: 150 MB }]',
    ['15:25 `max-unpacked-size` cannot be ["eror",{"max":"150 MB"}].'],
  ],
  ['[error, { max: 150 MB }]', '{ max: 150 MB }', ['15:24 `max-unpacked-size` cannot be {"max":"150 MB"}.']],
  ['or: 5 %', 'or: 5', ['16:42 `or` cannot be 5.']],
  ['or: 5 %', 'or: 5000 %', ['16:42 `or` cannot be `5000 %`.']],
  ['of: own', 'of: mine', ['16:51 `of` cannot be `mine`.']],
  ['pinned: digest', 'pinned: yes', ['23:17 `pinned` cannot be `yes`.']],
  ['non-root: error', 'non-root: yes', ['24:15 `non-root` cannot be `yes`.']],
  ['non-root: error', 'non-root: no', ['24:15 `non-root` cannot be `no`.']],
  ['non-root: error', 'non-root: on', ['24:15 `non-root` cannot be `on`.']],
  ['non-root: error', 'nonroot: error', ['24:5 There is no rule `nonroot`.']],
  ['consecutive-run: off', 'consecutive-run: false', ['25:22 `consecutive-run` cannot be false.']],
  ['consecutive-run: off', 'consecutive-run: Off', ['25:22 `consecutive-run` cannot be `Off`.']],
  ['level: warning', 'level: warn', ['28:14 `level` cannot be `warn`.']],
  [
    'p.startsWith("9229")',
    'p.startWith("9229")',
    [
      "29:13 The expression is wrong at character 37: Found no matching overload for 'string.startWith(string)'. Did you mean `startsWith`?",
    ],
  ],
  [
    'image.config.exposedPorts',
    'image.config.exposedPort',
    ['29:13 The expression is wrong at character 14: No such key: exposedPort. Did you mean `exposedPorts`?'],
  ],
  [
    'image.config.exposedPorts',
    'img.config.exposedPorts',
    ['29:13 The expression is wrong at character 1: Unknown variable: img.'],
  ],
  [
    'p.startsWith("9229"))',
    'p.startsWith(9229))',
    ["29:13 The expression is wrong at character 37: Found no matching overload for 'string.startsWith(int)'."],
  ],
  [
    'exists(p, p.startsWith("9229"))',
    'size()',
    ['29:13 The expression is wrong at character 1: It is int, not true or false.'],
  ],
  [
    'p.startsWith("9229")',
    'p.matches("9229")',
    [
      '29:13 The expression is wrong at character 37: `matches` is not offered: use `glob("pattern", text)` or `text.glob("pattern")`.',
    ],
  ],
  ['id: no-debug-port', 'id: non-root', ['27:11 There is a rule `non-root` already.']],
  ['rule: non-root', 'rule: nonroot', ['32:11 There is no rule `nonroot`.']],
  [
    'legacy-*',
    '[legacy',
    [
      '34:5 Flow sequence in block collection must be sufficiently indented and end with a ].',
      '34:13 Nested mappings are not allowed in compact mappings.',
      '34:13 Implicit keys need to be on a single line.',
    ],
  ],
  ['    owner: "@acme/platform"\n', '', ['32:5 `owner` is missing.']],
  ['owner: "@acme/platform"', 'owner: @acme/platform', ['35:12 Plain value cannot start with reserved character @.']],
  ['2027-01-31', '2027-02-30', ['36:14 `expires` cannot be `2027-02-30`.']],
  ['2027-01-31', '31.01.2027', ['36:14 `expires` cannot be `31.01.2027`.']],
  ['waivers:', 'waiver:', ['31:1 There is no key `waiver`.']],
  ['  rules:', '  __proto__: {}\n  rules:', ['14:3 The key `__proto__` is not allowed.']],
  ['non-root: error', 'non-root: error\n    non-root: off', ['25:5 The key stands twice in one map.']],
  ['- rule: non-root', '- &a [*a]', ['33:1 Sequence item without - indicator.']],
  ['expires: 2027-01-31', 'expires: !!timestamp 2027-01-31', ['36:26 `expires` cannot be "2027-01-31T00:00:00.000Z".']],
  ['">=20 <25"', '">=20 <"', ['20:34 `tags` cannot be `>=20 <`.']],
])('%s written as %s is told with its place', async (right, wrong, expected) => {
  expect(example).toContain(right);
  const problems = await problemsOf(example.replace(right, wrong));
  expect(problems.map((problem) => problem.replace(/^plimsoll\.yml:(\S+) [a-z-]+: /, '$1 '))).toEqual(expected);
});
