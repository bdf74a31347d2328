import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markBody } from '../../src/adapters/github/comment-marker.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { publish, shaOf } from '../support/github/publishing.ts';
import { actionsBot, addComment } from '../support/github/state.ts';
import type { Account } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
});
afterEach(() => fake.close());

const human: Account = { id: 9, login: 'human', type: 'User' };
const app: Account = { id: 12, login: 'other[bot]', type: 'Bot' };
const marked = (body: string, marker: { head?: number; run?: number; attempt?: number; id?: string } = {}): string =>
  markBody(
    {
      commentId: marker.id ?? 'default',
      headSha: shaOf(marker.head ?? 1),
      runId: marker.run ?? 1,
      runAttempt: marker.attempt ?? 1,
    },
    body,
  );
const bodies = (): readonly string[] => [...fake.state.comments.values()].map(({ body }) => body);
const writes = (): readonly string[] =>
  fake.calls.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId);

describe('the comment', () => {
  test('is posted once, with its marker first', async () => {
    await expect(publish(fake)).resolves.toEqual({
      state: 'created',
      url: 'https://github.example/acme/api/pull/1#issuecomment-1000',
    });
    expect(bodies()).toEqual([`<!-- plimsoll:comment id=default head=${shaOf(1)} run=100 attempt=1 -->\nThe report.`]);
  });

  test('takes five calls and one write', async () => {
    await publish(fake);
    expect(fake.calls.map(({ operationId }) => operationId)).toEqual([
      'users/get-authenticated',
      'issues/list-comments',
      'issues/create-comment',
      'issues/list-comments',
      'pulls/get',
    ]);
  });

  test('is updated in place by the run of the next commit', async () => {
    await publish(fake);
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(2) });
    const state = await publish(fake, { headSha: shaOf(2), runId: 101, body: 'Newer.' });
    expect(state).toEqual({ state: 'updated', url: expect.stringMatching(/-1000$/) });
    expect(bodies()).toEqual([marked('Newer.', { head: 2, run: 101 })]);
  });

  test('is left as it is when a second attempt says the same of the same commit', async () => {
    await publish(fake);
    await expect(publish(fake, { runAttempt: 2 })).resolves.toMatchObject({ state: 'unchanged' });
    expect(writes()).toEqual(['issues/create-comment']);
  });

  test('is posted again when somebody deleted it', async () => {
    await publish(fake);
    fake.state.comments.clear();
    await expect(publish(fake)).resolves.toMatchObject({ state: 'created' });
    expect(bodies()).toHaveLength(1);
  });

  test('is posted again when somebody deletes it between the list and the write', async () => {
    addComment(fake.state, 1, actionsBot, marked('Older.'));
    fake.fault = ({ operationId, nth }) => {
      if (operationId === 'issues/update-comment' && nth === 1) fake.state.comments.clear();
      return undefined;
    };
    await expect(publish(fake)).resolves.toMatchObject({ state: 'created' });
    expect(bodies()).toEqual([marked('The report.', { run: 100 })]);
  });

  test('is found behind 3,000 others', async () => {
    for (let index = 0; index < 2_999; index += 1) addComment(fake.state, 1, human, 'x');
    const { id } = addComment(fake.state, 1, actionsBot, marked('Older.'));
    await expect(publish(fake)).resolves.toEqual({ state: 'updated', url: expect.stringMatching(`-${id}$`) });
    expect(fake.calls.filter(({ operationId }) => operationId === 'issues/list-comments')).toHaveLength(30);
    expect(fake.state.comments.size).toBe(3_000);
  });

  test('is not posted into a thread of more than 5,000, where it could not be found again', async () => {
    for (let index = 0; index < 5_001; index += 1) addComment(fake.state, 1, human, 'x');
    await expect(publish(fake)).resolves.toEqual({
      state: 'failed',
      warning: expect.stringContaining('50 pages of 100 are read at most'),
    });
    expect(writes()).toEqual([]);
  });

  test('of one id lives beside that of another', async () => {
    await publish(fake, { commentId: 'images', body: 'One.' });
    await publish(fake, { commentId: 'base.images', body: 'Other.' });
    await publish(fake, { commentId: 'images', body: 'One again.' });
    expect(bodies()).toEqual([
      marked('One again.', { id: 'images', run: 100 }),
      marked('Other.', { id: 'base.images', run: 100 }),
    ]);
  });

  test('on an Enterprise Server goes below its base path', async () => {
    const enterprise = await startFakeGithub({ basePath: '/api/v3' });
    enterprise.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
    await expect(publish(enterprise)).resolves.toMatchObject({ state: 'created' });
    await enterprise.close();
  });
});

describe('a comment with our marker that is not ours is left alone', () => {
  const namesake: Account = { id: 13, login: 'github-actions[bot]', type: 'User' };
  test.each([
    ['by a person', human, marked('Planted.', { run: 999_999 })],
    ['by another bot', app, marked('Planted.', { run: 999_999 })],
    ['by a person named like the bot', namesake, marked('Planted.')],
    ['by the bot, further down in a quotation', actionsBot, `> quoted\n${marked('Planted.')}`],
    ['by the bot, behind a space', actionsBot, ` ${marked('Planted.')}`],
    ['by the bot, of another id', actionsBot, marked('Planted.', { id: 'default2' })],
    ['by an account that is gone', human, marked('Planted.')],
  ])('%s', async (_, user, body) => {
    const planted = addComment(fake.state, 1, user, body);
    await expect(publish(fake)).resolves.toMatchObject({ state: 'created' });
    await expect(publish(fake, { body: 'Again.' })).resolves.toMatchObject({ state: 'updated' });
    expect(fake.state.comments.get(planted.id)).toEqual(planted);
    expect(bodies()).toEqual([body, marked('Again.', { run: 100 })]);
  });
});

describe('ours are told by', () => {
  test('the id of the user, for a personal token', async () => {
    addComment(fake.state, 1, actionsBot, marked('The bot’s.'));
    const token = { token: 'token-of-a-user' };
    await expect(publish(fake, {}, token)).resolves.toMatchObject({ state: 'created' });
    await expect(publish(fake, { body: 'Again.' }, token)).resolves.toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual([marked('The bot’s.'), marked('Again.', { run: 100 })]);
  });

  test('whom GitHub names by GraphQL, for the token of an app', async () => {
    const theirs = addComment(fake.state, 1, actionsBot, marked('The bot’s.'));
    const client = { token: 'token-of-an-app' };
    const ownApp = fake.state.tokens.get(client.token)?.account ?? app;
    addComment(fake.state, 1, ownApp, marked('Before.', { head: 0 }));
    await expect(publish(fake, { mode: 'on-failure' }, client)).resolves.toMatchObject({ state: 'updated' });
    expect(writes()).toEqual(['graphql/viewer', 'issues/update-comment']);
    expect(bodies()).toEqual([theirs.body, marked('The report.', { run: 100 })]);
  });

  test('their name, where GraphQL does not answer: another bot’s stays as it is', async () => {
    fake.fault = ({ operationId }) => (operationId === 'graphql/viewer' ? { status: 404, body: '{}' } : undefined);
    addComment(fake.state, 1, app, marked('Planted.'));
    await publish(fake);
    await expect(publish(fake, { body: 'Again.' })).resolves.toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual([marked('Planted.'), marked('Again.', { run: 100 })]);
  });

  test('the bot’s name without asking, as long as no other bot has our marker', async () => {
    await publish(fake);
    await publish(fake, { body: 'Again.' });
    expect(fake.calls.map(({ operationId }) => operationId)).not.toContain('graphql/viewer');
  });

  test('who a post turned out to be of, for an app nobody named: one comment stays all the same', async () => {
    const client = { token: 'token-of-an-app' };
    await publish(fake, {}, client);
    await expect(publish(fake, { body: 'Again.' }, client)).resolves.toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual([marked('Again.', { run: 100 })]);
  });
});

describe('whether there is a comment', () => {
  test.each([
    ['always', 'pass', false, 'created'],
    ['on-failure', 'fail', false, 'created'],
    ['on-failure', 'pass', true, 'skipped'],
    ['on-change', 'pass', true, 'created'],
    ['on-change', 'pass', false, 'skipped'],
    ['on-change', 'fail', false, 'created'],
    ['never', 'fail', true, 'skipped'],
  ] as const)('%s, outcome %s, changed %s: %s', async (mode, outcome, changed, state) => {
    await expect(publish(fake, { mode, outcome, changed })).resolves.toMatchObject({ state });
  });

  test.each(['on-failure', 'on-change'] as const)('%s keeps one that is there up to date', async (mode) => {
    await publish(fake, { mode, outcome: 'fail', body: 'Failed.' });
    await expect(publish(fake, { mode, changed: false, body: 'Passed.' })).resolves.toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual([marked('Passed.', { run: 100 })]);
  });

  test('never asks GitHub nothing', async () => {
    await publish(fake, { mode: 'never' });
    expect(fake.calls).toEqual([]);
  });
});

describe('an outdated run', () => {
  test('leaves the report of a newer commit as it is', async () => {
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(2) });
    await publish(fake, { headSha: shaOf(2), runId: 101, body: 'Newest.' });
    await expect(publish(fake, { headSha: shaOf(1), runId: 100, body: 'Old.' })).resolves.toMatchObject({
      state: 'outdated',
    });
    // Started again by hand later: its run id stays, and a new run of the old commit has a higher one.
    await publish(fake, { headSha: shaOf(1), runId: 100, runAttempt: 9, body: 'Old.' });
    await publish(fake, { headSha: shaOf(1), runId: 500, body: 'Old.' });
    expect(bodies()).toEqual([marked('Newest.', { head: 2, run: 101 })]);
  });

  test('posts when there is no report at all: the newest commit may never get one', async () => {
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(2) });
    await expect(publish(fake)).resolves.toMatchObject({ state: 'created' });
  });

  test('of the same commit leaves the report of a later run as it is', async () => {
    await publish(fake, { runId: 101, body: 'Later run.' });
    await expect(publish(fake, { runId: 100, runAttempt: 3 })).resolves.toMatchObject({ state: 'outdated' });
    expect(bodies()).toEqual([marked('Later run.', { run: 101 })]);
  });

  test('is noticed when the head moves while it lists', async () => {
    addComment(fake.state, 1, actionsBot, marked('Before.', { head: 0 }));
    fake.fault = ({ operationId }) => {
      if (operationId === 'issues/list-comments') fake.state.pulls.set(1, { number: 1, headSha: shaOf(2) });
      return undefined;
    };
    await expect(publish(fake)).resolves.toMatchObject({ state: 'outdated' });
    expect(bodies()).toEqual([marked('Before.', { head: 0 })]);
  });
});

test('comments of ours that a killed run left behind are removed by the next, and the oldest stays', async () => {
  const first = addComment(fake.state, 1, actionsBot, marked('First.', { run: 1 }));
  addComment(fake.state, 1, actionsBot, marked('Second.', { run: 2 }));
  const foreign = addComment(fake.state, 1, human, marked('Planted.'));
  addComment(fake.state, 1, actionsBot, marked('Third.', { run: 3 }));
  await expect(publish(fake)).resolves.toEqual({ state: 'updated', url: expect.stringMatching(`-${first.id}$`) });
  expect([...fake.state.comments.keys()]).toEqual([first.id, foreign.id]);
  expect(fake.state.comments.get(first.id)?.body).toBe(marked('The report.', { run: 100 }));
});
