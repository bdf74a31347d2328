import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommentState } from '../../src/adapters/github/comment-request.ts';
import { markBody } from '../../src/adapters/github/comment-marker.ts';
import type { Fault } from '../support/github/answering.ts';
import { denied, faultsNaming } from '../support/github/faults.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { impatient, publish, shaOf } from '../support/github/publishing.ts';
import { actionsBot, addComment } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
});
afterEach(() => fake.close());

const older = (): string => markBody({ commentId: 'default', headSha: shaOf(0), runId: 1, runAttempt: 1 }, 'Older.');
const warningOf = (state: CommentState): string => ('warning' in state && state.warning) || '';

/** Every operation a publication makes, with a thread that leads to it. */
const operations = [
  ['users/get-authenticated', 0],
  ['issues/list-comments', 0],
  ['issues/create-comment', 0],
  ['pulls/get', 1],
  ['issues/update-comment', 1],
  ['issues/delete-comment', 2],
] as const;

/** How a publication ends when one operation always answers with a fault. */
function expectedOf(operationId: string, { status, headers }: Fault, words: RegExp): readonly [string, RegExp] {
  // A bot may not ask who it is: that 403 is how GitHub tells.
  if (operationId === 'users/get-authenticated' && status === 403 && !headers) return ['created', /^$/];
  if (operationId !== 'issues/delete-comment')
    return ['failed', new RegExp(`^The pull request comment was not published: .*(${words.source})`)];
  const isGone = status === 404 || status === 410;
  return isGone
    ? ['updated', /^$/]
    : ['updated', new RegExp(`^A superfluous comment was not removed: .*(${words.source})`)];
}

const faults = faultsNaming('pull-requests: write');

describe.each(operations)('when %s always answers with', (operationId, ours) => {
  test.each(faults)('%s, a warning comes of it and nothing is thrown', async (_, fault, words) => {
    for (let index = 0; index < ours; index += 1) addComment(fake.state, 1, actionsBot, older());
    fake.fault = (call) => (call.operationId === operationId ? fault : undefined);
    const state = await publish(fake, {}, { timeoutMs: 150 });
    const [expected, warning] = expectedOf(operationId, fault, words);
    expect(state.state).toBe(expected);
    expect(warningOf(state)).toMatch(warning);
    expect(warningOf(state)).not.toMatch(/[\n\r]|token-of/);
  });
});

describe('a fault that passes is waited out:', () => {
  const passing = faults.filter(([name]) => /secondary|429|50[0-9]|dropped|cut|empty|slower|shape|page/.test(name));
  test.each(
    passing.flatMap(([name, fault]) =>
      operations.map(([operationId, ours]) => [name, operationId, fault, ours] as const),
    ),
  )('%s to the first %s', async (_, operationId, fault, ours) => {
    for (let index = 0; index < ours; index += 1) addComment(fake.state, 1, actionsBot, older());
    fake.fault = (call) => (call.operationId === operationId && call.nth === 1 ? fault : undefined);
    const state = await publish(fake, {}, { timeoutMs: 150 });
    expect(state).toEqual({ state: ours === 0 ? 'created' : 'updated', url: expect.any(String) });
    expect(fake.state.comments.size).toBe(1);
  });
});

describe('a write that was carried out although its answer got lost is not repeated:', () => {
  const lost: readonly (readonly [string, Fault])[] = [
    ['dropped', { afterwards: true, drop: 'at-once' }],
    ['cut in the body', { afterwards: true, drop: 'in-body' }],
    ['500', { afterwards: true, status: 500, body: '{}' }],
    [
      '502 with a web page',
      { afterwards: true, status: 502, body: '<html>', headers: { 'content-type': 'text/html' } },
    ],
    ['empty', { afterwards: true, body: '' }],
  ];
  test.each(lost)('the answer to a post, %s', async (_, fault) => {
    fake.fault = ({ operationId }) => (operationId === 'issues/create-comment' ? fault : undefined);
    await expect(publish(fake)).resolves.toEqual({ state: 'created', url: expect.any(String) });
    expect(fake.calls.filter(({ operationId }) => operationId === 'issues/create-comment')).toHaveLength(1);
    expect(fake.state.comments.size).toBe(1);
  });

  test.each(lost)('the answer to a deletion, %s', async (_, fault) => {
    addComment(fake.state, 1, actionsBot, older());
    addComment(fake.state, 1, actionsBot, older());
    fake.fault = ({ operationId, nth }) => (operationId === 'issues/delete-comment' && nth === 1 ? fault : undefined);
    await expect(publish(fake)).resolves.toMatchObject({ state: 'updated' });
    expect(fake.state.comments.size).toBe(1);
  });
});

test('a post that never comes through is tried twice, each time after a look at the thread', async () => {
  fake.fault = ({ operationId }) => (operationId === 'issues/create-comment' ? { drop: 'at-once' } : undefined);
  await expect(publish(fake)).resolves.toMatchObject({ state: 'failed' });
  expect(fake.calls.map(({ operationId }) => operationId.replace('issues/', ''))).toEqual([
    'users/get-authenticated',
    'list-comments',
    'create-comment',
    'list-comments',
    'create-comment',
  ]);
});

test('a post that is carried out late, after a second one was sent, leaves one comment', async () => {
  fake.fault = ({ operationId, nth }) => {
    if (operationId !== 'issues/create-comment') return undefined;
    if (nth === 1) return { drop: 'at-once' };
    const marker = { commentId: 'default', headSha: shaOf(1), runId: 100, runAttempt: 1 };
    addComment(fake.state, 1, actionsBot, markBody(marker, 'The report.'));
    return undefined;
  };
  await expect(publish(fake)).resolves.toEqual({ state: 'created', url: expect.stringMatching(/-1000$/) });
  expect([...fake.state.comments.keys()]).toEqual([1_000]);
});

test('a list that does not show yet what was just posted does not make it be posted again', async () => {
  fake.fault = ({ operationId, nth }) =>
    operationId === 'issues/list-comments' && nth === 2 ? { status: 200, body: '[]' } : undefined;
  await expect(publish(fake)).resolves.toEqual({ state: 'created', url: expect.stringMatching(/-1000$/) });
  expect(fake.calls.filter(({ operationId }) => operationId === 'issues/create-comment')).toHaveLength(1);
});

test('a comment that is posted counts as published, whatever fails afterwards', async () => {
  fake.fault = ({ operationId, nth }) =>
    operationId === 'issues/list-comments' && nth > 1 ? { status: 500, body: '{}' } : undefined;
  const state = await publish(fake);
  expect(state).toMatchObject({ state: 'created', url: expect.stringMatching(/-1000$/) });
  expect(warningOf(state)).toMatch(/^Other comments of ours were not looked for: /);
});

test('a comment that cannot be removed is a warning beside the update', async () => {
  for (let index = 0; index < 2; index += 1) addComment(fake.state, 1, actionsBot, older());
  fake.fault = ({ operationId }) =>
    operationId === 'issues/delete-comment' ? { status: 403, body: denied } : undefined;
  const state = await publish(fake);
  expect(state.state).toBe('updated');
  expect(warningOf(state)).toMatch(/^A superfluous comment was not removed: .*pull-requests: write/);
});

test.each([
  ['a token of a fork', 'token-of-a-fork', /403 .*permissions: pull-requests: write/],
  ['a token nobody knows', 'ghp_wrong', /401 .*`github-token`/],
])('%s', async (_, token, words) => {
  const state = await publish(fake, {}, { token });
  expect(state.state).toBe('failed');
  expect(warningOf(state)).toMatch(words);
  expect(fake.state.comments.size).toBe(0);
});

test('a body that is too long is told by GitHub, in one warning', async () => {
  const state = await publish(fake, { body: 'x'.repeat(65_536) });
  expect(warningOf(state)).toMatch(/422 .*Validation Failed.*body is too long/);
});

describe('waits', () => {
  const limits: readonly (readonly [string, Fault, readonly number[]])[] = [
    ['as long as GitHub says', { status: 403, body: '{}', headers: { 'retry-after': '7' } }, [7_000]],
    [
      'until the date GitHub says, by GitHub’s own clock',
      {
        status: 429,
        body: '{}',
        headers: { date: 'Sat, 31 Jan 2026 10:00:00 GMT', 'retry-after': 'Sat, 31 Jan 2026 10:00:30 GMT' },
      },
      [30_000],
    ],
    [
      'until the limit is lifted, by GitHub’s own clock',
      {
        status: 403,
        body: '{}',
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Date.UTC(2026, 0, 31, 10, 0, 2) / 1000),
          date: 'Sat, 31 Jan 2026 10:00:00 GMT',
        },
      },
      [3_000],
    ],
    ['a minute when a limit names no time', { status: 403, body: '{"message":"secondary rate limit"}' }, [60_000]],
    ['a second after a server fault', { status: 502, body: '' }, [1_000]],
  ];
  test.each(limits)('%s', async (_, fault, expectedMs) => {
    fake.fault = ({ operationId, nth }) => (operationId === 'issues/list-comments' && nth === 1 ? fault : undefined);
    const { options, waitsMs } = impatient(fake);
    await publish(fake, {}, options);
    expect(waitsMs).toEqual(expectedMs);
  });

  test('double, and end after three retries', async () => {
    fake.fault = ({ operationId }) => (operationId === 'issues/list-comments' ? { status: 500, body: '' } : undefined);
    const { options, waitsMs } = impatient(fake);
    await expect(publish(fake, {}, options)).resolves.toMatchObject({ state: 'failed' });
    expect(waitsMs).toEqual([1_000, 2_000, 4_000]);
  });

  test('do not begin when a limit lasts for an hour', async () => {
    const headers = { 'retry-after': '3600' };
    fake.fault = ({ operationId }) => (operationId === 'pulls/get' ? { status: 429, body: '{}', headers } : undefined);
    const { options, waitsMs } = impatient(fake);
    expect(warningOf(await publish(fake, {}, options))).toContain('the rate limit lasts another 3600 s');
    expect(waitsMs).toEqual([]);
  });
});

test('a cancelled run is no failed publication: it ends as cancelled', async () => {
  const cancel = new AbortController();
  fake.fault = ({ operationId }) => {
    if (operationId === 'issues/create-comment') cancel.abort();
    return undefined;
  };
  await expect(publish(fake, {}, { signal: cancel.signal })).rejects.toThrow('Talking to GitHub was cancelled.');
});
