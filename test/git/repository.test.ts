import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { Interrupted } from '../../src/errors.ts';
import { aRemote, environment, program, type TestClone, type TestRemote } from '../support/git.ts';

let remote: TestRemote;
let clone: TestClone;
beforeAll(() => {
  remote = aRemote();
  clone = remote.clone();
});
afterAll(() => remote[Symbol.dispose]());
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a file at a revision', () => {
  test.each([
    ['stands as committed, not as in the folder', 'plimsoll.yml', 'version: 1 # é\n'],
    ['in a folder', '.github/plimsoll.yml', 'version: 1\n'],
    ['by a path with dots', './.github/../plimsoll.yml', 'version: 1 # é\n'],
    ['with a name like an option', '-z', 'dash'],
    ['of another case is none', 'Plimsoll.yml', undefined],
    ['below a file is none', 'plimsoll.yml/x', undefined],
    ['outside is none', '../plimsoll.yml', undefined],
  ])('%s', async (_, path, text) => {
    const commit = clone.commit({
      'plimsoll.yml': 'version: 1 # é\n',
      '.github/plimsoll.yml': 'version: 1\n',
      '-z': 'dash',
      '.gitattributes': '* filter=loud export-ignore ident\n',
    });
    clone.git('config', 'filter.loud.smudge', 'echo filtered');
    writeFileSync(join(clone.path, 'plimsoll.yml'), 'changed');
    expect(await (await clone.open()).readText(commit, path, 100)).toBe(text);
  });

  test.each([
    ['a symbolic link', { a: { link: 'b' }, b: 'x' }, 'a', 'a is a symbolic link.'],
    ['behind a symbolic link', { a: { link: 'c' }, 'c/b': 'x' }, 'a/b', 'a is a symbolic link.'],
    ['a folder', { a: null, 'a/b': 'x' }, 'a', 'a is a folder.'],
    ['too large', { a: 'x'.repeat(101) }, 'a', 'It has 101 bytes; 100 are read at most.'],
    ['no text', { a: new Uint8Array([0x66, 0xff]) }, 'a', 'It is not UTF-8 text.'],
    ['binary', { a: 'a\0b' }, 'a', 'It is not UTF-8 text.'],
  ])('that is %s is refused', async (_, files, path, why) => {
    const commit = clone.commit(files);
    await expect((await clone.open()).readText(commit, path, 100)).rejects.toThrow(
      `${path} at ${commit} cannot be read: ${why}`,
    );
  });

  test('that is a submodule is refused', async () => {
    clone.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    clone.git('commit', '--quiet', '-m', 'module');
    const commit = clone.git('rev-parse', 'HEAD');
    clone.git('rm', '--quiet', '--cached', 'module');
    const repository = await clone.open();
    await expect(repository.readText(commit, 'module/plimsoll.yml', 100)).rejects.toThrow('module is a submodule.');
    const lacking = 'It has the submodule module, which is not fetched.';
    expect(await repository.missingFiles(commit, '.')).toBe(lacking);
    expect(await repository.missingFiles(commit, 'module/sub')).toBe(lacking);
    expect(await repository.missingFiles(commit, 'elsewhere')).not.toBe(lacking);
    expect(await repository.missingFiles(commit, '../out')).toBe(lacking);
  });

  test('is not replaced by a replace ref', async () => {
    const commit = clone.commit({ policy: 'strict' });
    const other = clone.commit({ policy: 'lax' });
    clone.git('replace', commit, other);
    expect(await (await clone.open()).readText(commit, 'policy', 100)).toBe('strict');
    clone.git('replace', '-d', commit);
  });

  test('is seen from the folder that was opened', async () => {
    const commit = clone.commit({ 'services/api/plimsoll.yml': 'mine' });
    const repository = await clone.open(join(clone.path, 'services/api'));
    expect(await repository.readText(commit, 'plimsoll.yml', 100)).toBe('mine');
  });
});

describe('a revision', () => {
  test.each([['-x'], [''], ['a b'], ['--upload-pack=touch /tmp/x'], ['no-such'], ['1'.repeat(40)]])(
    '%j is refused',
    async (revision) => {
      await expect((await clone.open()).commitOf(revision)).rejects.toThrow(/no revision|`git fetch` failed/);
    },
  );

  test('is found by name, by SHA, and on the remote', async () => {
    const commit = clone.commit({ file: '1' });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main', 'HEAD:refs/heads/release');
    const shallow = remote.clone('--depth=1', '--branch=main', '--single-branch');
    const repository = await shallow.open();
    expect([await repository.commitOf('HEAD'), await repository.commitOf('release')]).toEqual([commit, commit]);
  });

  test('outside a repository there is none', async () => {
    const signal = new AbortController().signal;
    expect(await openRepository({ root: remote.folder, environment, signal, openCheckout })).toBeUndefined();
    const noGit = { ...environment, PATH: '/nonexistent' };
    expect(await openRepository({ root: clone.path, environment: noGit, signal, openCheckout })).toBeUndefined();
  });
});

describe('the merge base', () => {
  test('of a shallow clone of depth 1 is found by deepening', async () => {
    const start = clone.commit({ file: 'fork point' });
    clone.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/main');
    for (let count = 0; count < 5; count += 1) clone.commit({ file: `main ${count}` });
    const main = clone.git('rev-parse', 'HEAD');
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    clone.git('checkout', '--quiet', '-b', 'topic', start);
    for (let count = 0; count < 32; count += 1) clone.commit({ other: `topic ${count}` });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/topic');
    clone.git('checkout', '--quiet', '-');

    const shallow = remote.clone('--depth=1', '--branch=topic', '--single-branch');
    const repository = await shallow.open();
    expect(await repository.has(main)).toBe(false);
    const base = await repository.commitOf(main);
    expect(await repository.mergeBase(await repository.head(), base)).toBe(start);
  });

  test('that is a parent of the head needs no history', async () => {
    const base = clone.commit({ file: 'base' });
    const head = clone.commit({ file: 'head' });
    clone.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/main');
    const shallow = remote.clone('--depth=1', '--branch=main');
    shallow.git('remote', 'remove', 'origin');
    const repository = await shallow.open();
    expect(await repository.parents(head)).toEqual([base]);
    expect(await repository.mergeBase(head, base)).toBe(base);
  });

  test('of unrelated histories is none', async () => {
    const one = clone.commit({ file: 'one' });
    clone.git('checkout', '--quiet', '--orphan', 'elsewhere');
    const other = clone.commit({ file: 'other' });
    clone.git('checkout', '--quiet', '-');
    expect(await (await clone.open()).mergeBase(one, other)).toBeUndefined();
  });

  test('ancestors stand nearest first, beyond the end of a shallow clone', async () => {
    const commits = ['1', '2', '3'].map((text) => clone.commit({ file: text }));
    clone.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/main');
    const repository = await remote.clone('--depth=1', '--branch=main').open();
    expect(await repository.ancestors(commits[2] ?? '', 3)).toEqual(commits.toReversed());
  });
});

describe('a worktree', () => {
  test('has the files of the commit, without hooks and filters, and is gone afterwards', async () => {
    const commit = clone.commit({ file: 'then', '.gitattributes': 'file filter=loud\n' });
    clone.commit({ file: 'now' });
    program(join(clone.path, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${remote.folder}/hooked\n`);
    clone.git('config', 'filter.loud.smudge', `touch ${remote.folder}/filtered; cat`);
    clone.git('config', 'filter.loud.required', 'true');
    const repository = await clone.open();
    const seen = await repository.withWorktree(commit, async (checkout) => {
      expect(clone.git('worktree', 'list').split('\n')).toHaveLength(2);
      return checkout.readText('file', 100);
    });
    expect(seen).toBe('then');
    expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect([existsSync(join(remote.folder, 'hooked')), existsSync(join(remote.folder, 'filtered'))]).toEqual([
      false,
      false,
    ]);
    expect(await repository.missingFiles(commit, 'any/folder')).toBe(
      'Its files pass a Git filter (loud, .gitattributes), which is not run.',
    );
    // The tests share the clone, and a filter that must run and cannot would refuse their commits.
    clone.git('config', '--remove-section', 'filter.loud');
  });

  test('lacks nothing in a folder that filters elsewhere do not reach', async () => {
    const commit = clone.commit({
      '.gitattributes': null,
      'art/.gitattributes': '*.psd filter=lfs\n',
      'app/x': 'x',
      'art/app/y': 'y',
    });
    const repository = await clone.open();
    expect(await repository.missingFiles(commit, 'app')).toBeUndefined();
    const lacking = 'Its files pass a Git filter (Git LFS, art/.gitattributes), which is not run.';
    expect(await repository.missingFiles(commit, 'art/app')).toBe(lacking);
    expect(await repository.missingFiles(commit, '.')).toBe(lacking);
    expect(await (await clone.open(join(clone.path, 'art'))).missingFiles(commit, 'app')).toBe(lacking);
    clone.commit({ 'art/.gitattributes': null });
  });

  test('is removed when its use fails, and when the run is stopped', async () => {
    // In a folder of its own: others make and remove worktrees of theirs at the same time.
    const folder = join(remote.folder, 'worktrees');
    mkdirSync(folder);
    vi.stubEnv('TMPDIR', folder);
    const control = new AbortController();
    const repository = await clone.open(clone.path, control.signal);
    const commit = await repository.head();
    await expect(repository.withWorktree(commit, async () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    await expect(
      repository.withWorktree(commit, async () => {
        expect(readdirSync(folder)).toHaveLength(1);
        control.abort();
        throw new Interrupted('stopped');
      }),
    ).rejects.toBeInstanceOf(Interrupted);
    await expect(repository.withWorktree(commit, async () => 1)).rejects.toBeInstanceOf(Interrupted);
    expect(readdirSync(folder)).toEqual([]);
    expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  test('is opened at the same folder of the repository', async () => {
    mkdirSync(join(clone.path, 'sub'), { recursive: true });
    const commit = clone.commit({ '.gitattributes': null, file: null, 'sub/file': 'below' });
    const repository = await clone.open(join(clone.path, 'sub'));
    expect(await repository.withWorktree(commit, (checkout) => checkout.readText('file', 100))).toBe('below');
  });
});

describe('what differs between two commits', () => {
  test('is each path that came, went or was altered, on both sides of a renaming, and submodules', async () => {
    const from = clone.commit({ 'c/kept': 'a', 'c/gone': 'b', 'c/moved': 'same text', 'c/altered': '1' });
    clone.git('update-index', '--add', '--cacheinfo', `160000,${'2'.repeat(40)},c/module`);
    const to = clone.commit({
      'c/gone': null,
      'c/moved': null,
      'c/é here': 'same text',
      'c/altered': '2',
      'c/l': { link: 'kept' },
    });
    const repository = await clone.open();
    const { paths, links } = await repository.changes(from, to);
    const below = (all: readonly string[]) => all.filter((path) => path.startsWith('c/'));
    expect(below(paths)).toEqual(['c/altered', 'c/gone', 'c/l', 'c/moved', 'c/é here']);
    expect(below(links)).toEqual(['c/l']);
    const within = await (await clone.open(join(clone.path, 'c'))).changes(from, to);
    expect(within).toEqual({ paths: ['altered', 'gone', 'l', 'moved', 'é here'], links: ['l'] });
  });
});
