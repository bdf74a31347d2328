import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { listTree, readBlob } from './blobs.ts';
import { answer } from './commits.ts';
import type { Environment, Git } from './git.ts';
import { timeoutSignal } from '../../deadline.ts';

const checkoutTimeoutMs = 300_000;
/** A stopped run has a few seconds to clean up. */
const removalTimeoutMs = 4_000;
const maxAttributesBytes = 2 ** 20;

/**
 * Runs with a commit checked out in a folder of its own outside the repository. The folder and git's note of it are
 * removed afterwards, also when `use` throws or the run is stopped.
 * @throws GitFailed
 */
export async function withWorktree<T>(git: Git, commit: string, use: (folder: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'plimsoll-base-'));
  const folder = join(parent, 'tree');
  try {
    const environment = await withoutFilters(git);
    await git.run(['worktree', 'add', '--quiet', '--detach', '--', folder, commit], {
      environment,
      timeoutMs: checkoutTimeoutMs,
    });
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
    await git
      .run(['worktree', 'remove', '--force', '--force', '--', folder], {
        signal: timeoutSignal(removalTimeoutMs),
      })
      // It was not added, or git's note of a folder that is gone stays until its next `worktree prune`: harmless.
      .catch(() => undefined);
  }
}

/**
 * Why a checkout of the commit would lack contents of a folder: submodules are not fetched, and filters, which start
 * programs, are off.
 * @param folder relative to the top of the repository; `.` or one that leads out of it: all of it.
 * @returns a sentence, or undefined when nothing is lacking.
 */
export async function missingFiles(git: Git, commit: string, folder: string): Promise<string | undefined> {
  const top = posix.normalize(`${folder}/`);
  const isAll = top === './' || top.startsWith('../') || posix.isAbsolute(top);
  const isInside = (path: string): boolean => isAll || path.startsWith(top);
  const files = await listTree(git, commit, '-r');
  const submodule = files.find(({ type, path }) => type === 'commit' && (isInside(path) || top.startsWith(`${path}/`)));
  if (submodule) return `It has the submodule ${submodule.path}, which is not fetched.`;
  for (const { path, sha, mode } of files) {
    const [, above] = /^(.*\/)?\.gitattributes$/.exec(path) ?? [];
    // Attributes hold for everything below the file they stand in.
    const isAttributes = posix.basename(path) === '.gitattributes' && (isInside(path) || top.startsWith(above ?? ''));
    if (mode === '120000' || !isAttributes) continue;
    const text = await readBlob(git, sha, maxAttributesBytes, (why) => new Error(`${path} cannot be read: ${why}`));
    const filter = /^(?!\s*#).*\sfilter=(\S+)/m.exec(text)?.[1];
    if (filter !== undefined)
      return `Its files pass a Git filter (${filter === 'lfs' ? 'Git LFS' : filter}, ${path}), which is not run.`;
  }
  return undefined;
}

/** Settings by environment that turn every configured filter off. https://git-scm.com/docs/git-config#ENVIRONMENT */
async function withoutFilters(git: Git): Promise<Environment> {
  const names = await answer(git, ['config', '--null', '--name-only', '--get-regexp', '^filter\\.']);
  const filters = new Set(
    (names ?? '').split('\0').flatMap((name) => (name === '' ? [] : [name.slice(0, name.lastIndexOf('.'))])),
  );
  const settings = [...filters].flatMap((filter) => [
    [`${filter}.smudge`, ''],
    [`${filter}.process`, ''],
    [`${filter}.required`, 'false'],
  ]);
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
