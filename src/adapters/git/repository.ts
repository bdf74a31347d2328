import { join, posix } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Checkout } from '../../ports.ts';
import type { Repository } from '../../repository-port.ts';
import { readBlobAt } from './blobs.ts';
import { changes } from './changes.ts';
import { ancestors, answer, commitOf, committedAt, hasCommit, mergeBase, parentsOf, tagsByCommit } from './commits.ts';
import { gitIn, type Environment } from './git.ts';
import { recordBranch } from './record-branch.ts';
import { missingFiles, withWorktree } from './worktree.ts';

/** What a repository is opened with. */
export interface RepositoryOptions {
  /** Absolute; the repository may begin above it. */
  readonly root: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly openCheckout: (root: string) => Checkout;
}

/** The branch stored measurements live on. */
export const recordBranchName = 'plimsoll-data';

/** Opens the Git repository a folder belongs to; undefined when it is in none, or there is no git. @throws Interrupted */
export async function openRepository(options: RepositoryOptions): Promise<Repository | undefined> {
  const { root, environment, signal } = options;
  const git = gitIn(root, environment, signal);
  const prefix = await prefixOf(() => answer(git, ['rev-parse', '--show-prefix']));
  if (prefix === undefined) return undefined;
  return {
    head: async () => (await git.run(['rev-parse', '--verify', 'HEAD^{commit}'])).trim(),
    isModified: async () => (await git.run(['status', '--porcelain', '--untracked-files=no'])).trim() !== '',
    commitOf: (revision) => commitOf(git, revision),
    has: (commit) => hasCommit(git, commit),
    readText: (commit, path, maxBytes) => readBlobAt(git, commit, posix.join(prefix, path), maxBytes),
    parents: (commit) => parentsOf(git, commit),
    mergeBase: (one, other) => mergeBase(git, one, other),
    ancestors: (commit, max) => ancestors(git, commit, max),
    changes: (from, to) => changes(git, from, to),
    committedAt: (commit) => committedAt(git, commit),
    tags: () => tagsByCommit(git),
    missingFiles: (commit, folder) => missingFiles(git, commit, posix.join(prefix, folder)),
    withWorktree: (commit, use) =>
      withWorktree(git, commit, (folder) => use(options.openCheckout(join(folder, prefix)))),
    records: recordBranch(git, recordBranchName, signal),
  };
}

/** Where the folder is below the top of its repository, with a `/` at the end; '' at the top. */
async function prefixOf(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return (await ask())?.replace(/\n$/, '');
  } catch (thrown) {
    // Without git there is no repository to speak of.
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}
