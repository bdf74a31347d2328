import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { viewTypes } from '../../src/policy/custom/view-types.ts';
import { judge } from '../../src/policy/judge.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { directory, file } from '../support/images.ts';
import { aSubject, type SubjectDetails } from '../support/rules.ts';
import { aCheckout } from '../support/workshop.ts';

const head = 'version: 1\npolicy:\n  custom:\n';
const custom = (when: string): string =>
  `${head}    - id: mine\n      level: error\n      message: Not so.\n      when: ${JSON.stringify(when)}\n`;
const read = (configText: string, files: Readonly<Record<string, string>> = {}) =>
  readSettings({ configText, configFile: 'plimsoll.yml', inputs: {}, folderName: 'app', checkout: aCheckout(files) });

const image: SubjectDetails = {
  config: { exposedPorts: ['9229/tcp'], labels: { team: 'a' }, env: ['A=1'] },
  dockerfile: 'FROM a:1\nRUN true\nUSER 1000\nEXPOSE 9229',
  layers: [[directory('app'), file('app/a.js', 10), file('app/b.map', 20)]],
};

async function said(when: string, details: SubjectDetails = image) {
  const { settings } = await read(custom(when));
  const { findings, notRun, passed } = judge(settings.policy, aSubject(details), '2026-11-21');
  return findings.length > 0 ? findings[0]?.message : (notRun[0]?.reason ?? passed.includes('mine'));
}

describe('a rule in the configuration finds what its expression is true of', () => {
  test.each([
    ['image.config.exposedPorts.exists(p, p.startsWith("9229"))', 'Not so.'],
    ['image.config.exposedPorts.exists(p, p.startsWith("80"))', true],
    ['!("owner" in image.config.labels)', 'Not so.'],
    ['image.config.labels["team"] != "a"', true],
    ['files.matching("/app/**").exists(f, f.path.glob("**.map"))', 'Not so.'],
    ['files.matching("/app/*.js").map(f, f.bytes) == [10]', 'Not so.'],
    ['files.matching("/none/**").size() > 0', true],
    ['dockerfile.instructions.filter(i, i.keyword == "RUN").size() > 1', true],
    ['image.layers.size() == 1 && image.unpackedBytes > 999', 'Not so.'],
    ['glob("debug-*", image.name)', true],
  ])('%s', async (when, expected) => {
    expect(await said(when)).toBe(expected);
  });
});

describe('an expression that takes too long is not run', () => {
  const many = Array.from({ length: 350 }, (_, index) => file(`app/${index}`, index));
  const limit = 'It looks at more than 100000 elements of lists.';
  test.each([
    ['walking files in files', 'files.matching("/app/**").exists(f, files.matching("/app/**").exists(g, g.bytes < 0))'],
    [
      'with mistakes that the language forgives',
      'files.matching("/app/**").exists(f, files.matching("/app/**").all(g, image.config.labels[g.path] == ""))',
    ],
    [
      'gathering lists of lists',
      'files.matching("/app/**").map(f, files.matching("/app/**").map(g, f.path + g.path)).size() > 0',
    ],
    ['asking for a pattern of every file', 'files.matching("/app/**").exists(f, files.matching(f.path).size() > 1)'],
  ])('%s', { tags: 'thorough', timeout: 60_000 }, async (_, when) => {
    expect(await said(when, { layers: [many] })).toMatch(limit);
  });

  test('while one walk over as many files is quick', async () => {
    expect(await said('files.matching("/app/**").all(f, f.bytes < 350)', { layers: [many] })).toBe('Not so.');
    expect(
      await said('files.matching("/app/*").exists(f, image.layers.exists(l, l.entries < 1))', { layers: [many] }),
    ).toBe(true);
  });
});

describe('what the expression needs and is not there is not run, never passed', () => {
  test.each<[string, SubjectDetails, string]>([
    ['dockerfile.stages.size() > 1', { layers: [[]] }, 'There is no Dockerfile: the image was not built here.'],
    ['files.matching("/x").size() > 0', {}, 'The files of the image were not read.'],
    ['change.unpackedDeltaBytes > 5', image, 'No baseline is configured.'],
    [
      'image.config.labels["owner"] == "x"',
      image,
      '`image.config.labels["owner"] == "x"` cannot be said of this image: No such key: owner.',
    ],
    ['image.pullBytes > 5', image, '`image.pullBytes > 5` cannot be said of this image: No such key: pullBytes.'],
  ])('%s', async (when, details, reason) => {
    expect(await said(when, details)).toBe(reason);
  });

  test('it sees a change where there is one', async () => {
    expect(await said('change.unpackedDeltaBytes > 5', { ...image, change: { unpackedDeltaBytes: 6 } })).toBe(
      'Not so.',
    );
  });
});

describe('a mistake is found before anything is built, with its place and a caret', () => {
  test.each([
    ['image.unpackdBytes > 5', 'No such key: unpackdBytes. Did you mean `unpackedBytes`?', '      ^^^^^^^^^^^^'],
    [
      'image.name.startWith("x")',
      "Found no matching overload for 'string.startWith(string)'. Did you mean `startsWith`?",
      '^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    ['imag.name == "x"', 'Unknown variable: imag. Did you mean `image`?', '^^^^'],
    ['image.layers.exists(l, l.byte > 1)', 'No such key: byte. Did you mean `bytes`?', '                         ^^^^'],
    ['image.unpackedBytes > "5 MB"', 'No such overload: int > string.', '^^^^^^^^^^^^^^^^^^^^^^^^^^^^'],
    ['image.unpackedBytes >', 'Unexpected token: EOF.', '                     ^'],
    ['image.unpackedBytes', 'It is int, not true or false.', '^^^^^^^^^^^^^^^^^^^'],
    [
      'image.name.matches("(a+)+$")',
      '`matches` is not offered: use `glob("pattern", text)` or `text.glob("pattern")`.',
      '^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    [
      'image.name.glob("{a,b}")',
      'Expected a pattern of `*`, `**` and `?` alone (write several patterns instead of `{a,b}` or `[ab]`, `\\[` for the character).',
      '                ^^^^^^^',
    ],
    [
      'image.layers.exists(a, image.layers.exists(b, image.layers.exists(c, c.bytes > 1)))',
      'No such key: bytes.',
      '                                                                       ^^^^^',
    ],
    [
      'image.layers.exists(a, image.layers.exists(b, image.layers.exists(c, c.entries > 1)))',
      'Lists are walked inside of each other at most 2 deep.',
      '                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
  ])('%s', async (when, message, caret) => {
    const error = await read(custom(when)).catch((thrown: unknown) => thrown);
    const problem = error instanceof UserError ? error.problems[0] : undefined;
    expect(problem?.message).toBe(`The expression is wrong at character ${caret.indexOf('^') + 1}: ${message}`);
    expect(problem?.output).toEqual([when, caret]);
    expect(problem?.place).toEqual({ file: 'plimsoll.yml', line: 7, column: 13 });
  });

  test('an expression that is too long, one that nests too deep', async () => {
    await expect(read(custom(`image.name == "${'x'.repeat(2000)}"`))).rejects.toThrow('at most 2000 characters');
    await expect(read(custom(`${'('.repeat(60)}true${')'.repeat(60)}`))).rejects.toThrow('wrong at character');
  });

  test('an id that is taken', async () => {
    const text = custom('true').replace('id: mine', 'id: non-root');
    await expect(read(text)).rejects.toThrow('There is a rule `non-root` already.');
  });
});

describe('rules of one’s own are rules', () => {
  const policy = { 'base.yml': custom('image.name == "app"') };
  const extending = (more: string) => read(`version: 1\npolicy:\n  extends: ./base.yml\n${more}`, policy);

  test('a file that extends another may change their level', async () => {
    const { settings } = await extending('  rules: { mine: warning }\n');
    expect(settings.policy.uses.map(({ rule, level }) => [rule.id, level])).toEqual([['mine', 'warning']]);
  });

  test('and waive them', async () => {
    const { settings } = await extending('waivers:\n  - { rule: mine, reason: r, owner: o, expires: 2027-01-01 }\n');
    expect(judge(settings.policy, aSubject(image), '2026-11-21').findings[0]?.waiver).toMatchObject({ owner: 'o' });
  });

  test('their expression is part of the policy’s digest', async () => {
    const digest = async (when: string) => (await read(custom(when))).settings.policy.digest;
    expect(await digest('true')).not.toBe(await digest('false'));
  });
});

test('every name of the view is in its documentation', () => {
  const page = readFileSync(new URL('../../docs/custom-rules.md', import.meta.url), 'utf8');
  const rows = Object.entries(viewTypes).flatMap(([name, fields]) => [
    `### ${name}\n`,
    ...Object.entries(fields).map(([field, type]) => `| \`${field}\` | ${type} |`),
  ]);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});
