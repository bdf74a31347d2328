import { array, assert, constantFrom, pre, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob, globProblem } from '../../src/policy/glob.ts';

describe('a glob', () => {
  test.each([
    ['legacy-*', 'legacy-api', true],
    ['legacy-*', 'legacy-', true],
    ['legacy-*', 'my-legacy-api', false],
    ['*', 'a', true],
    ['*', 'a/b', false],
    ['*', '', true],
    ['**', 'a/b/c', true],
    ['**', '', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'a', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/xb', false],
    ['**/.git', '.git', true],
    ['**/.git', 'srv/app/.git', true],
    ['**/.git', 'srv/app.git', false],
    ['a**b', 'a/x/b', true],
    ['?', 'a', true],
    ['?', '/', false],
    ['?', '', false],
    ['?', '😀', true],
    ['a?c', 'abc', true],
    ['/usr/bin/\\[', '/usr/bin/[', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['A', 'a', false],
    ['a.b', 'axb', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(compileGlob(pattern)(text)).toBe(expected);
  });

  test.each(['', '{a,b}', '[ab]', '!(a)', '@(a|b)', 'a***', 'a\\', 'x'.repeat(257), '**/'.repeat(9)])(
    '%s is refused',
    (pattern) => {
      expect(globProblem(pattern)).toBeTypeOf('string');
      expect(() => compileGlob(pattern)).toThrow(/Unchecked pattern/);
    },
  );

  test.each(['*a'.repeat(100), '**/'.repeat(8) + 'x', '*'.repeat(1) + '?*'.repeat(80), '**a'.repeat(8) + 'b'])(
    'what makes others exponential ends: %s',
    (pattern) => {
      expect(compileGlob(pattern)('a/'.repeat(2000))).toBe(false);
    },
  );

  test('agrees with a plain backtracking matcher', { tags: 'thorough' }, () => {
    const piece = constantFrom('a', 'b', '/', '*', '?', '**', '**/');
    const patterns = array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''));
    const texts = array(constantFrom('a', 'b', '/'), { maxLength: 8 }).map((chars) => chars.join(''));
    assert(
      property(patterns, texts, (pattern, text) => {
        pre(globProblem(pattern) === undefined);
        expect(compileGlob(pattern)(text)).toBe(backtracks(pattern, text, true));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The definition, word by word. */
function backtracks(pattern: string, text: string, atFolder: boolean): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('**/') && atFolder) {
    const rest = pattern.slice(3);
    if (backtracks(rest, text, true)) return true;
    return Array.from(text).some((char, index) => char === '/' && backtracks(rest, text.slice(index + 1), true));
  }
  if (pattern.startsWith('**'))
    return Array.from({ length: text.length + 1 }, (_, n) => n).some((n) =>
      backtracks(pattern.slice(2), text.slice(n), false),
    );
  if (pattern.startsWith('*')) {
    const stop = text.indexOf('/') < 0 ? text.length : text.indexOf('/');
    return Array.from({ length: stop + 1 }, (_, n) => n).some((n) =>
      backtracks(pattern.slice(1), text.slice(n), false),
    );
  }
  const head = pattern.charAt(0);
  const fits = head === '?' ? text !== '' && !text.startsWith('/') : text.startsWith(head);
  return fits && backtracks(pattern.slice(1), text.slice(1), head === '/');
}
