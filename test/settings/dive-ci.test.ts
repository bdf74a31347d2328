import { describe, expect, test } from 'vitest';
import { readDiveCi } from '../../src/settings/dive-ci-file.ts';
import { problemsOf, settingsOf } from '../support/settings.ts';

const config = (options: string) => `version: 1\npolicy:\n  rules:\n    dive-efficiency: [error, ${options}]\n`;

describe('a .dive-ci', () => {
  test.each<[string, object]>([
    ['rules:\n  lowestEfficiency: 0.95\n', { lowestEfficiency: 0.95 }],
    [
      'rules: { lowestEfficiency: "0.95", highestUserWastedPercent: "1" }',
      { lowestEfficiency: 0.95, highestUserWastedPercent: 1 },
    ],
    ['rules: { highestWastedBytes: 20MB }', { highestWastedBytes: 20_000_000 }],
    ['rules: { highestWastedBytes: "1.5 GiB" }', { highestWastedBytes: 1_610_612_736 }],
    ['rules: { highestWastedBytes: 4096 }', { highestWastedBytes: 4096 }],
    [
      'rules: { highestWastedBytes: disabled, lowestEfficiency: " Off " }',
      { highestWastedBytes: 'disabled', lowestEfficiency: 'disabled' },
    ],
    [
      'rules: { highestWastedBytes: false, lowestEfficiency: "" }',
      { highestWastedBytes: 'disabled', lowestEfficiency: 'disabled' },
    ],
    ['rules:\n  highestUserWastedPercent:\n', { highestUserWastedPercent: 'disabled' }],
    ['rules: {}', {}],
  ])('is read as dive reads it: %j', (text, expected) => {
    expect(readDiveCi('.dive-ci', text)).toEqual(expected);
  });
});

describe('the limits of dive in a file', () => {
  const limits = async (files: Readonly<Record<string, string>>) => {
    const { settings } = await settingsOf(config('{dive-ci: ci/.dive-ci}'), { files });
    const [use] = settings.policy.uses;
    return { options: use?.options, origin: use?.origin, digest: settings.policy.digest };
  };

  test('are those the rule has, with dive’s own defaults for what it leaves out', async () => {
    const { options, origin } = await limits({ 'ci/.dive-ci': 'rules: { highestWastedBytes: 20MB }' });
    expect(options).toEqual({
      lowestEfficiency: 0.9,
      highestWastedBytes: 20_000_000,
      highestUserWastedPercent: 0.1,
    });
    expect(origin).toBe('plimsoll.yml:4 (ci/.dive-ci)');
  });

  test('are of the policy: another limit in the file is another policy', async () => {
    const one = await limits({ 'ci/.dive-ci': 'rules: { lowestEfficiency: 0.9 }' });
    const other = await limits({ 'ci/.dive-ci': 'rules: { lowestEfficiency: 0.2 }' });
    expect(one.digest).not.toBe(other.digest);
  });

  test.each<[string, string, string | undefined, readonly string[]]>([
    [
      'a misspelt limit',
      '{dive-ci: .dive-ci}',
      'rules:\n  lowestEffciency: 0.9\n',
      ['.dive-ci:2:3 unknown-key: There is no key `lowestEffciency`.'],
    ],
    [
      'no limits',
      '{dive-ci: .dive-ci}',
      'ruls: {}',
      ['.dive-ci:1:1 missing-key: `rules` is missing.', '.dive-ci:1:1 unknown-key: There is no key `ruls`.'],
    ],
    [
      'values that are none',
      '{dive-ci: .dive-ci}',
      'rules:\n  lowestEfficiency: 1.5\n  highestWastedBytes: 20 apples\n  highestUserWastedPercent: 10%\n',
      [
        '.dive-ci:2:21 invalid-value: `lowestEfficiency` cannot be 1.5.',
        '.dive-ci:3:23 invalid-value: `highestWastedBytes` cannot be `20 apples`.',
        '.dive-ci:4:29 invalid-value: `highestUserWastedPercent` cannot be `10%`.',
      ],
    ],
    ['no YAML', '{dive-ci: .dive-ci}', 'rules: [', [expect.stringMatching(/^\.dive-ci:1:9 yaml-syntax: /)]],
    ['no file', '{dive-ci: .dive-ci}', undefined, ['plimsoll.yml:4:40 no-dive-ci: There is no `.dive-ci`.']],
    [
      'limits beside the file',
      '{dive-ci: .dive-ci, lowestEfficiency: 0.1}',
      'rules: {}',
      [
        'plimsoll.yml:4:50 dive-ci-and-limits: The file that `dive-ci` names has the limits; `lowestEfficiency` beside it would be a second word.',
      ],
    ],
    [
      'a path that leads out',
      '{dive-ci: ../.dive-ci}',
      'rules: {}',
      ['plimsoll.yml:4:40 invalid-value: `dive-ci` cannot be `../.dive-ci`.'],
    ],
  ])('%s is an error with its place', async (_, options, text, expected) => {
    expect(await problemsOf(config(options), { files: text === undefined ? {} : { '.dive-ci': text } })).toEqual(
      expected,
    );
  });

  test('cannot be named by a policy of another repository: a file here would decide what it asks', async () => {
    const problems = await problemsOf('version: 1\npolicy: {extends: acme/policies/p.yml@v1}', {
      files: { '.dive-ci': 'rules: { lowestEfficiency: 0 }' },
      fetchPolicy: async () => config('{dive-ci: .dive-ci}'),
    });
    expect(problems).toEqual([
      'acme/policies/p.yml@v1:4:40 dive-ci-elsewhere: A policy of another repository cannot name `.dive-ci`: a file here would decide what it asks.',
    ]);
  });
});
