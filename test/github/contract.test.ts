import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.pulls.set(1, { number: 1, headSha: 'c'.repeat(40) });
});
afterEach(() => fake.close().catch(() => undefined));

const ask = (method: string, path: string, body?: string): Promise<Response> =>
  fetch(`${fake.apiUrl}${path}`, {
    method,
    headers: { authorization: 'token token-of-the-job', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });

describe('the fake GitHub refuses', () => {
  test.each([
    ['a comment without a body', 'POST', '/repos/acme/api/issues/1/comments', '{}'],
    [
      'a comment with a field GitHub does not know',
      'POST',
      '/repos/acme/api/issues/1/comments',
      '{"body":"x","boby":1}',
    ],
    ['a comment that is no JSON', 'POST', '/repos/acme/api/issues/1/comments', '{'],
    ['a pull request named by text', 'GET', '/repos/acme/api/pulls/one', undefined],
    ['a query GitHub does not know', 'GET', '/repos/acme/api/issues/1/comments?author=me', undefined],
    ['a call GitHub does not have', 'GET', '/repos/acme/api/pulls/1/verdict', undefined],
    [
      'a conclusion GitHub does not have',
      'POST',
      '/repos/acme/api/check-runs',
      '{"name":"n","head_sha":"c","conclusion":"fine"}',
    ],
  ])('%s', async (_, method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(400);
    expect(fake.breaches).toHaveLength(1);
    await expect(fake.close()).rejects.toThrow('GitHub would not have it so');
  });
});

test('the fake GitHub notices an answer of its own that GitHub would not give', async () => {
  fake.state.pulls.set(1, { number: 1.5, headSha: 'c' });
  await ask('GET', '/repos/acme/api/pulls/1');
  expect(fake.breaches).toEqual(['pulls/get 200: answer/number must be integer']);
});

test.each([
  ['GET', '/repos/acme/api/pulls/1', 200],
  ['GET', '/repos/acme/api/pulls/2', 404],
  ['GET', '/repos/acme/other/pulls/1', 404],
  ['GET', '/user', 403],
  ['POST', '/repos/acme/api/issues/1/comments', 201],
])('the fake GitHub answers %s %s with %d, as GitHub would', async (method, path, status) => {
  expect((await ask(method, path, method === 'POST' ? '{"body":"x"}' : undefined)).status).toBe(status);
  expect(fake.breaches).toEqual([]);
});
