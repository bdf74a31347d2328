import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishIssues } from '../../src/adapters/github/audit-issues.ts';
import type { IssuesOutcome, IssuesRequest } from '../../src/adapters/github/audit-issues.ts';
import type { IssueState, IssueToPublish } from '../../src/adapters/github/audit-issue.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf } from '../support/github/publishing.ts';
import type { Issue } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

const said: IssueToPublish = {
  image: 'ghcr.io/acme/api:1.2',
  title: 'api fails its policy',
  body: '2 errors.',
  outcome: 'fail',
};
const publishAll = async (
  all: readonly Partial<IssueToPublish>[],
  { token = 'token-of-the-job', ...more }: Partial<IssuesRequest> & { readonly token?: string } = {},
): Promise<IssuesOutcome> =>
  publishIssues({
    client: await clientOf(fake, { token }),
    repository: 'acme/api',
    label: 'plimsoll',
    issues: all.map((one) => ({ ...said, ...one })),
    ...more,
  });
const publish = async (
  one: Partial<IssueToPublish> = {},
  token = 'token-of-the-job',
): Promise<Partial<IssueState> | { readonly state: 'failed'; readonly warning: string | undefined }> => {
  const { states, warnings } = await publishAll([one], { token });
  return states[0] ?? { state: 'failed', warning: warnings[0] };
};
const issues = (): readonly Issue[] => [...fake.state.issues.values()];
const marker = '<!-- plimsoll:issue image=';

test('an issue lives: opened, kept up to date, closed with a comment, opened again', async () => {
  await expect(publish({ outcome: 'pass' })).resolves.toMatchObject({ state: 'none' });
  await expect(publish()).resolves.toMatchObject({ state: 'created' });
  await expect(publish()).resolves.toMatchObject({ state: 'unchanged' });
  await expect(publish({ body: '3 errors.' })).resolves.toMatchObject({ state: 'updated' });
  await expect(publish({ outcome: 'pass', body: 'Clean.' })).resolves.toMatchObject({ state: 'closed' });
  await expect(publish({ outcome: 'pass', body: 'Clean.' })).resolves.toMatchObject({ state: 'none' });
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
    warning: expect.stringMatching(/^An audit issue was not published: .*403.*`permissions: issues: write`/),
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

test('issues of images that are no part of a whole audit any more are closed', async () => {
  await publishAll([{ image: 'a' }, { image: 'b' }]);
  const stays = await publishAll([{ image: 'a' }]);
  expect([stays.closedOthers, issues().map(({ state }) => state)]).toEqual([0, ['open', 'open']]);
  const whole = await publishAll([{ image: 'a' }], { closeOthersWith: 'Gone.' });
  expect([whole.closedOthers, issues().map(({ state }) => state)]).toEqual([1, ['open', 'closed']]);
  expect([...fake.state.comments.values()].map(({ body }) => body)).toEqual(['Gone.']);
});

test('an issue that another run opened at the same time is closed again as a double', async () => {
  await publish();
  const [first] = issues();
  if (!first) throw new Error('An issue was opened.');
  // Another run's, opened after this one looked.
  fake.fault = ({ operationId }) => {
    if (operationId === 'issues/create') fake.state.issues.set(0, { ...first, number: 0 });
    return undefined;
  };
  fake.state.issues.clear();
  await publish();
  expect(issues().map(({ number, state }) => [number, state])).toEqual(
    expect.arrayContaining([
      [0, 'open'],
      [first.number + 1, 'closed'],
    ]),
  );
});

test('of very many only so many are opened at once, and the next audit goes on', async () => {
  const many = Array.from({ length: 70 }, (_, index) => ({ image: `i${index}` }));
  const first = await publishAll(many);
  expect([issues().length, first.warnings]).toEqual([50, [expect.stringMatching(/^20 more images fail and got no/)]]);
  expect((await publishAll(many)).warnings).toEqual([]);
  expect(issues()).toHaveLength(70);
});

test('what is there is asked once for all images, and a token that cannot write is not tried seventy times', async () => {
  const many = Array.from({ length: 70 }, (_, index) => ({ image: `i${index}` }));
  const { warnings } = await publishAll(many, { token: 'token-of-a-fork' });
  expect(warnings).toEqual([expect.stringMatching(/^70 audit issues were not published; the first: .*issues: write/)]);
  const asked = fake.calls.map(({ operationId }) => operationId);
  expect(asked.filter((one) => one === 'issues/list-for-repo')).toHaveLength(1);
  expect(asked.filter((one) => one === 'issues/create')).toHaveLength(3);
});
