import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBase, policiesByToken, remotePolicies } from '../../src/main/remote-policies.ts';
import { aRemote } from '../support/git.ts';
import { startFakeGithub, type FakeGithub } from '../support/github/fake-github.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.commits.set(shaOf(9), {
    'plimsoll.yml': { content: 'by API' },
    link: { content: 'plimsoll.yml', mode: '120000' },
  });
  fake.state.refs.set('main', shaOf(9));
});
afterEach(() => fake.close());

const github = () => clientOf(fake);
const asked = (): number => fake.calls.length;

describe("a pull request's base", () => {
  test("is read from Git's objects where they are here, and GitHub is not asked", async () => {
    using remote = aRemote();
    const clone = remote.clone();
    const sha = clone.commit({ 'plimsoll.yml': 'by git' });
    const base = await openBase(sha, await clone.open(), 'acme/api', github);
    expect([await base.readText('plimsoll.yml', 100), asked()]).toEqual(['by git', 0]);
  });

  test('is read by API where the checkout does not have it', async () => {
    using remote = aRemote();
    const clone = remote.clone();
    clone.commit({ 'plimsoll.yml': 'the change' });
    const base = await openBase(shaOf(9), await clone.open(), 'acme/api', github);
    expect(await base.readText('plimsoll.yml', 100)).toBe('by API');
    expect(await base.readText('other.yml', 100)).toBeUndefined();
    await expect(base.readText('link', 100)).rejects.toThrow('is a symbolic link');
  });

  test('is fetched by git where there is no token', async () => {
    using remote = aRemote();
    const clone = remote.clone();
    const sha = clone.commit({ 'plimsoll.yml': 'on the base' });
    clone.commit({ 'plimsoll.yml': 'the change' });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    const shallow = await remote.clone('--depth=1').open();
    expect(await shallow.has(sha)).toBe(false);
    const base = await openBase(sha, shallow, 'acme/api', undefined);
    expect(await base.readText('plimsoll.yml', 100)).toBe('on the base');
  });

  test('that cannot be read is an error', async () => {
    await expect(openBase(shaOf(9), undefined, 'acme/api', undefined)).rejects.toThrow('there is no token');
    const gone = await openBase(shaOf(8), undefined, 'acme/api', github);
    await expect(gone.readText('plimsoll.yml', 100)).rejects.toThrow('could not be read');
  });
});

describe('policies of other repositories', () => {
  const source = { kind: 'remote', repository: 'acme/api', path: 'plimsoll.yml', ref: 'main' } as const;

  test('are read once each', async () => {
    const fetchPolicy = remotePolicies(github);
    expect([await fetchPolicy(source), await fetchPolicy(source)]).toEqual(['by API', 'by API']);
    const calls = asked();
    await fetchPolicy({ ...source });
    expect(asked()).toBe(calls);
    expect(await fetchPolicy({ ...source, path: 'none.yml' })).toBeUndefined();
  });

  test.each([
    [{}, false],
    [{ GITHUB_TOKEN: '' }, false],
    [{ GITHUB_TOKEN: 't' }, true],
    [{ GH_TOKEN: 't' }, true],
  ])('need a token on the command line: %j', (environment, can) => {
    expect('fetchPolicy' in policiesByToken(environment, new AbortController().signal)).toBe(can);
  });
});
