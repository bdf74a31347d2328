import { describe, expect, test } from 'vitest';
import { presetTexts } from '../../src/policy/preset-texts.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { aCheckout } from '../support/workshop.ts';
import { problemsOf, settingsOf, type SettingsDetails } from '../support/settings.ts';

const policy = (extended: string, ...rules: readonly string[]) =>
  [
    'version: 1',
    'policy:',
    `  extends: ${extended}`,
    '  rules:',
    '    max-layers: [warning, { max: 99 }]',
    ...rules.map((rule) => `    ${rule}`),
  ].join('\n');

async function usesOf(text: string | undefined, details: SettingsDetails = {}) {
  const { settings } = await settingsOf(text, details);
  return Object.fromEntries(
    settings.policy.uses.map(({ rule, level, options, origin, whenNotRun }) => [
      rule.id,
      { level, options, origin, whenNotRun },
    ]),
  );
}

const digest = async (text: string) => (await settingsOf(text)).settings.policy.digest;

describe('a preset', () => {
  test.each(Object.keys(presetTexts))('%s loads and turns rules on', async (name) => {
    const { settings } = await settingsOf(undefined, { inputs: { policy: name } });
    expect(settings.policy.uses.length).toBeGreaterThan(3);
    expect(settings.policy.sources.at(-1)).toBe(`preset ${name}`);
    expect(settings.policy.uses.every(({ origin }) => /^preset [a-z]+$/.test(origin))).toBe(true);
  });

  test('takes the place of what the file extends, when it is an input', async () => {
    const { settings } = await settingsOf(policy('recommended'), { inputs: { policy: 'strict' } });
    expect(settings.policy.sources).toEqual(['preset recommended', 'preset strict', 'plimsoll.yml']);
  });
});

describe('laying one policy over another', () => {
  const files = {
    'base.yml': 'version: 1\npolicy: {rules: {max-hidden-bytes: [error, {max: 7 MB, when-not-run: pass}]}}',
  };

  test('a level alone keeps the options', async () => {
    const uses = await usesOf(policy('./base.yml', 'max-hidden-bytes: warning'), { files });
    expect(uses['max-hidden-bytes']).toEqual({
      level: 'warning',
      options: { max: 7_000_000, of: 'own' },
      origin: 'plimsoll.yml:6',
      whenNotRun: 'pass',
    });
  });

  test('options replace them all', async () => {
    const uses = await usesOf(policy('./base.yml', 'max-hidden-bytes: [error, {of: all}]'), { files });
    expect(uses['max-hidden-bytes']).toEqual({
      level: 'error',
      options: { max: 0, of: 'all' },
      origin: 'plimsoll.yml:6',
      whenNotRun: 'failure',
    });
  });

  test('off turns it off', async () => {
    expect(await usesOf(policy('./base.yml', 'max-hidden-bytes: off'), { files })).not.toHaveProperty(
      'max-hidden-bytes',
    );
  });

  test('later names in a list win', async () => {
    const more = { ...files, 'more.yml': 'version: 1\npolicy: {rules: {max-hidden-bytes: [warning, {max: 1 MB}]}}' };
    const uses = await usesOf(policy('[./base.yml, ./more.yml]'), { files: more });
    expect(uses['max-hidden-bytes']).toMatchObject({
      level: 'warning',
      options: { max: 1_000_000 },
      origin: 'more.yml:2',
    });
  });

  test('what two of them extend is laid down once, below both', async () => {
    const more = {
      'left.yml': 'version: 1\npolicy: {extends: ./base.yml, rules: {max-hidden-bytes: off}}',
      'right.yml': 'version: 1\npolicy: {extends: ./base.yml, rules: {non-root: error}}',
    };
    expect(await usesOf(policy('[./left.yml, ./right.yml]'), { files: { ...files, ...more } })).not.toHaveProperty(
      'max-hidden-bytes',
    );
  });

  test('waivers of all files count', async () => {
    const waivers =
      'version: 1\npolicy: {rules: {non-root: error}}\nwaivers: [{rule: non-root, reason: r, owner: o, expires: 2027-01-31}]';
    const { settings } = await settingsOf(policy('./w.yml'), { files: { 'w.yml': waivers } });
    expect(settings.policy.waivers).toMatchObject([{ origin: 'w.yml:3' }]);
  });

  test('the digest is of what counts, not of how it is spelt', async () => {
    const one = await digest('version: 1\npolicy: {rules: {non-root: error, max-layers: [error, {max: 5}]}}');
    const other = await digest(
      '# hello\nversion: 1\npolicy:\n  rules:\n    max-layers: [error, {of: all, max: 5}]\n    non-root: [error, {}]',
    );
    const changed = await digest('version: 1\npolicy: {rules: {non-root: error, max-layers: [error, {max: 6}]}}');
    expect(other).toBe(one);
    expect(changed).not.toBe(one);
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('where policies come from', () => {
  test('a path is seen from the file that names it', async () => {
    const files = {
      'policies/a.yml': 'version: 1\npolicy: {extends: ../shared/b.yml}',
      'shared/b.yml': 'version: 1\npolicy: {rules: {non-root: error}}',
    };
    const { settings } = await settingsOf(policy('./policies/a.yml'), { files });
    expect(settings.policy.sources).toEqual(['shared/b.yml', 'policies/a.yml', 'plimsoll.yml']);
  });

  test('another repository is asked by name and ref, and its own paths lie in it', async () => {
    const asked: string[] = [];
    const { settings } = await settingsOf(policy('acme/policies/org/gate.yml@v1'), {
      fetchPolicy: async ({ repository, path, ref }) => {
        asked.push(`${repository} ${path} ${ref}`);
        return path === 'org/gate.yml'
          ? 'version: 1\npolicy: {extends: ./base.yml}'
          : 'version: 1\npolicy: {rules: {non-root: error}}';
      },
    });
    expect(asked).toEqual(['acme/policies org/gate.yml v1', 'acme/policies org/base.yml v1']);
    expect(settings.policy.uses.find(({ rule }) => rule.id === 'non-root')?.origin).toBe(
      'acme/policies/org/base.yml@v1:2',
    );
  });

  test.each([
    ['./nope.yml', 'plimsoll.yml:3:12 no-policy-file: There is no policy file nope.yml.'],
    ['../nope.yml', 'plimsoll.yml:3:12 policy-outside: The policy `../nope.yml` lies outside the repository.'],
    [
      'acme/p/x.yml@v1',
      'plimsoll.yml:3:12 policy-not-reachable: The policy acme/p/x.yml@v1 cannot be reached: there is no token to read other repositories with.',
    ],
    ['acme/p/../x.yml@v1', 'plimsoll.yml:3:12 unknown-policy: There is no policy `acme/p/../x.yml@v1`.'],
    [
      './loop.yml',
      'other.yml:1:32 extends-cycle: Policies extend each other in a circle: plimsoll.yml → loop.yml → other.yml → loop.yml.',
    ],
    [
      './self.yml',
      'self.yml:1:32 extends-cycle: Policies extend each other in a circle: plimsoll.yml → self.yml → plimsoll.yml.',
    ],
    ['./images.yml', 'images.yml:1:14 images-in-policy: A policy that is extended names no images.'],
    ['./broken.yml', 'broken.yml:2:1 yaml-syntax: The key stands twice in one map.'],
    ['./typo.yml', 'typo.yml:1:31 unknown-rule: There is no rule `non-rot`.'],
  ])('%s is refused', async (name, problem) => {
    const files = {
      'loop.yml': '{version: 1, policy: {extends: ./other.yml}}',
      'other.yml': '{version: 1, policy: {extends: ./loop.yml}}',
      'self.yml': '{version: 1, policy: {extends: ./plimsoll.yml}}',
      'images.yml': '{version: 1, images: {}}',
      'broken.yml': 'version: 1\nversion: 1',
      'typo.yml': '{version: 1, policy: {rules: {non-rot: error}}}',
    };
    expect(await problemsOf(policy(name), { files })).toContain(problem);
  });

  test('a name that is part of an object is no preset', async () => {
    expect(await problemsOf(policy('constructor'))).toEqual([
      'plimsoll.yml:3:12 unknown-policy: There is no policy `constructor`.',
    ]);
  });
});

describe('an organisation’s policy', () => {
  const floor =
    'version: 1\npolicy: { rules: { max-layers: [error, { max: 10 }], non-root: [warning, { waivable: true }] } }\n';
  const request = (configText: string, inputs: Readonly<Record<string, string>>) =>
    readSettings({
      configText,
      configFile: 'plimsoll.yml',
      inputs,
      folderName: 'app',
      checkout: aCheckout({}),
      fetchPolicy: async ({ path }) => (path === 'org.yml' ? floor : undefined),
    });
  const own = 'version: 1\npolicy: { rules: { max-layers: [warning, { max: 30 }], non-root: off, no-add: warning } }\n';

  test('is under every policy: no level, limit or `off` of the repository’s is looser', async () => {
    const { settings } = await request(own, { 'org-policy': 'acme/policies/org.yml@v1' });
    expect(settings.policy.uses.map(({ rule, level, options, origin }) => [rule.id, level, options, origin])).toEqual([
      ['max-layers', 'error', expect.objectContaining({ max: 10 }), 'acme/policies/org.yml@v1:2 + plimsoll.yml:2'],
      ['no-add', 'warning', expect.anything(), 'plimsoll.yml:2'],
      ['non-root', 'warning', expect.anything(), 'acme/policies/org.yml@v1:2'],
    ]);
    expect(settings.policy.sources).toEqual(['plimsoll.yml', 'floor acme/policies/org.yml@v1']);
  });

  test('changes the digest', async () => {
    const [without, withIt] = [
      await request(own, {}),
      await request(own, { 'org-policy': 'acme/policies/org.yml@v1' }),
    ];
    expect(withIt.settings.policy.digest).not.toBe(without.settings.policy.digest);
  });

  test.each([
    ['that is not there', { 'org-policy': 'acme/policies/none.yml@v1' }, 'acme/policies has no none.yml at v1.'],
    ['of the repository itself', { 'org-policy': './org.yml' }, "is the repository's own to change"],
    ['beside warn-only', { 'org-policy': 'strict', 'warn-only': 'true' }, '`warn-only` would pass whatever'],
  ])('%s is an error, never none', async (_, inputs, message) => {
    await expect(request(own, inputs)).rejects.toThrow(message);
  });
});
