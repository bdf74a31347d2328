import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
});
afterEach(() => fake.close());

const postRoute = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const thread = { owner: 'acme', repo: 'api', issue_number: 1 };
const idOnly = z.object({ id: z.int() });

test('writes go one after the other, even after one that failed; reads do not wait for them', async () => {
  const client = await clientOf(fake);
  const ends: string[] = [];
  fake.fault = ({ method, nth }) => ({
    delayMs: method === 'GET' ? 0 : 60 - 20 * nth,
    ...(nth === 2 && { status: 422 }),
  });
  await Promise.allSettled([
    client.call(postRoute, { ...thread, body: '1' }, idOnly).then(() => ends.push('first')),
    client.call(postRoute, { ...thread, body: '2' }, idOnly).catch(() => ends.push('second')),
    client.call(postRoute, { ...thread, body: '3' }, idOnly).then(() => ends.push('third')),
    client
      .call(
        'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        { owner: 'acme', repo: 'api', pull_number: 1 },
        z.unknown(),
      )
      .then(() => ends.push('read')),
  ]);
  expect(ends).toEqual(['read', 'first', 'second', 'third']);
});

test('writes keep their distance', async () => {
  const waitsMs: number[] = [];
  const client = await clientOf(fake, { writeGapMs: 1_000, sleep: async (ms) => void waitsMs.push(ms) });
  await client.call(postRoute, { ...thread, body: '1' }, idOnly);
  expect(waitsMs).toEqual([]);
  await client.call(postRoute, { ...thread, body: '2' }, idOnly);
  expect(waitsMs).toEqual([expect.toSatisfy((ms: number) => ms > 900 && ms <= 1_000)]);
});

test('a cancellation ends a wait at once, and nothing is sent afterwards', async () => {
  const cancel = new AbortController();
  fake.fault = () => ({ status: 429, headers: { 'retry-after': '60' }, body: '{}' });
  const client = await clientOf(fake, {
    signal: cancel.signal,
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        cancel.abort();
      }),
  });
  await expect(client.call('GET /user', {}, z.unknown())).rejects.toThrow('Talking to GitHub was cancelled.');
  await expect(client.call('GET /user', {}, z.unknown())).rejects.toThrow('Talking to GitHub was cancelled.');
  expect(fake.calls).toHaveLength(1);
});

test('the token never shows in an error', async () => {
  fake.fault = () => ({ status: 404, body: '{"message":"Not Found"}' });
  const client = await clientOf(fake);
  const thrown: unknown = await client.call('GET /user', {}, z.unknown()).catch((error: unknown) => error);
  expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain('token-of-the-job');
});

test('a page on another host is not fetched', async () => {
  const link = '<http://127.0.0.2:1/comments?page=2>; rel="next"';
  fake.fault = () => ({ status: 200, body: '[]', headers: { link } });
  const client = await clientOf(fake);
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  await expect(client.list(route, thread, z.array(idOnly))).rejects.toThrow('another host');
  expect(fake.calls).toHaveLength(1);
});
