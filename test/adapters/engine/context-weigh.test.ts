import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newHelping, type ContextHelper, type ContextHelpers } from '../../../src/adapters/engine/context-helper.ts';
import { packContext } from '../../../src/adapters/engine/context-tar.ts';
import { weighContext } from '../../../src/adapters/engine/context-weigh.ts';
import { UserError } from '../../../src/errors.ts';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-weigh-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;

function folder(files: Readonly<Record<string, string>>): string {
  const dir = join(root, String((count += 1)));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const environment = { PATH: process.env['PATH'], HOME: root, GIT_CEILING_DIRECTORIES: tmpdir() };
const weigh = (
  contextDir: string,
  dockerfile = join(contextDir, 'Dockerfile'),
  signal = new AbortController().signal,
  helpers?: ContextHelpers,
) => weighContext({ contextDir, dockerfile, isSecretFile }, environment, signal, helpers);
const isSecretFile = (path: string): boolean => path.endsWith('/.env');

/** What the tar for the engine counts, once it was read to its end. */
async function packed(contextDir: string) {
  const context = await packContext(contextDir, join(contextDir, 'Dockerfile'));
  for await (const chunk of context.stream) void chunk;
  return context.sent();
}

describe('a context is weighed as it is sent', () => {
  test.each([
    ['without an ignore file', undefined],
    ['with one', 'a\n**/*.log\n'],
    ['with exceptions', '*\n!a/b/keep*\n!Dockerfile\n'],
    ['with all left out but what is below a folder', 'a/*\n!a/b\n**/x.log'],
  ])('%s', async (_, ignore) => {
    const dir = folder({
      Dockerfile: 'FROM scratch',
      'a/b/keep.txt': '12345',
      'a/b/x.log': '1',
      'a/c/d/e': '123',
      'f/g.log': '12',
      ...(ignore !== undefined && { '.dockerignore': ignore }),
    });
    linkSync(join(dir, 'a/b/keep.txt'), join(dir, 'f/again'));
    symlinkSync('nowhere', join(dir, 'f/link'));
    execFileSync('mkfifo', [join(dir, 'f/pipe')]);
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/f/`), Buffer.from([0xff, 0xfe])]), '1234567');
    const { bytes, files, ignoreFile } = await weigh(dir);
    expect({ bytes, files }).toEqual(await packed(dir));
    expect(ignoreFile).toBe(ignore === undefined ? undefined : join(dir, '.dockerignore'));
  });

  test("by the Dockerfile's own ignore file, where it has one", async () => {
    const dir = folder({
      'api.Dockerfile': 'FROM scratch',
      'api.Dockerfile.dockerignore': '*',
      '.dockerignore': '',
      a: '1',
    });
    expect(await weigh(dir, join(dir, 'api.Dockerfile'))).toMatchObject({
      files: 0,
      ignoreFile: join(dir, 'api.Dockerfile.dockerignore'),
    });
  });

  test('a folder that is none is refused', async () => {
    await expect(weigh(join(root, 'nothing'))).rejects.toThrow(UserError);
  });

  test('a signal stops it', async () => {
    await expect(weigh(folder({ a: '' }), undefined, AbortSignal.abort())).rejects.toThrow('Cancelled');
  });
});

const git = (dir: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', dir, '-c', 'init.defaultBranch=main', ...args], { env: environment });

describe('a context so large that a helper is started', () => {
  let dir: string;
  beforeAll(() => {
    const files: Record<string, string> = {
      Dockerfile: 'FROM scratch',
      '.gitignore': 'out/\n',
      '.dockerignore': '**/left\nm-7*\n!m-7*/a/f-1\n.git\n',
    };
    for (let folders = 0; folders < 400; folders += 1)
      for (const [at, name] of ['a/f-1', 'a/left', 'node_modules/x', '.env', 'out/y'].entries())
        files[`m-${folders % 97}/${folders}/${name}`] = 'x'.repeat(at + (folders % 5));
    dir = folder(files);
    git(dir, 'init', '-q');
    for (const name of ['m-90/z', 'm-2/b', 'a']) linkSync(join(dir, 'm-1/1/out/y'), join(dir, name));
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/m-3/`), Buffer.from([0xff, 0xfe])]), '1234567');
  });

  /** Helpers in this thread, which get and give nothing but what another thread could be sent. */
  const helpersOf = (taken: { count: number }): ContextHelpers => ({
    fromEntries: 1,
    start(task) {
      const answer = newHelping(structuredClone(task), isSecretFile);
      return {
        async take(folders) {
          taken.count += folders.length;
          const told = structuredClone(answer({ take: structuredClone(folders) }));
          return 'left' in told ? told.left : [];
        },
        async share() {
          const told = structuredClone(answer('share'));
          if (!('share' in told)) throw new Error('no sums');
          return told.share;
        },
        end: async () => {},
      };
    },
  });

  test('comes to the same, with files that have several names counted once', { tags: 'thorough' }, async () => {
    const taken = { count: 0 };
    const alone = await weigh(dir);
    expect(await weigh(dir, undefined, undefined, helpersOf(taken))).toEqual(alone);
    expect(taken.count).toBeGreaterThan(20);
    const { bytes, files } = alone;
    expect({ bytes, files }).toEqual(await packed(dir));
    expect(new Set(alone.heaps.map(({ kind }) => kind))).toEqual(new Set(['secret', 'dependencies', 'git-ignored']));
  });

  test('what a helper cannot read is told, and it is ended', async () => {
    let ended = false;
    const failing = (): ContextHelper => ({
      take: () => Promise.reject(new UserError({ code: 'unreadable-context', message: 'No.', expected: '', hint: '' })),
      share: () => Promise.reject(new Error('not asked')),
      end: async () => {
        ended = true;
      },
    });
    await expect(weigh(dir, undefined, undefined, { fromEntries: 1, start: failing })).rejects.toThrow('No.');
    expect(ended).toBe(true);
  });
});

describe('what git ignores', () => {
  test('is shown where the ignore file leaves it', async () => {
    const dir = folder({
      Dockerfile: '',
      '.gitignore': 'out/\n*.tmp\n',
      '.dockerignore': '.git\nleft.tmp\n',
      'out/a/b': '123',
      'x.tmp': '1',
      'left.tmp': '1',
      'kept.tmp': '1',
    });
    git(dir, 'init', '-q');
    git(dir, 'add', '-f', 'kept.tmp');
    const { heaps, gitUnknown } = await weigh(dir);
    expect(heaps.map(({ path, kind, bytes }) => [path, kind, bytes])).toEqual([
      ['out', 'git-ignored', 3],
      ['x.tmp', 'git-ignored', 1],
    ]);
    expect(gitUnknown).toBeUndefined();
  });

  test('is meant to be sent where the ignore file says so with an exception', async () => {
    const dir = folder({
      Dockerfile: '',
      '.gitignore': 'target/\ndist/\nout/\n',
      '.dockerignore': '*\n!src\n!target/app.jar\n!dist\n!o*\n',
      'target/app.jar': '1',
      'target/other': '1',
      'dist/a': '1',
      'out/a': '1',
      'src/node_modules/a': '1',
    });
    git(dir, 'init', '-q');
    const { heaps, files } = await weigh(dir);
    expect(files).toBe(4);
    expect(heaps.map(({ path }) => path)).toEqual(['src/node_modules']);
  });

  test('is nothing outside of a checkout', async () => {
    const { heaps, gitUnknown } = await weigh(folder({ Dockerfile: '', '.gitignore': 'a', a: '1' }));
    expect({ heaps, gitUnknown }).toEqual({ heaps: [], gitUnknown: undefined });
  });

  test('is not known without git', async () => {
    const dir = folder({ Dockerfile: '' });
    const request = { contextDir: dir, dockerfile: join(dir, 'Dockerfile'), isSecretFile: () => false };
    const weighed = await weighContext(request, { PATH: '/nowhere' }, new AbortController().signal);
    expect(weighed.gitUnknown).toBe('What git ignores in the build context is not known: git could not be run.');
  });

  test('is not read from a folder that only looks like a repository', async () => {
    const dir = folder({
      Dockerfile: '',
      HEAD: 'ref: refs/heads/main\n',
      'refs/x': '',
      'objects/x': '',
      config: '[core]\n',
    });
    expect((await weigh(dir)).gitUnknown).toBeUndefined();
  });
});
