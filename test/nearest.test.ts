import { expect, test } from 'vitest';
import { nearest } from '../src/nearest.ts';

const names = ['RUN', 'ENV', 'ARG', 'COPY', 'ENTRYPOINT', 'non-root', 'max-layers'];

test.each([
  ['RNU', 'RUN'],
  ['cpoy', 'COPY'],
  ['ENTRYPONT', 'ENTRYPOINT'],
  ['non_rot', 'non-root'],
  ['max-layer', 'max-layers'],
  ['xyz', undefined],
  ['', undefined],
  ['a'.repeat(100_000), undefined],
])('%.12s means %s', (typed, meant) => {
  expect(nearest(typed, names)).toBe(meant);
});
