import { expect, test } from 'vitest';
import { counted, readMeter } from '../../src/adapters/read-meter.ts';
import { recordedProgress } from '../support/progress.ts';

test('bytes count for the innermost step under way, a megabyte at a time', () => {
  const told = recordedProgress();
  const { progress, onBytes } = readMeter(told);
  const outer = progress.step('Checking');
  const inner = progress.step('Reading api');
  for (let piece = 0; piece < 4; piece += 1) onBytes(600_000);
  inner.done('2 layers');
  onBytes(5_000_000);
  outer.done();
  onBytes(5_000_000);
  expect(told.updates).toEqual(['Reading api: 1.2 MB read', 'Reading api: 2.4 MB read', 'Checking: 5.0 MB read']);
  expect(told.steps).toEqual(['Checking', 'Reading api', 'Reading api: 2 layers', 'Checking: done']);
});

test('pieces pass as they are, counted before they are used', async () => {
  const seen: number[] = [];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1, 2);
    yield Uint8Array.of(3);
  }
  for await (const piece of counted(pieces(), (bytes) => seen.push(bytes))) seen.push(...piece);
  expect(seen).toEqual([2, 1, 2, 1, 3]);
});
