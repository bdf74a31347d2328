import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import type { Repository } from '../../src/repository-port.ts';

/** Contents by path: text, a symbolic link's target, or null for a file to remove. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string } | null>>;

/** A real checkout in a temporary folder. */
export interface TestClone {
  readonly path: string;
  git(...args: readonly string[]): string;
  /** Writes, adds and commits; the SHA. */
  commit(files: Files, message?: string): string;
  open(root?: string, signal?: AbortSignal): Promise<Repository>;
}

/** A bare remote and clones of it, all in one folder that removes itself. */
export interface TestRemote extends Disposable {
  readonly folder: string;
  readonly url: string;
  git(...args: readonly string[]): string;
  clone(...options: readonly string[]): TestClone;
}

/** Nothing of this machine's configuration; every commit a second after the one before, so that order is known. */
export const environment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
let seconds = 1_700_000_000;

export function aRemote(): TestRemote {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-git-'));
  const bare = join(folder, 'remote.git');
  run(folder, ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  let clones = 0;
  return {
    folder,
    url: `file://${bare}`,
    git: (...args) => run(bare, args),
    clone(...options) {
      const path = join(folder, `clone${(clones += 1)}`);
      run(folder, ['clone', '--quiet', ...options, `file://${bare}`, path]);
      return cloneAt(path);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function cloneAt(path: string): TestClone {
  return {
    path,
    git: (...args) => run(path, args),
    commit(files, message = 'change') {
      for (const [name, content] of Object.entries(files)) write(join(path, name), content);
      run(path, ['add', '--all']);
      run(path, ['commit', '--quiet', '--allow-empty', '-m', message]);
      return run(path, ['rev-parse', 'HEAD']);
    },
    async open(root = path, signal = new AbortController().signal) {
      const repository = await openRepository({ root, environment, signal, openCheckout });
      if (!repository) throw new Error(`${root} is in no repository.`);
      return repository;
    },
  };
}

function write(path: string, content: Files[string]): void {
  rmSync(path, { recursive: true, force: true });
  if (content === null || content === undefined) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, path);
  else writeFileSync(path, content);
}

function run(cwd: string, args: readonly string[]): string {
  seconds += 1;
  const dates = { GIT_AUTHOR_DATE: `${seconds} +0000`, GIT_COMMITTER_DATE: `${seconds} +0000` };
  const options = { cwd, env: { ...environment, ...identity, ...dates }, encoding: 'utf8', stdio: 'pipe' } as const;
  return execFileSync('git', [...args], options).trim();
}

/** Makes a program in a folder. */
export function program(path: string, script: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, script);
  chmodSync(path, 0o755);
}
