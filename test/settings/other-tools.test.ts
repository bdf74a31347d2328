import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { carriedOver } from '../../src/settings/other-tools.ts';
import { aCheckout } from '../support/workshop.ts';

const carried = (files: Readonly<Record<string, string>>) => carriedOver(aCheckout(files));
const off = (file: string, rule: string, ids: string) => ({ rule, setting: 'off', why: `${file} ignores ${ids}` });

describe('what hadolint was told', () => {
  const file = '.hadolint.yaml';
  const rules = async (text: string) => carried({ [file]: text });

  test.each([
    ['DL3000', 'absolute-workdir'],
    ['DL3002', 'non-root'],
    ['DL3020', 'no-add'],
    ['DL3025', 'exec-form'],
    ['DL3057', 'healthcheck'],
    ['DL3059', 'consecutive-run'],
  ])('%s turns %s off', async (id, rule) => {
    expect(await rules(`ignored: [${id}]`)).toEqual({ choices: [off(file, rule, id)], notCarried: [] });
  });

  test('two that are one rule of ours turn it off together', async () => {
    expect((await rules('ignored:\n  - DL3006\n  - DL3007\n')).choices).toEqual([
      off(file, 'no-latest-tag', 'DL3006 and DL3007'),
    ]);
  });

  test.each([
    ['DL3006', 'DL3006 is one half of no-latest-tag, which goes off when DL3006 and DL3007 are ignored.'],
    ['DL3009', 'DL3009 is a part of no-package-cache, which looks at more; waive its findings where they are.'],
    ['DL3008', 'DL3008 has no equivalent.'],
    ['SC2086', 'SC2086 is about shell scripts, which are not looked at.'],
  ])('%s turns nothing off, and that is said', async (id, said) => {
    expect(await rules(`ignored: [${id}]`)).toEqual({ choices: [], notCarried: [`${file}: ${said}`] });
  });

  test('trusted registries are allowed, labels required', async () => {
    const { choices } = await rules(
      'trustedRegistries: [docker.io, "r.example:5000/team/"]\nlabel-schema: {author: text}\n',
    );
    expect(choices.map(({ rule, setting }) => [rule, setting])).toEqual([
      ['allowed-base-images', ['warning', { allow: ['scratch', 'docker.io/**', 'r.example:5000/team/**'] }]],
      ['required-labels', ['warning', { labels: ['author'] }]],
    ]);
  });

  test('other settings are said to have no equivalent', async () => {
    expect((await rules('failure-threshold: error\nstrict-labels: true\n')).notCarried).toEqual([
      `${file}: \`failure-threshold\` has no equivalent.`,
      `${file}: \`strict-labels\` has no equivalent.`,
    ]);
  });

  test('a file of another form is left alone', async () => {
    expect(await rules('ignored: DL3002')).toEqual({
      choices: [],
      notCarried: [`${file} is not what hadolint reads; nothing of it was taken.`],
    });
  });

  test('a broken file is an error', async () => {
    await expect(rules('ignored: [')).rejects.toBeInstanceOf(UserError);
  });
});

describe('what Trivy was told', () => {
  test('by lines, with comments and names old and new', async () => {
    const text =
      '# accepted\nCVE-2024-1234\nAVD-DS-0002 # root\nDS005\nDS-0009\naws-access-key-id\n\nDS001 exp:2027-01-31\n';
    expect(await carried({ '.trivyignore': text })).toEqual({
      choices: [
        off('.trivyignore', 'non-root', 'DS002'),
        off('.trivyignore', 'no-add', 'DS005'),
        off('.trivyignore', 'absolute-workdir', 'DS009'),
      ],
      notCarried: [
        '.trivyignore: CVE-2024-1234 is a vulnerability, and none are looked for.',
        '.trivyignore: AWS-ACCESS-KEY-ID has no equivalent.',
        '.trivyignore: DS001 is ignored until 2027-01-31; what ends on a day is a waiver here, which names its owner.',
      ],
    });
  });

  test('by its YAML', async () => {
    const text =
      'misconfigurations:\n  - id: AVD-DS-0026\n  - id: AVD-DS-0001\n    expired_at: 2027-01-31\nvulnerabilities:\n  - id: CVE-1\n';
    expect(await carried({ '.trivyignore.yaml': text })).toEqual({
      choices: [off('.trivyignore.yaml', 'healthcheck', 'DS026')],
      notCarried: [
        '.trivyignore.yaml: CVE-1 is a vulnerability, and none are looked for.',
        '.trivyignore.yaml: AVD-DS-0001 is ignored until 2027-01-31; what ends on a day is a waiver here, which names its owner.',
      ],
    });
  });
});

test('both of one rule make one line, and nothing is nothing', async () => {
  expect((await carried({ '.hadolint.yml': 'ignored: [DL3002]', '.trivyignore': 'DS002' })).choices).toHaveLength(1);
  expect(await carried({})).toEqual({ choices: [], notCarried: [] });
});
