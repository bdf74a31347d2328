import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BranchFile } from '../../src/repository-port.ts';
import { aRemote, program, type TestClone, type TestRemote } from '../support/git.ts';

let remote: TestRemote;
let clone: TestClone;
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
  clone.commit({ file: 'x' });
  clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
});
afterEach(() => remote[Symbol.dispose]());

const paths = (files: readonly BranchFile[] | undefined): readonly string[] => (files ?? []).map(({ path }) => path);
const put = (path: string, text = path) => ({ put: [{ path, text }], remove: [] });

describe('the branch of records', () => {
  test('is made by the first update, without the history or the files of the checkout', async () => {
    const { records } = await clone.open();
    expect(await records.list()).toBeUndefined();
    await records.update('first', (files) => {
      expect(files).toBeUndefined();
      return put('a/b.json', 'text\n');
    });
    const [only] = (await records.list()) ?? [];
    expect(only).toMatchObject({ path: 'a/b.json', isPlain: true });
    expect(only && (await records.readText(only, 100))).toBe('text\n');
    expect(only && (await records.readText(only, 4))).toBeUndefined();
    expect(remote.git('rev-list', '--count', records.name)).toBe('1');
    expect(clone.git('status', '--porcelain')).toBe('');
    expect(clone.git('for-each-ref', '--format=%(refname)').split('\n')).not.toContain(`refs/heads/${records.name}`);
  });

  test('grows by one commit an update, and loses what is pruned', async () => {
    const { records } = await clone.open();
    await records.update('1', () => put('a'));
    await records.update('2', () => put('b'));
    await records.update('3', () => ({ ...put('c'), remove: ['a'] }));
    expect(paths(await records.list())).toEqual(['b', 'c']);
    expect(remote.git('rev-list', '--count', records.name)).toBe('3');
  });

  test('keeps what four runs write at once', async () => {
    const clones = [remote.clone(), remote.clone('--depth=1'), remote.clone(), clone];
    const opened = await Promise.all(clones.map((one) => one.open()));
    await Promise.all(opened.map(({ records }, index) => records.update(`run ${index}`, () => put(`file${index}`))));
    expect(paths(await opened[0]?.records.list())).toEqual(['file0', 'file1', 'file2', 'file3']);
    expect(remote.git('rev-list', '--count', 'plimsoll-data')).toBe('4');
  });

  test('is read as it is after a force-push', async () => {
    const { records } = await clone.open();
    await records.update('1', () => put('a'));
    const other = remote.clone();
    other.git('checkout', '--quiet', '--orphan', 'rewritten');
    other.git('rm', '--quiet', '-rf', '.');
    other.commit({ rewritten: 'x' });
    other.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/plimsoll-data');
    expect(paths(await records.list())).toEqual(['rewritten']);
    await records.update('2', () => put('b'));
    expect(paths(await records.list())).toEqual(['b', 'rewritten']);
  });

  test('is not written when the plan refuses', async () => {
    const { records } = await clone.open();
    const refuse = (): never => {
      throw new Error('foreign');
    };
    await expect(records.update('1', refuse)).rejects.toThrow('foreign');
    expect(await records.list()).toBeUndefined();
  });

  test('that may not be pushed to is an error that names the permission', async () => {
    program(join(remote.folder, 'remote.git/hooks/pre-receive'), '#!/bin/sh\necho not allowed >&2\nexit 1\n');
    const { records } = await clone.open();
    const thrown: unknown = await records.update('1', () => put('a')).catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      problems: [{ code: 'records-not-pushed', hint: expect.stringContaining('contents: write') }],
    });
  });

  test('needs a remote to be written, and is none without', async () => {
    clone.git('remote', 'remove', 'origin');
    const { records } = await clone.open();
    expect(await records.list()).toBeUndefined();
    await expect(records.update('1', () => put('a'))).rejects.toThrow('There is no remote.');
  });

  test('gives many texts at once, and no text for what is none or too large', async () => {
    const other = remote.clone();
    other.git('checkout', '--quiet', '--orphan', 'odd');
    other.git('rm', '--quiet', '-rf', '.');
    const texts = {
      a: 'first\n',
      b: 'é\n\nsecond',
      c: new Uint8Array([0xff, 0x0a, 0xfe]),
      d: 'x'.repeat(200),
      e: '',
      f: 'first\n',
    };
    other.commit(texts);
    other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/plimsoll-data');
    const { records } = await clone.open();
    const files = (await records.list()) ?? [];
    const expected = ['first\n', 'é\n\nsecond', undefined, undefined, '', 'first\n'];
    expect(await records.readTexts(files, 100)).toEqual(expected);
    expect(await Promise.all(files.map((one) => records.readText(one, 100)))).toEqual(expected);
    expect(await records.readTexts([], 100)).toEqual([]);
  });

  test('tells links and programs from plain files', async () => {
    const other = remote.clone();
    other.git('checkout', '--quiet', '--orphan', 'odd');
    other.git('rm', '--quiet', '-rf', '.');
    program(join(other.path, 'run'), '#!/bin/sh\n');
    other.commit({ link: { link: 'run' }, plain: 'x' });
    other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/plimsoll-data');
    const files = (await (await clone.open()).records.list()) ?? [];
    expect(files.map(({ path, isPlain }) => [path, isPlain])).toEqual([
      ['link', false],
      ['plain', true],
      ['run', false],
    ]);
  });
});
