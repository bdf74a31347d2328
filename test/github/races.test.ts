import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMarker } from '../../src/adapters/github/comment-marker.ts';
import type { Fault } from '../support/github/answering.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { publish, shaOf } from '../support/github/publishing.ts';
import { addComment } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

/** Repeatable chance: the same seed gives the same numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** An answer late by up to 60 ms, and one in seven lost before or after the call was carried out. */
function weather(random: () => number): Fault {
  const delayMs = Math.floor(random() * 60);
  const luck = random();
  if (luck < 0.05) return { delayMs, status: 502, body: '<html>' };
  if (luck < 0.1) return { delayMs, afterwards: true, status: 502, body: '<html>' };
  return luck < 0.14 ? { delayMs, status: 403, body: '{}', headers: { 'retry-after': '1' } } : { delayMs };
}

/** Publishes one report for each of the commits 1…n at once, the newest being the pull request's head. */
async function publishAll(count: number): Promise<readonly string[]> {
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(count) });
  const runs = Array.from({ length: count }, (_, index) => index + 1);
  const states = await Promise.all(
    runs.map((run) => publish(fake, { headSha: shaOf(run), runId: 100 + run, body: `Report ${run}.` })),
  );
  return states.map(({ state }) => state);
}

describe('runs of 20 commits at once end with one comment that tells the newest', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('weather %d', async (seed) => {
    const random = chance(seed);
    fake.fault = () => ({ delayMs: Math.floor(random() * 60) });
    const foreign = addComment(fake.state, 1, { id: 9, login: 'human', type: 'User' }, 'Hello.');
    await publishAll(20);
    const ours = [...fake.state.comments.values()].filter(({ id }) => id !== foreign.id);
    expect(ours.map(({ body }) => readMarker(body)?.body)).toEqual(['Report 20.']);
    expect(fake.state.comments.get(foreign.id)).toEqual(foreign);
  });

  test.each([11, 12, 13, 14])('weather %d, with answers lost', async (seed) => {
    const random = chance(seed);
    fake.fault = () => weather(random);
    const states = await publishAll(20);
    // A run that gave up may leave a comment; the next run of the newest commit removes it.
    fake.fault = () => undefined;
    await publish(fake, { headSha: shaOf(20), runId: 121, body: 'Report 20.' });
    expect([...fake.state.comments.values()].map(({ body }) => readMarker(body)?.body)).toEqual(['Report 20.']);
    expect(states).toContain('outdated');
  });
});

test('two attempts of one commit at once end with one comment', async () => {
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
  const random = chance(7);
  fake.fault = () => ({ delayMs: Math.floor(random() * 30) });
  await Promise.all([1, 2].map((runAttempt) => publish(fake, { runAttempt, body: `Attempt ${runAttempt}.` })));
  expect(fake.state.comments.size).toBe(1);
});

test('a commit pushed while older runs publish gets the comment', async () => {
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
  const random = chance(9);
  fake.fault = () => ({ delayMs: Math.floor(random() * 30) });
  const older = publish(fake, { body: 'Older.' });
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(2) });
  const newer = publish(fake, { headSha: shaOf(2), runId: 101, body: 'Newer.' });
  await Promise.all([older, newer]);
  expect([...fake.state.comments.values()].map(({ body }) => readMarker(body)?.body)).toEqual(['Newer.']);
});
