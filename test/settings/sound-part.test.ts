import { describe, expect, test } from 'vitest';
import { problemsOf } from '../support/settings.ts';

describe('a file that is broken somewhere is looked into everywhere else', () => {
  test('with the places of what stands behind the broken entries of a list', async () => {
    const found = await problemsOf(`version: 1
images:
  app: { dockerfil: Dockerfile }
policy:
  extends: recomended
  rules:
    max-unpacked-size: [error, { max: 150 MBB }]
    no-debug: off
    non-roo: error
  custom:
    - { id: no-debug, level: eror, when: "true", message: x }
    - { id: typo, level: warning, when: image.unpackedByte > 3, message: x }
waivers:
  - { rule: non-root, reason: x, owner: a, expires: 2027-02-30 }
  - { rule: no-debug, reason: x, owner: a, expires: 2027-02-20 }
  - { rule: no-such, reason: x, owner: a, expires: 2027-02-20 }
`);
    expect(found).toEqual([
      'plimsoll.yml:3:10 unknown-key: There is no key `dockerfil`.',
      'plimsoll.yml:5:12 unknown-policy: There is no policy `recomended`.',
      'plimsoll.yml:7:39 invalid-value: `max` cannot be `150 MBB`.',
      'plimsoll.yml:9:5 unknown-rule: There is no rule `non-roo`.',
      'plimsoll.yml:11:30 invalid-value: `level` cannot be `eror`.',
      expect.stringMatching(/^plimsoll\.yml:12:41 bad-expression: The expression is wrong at character 7/),
      'plimsoll.yml:14:53 invalid-value: `expires` cannot be `2027-02-30`.',
      'plimsoll.yml:16:13 unknown-rule: There is no rule `no-such`.',
    ]);
  });

  test('also what a broken file extends', async () => {
    const files = { 'base.yml': 'version: 2\npolicy:\n  rules:\n    non-roo: error\n' };
    expect(await problemsOf('version: 1\nimages: 3\npolicy: { extends: ./base.yml }\n', { files })).toEqual([
      'base.yml:1:10 invalid-value: `version` cannot be 2.',
      'plimsoll.yml:2:9 invalid-value: `images` cannot be 3.',
      'base.yml:4:5 unknown-rule: There is no rule `non-roo`.',
    ]);
  });

  test('but no name is called strange where it cannot be told what it extends', async () => {
    expect(await problemsOf('version: 1\npolicy:\n  extends: 3\n  rules: { theirs: error }\n')).toEqual([
      'plimsoll.yml:3:12 invalid-value: `extends` cannot be 3.',
    ]);
  });
});
