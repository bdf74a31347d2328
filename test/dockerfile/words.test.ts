import { describe, expect, test } from 'vitest';
import { WordError } from '../../src/dockerfile/cursor.ts';
import { expandToWords, expandWord, splitWords } from '../../src/dockerfile/words.ts';

const variables = new Map(Object.entries({ dir: '/srv', empty: '', file: 'a.tar.gz', path: 'a/b/c', price: '$5' }));
const expand = (word: string, escape = '\\'): string => expandWord(word, variables, { escape }).text;

describe('a word is expanded as BuildKit does', () => {
  test.each([
    ['a name ends at what is no letter', 'x$dir.y', 'x/srv.y'],
    ['braces end it anywhere', '${dir}y', '/srvy'],
    ['an unset name is empty', '[$nothing]', '[]'],
    ['digits are a name of their own', '$12a', 'a'],
    ['a dollar before nothing stays', 'a$ b$.', 'a$ b$.'],
    ['single quotes protect all', `'$dir \\x'`, '$dir \\x'],
    ['double quotes protect blanks, not variables', '"$dir  x"', '/srv  x'],
    ['an escaped dollar is a dollar', '\\$dir "\\$dir"', '$dir $dir'],
    ['a backslash in double quotes stays before letters', '"a\\tb"', 'a\\tb'],
    ['a backslash outside of quotes goes', 'a\\tb', 'atb'],
    ['a backslash at the end goes', 'a\\', 'a'],
    ['a default for unset', '${nothing:-x} ${nothing-y}', 'x y'],
    ['the colon counts empty as unset', '[${empty:-x}] [${empty-y}]', '[x] []'],
    ['an alternative for set', '${dir:+x} [${empty:+x}] ${empty+y}', 'x [] y'],
    ['a default may hold another', '${nothing:-${none:-$dir}}', '/srv'],
    ['a required one that is there', '${dir:?gone}', '/srv'],
    ['# takes the shortest start', '${file#*.}', 'tar.gz'],
    ['## the longest', '${file##*.}', 'gz'],
    ['% the shortest end', '${file%.*}', 'a.tar'],
    ['%% the longest', '${file%%.*}', 'a'],
    ['? is one character', '${file#?}', '.tar.gz'],
    ['a pattern that does not match takes nothing', '${file#b}', 'a.tar.gz'],
    ['an escaped star is a star', '${file#\\*}', 'a.tar.gz'],
    ['/ replaces the first', '${path/\\//-}', 'a-b/c'],
    ['// replaces all', '${path//\\//-}', 'a-b-c'],
    ['a star in a replaced pattern is greedy', '${path/a*\\//}', 'c'],
    ['what variables bring is not expanded again', '$price', '$5'],
    ['letters of any script are letters', '$größe!', '!'],
  ])('%s', (_, word, expected) => {
    expect(expand(word)).toBe(expected);
  });

  test('the escape directive changes what protects', () => {
    expect(expand('C:\\x `$dir', '`')).toBe('C:\\x $dir');
  });

  test.each([
    ["an open '", "it's"],
    ['an open "', 'a"b'],
    ['an open brace', '${dir'],
    ['no name', '${}'],
    ['an unknown modifier', '${dir:=x}'],
    ['a required one that is missing', '${nothing:?say it}'],
    ['a required one that is empty', '${empty:?}'],
    ['an escape that means nothing in a pattern', '${file#\\d}'],
    ['nesting without end', '${a:-'.repeat(5000) + '}'.repeat(5000)],
  ])('%s is refused', (_, word) => {
    expect(() => expand(word)).toThrow(WordError);
  });

  test('says which names had none', () => {
    const { unmatched } = expandWord('$dir ${nothing:-x}', variables, { escape: '\\' });
    expect([...unmatched]).toEqual(['nothing']);
  });

  test('text that doubles without end is refused, not waited for', () => {
    const meter = { leftCharacters: 1000 };
    const scope = new Map([['x', 'y'.repeat(600)]]);
    expect(() => expandWord('$x$x', scope, { escape: '\\', meter })).toThrow('too much text');
  });

  test('a pattern of thousands of stars is refused, not waited for', () => {
    const scope = new Map([['x', 'a'.repeat(20_000)]]);
    expect(() => expandWord(`\${x%%${'*a'.repeat(5000)}b}`, scope, { escape: '\\' })).toThrow('too long');
  });
});

test.each([
  ['blanks split', 'a  b\tc', ['a', 'b', 'c']],
  ['quotes join', `a" b"'c d'`, ['a bc d']],
  ['an escaped blank joins', 'a\\ b c', ['a b', 'c']],
  ['variables stay as written', '$a ${b} ${c:-d e}', ['$a', '${b}', '${c:-d', 'e}']],
  ['blanks after << belong to the word', 'cat <<  EOF x', ['cat', '<<  EOF', 'x']],
])('words: %s', (_, text, words) => {
  expect(splitWords(text, { escape: '\\' })).toEqual(words);
});

test('a variable that holds blanks makes several words, unless quoted', () => {
  const scope = new Map([['x', 'a b']]);
  expect(expandToWords('$x"$x"', scope, { escape: '\\' })).toEqual(['a', 'ba b']);
});
