import { describe, expect, test } from 'vitest';
import { annotate, endGroup, maskSecret, startGroup } from '../../../src/adapters/runner/commands.ts';
import type { Annotation } from '../../../src/adapters/runner/commands.ts';
import { captureStdout } from '../../support/capture-stdout.ts';
import { obeyedCommands } from '../../support/runner.ts';

const anError = (index: number): Annotation => ({ level: 'error', message: `No. ${index}` });

describe('annotations', () => {
  test('reach the runner with their file, lines, title and text whole', { tags: 'thorough' }, async () => {
    const hostile = 'a,b:c%0A\r\n::add-mask::e ##[add-mask]e';
    const log = await captureStdout(() =>
      annotate([
        { level: 'warning', message: hostile, title: hostile, file: 'x,y:z/%0ADockerfile', startLine: 9, endLine: 11 },
      ]),
    );
    const shown = hostile.replace('##[', '## [');
    expect(obeyedCommands(log)).toEqual([
      {
        name: 'warning',
        properties: { title: shown, file: 'x,y:z/%0ADockerfile', line: '9', endLine: '11' },
        data: shown,
      },
    ]);
  });

  test.each([
    [10, 10, 'No. 9'],
    [11, 10, 'And 2 more of this level: see the job summary.'],
    [60, 10, 'And 51 more of this level: see the job summary.'],
  ])('%d of a level are shown as %d', async (count, shown, last) => {
    const log = await captureStdout(() => annotate(Array.from({ length: count }, (_, index) => anError(index))));
    const commands = obeyedCommands(log);
    expect(commands).toHaveLength(shown);
    expect(commands.at(-1)?.data).toBe(last);
  });

  test('levels are capped apart, errors first', async () => {
    const notice: Annotation = { level: 'notice', message: 'n' };
    const log = await captureStdout(() =>
      annotate([notice, ...Array.from({ length: 12 }, (_, index) => anError(index))]),
    );
    const names = obeyedCommands(log).map(({ name }) => name);
    expect(names).toEqual([...Array.from({ length: 10 }, () => 'error'), 'notice']);
  });

  test('are cut at the length at which the runner would cut', async () => {
    const log = await captureStdout(() => annotate([{ level: 'notice', message: 'x'.repeat(5_000) }]));
    expect(obeyedCommands(log)[0]?.data).toBe(`${'x'.repeat(4_095)}…`);
  });
});

test('groups open and close, whatever their name', async () => {
  const log = await captureStdout(async () => {
    await startGroup('build\n::add-mask::e');
    await endGroup();
  });
  expect(obeyedCommands(log)).toEqual([
    { name: 'group', properties: {}, data: 'build\n::add-mask::e' },
    { name: 'endgroup', properties: {}, data: '' },
  ]);
});

test('a secret of several lines is masked line by line, and nothing is for an empty one', async () => {
  const log = await captureStdout(async () => {
    await maskSecret('one%\r\ntwo\n\n');
    await maskSecret('');
  });
  expect(obeyedCommands(log).map(({ name, data }) => [name, data])).toEqual([
    ['add-mask', 'one%'],
    ['add-mask', 'two'],
  ]);
});
