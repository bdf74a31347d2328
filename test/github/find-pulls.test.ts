import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPulls } from '../../src/adapters/github/find-pulls.ts';
import type { PushedHead } from '../../src/adapters/github/find-pulls.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  const fork = { headRepo: 'mallory/api-fork', headRef: 'topic&state=all#x' };
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1), headRef: 'topic' });
  fake.state.pulls.set(2, { number: 2, headSha: shaOf(2), ...fork });
  fake.state.pulls.set(3, { number: 3, headSha: shaOf(3), ...fork, open: false });
  fake.state.pulls.set(4, { number: 4, headSha: shaOf(1), headRepo: 'acme/api-mirror', headRef: 'topic' });
  fake.state.pulls.set(5, { number: 5, headSha: shaOf(1), headRef: 'topic' });
});
afterEach(() => fake.close());

const find = async (pushed: PushedHead): Promise<readonly number[]> =>
  (await findPulls(await clientOf(fake), 'acme/api', pushed)).map(({ number }) => number);

test.each([
  ['of a branch here', { sha: shaOf(1), repository: 'acme/api', branch: 'topic' }, [1, 5]],
  [
    'of a fork, whatever its branch is called',
    { sha: shaOf(2), repository: 'Mallory/api-fork', branch: 'topic&state=all#x' },
    [],
  ],
  ['of a fork', { sha: shaOf(2), repository: 'mallory/api-fork', branch: 'topic&state=all#x' }, [2]],
  ['that are closed: none', { sha: shaOf(3), repository: 'mallory/api-fork', branch: 'topic&state=all#x' }, []],
  ['whose head moved on: none', { sha: shaOf(9), repository: 'acme/api', branch: 'topic' }, []],
  ['of another repository of the same owner', { sha: shaOf(1), repository: 'acme/api-mirror', branch: 'topic' }, [4]],
])('pull requests %s', async (_, pushed, numbers) => {
  await expect(find(pushed)).resolves.toEqual(numbers);
});
