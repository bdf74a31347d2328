import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readYaml } from '../../src/settings/yaml-text.ts';

function problems(text: string): readonly string[] {
  try {
    readYaml('p.yml', text);
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ code, place }) => `${place?.line}:${place?.column ?? ''} ${code}`);
    throw error;
  }
  return [];
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('YAML is read', () => {
  test.each([
    ['yes, no, on and off as text', 'a: [yes, no, on, off]', { a: ['yes', 'no', 'on', 'off'] }],
    ['days as text', 'a: 2027-01-31', { a: '2027-01-31' }],
    ['with a byte order mark and Windows’ line ends', '\uFEFFa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['without merging `<<`', 'a: {<<: {b: 1}}', { a: { '<<': { b: 1 } } }],
  ])('%s', (_, text, expected) => {
    expect(readYaml('p.yml', text).value).toEqual(expected);
  });

  test('with the place of each value and key', () => {
    const yaml = readYaml('p.yml', 'a:\n  - b: 1\n  - {c: x, d:}\ne: &n {f: 2}\ng: *n\n');
    expect(yaml.placeOf(['a', 1, 'c'])).toEqual({ file: 'p.yml', line: 3, column: 9 });
    expect(yaml.placeOf(['a', 1, 'c'], 'key')).toEqual({ file: 'p.yml', line: 3, column: 6 });
    expect(yaml.placeOf(['a', 1, 'd'])).toEqual({ file: 'p.yml', line: 3, column: 12 });
    expect(yaml.placeOf(['g', 'f'])).toEqual({ file: 'p.yml', line: 4, column: 11 });
    expect(yaml.placeOf(['a', 0, 'nothing', 'here'])).toEqual({ file: 'p.yml', line: 2, column: 5 });
    expect(yaml.placeOf([])).toEqual({ file: 'p.yml', line: 1, column: 1 });
  });
});

describe('YAML is refused', () => {
  test.each([
    ['with a key twice', 'a: 1\na: 2', ['2:1 yaml-syntax']],
    ['with two documents', 'a: 1\n---\nb: 2', ['2:1 yaml-syntax']],
    ['with a tag', 'a: !!js/function x', ['1:4 yaml-syntax']],
    ['with an alias to nothing', 'a: *b', ['1:4 yaml-alias']],
    ['with an alias in its own anchor', 'a: &a [*a]', ['1:8 yaml-alias']],
    ['with more than ten aliases', `a: &a 1\nb: [${Array(11).fill('*a').join(', ')}]`, ['2:45 yaml-aliases']],
    ['with a key of the prototype', 'a: {__proto__: {b: 1}}', ['1:5 forbidden-key']],
    ['with such a key in quotes', '"constructor": 1', ['1:1 forbidden-key']],
    ['with a list as key', '? [a]\n: 1', ['1:3 yaml-key']],
    ['in 33 levels', nested(33), ['1: config-too-deep']],
    [
      'in 33 levels by indentation',
      Array.from({ length: 34 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      ['33:33 config-too-deep'],
    ],
    ['in a level more than the parser survives', nested(100_000), ['1: config-too-deep']],
    ['in a line of dashes', '- '.repeat(100_000), ['1: config-too-deep']],
    ['in a line of question marks', '? '.repeat(100_000), ['1: config-too-deep']],
    ['over 256 KiB', `a: ${'x'.repeat(256 * 1024)}`, ['1: config-too-large']],
    ['with several mistakes, all named', 'a: {b: 1, b: 2}\nc: !x 1', ['1:11 yaml-syntax', '2:4 yaml-syntax']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    ['at 32 levels', nested(32)],
    ['with many keys in a line', `a: {${Array.from({ length: 100 }, (_, n) => `k${n}: ${n}`).join(', ')}}`],
    ['with brackets in a block of text', `a: |\n  ${'['.repeat(100)}\n  - - - - ${'- '.repeat(100)}\n`],
    ['with brackets in quotes and comments', `a: "${'['.repeat(100)}" # ${'{'.repeat(100)}`],
  ])('but not %s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });

  test.each(['? ', '- ', ': ', '&a ', '!t ', ', ', '{}', '* '])(
    'or ends, with %j without end in a bracket',
    (piece) => {
      expect(problems(`[${piece.repeat(2_000)}`).length).toBeGreaterThan(0);
    },
  );
});
