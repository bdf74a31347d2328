import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishCheckRun } from '../../src/adapters/github/check-run.ts';
import type { CheckRunRequest, CheckRunState } from '../../src/adapters/github/check-run.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

const publish = async (request: Partial<CheckRunRequest> = {}, token = 'token-of-the-job'): Promise<CheckRunState> =>
  publishCheckRun({
    client: await clientOf(fake, { token }),
    repository: 'acme/api',
    headSha: shaOf(1),
    name: 'image gate',
    conclusion: 'failure',
    title: '1 error',
    summary: 'The report.',
    ...request,
  });

test('a check run is made once for a commit and a name, and updated by a re-run', async () => {
  await expect(publish()).resolves.toEqual({ state: 'created', url: expect.stringContaining('/runs/1000') });
  await expect(publish({ conclusion: 'success', title: 'Passed' })).resolves.toMatchObject({ state: 'updated' });
  await expect(publish({ name: 'other' })).resolves.toMatchObject({ state: 'created' });
  await expect(publish({ headSha: shaOf(2) })).resolves.toMatchObject({ state: 'created' });
  const told = [...fake.state.checkRuns.values()].map(({ name, conclusion, title }) => [name, conclusion, title]);
  expect(told).toEqual([
    ['image gate', 'success', 'Passed'],
    ['other', 'failure', '1 error'],
    ['image gate', 'failure', '1 error'],
  ]);
});

test('a job of the same name is left alone', async () => {
  const job = { id: 1, name: 'image gate', headSha: shaOf(1), status: 'in_progress', conclusion: null };
  fake.state.checkRuns.set(1, { ...job, title: null, summary: null, externalId: 'job-17' });
  await expect(publish()).resolves.toMatchObject({ state: 'created' });
  expect(fake.state.checkRuns.get(1)).toMatchObject(job);
});

test('where another app made the check run, ours makes its own', async () => {
  await publish();
  const message =
    '{"message":"Invalid app_id `12` - check run can only be modified by the GitHub App that created it."}';
  fake.fault = ({ method }) => (method === 'PATCH' ? { status: 403, body: message } : undefined);
  await expect(publish()).resolves.toMatchObject({ state: 'created' });
  expect(fake.state.checkRuns.size).toBe(2);
});

test('a token without the right is one warning that names it', async () => {
  await expect(publish({}, 'token-of-a-fork')).resolves.toEqual({
    state: 'failed',
    warning: expect.stringMatching(/^The check run was not published: .*403.*`permissions: checks: write`/),
  });
});

test.each(['checks/list-for-ref', 'checks/create'])('a fault of %s is one warning', async (operationId) => {
  for (const status of [401, 404, 422, 500, 502]) {
    fake.fault = (call) => (call.operationId === operationId ? { status, body: '<html>' } : undefined);
    await expect(publish()).resolves.toMatchObject({
      state: 'failed',
      warning: expect.stringContaining(String(status)),
    });
  }
});
