import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShellScript } from '../../src/policy/shell-script.ts';

describe('a shell script is cut into commands', () => {
  test.each([
    ['a b && c || d; e | f\ng', ['a b', 'c', 'd', 'e', 'f', 'g']],
    ['a & b', ['a &', 'b']],
    ['A=1 B="x y" a', ['a']],
    ['"a b" \'c d\' e\\ f g"h"i', ['a b,c d,e f,ghi']],
    ['echo "a; b && c" # d && e\nf', ['echo,a; b && c', 'f']],
    ['a $(b; c) ${D:-e} `f; g`', ['a,$(b; c),${D:-e},`f; g`']],
    ['if a; then b; else c; fi', ['a', 'b', 'c']],
    ['{ a; b; } && (c; d)', ['a', 'b', 'c', 'd']],
    ['a > /dev/null 2>&1 && b >> x', ['a', 'b']],
    ['a 2>&1 | b', ['a', 'b']],
    ['sudo apt-get install -y x', ['apt-get install -y x']],
    ['exec /bin/app', ['/bin/app']],
    ['a \\\n  b', ['a b']],
    ['', []],
    ['   ', []],
    ['"unclosed && a', ['unclosed && ']],
    ['a#b', ['a#b']],
  ])('%j', (script, expected) => {
    const cut = readShellScript(script).map(({ words, isBackground }) => {
      const sep = words.some((word) => /\s/.test(word)) ? ',' : ' ';
      return words.join(sep) + (isBackground ? ' &' : '');
    });
    expect(cut).toEqual(expected);
  });

  test('whatever the text is', () => {
    const pieces = constantFrom(
      'a',
      ' ',
      '"',
      "'",
      '\\',
      '$(',
      ')',
      '${',
      '}',
      '`',
      '&',
      '|',
      ';',
      '\n',
      '#',
      '<',
      '>',
      '(',
      '=',
    );
    assert(
      property(array(pieces, { maxLength: 30 }), (parts) => {
        expect(Array.isArray(readShellScript(parts.join('')))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
