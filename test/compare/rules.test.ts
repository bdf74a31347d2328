import { expect, test } from 'vitest';
import { changedRules, outcomesOf } from '../../src/compare/rules.ts';
import { aFinding } from '../support/results.ts';

test.each([
  ['one that passed and finds something is new', { found: [], passed: ['a'] }, { found: ['a'], passed: [] }, ['a'], []],
  [
    'one that found something and passes is fixed',
    { found: ['a'], passed: [] },
    { found: [], passed: ['a'] },
    [],
    ['a'],
  ],
  ['one that still finds something is neither', { found: ['a'], passed: [] }, { found: ['a'], passed: [] }, [], []],
  ['one that was not judged before is neither', { found: [], passed: [] }, { found: ['a'], passed: ['b'] }, [], []],
  ['one that is not judged now is neither', { found: ['a'], passed: ['b'] }, { found: [], passed: [] }, [], []],
])('of rules, %s', (_, before, after, broken, fixed) => {
  expect(changedRules(before, after)).toEqual({ broken, fixed });
});

test('a rule with several findings, waived ones too, found something once', () => {
  const waiver = { reason: 'x', owner: '@a', expires: '2030-01-01' };
  const findings = [aFinding({ rule: 'b' }), aFinding({ rule: 'a' }), aFinding({ rule: 'b', waiver })];
  expect(outcomesOf({ findings, passed: ['d', 'c'] })).toEqual({ found: ['a', 'b'], passed: ['c', 'd'] });
});
