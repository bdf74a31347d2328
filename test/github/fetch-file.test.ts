import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchFile } from '../../src/adapters/github/fetch-file.ts';
import type { FetchedFile } from '../../src/adapters/github/fetch-file.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { clientOf, shaOf } from '../support/github/publishing.ts';
import type { TreeFile } from '../support/github/state.ts';

let fake: FakeGithub;
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.refs.set('main', shaOf(1));
  fake.state.refs.set('release/1', shaOf(1));
});
afterEach(() => fake.close());

const commit = (files: Readonly<Record<string, TreeFile>>): void => void fake.state.commits.set(shaOf(1), files);
const fetchIt = async (path = '.github/plimsoll.yml', ref = shaOf(1)): Promise<FetchedFile | undefined> =>
  fetchFile(await clientOf(fake), { repository: 'acme/api', path, ref }, 1_000);

describe('a committed file', () => {
  test.each([['main'], ['release/1'], [shaOf(1)]])('is read at %s, with its commit', async (ref) => {
    commit({ '.github/plimsoll.yml': { content: 'rules: {}\n# é\n' }, '.github/x': { content: 'x' } });
    await expect(fetchIt('.github/plimsoll.yml', ref)).resolves.toEqual({
      text: 'rules: {}\n# é\n',
      commitSha: shaOf(1),
    });
  });

  test('of exactly the cap is read', async () => {
    commit({ 'plimsoll.yml': { content: 'x'.repeat(1_000) } });
    await expect(fetchIt('plimsoll.yml')).resolves.toMatchObject({ text: 'x'.repeat(1_000) });
  });

  test.each([
    ['is not there', 'plimsoll.yml', { 'Plimsoll.yml': { content: 'case matters' } }],
    ['has no folder', '.github/plimsoll.yml', { '.github2/plimsoll.yml': { content: '' } }],
    ['has a file for a folder', 'a/b', { a: { content: '' } }],
  ])('that %s is none', async (_, path, files) => {
    commit(files);
    await expect(fetchIt(path)).resolves.toBeUndefined();
  });

  test.each<readonly [string, string, Readonly<Record<string, TreeFile>>, string]>([
    ['one byte over the cap', 'a', { a: { content: 'x'.repeat(1_001) } }, 'It has 1001 bytes; 1000 are read at most.'],
    ['a symbolic link', 'a', { a: { content: 'b', mode: '120000' }, b: { content: 'x' } }, 'a is a symbolic link.'],
    [
      'behind a symbolic link',
      'a/b',
      { a: { content: 'c', mode: '120000' }, 'c/b': { content: 'x' } },
      'a is a symbolic link.',
    ],
    ['in a submodule', 'a/b', { a: { content: 'd'.repeat(40), mode: '160000' } }, 'a is a submodule.'],
    ['a folder', 'a', { 'a/b': { content: '' } }, 'It is a folder.'],
    ['no text', 'a', { a: { content: new Uint8Array([0x66, 0xff, 0xfe]) } }, 'It is not UTF-8 text.'],
  ])('that is %s is refused', async (_, path, files, why) => {
    commit(files);
    await expect(fetchIt(path)).rejects.toThrow(`${path} of acme/api at ${shaOf(1)} could not be read: ${why}`);
  });

  test('that was changed on its way is refused', async () => {
    commit({ a: { content: 'rules: strict' } });
    const body = JSON.stringify({ content: Buffer.from('rules: loose!').toString('base64'), encoding: 'base64' });
    fake.fault = ({ operationId }) => (operationId === 'git/get-blob' ? { status: 200, body } : undefined);
    await expect(fetchIt('a')).rejects.toThrow('What GitHub sent is not what is committed.');
  });
});

describe('is the user’s to fix, never an absent policy:', () => {
  test('a ref that does not exist', async () => {
    await expect(fetchIt('a', 'gone')).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('404'),
    });
  });

  test.each(['repos/get-commit', 'git/get-tree', 'git/get-blob'])('a fault of %s', async (operationId) => {
    commit({ a: { content: 'x' } });
    for (const status of [401, 403, 404, 409, 422, 500, 502]) {
      fake.fault = (call) => (call.operationId === operationId ? { status, body: '{"message":"no"}' } : undefined);
      await expect(fetchIt('a', 'main')).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringContaining(`GitHub answered ${status}`),
      });
    }
  });
});
