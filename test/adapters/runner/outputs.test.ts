import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cutToBytes, outputCommand, writeOutputs, writeSummary } from '../../../src/adapters/runner/outputs.ts';
import { parseFileCommands } from '../../support/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const emptyFile = (name: string, text = ''): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const delimiter = (): string => outputCommand('a', 'b').split('\n')[0] ?? '';

describe('step outputs', () => {
  test.each([
    ['one line', 'pass'],
    ['many lines', '# Report\n\nresult=fail\nresult<<EOF\n'],
    ['nothing', ''],
    ['a line of its own name', 'result=pass'],
  ])('of %s arrive as they were', async (_, value) => {
    const path = emptyFile('output');
    await expect(
      writeOutputs(
        path,
        new Map([
          ['report-markdown', value],
          ['layers', '4'],
        ]),
      ),
    ).resolves.toEqual({
      state: 'written',
    });
    expect([...parseFileCommands(readFileSync(path, 'utf8'))]).toEqual([
      ['report-markdown', value],
      ['layers', '4'],
    ]);
  });

  test('are put after what others wrote', async () => {
    const path = emptyFile('forged', 'result=pass\n');
    await writeOutputs(path, new Map([['result', 'fail']]));
    expect(parseFileCommands(readFileSync(path, 'utf8')).get('result')).toBe('fail');
  });

  test('never share a delimiter', () => {
    expect(delimiter()).not.toBe(delimiter());
  });

  test.each(['', 'A', 'a=b', 'a\nb', 'a<<b'])('refuse the name %j', (name) => {
    expect(() => outputCommand(name, 'x')).toThrow('is no name of an output');
  });

  test.each([
    ['no file', undefined, 'The step outputs were not written: the runner gave no GITHUB_OUTPUT file.'],
    ['an empty variable', '', 'The step outputs were not written: the runner gave no GITHUB_OUTPUT file.'],
    ['a folder', folder, expect.stringContaining('EISDIR')],
    ['a missing folder', join(folder, 'no', 'output'), expect.stringContaining('ENOENT')],
  ])('with %s end in one warning', async (_, path, warning) => {
    await expect(writeOutputs(path, new Map([['a', 'b']]))).resolves.toEqual({ state: 'failed', warning });
  });
});

describe('the job summary', () => {
  test('is appended, and ended by a line end', async () => {
    const path = emptyFile('summary', 'before\n');
    await expect(writeSummary(path, '### Plimsoll')).resolves.toEqual({ state: 'written' });
    expect(readFileSync(path, 'utf8')).toBe('before\n### Plimsoll\n');
  });

  test('is cut at a line end below 900,000 bytes, with what is there counted', async () => {
    const line = `${'é'.repeat(499)}\n`; // 999 bytes
    const path = emptyFile('long', line);
    await expect(writeSummary(path, line.repeat(1_000))).resolves.toEqual({
      state: 'failed',
      warning: 'The job summary was cut: with it the file would pass 900000 bytes.',
    });
    expect(readFileSync(path).length).toBe(999 * 900);
  });

  test.each([
    ['no file', undefined, 'The job summary was not written: the runner gave no GITHUB_STEP_SUMMARY file.'],
    ['a folder', folder, expect.stringContaining('EISDIR')],
    ['a full disk', '/dev/full', expect.stringContaining('ENOSPC')],
  ])('with %s ends in one warning', async (_, path, warning) => {
    await expect(writeSummary(path, 'x')).resolves.toEqual({ state: 'failed', warning });
  });
});

test.each([
  ['ab\ncd\n', 6, 'ab\ncd\n', false],
  ['ab\ncd\n', 5, 'ab\n', true],
  ['ab\ncd\n', 3, 'ab\n', true],
  ['ab\ncd\n', 2, '', true],
  ['ab\ncd\n', -5, '', true],
  ['é\né\n', 5, 'é\n', true],
])('%j cut to %d bytes is %j', (text, maxBytes, kept, cut) => {
  expect(cutToBytes(text, maxBytes)).toEqual({ kept, cut });
});
