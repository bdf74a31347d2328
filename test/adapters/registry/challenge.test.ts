import { expect, test } from 'vitest';
import { parseChallenges } from '../../../src/adapters/registry/challenge.ts';

test.each([
  ['nothing', '', []],
  ['commas alone', ' , ,', []],
  ['a scheme alone', 'Basic', [['basic', {}]]],
  ['a parameter', 'Basic realm="a b"', [['basic', { realm: 'a b' }]]],
  [
    'a comma within quotes',
    'Bearer scope="a:pull,push",service=s',
    [['bearer', { scope: 'a:pull,push', service: 's' }]],
  ],
  ['blanks around everything', 'Bearer  realm = "x" ,\tservice = s  ', [['bearer', { realm: 'x', service: 's' }]]],
  ['an escaped quote', String.raw`Bearer realm="a\"b\\c"`, [['bearer', { realm: String.raw`a"b\c` }]]],
  ['an empty value', 'Bearer realm="",service="s"', [['bearer', { realm: '', service: 's' }]]],
  ['names in any case', 'BEARER Realm="x"', [['bearer', { realm: 'x' }]]],
  ['the first of a name', 'Bearer realm="x",realm="y"', [['bearer', { realm: 'x' }]]],
  [
    'two schemes',
    'Basic realm="r", Bearer realm="x",service="s"',
    [
      ['basic', { realm: 'r' }],
      ['bearer', { realm: 'x', service: 's' }],
    ],
  ],
  [
    'a scheme without parameters before another',
    'Negotiate, Basic realm="r"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'r' }],
    ],
  ],
  [
    'data instead of parameters',
    'Negotiate YWJj==, Basic realm="r"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'r' }],
    ],
  ],
  ['a quote that never ends', 'Bearer realm="x",service="s', [['bearer', { realm: 'x' }]]],
  ['a name without a value', 'Bearer realm="x",service=', [['bearer', { realm: 'x' }]]],
])('%s', (_what, header, expected) => {
  expect(parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)])).toEqual(
    expected,
  );
});
