import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishIssue } from '../../src/adapters/github/audit-issue.ts';
import type { IssueRequest, IssueState } from '../../src/adapters/github/audit-issue.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf } from '../support/github/publishing.ts';
import type { Issue } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

const publish = async (request: Partial<IssueRequest> = {}, token = 'token-of-the-job'): Promise<IssueState> =>
  publishIssue({
    client: await clientOf(fake, { token }),
    repository: 'acme/api',
    image: 'ghcr.io/acme/api:1.2',
    label: 'plimsoll',
    title: 'api fails its policy',
    body: '2 errors.',
    outcome: 'fail',
    ...request,
  });
const issues = (): readonly Issue[] => [...fake.state.issues.values()];
const marker = '<!-- plimsoll:issue image=';

test('an issue lives: opened, kept up to date, closed with a comment, opened again', async () => {
  await expect(publish({ outcome: 'pass' })).resolves.toEqual({ state: 'none' });
  await expect(publish()).resolves.toMatchObject({ state: 'created' });
  await expect(publish()).resolves.toMatchObject({ state: 'unchanged' });
  await expect(publish({ body: '3 errors.' })).resolves.toMatchObject({ state: 'updated' });
  await expect(publish({ outcome: 'pass', body: 'Clean.' })).resolves.toMatchObject({ state: 'closed' });
  await expect(publish({ outcome: 'pass', body: 'Clean.' })).resolves.toEqual({ state: 'none' });
  expect([...fake.state.comments.values()].map(({ body }) => body)).toEqual(['Clean.']);
  await expect(publish({ body: '3 errors.' })).resolves.toMatchObject({ state: 'reopened' });
  expect(issues()).toMatchObject([
    { state: 'open', labels: ['plimsoll'], body: expect.stringMatching(/ -->\n3 errors\.$/) },
  ]);
});

test('images have issues of their own, whatever they are called', async () => {
  const names = ['a', 'b', 'a --> <b>', 'a\nb'];
  for (const image of names) await expect(publish({ image })).resolves.toMatchObject({ state: 'created' });
  for (const image of names) await expect(publish({ image })).resolves.toMatchObject({ state: 'unchanged' });
  expect(issues()).toHaveLength(4);
});

test('an issue with our marker that is not ours is left alone', async () => {
  await publish();
  const [ours] = issues();
  const planted = { ...ours, number: 1, user: { id: 9, login: 'human', type: 'User' } } as const;
  fake.state.issues.clear();
  fake.state.issues.set(1, { title: '', body: '', state: 'open', labels: [], ...planted });
  await expect(publish({ body: 'New.' })).resolves.toMatchObject({ state: 'created' });
  await expect(publish({ outcome: 'pass' })).resolves.toMatchObject({ state: 'closed' });
  expect(fake.state.issues.get(1)).toMatchObject({ state: 'open', body: expect.stringContaining(marker) });
});

test('an issue whose answer got lost is not opened twice', async () => {
  fake.fault = ({ operationId }) =>
    operationId === 'issues/create' ? { afterwards: true, status: 502, body: '<html>' } : undefined;
  await expect(publish()).resolves.toMatchObject({ state: 'created' });
  expect(issues()).toHaveLength(1);
});

test('a token without the right is one warning that names it', async () => {
  await expect(publish({}, 'token-of-a-fork')).resolves.toEqual({
    state: 'failed',
    warning: expect.stringMatching(/^The audit issue was not published: .*403.*`permissions: issues: write`/),
  });
});

test.each(['issues/list-for-repo', 'issues/create', 'issues/update'])(
  'a fault of %s is one warning',
  async (operationId) => {
    if (operationId === 'issues/update') await publish();
    for (const status of [401, 404, 410, 422, 500, 502]) {
      fake.fault = (call) => (call.operationId === operationId ? { status, body: '<html>' } : undefined);
      const state = await publish({ body: 'Other.' });
      expect(state).toMatchObject({ state: 'failed', warning: expect.stringContaining(String(status)) });
    }
  },
);

test('a closed issue that got no comment is closed all the same', async () => {
  await publish();
  fake.fault = ({ operationId }) =>
    operationId === 'issues/create-comment' ? { status: 403, body: '{"message":"locked"}' } : undefined;
  await expect(publish({ outcome: 'pass' })).resolves.toMatchObject({
    state: 'closed',
    warning: expect.stringMatching(/^The closed issue got no comment: /),
  });
});
