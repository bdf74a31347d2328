import { expect, test } from 'vitest';
import { release } from '../../src/archive/release.ts';

const megabytes = 64;

test('the memory of a chunk is given back at once', () => {
  const chunk = Buffer.from(new ArrayBuffer(megabytes * 2 ** 20));
  const before = process.memoryUsage().arrayBuffers;
  release(chunk);
  expect(chunk.length).toBe(0);
  expect(before - process.memoryUsage().arrayBuffers).toBeGreaterThan((megabytes - 1) * 2 ** 20);
});

test('memory that others share stays', () => {
  const whole = Buffer.from(new ArrayBuffer(8));
  whole.fill('a');
  release(whole.subarray(1));
  expect(whole.toString()).toBe('aaaaaaaa');
  const pooled = Buffer.from('abc');
  release(pooled);
  expect(pooled.toString()).toBe('abc');
});
