import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { cleanPath, parseIgnoreFile, readIgnoreLines, type IgnoreRules } from '../../src/dockerfile/ignore.ts';

/** Asks folder by folder from the top, as a walk does. */
function ignores(rules: IgnoreRules, path: string): boolean {
  const names = path.split('/');
  let above: ReturnType<IgnoreRules['match']> | undefined;
  for (const index of names.keys()) above = rules.match(names.slice(0, index + 1).join('/'), above?.match);
  return above?.ignored ?? false;
}

// Expected values follow from https://github.com/moby/patternmatcher; `*` below means "left out".
const single: readonly (readonly [pattern: string, out: readonly string[], sent: readonly string[]])[] = [
  ['docs', ['docs', 'docs/a/b.md'], ['my/docs', 'docs2', 'Docs']],
  ['/docs/', ['docs', 'docs/a'], ['my/docs']],
  ['./a//b/../c', ['a/c'], ['a/b']],
  ['*.log', ['x.log', '.log'], ['logs/x.log', 'x.log2']],
  ['logs/*', ['logs/x', 'logs/x/y'], ['logs']],
  ['?.txt', ['a.txt', 'é.txt'], ['ab.txt', '/.txt']],
  ['**/node_modules', ['node_modules/x', 'a/b/node_modules/y'], ['node_modules2']],
  ['**', ['a', 'a/b'], []],
  ['a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
  ['a/**/z', ['a/z', 'a/b/c/z'], ['a/bz', 'z']],
  ['a/**/y', ['a/b/y'], ['a/line\nend/y']],
  ['**/*.pyc', ['x.pyc', 'a/b/x.pyc'], ['x.py']],
  ['a**', ['a', 'abc/d'], ['ba']],
  ['**.md', ['x.md', 'a/x.md'], ['x.mdx']],
  ['[a-c]x', ['ax', 'cx'], ['dx']],
  ['[^a]x', ['bx'], ['ax']],
  ['a[[:digit:]]', ['a7'], ['ax']],
  ['a\\*', ['a*'], ['ab']],
  ['a.b+(c)|$', ['a.b+(c)|$'], ['axb+(c)|$']],
  ['^a*', ['ab'], ['^ab']],
  ['#a', [], ['#a']],
  ['\\#a', ['#a'], ['a']],
  ['.', [], ['a']],
];

describe('one pattern', () => {
  test.each(single.flatMap(([pattern, out]) => out.map((path) => ({ pattern, path }))))(
    '$pattern leaves out $path',
    ({ pattern, path }) => {
      expect(ignores(parseIgnoreFile(pattern, 'f'), path)).toBe(true);
    },
  );
  test.each(single.flatMap(([pattern, , sent]) => sent.map((path) => ({ pattern, path }))))(
    '$pattern sends $path',
    ({ pattern, path }) => {
      expect(ignores(parseIgnoreFile(pattern, 'f'), path)).toBe(false);
    },
  );
});

describe('several patterns', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['*\n!keep', 'keep', false],
    ['*\n!keep', 'keep/below', false],
    ['*\n!keep', 'other', true],
    ['!keep\n*', 'keep', true],
    ['a\n!a/b', 'a/b/c', false],
    ['a\n!a/b\na/b/c', 'a/b/c', true],
    // An exception for a folder that was not left out when it was met does not bring its children back.
    ['a/b\n!a', 'a/b', true],
  ];
  test.each(rows)('%j leaves out %s: %s', (text, path, expected) => {
    expect(ignores(parseIgnoreFile(text, 'f'), path)).toBe(expected);
  });
});

describe('lines of the file', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['a byte order mark', '\uFEFFa\nb', ['a', 'b']],
    ['Windows line ends', 'a\r\nb\r\n', ['a', 'b']],
    ['comments and blanks', '# c\n\n  \na', ['a']],
    ['blanks around', '  a  \n\tb', ['a', 'b']],
    ['a comment only at the very start of a line', ' #a', ['#a']],
    ['leading slashes', '/a\n!/b\n! /c', ['a', '!b', '!c']],
  ];
  test.each(rows)('%s', (_what, text, expected) => {
    expect(readIgnoreLines(text, 'f').map(({ pattern }) => pattern)).toEqual(expected);
  });

  test.each([
    ['!', 'an exception'],
    ['a\n!', 'an exception'],
    ['a[', 'not closed'],
    ['[]a]', 'malformed'],
    ['[x-]', 'malformed'],
    ['[b-a]', 'backwards'],
    ['a\\', 'backslash'],
    ['a[[:no:]]', 'unknown class'],
    ['a\\x41', 'escape'],
    ['x'.repeat(70_000), '64 KiB'],
  ])('a broken pattern is refused with its line (%#)', (text, why) => {
    const thrown = caught(() => parseIgnoreFile(`# first\n${text}`, 'my/.dockerignore'));
    expect(thrown.problems[0]).toMatchObject({
      code: 'bad-ignore-pattern',
      place: { file: 'my/.dockerignore', line: text.startsWith('a\n') ? 3 : 2 },
    });
    expect(thrown.message).toContain(why);
  });
});

describe('folders that need not be read', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['node_modules', 'node_modules', false],
    ['a\n!a/b', 'a', true],
    ['a\n!b', 'a', false],
    ['a\n!a/b/c', 'a/x', false],
    ['*\n!**/*.md', 'a/b', true],
    ['a\n!a*/x', 'a', true],
  ];
  test.each(rows)('%j may bring something below %s back: %s', (text, folder, expected) => {
    expect(parseIgnoreFile(text, 'f').mayHoldExceptions(folder)).toBe(expected);
  });
});

test('many stars take linear time', () => {
  const rules = parseIgnoreFile(`${'*a'.repeat(40)}b`, 'f');
  expect(ignores(rules, 'a'.repeat(5_000))).toBe(false);
  expect(ignores(rules, `${'a'.repeat(5_000)}b`)).toBe(true);
});

test.each([
  ['a/./b//c/', 'a/b/c'],
  ['../a/../..', '../..'],
  ['/../a', '/a'],
  ['', '.'],
])('the clean form of %j is %j', (path, expected) => {
  expect(cleanPath(path)).toBe(expected);
});

function caught(work: () => unknown): UserError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
