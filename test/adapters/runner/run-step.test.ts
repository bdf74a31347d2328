import { expect, test } from 'vitest';
import { runStep } from '../../support/runner.ts';

const script = `
  const fs = require('node:fs');
  fs.appendFileSync(process.env.GITHUB_OUTPUT, 'result=fail\\nmany<<D\\na\\nb=c\\nD\\n');
  fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Summary');
  const event = JSON.parse(fs.readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
  console.log('::notice::' + event.number + process.env['INPUT_MAX-GROWTH'] + process.env.GITHUB_RUN_ID);
  console.error('::stop-commands::T');
  console.error('::add-mask::e');
  process.exitCode = 7;
`;

test('a step starts with what a runner gives it, and is read as a runner reads it', async () => {
  const end = await runStep({
    program: process.execPath,
    args: ['-e', script],
    inputs: { 'max-growth': '10 MB' },
    eventName: 'pull_request',
    event: { number: 17 },
    apiUrl: 'http://127.0.0.1:1',
    repository: 'acme/api',
  });
  expect(end.exitStatus).toBe(7);
  expect(end.commands.map(({ name, data }) => [name, data])).toEqual([
    ['notice', '1710 MB1000'],
    ['stop-commands', 'T'],
  ]);
  expect(Object.fromEntries(end.outputs)).toEqual({ result: 'fail', many: 'a\nb=c' });
  expect(end.summary).toBe('# Summary');
});
