import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { BranchChanges, BranchFile, RecordBranch } from '../../repository-port.ts';
import { listTree } from './blobs.ts';
import { fetchCommit, hasCommit, remoteOf } from './commits.ts';
import { GitFailed, type Git } from './git.ts';
import { readBlobOr, readBlobs } from './many-blobs.ts';

const maxTries = 12;
const networkTimeoutMs = 120_000;

/** The orphan branch on the remote that records live on. No ref of the checkout is made or moved. */
export function recordBranch(git: Git, name: string, signal: AbortSignal): RecordBranch {
  const ref = `refs/heads/${name}`;

  async function tipOf(remote: string): Promise<string | undefined> {
    const answer = await git.run(['ls-remote', '--quiet', remote, ref], { timeoutMs: networkTimeoutMs });
    const tip = answer
      .split('\n')
      .find((line) => line.endsWith(`\t${ref}`))
      ?.split('\t')[0];
    if (tip !== undefined && !(await hasCommit(git, tip))) await fetchCommit(git, remote, tip);
    return tip;
  }

  return {
    name,
    async list() {
      const remote = await remoteOf(git);
      const tip = remote === undefined ? undefined : await tipOf(remote);
      return tip === undefined ? undefined : filesOf(git, tip);
    },
    readText: ({ blob }, maxBytes) => readBlobOr(git, blob, maxBytes),
    readTexts: (files, maxBytes) =>
      readBlobs(
        git,
        files.map(({ blob }) => blob),
        maxBytes,
      ),
    async update(message, plan) {
      const remote = await remoteOf(git);
      if (remote === undefined) throw notPushed(name, 'There is no remote.');
      let why = '';
      for (let tries = 1; tries <= maxTries; tries += 1) {
        const tip = await tipOf(remote);
        const changes = plan(tip === undefined ? undefined : await filesOf(git, tip));
        const commit = await commitOn(git, tip, changes, message);
        const refused = await push(git, remote, `${commit}:${ref}`);
        if (refused === undefined) return;
        why = refused;
        // Only a branch that moved under us, or is being moved, is worth another try.
        if ((await tipOf(remote)) === tip && !/lock|failed to update ref|incorrect old value/.test(refused)) break;
        await sleep(Math.min(2_000, 50 * 2 ** tries) * (0.5 + (randomBytes(1)[0] ?? 0) / 255), undefined, { signal });
      }
      throw notPushed(name, why);
    },
  };
}

async function filesOf(git: Git, tip: string): Promise<readonly BranchFile[]> {
  const files = await listTree(git, tip, '-r');
  return files.map(({ path, mode, sha }) => ({ path, isPlain: mode === '100644', blob: sha }));
}

/** Writes the commit into the object store by an index of its own; the checkout's index and files are not touched. */
async function commitOn(
  git: Git,
  tip: string | undefined,
  { put, remove }: BranchChanges,
  message: string,
): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'plimsoll-index-'));
  try {
    const environment = { ...author, GIT_INDEX_FILE: join(folder, 'index') };
    await git.run(['read-tree', ...(tip === undefined ? ['--empty'] : [tip])], { environment });
    const lines: string[] = remove.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`);
    for (const { path, text } of put) {
      const blob = await git.run(['hash-object', '-w', '--stdin', '--no-filters'], { input: text });
      lines.push(`100644 ${blob.trim()}\t${path}\0`);
    }
    await git.run(['update-index', '-z', '--index-info'], { environment, input: lines.join('') });
    const tree = (await git.run(['write-tree'], { environment })).trim();
    const parent = tip === undefined ? [] : ['-p', tip];
    return (await git.run(['commit-tree', '--no-gpg-sign', ...parent, '-m', message, tree], { environment })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const author = {
  GIT_AUTHOR_NAME: 'Plimsoll',
  GIT_AUTHOR_EMAIL: 'plimsoll@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'Plimsoll',
  GIT_COMMITTER_EMAIL: 'plimsoll@users.noreply.github.com',
};

/** Never by force: a branch that moved refuses. @returns what git said when it was refused. */
async function push(git: Git, remote: string, refspec: string): Promise<string | undefined> {
  try {
    await git.run(['push', '--quiet', '--no-verify', '--', remote, refspec], { timeoutMs: networkTimeoutMs });
    return undefined;
  } catch (thrown) {
    if (thrown instanceof GitFailed) return thrown.message;
    throw thrown;
  }
}

function notPushed(name: string, why: string): UserError {
  return new UserError({
    code: 'records-not-pushed',
    message: `The measurements could not be stored on the branch ${name}: ${why}`,
    hint: 'The job needs `permissions: contents: write`, and the checkout credentials that may push (`persist-credentials`); a pull request from a fork never has them.',
  });
}
