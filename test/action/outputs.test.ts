import { expect, test } from 'vitest';
import { outputNames, outputsOf, outputsOfError } from '../../src/action/outputs.ts';
import { apiResult } from '../support/results.ts';

test('every declared output is always written', () => {
  expect([...outputsOf(apiResult, []).keys()]).toEqual([...outputNames]);
  expect([...outputsOfError().keys()]).toEqual([...outputNames]);
});

test('a run that could not check says so and claims no number', () => {
  expect([...outputsOfError()].filter(([, value]) => value !== '')).toEqual([['result', 'error']]);
});

test('reports are named by the path they were written to', () => {
  const outputs = outputsOf(apiResult, [{ format: 'json', path: 'r.json' }]);
  expect([outputs.get('report-json'), outputs.get('report-sarif')]).toEqual(['r.json', '']);
});
