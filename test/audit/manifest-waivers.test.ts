import { describe, expect, test } from 'vitest';
import { manifestWaivers } from '../../src/audit/manifest-waivers.ts';
import { commentsOf } from '../../src/references/yaml-comments.ts';
import { anImage, anOpenImage, file, someConfig } from '../support/images.ts';
import { auditOf } from './repository.ts';

const waiver = 'plimsoll ignore=manifest-non-root reason="ticket 7" expires=2099-01-01';

describe('comments', () => {
  test('speak of the line they end or the next one, and of what is indented below', () => {
    const text = [
      '# whole', // 1
      'kind: Pod # kind only', // 2
      '# list', // 3
      'containers:', // 4
      '- name: a', // 5
      '  # image', // 6
      '  image: x', // 7
      '', // 8
      '# item', // 9
      '- name: "# no comment"', // 10
      '  args: |', // 11
      '    # no comment either', // 12
      'other: 1', // 13
      '# nothing below', // 14
    ].join('\n');
    expect(commentsOf(text).map((one) => [one.text, one.line, one.startLine, one.endLine])).toEqual([
      ['whole', 1, 2, 2],
      ['kind only', 2, 2, 2],
      ['list', 3, 4, 11],
      ['image', 6, 7, 7],
      ['item', 9, 10, 11],
    ]);
  });
});

describe('waivers in manifests', () => {
  test('are read with their lines', () => {
    expect(manifestWaivers('k.yaml', `a: 1\n# ${waiver}\nb:\n  c: 1\n`)).toEqual({
      waivers: [
        {
          rule: 'manifest-non-root',
          lines: { file: 'k.yaml', startLine: 3, endLine: 4 },
          reason: 'ticket 7',
          owner: 'those who keep k.yaml',
          expires: '2099-01-01',
          origin: 'k.yaml:2',
        },
      ],
      problems: [],
    });
  });

  test.each([
    ['plimsoll ignore manifest-non-root', 'inline-waiver', /no waiver/],
    [waiver.replace('non-root', 'non-rot'), 'unknown-rule', /no rule "manifest-non-rot"/],
    [waiver.replace('manifest-non-root', 'non-root'), 'inline-waiver', /judges the image/],
    [waiver.replace('2099-01-01', '2099-02-30'), 'inline-waiver', /no waiver/],
  ])('%s is a problem with its line', (text, code, message) => {
    expect(manifestWaivers('k.yaml', `a: 1 # ${text}\n`)).toMatchObject({
      waivers: [],
      problems: [{ code, message: expect.stringMatching(message), place: { file: 'k.yaml', line: 1 } }],
    });
  });

  test('waive the finding they stand above, no other, and are told of where they waive nothing', async () => {
    const record = file('app', 'x');
    const app = anOpenImage({ ...anImage('app', [record]), config: someConfig({ user: '', cmd: ['app'] }) }, [record]);
    const pod = (above: string): string =>
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  # ${above}\n  - name: c\n    image: app:1\n`;
    const audited = (text: string) =>
      auditOf({
        files: { 'pod.yaml': text },
        images: { 'app:1': app },
        config: 'policy: { rules: { manifest-non-root: error, manifest-pinned-image: warning } }',
      });
    expect(await audited(pod('nothing'))).toMatchObject({ outcome: 'fail' });
    expect(await audited(pod(waiver))).toMatchObject({
      outcome: 'pass',
      images: [{ findings: [{ rule: 'manifest-non-root', waiver: { place: 'pod.yaml:5' } }, { waiver: null }] }],
      notices: [],
    });
    expect(await audited(`# ${waiver}\n${pod('nothing')}`)).toMatchObject({
      outcome: 'fail',
      notices: [{ message: expect.stringContaining('matches no finding') }],
    });
    expect(await audited(pod(waiver.replace('2099', '2020')))).toMatchObject({
      outcome: 'fail',
      notices: [{ message: expect.stringContaining('expired on 2020-01-01') }],
    });
  });
});
