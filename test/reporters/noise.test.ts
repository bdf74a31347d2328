import { describe, expect, test } from 'vitest';
import { renderNoise } from '../../src/reporters/noise.ts';
import { rewrittenWords } from '../../src/reporters/rewritten.ts';
import type { NoiseLayer, NoiseResult } from '../../src/result/noise.ts';
import { aDigest } from '../support/results.ts';

const layer = (details: Partial<NoiseLayer>): NoiseLayer => ({
  layer: 1,
  state: 'same',
  unpackedBytes: [100, 100],
  files: 0,
  createdBy: 'RUN /bin/sh -c make # buildkit',
  dockerfile: { file: 'Dockerfile', startLine: 3, endLine: 3 },
  ...details,
});
const noise = (details: Partial<NoiseResult> = {}): NoiseResult => ({
  schemaVersion: 1,
  tool: { name: 'plimsoll', version: '0.1.0' },
  image: 'api',
  platform: 'linux/amd64',
  imageIds: [aDigest('a'), aDigest('b')],
  unpackedBytes: [1000, 1000],
  floorBytes: 0,
  layers: [layer({})],
  files: [],
  ...details,
});
const page = (result: NoiseResult): string => renderNoise(result, { width: 100, colour: false });

describe('two builds of one source', () => {
  test('that are the same to the byte', () => {
    expect(page(noise())).toContain('  Both builds are the same to the byte.');
  });

  test('that differ in times', () => {
    const words = page(noise({ layers: [layer({ state: 'times' })] }));
    expect(words).toContain('  No file differs, only times or the order of records: so digests, and what a node has');
    expect(words).toMatch(/1 +100 B +times only +Dockerfile:3 +RUN make/);
  });

  test('that differ in files, with what is known of them and what is not', () => {
    const words = page(
      noise({
        unpackedBytes: [1000, 1012],
        floorBytes: 12,
        layers: [layer({ state: 'contents', files: 3, unpackedBytes: [100, 112] })],
        files: [
          { path: '/var/log/a', layer: 1, how: 'contents', beforeBytes: 10, afterBytes: 22, cause: 'logs' },
          { path: '/x.pyc', layer: 1, how: 'contents', beforeBytes: 5, afterBytes: 5, cause: 'python-bytecode' },
          { path: '/build\u001b[2Jid', layer: 1, how: 'only-in-one', afterBytes: 7 },
        ],
      }),
    );
    expect(words.replaceAll(/\s+/g, ' ')).toContain(
      '3 files differ, they take 1000 and 1012 bytes (+12 B). Growth up to 12 B is no growth: a limit below that fails for no reason.',
    );
    expect(words).toMatch(/ 1 file {2}22 B {2}logs\n/);
    expect(words).toMatch(/ 7 B {2}layer 1 {2}in one build only {2}\/build\\u\{1b\}\[2Jid\n/);
  });
});

test.each([
  [undefined, undefined],
  [{ files: 0, bytes: 0, noisyFiles: 0, noisyBytes: 0 }, undefined],
  [{ files: 2, bytes: 9, noisyFiles: 2, noisyBytes: 9 }, undefined],
  [{ files: 1, bytes: 5, noisyFiles: 0, noisyBytes: 0 }, '1 file kept its size with other contents: 5 B.'],
  [
    { files: 3, bytes: 2500, noisyFiles: 1, noisyBytes: 9 },
    '3 files kept their size with other contents: 2.5 kB, 1 of them known to differ from build to build.',
  ],
])('files that kept their size, in words: %j', (rewritten, expected) => {
  expect(rewrittenWords(rewritten ? { rewritten } : {})).toBe(expected);
});
