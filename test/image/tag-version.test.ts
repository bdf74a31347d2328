import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseTagVersion, tagSatisfies } from '../../src/image/tag-version.ts';

test.each([
  ['22', [22], '', []],
  ['3.20', [3, 20], '', []],
  ['24.04', [24, 4], '', []],
  ['20.11.1-alpine3.19', [20, 11, 1], '', ['alpine3.19']],
  ['1.22-bookworm', [1, 22], '', ['bookworm']],
  ['8-jre-slim', [8], '', ['jre', 'slim']],
  ['v3.1', [3, 1], '', []],
  ['24.0.2_12-jdk-noble', [24, 0, 2], '', ['jdk', 'noble']],
  ['16beta1', [16], 'beta1', []],
  ['3.13.0rc1-slim', [3, 13, 0], 'rc1', ['slim']],
  ['1.2.3-rc.1', [1, 2, 3], 'rc.1', []],
  ['5.0.3.4', [5, 0, 3], '', []],
])('%s is the version %s%s', (tag, numbers, prerelease, words) => {
  expect(parseTagVersion(tag)).toEqual({ numbers, prerelease, words });
});

test.each([
  'latest',
  'bookworm',
  'jammy-20240111',
  'lts-alpine3.19',
  '20240115',
  '2024-01-15',
  '20240115.1',
  'stable',
  '',
])('%s is no version', (tag) => {
  expect(parseTagVersion(tag)).toBeUndefined();
});

test.each([
  ['22', '>=20', true],
  ['22', '22', true],
  ['22', '>=22.4', false],
  ['22', '^20 || ^22', true],
  ['3.20', '3.18 - 3.21', true],
  ['3.20', '^3.20.1', false],
  ['20.11.1-alpine3.19', '^20.11', true],
  ['20.11.1-alpine3.19', '<20', false],
  ['24.04', '>=22.04', true],
  ['16beta1', '>=16', false],
  ['16beta1', '<16', false],
  ['1.2.3-rc.1', '>=1.2.3-rc.0', true],
  ['latest', '*', false],
  ['bookworm', '>=0', false],
  ['20240115', '>=0', false],
])('%s in %s: %s', (tag, range, expected) => {
  expect(tagSatisfies(tag, range)).toBe(expected);
});

test('what is no range is refused', () => {
  expect(() => tagSatisfies('22', 'newest')).toThrow(UserError);
});
