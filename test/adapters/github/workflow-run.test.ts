import { expect, test } from 'vitest';
import { readEndedRun } from '../../../src/adapters/github/workflow-run.ts';

const sha = 'a'.repeat(40);
const payload = (overrides: object = {}): string =>
  JSON.stringify({
    workflow_run: {
      id: 99,
      run_attempt: 2,
      event: 'pull_request',
      head_sha: sha,
      head_branch: 'topic',
      head_repository: { full_name: 'mallory/api' },
      pull_requests: [],
      ...overrides,
    },
  });

test('the run that ended is read with its commit and where that was pushed', () => {
  expect(readEndedRun(payload())).toEqual({
    pushed: { sha, repository: 'mallory/api', branch: 'topic' },
    runId: 99,
    runAttempt: 2,
    startedBy: 'pull_request',
  });
});

test.each([
  [{ head_sha: 'abc' }, 'head_sha'],
  [{ head_branch: 'a\nb' }, 'head_branch'],
  [{ head_branch: null }, 'head_branch'],
  [{ head_repository: null }, 'head_repository'],
  [{ head_repository: { full_name: 'a/b/c' } }, 'head_repository.full_name'],
  [{ id: '99' }, 'id'],
  [{ event: '::add-mask::e' }, 'event'],
])('%j is refused', (overrides, field) => {
  expect(() => readEndedRun(payload(overrides))).toThrow(
    `The payload of the event workflow_run lacks a usable workflow_run.${field}.`,
  );
});
