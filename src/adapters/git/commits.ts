import { UserError } from '../../errors.ts';
import { GitFailed, type Git } from './git.ts';

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const fetchTimeoutMs = 300_000;
/** Commits by which a shallow clone is deepened, until the merge base is found; then the whole history. */
const deepenings = ['--deepen=30', '--deepen=300', '--deepen=3000', '--unshallow'] as const;

const remotes = new WeakMap<Git, Promise<string | undefined>>();

/** The remote to ask: `origin`, else the only one there is. Asked once: a run does not change it. */
export function remoteOf(git: Git): Promise<string | undefined> {
  const known = remotes.get(git) ?? findRemote(git);
  remotes.set(git, known);
  return known;
}

async function findRemote(git: Git): Promise<string | undefined> {
  const names = (await git.run(['remote'])).split('\n').filter((name) => name !== '');
  if (names.includes('origin')) return 'origin';
  return names.length === 1 ? names[0] : undefined;
}

/** Whether a commit is here, without asking a remote. */
export async function hasCommit(git: Git, commit: string): Promise<boolean> {
  return (await answer(git, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;
}

/** The commit a revision means. @throws UserError `no-such-revision`; GitFailed */
export async function commitOf(git: Git, revision: string): Promise<string> {
  // What begins with a dash would be read as an option.
  if (/^-|[\0-\x20\x7f]|^$/.test(revision)) throw noSuch(revision);
  const remote = await remoteOf(git);
  for (const name of remote === undefined ? [revision] : [revision, `${remote}/${revision}`]) {
    const found = await answer(git, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    if (found !== undefined) return found.trim();
  }
  if (remote === undefined) throw noSuch(revision);
  const sha = fullSha.test(revision) ? revision : await askRemote(git, remote, revision);
  if (sha === undefined) throw noSuch(revision);
  await fetchCommit(git, remote, sha);
  return (await git.run(['rev-parse', '--verify', '--quiet', `${sha}^{commit}`])).trim();
}

/** Fetches one commit by its SHA; of a shallow clone only that commit. @throws GitFailed */
export async function fetchCommit(git: Git, remote: string, sha: string): Promise<void> {
  const depth = (await isShallow(git)) ? ['--depth=1'] : [];
  await fetch(git, remote, [sha], depth);
}

/** Parents as the commit itself names them: a shallow clone hides them from `rev-parse`. */
export async function parentsOf(git: Git, commit: string): Promise<readonly string[]> {
  const [head = ''] = (await git.run(['cat-file', 'commit', commit])).split('\n\n', 1);
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, sha]) => sha ?? '');
}

/** The best common ancestor; a shallow clone is deepened until there is one. @throws GitFailed */
export async function mergeBase(git: Git, one: string, other: string): Promise<string | undefined> {
  if (one === other) return one;
  if ((await parentsOf(git, one)).includes(other)) return other;
  for (const depth of [undefined, ...deepenings]) {
    if (depth !== undefined) {
      if (!(await isShallow(git))) return undefined;
      const remote = await remoteOf(git);
      if (remote === undefined) return undefined;
      await deepen(git, remote, [one, other], depth);
    }
    const found = await answer(git, ['merge-base', one, other]);
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

/** The commit and its ancestors, nearest first; a shallow clone is deepened once where it ends too early. @throws GitFailed */
export async function ancestors(git: Git, commit: string, max: number): Promise<readonly string[]> {
  const list = async (): Promise<readonly string[]> =>
    (await git.run(['rev-list', '--topo-order', `--max-count=${max}`, commit]))
      .split('\n')
      .filter((line) => line !== '');
  const found = await list();
  const remote = found.length < max && (await isShallow(git)) ? await remoteOf(git) : undefined;
  if (remote === undefined) return found;
  await fetch(git, remote, [commit], [`--deepen=${max}`]);
  return list();
}

/** Seconds since 1970. */
export async function committedAt(git: Git, commit: string): Promise<number> {
  return Number(await git.run(['show', '--no-patch', '--no-show-signature', '--format=%ct', commit]));
}

/** Tags by the commit they name; a clone made for a check mostly has none of its own, so the remote is asked. @throws GitFailed */
export async function tagsByCommit(git: Git): Promise<ReadonlyMap<string, readonly string[]>> {
  const remote = await remoteOf(git);
  const lines =
    remote === undefined
      ? await answer(git, ['show-ref', '--tags', '--dereference'])
      : await git.run(['ls-remote', '--quiet', '--tags', remote], { timeoutMs: fetchTimeoutMs });
  const commits = new Map<string, string>();
  for (const [, sha = '', name = ''] of (lines ?? '').matchAll(/^([0-9a-f]+)\s+refs\/tags\/(.+)$/gm))
    // An annotated tag comes twice: as itself, then as the commit it names.
    commits.set(name.replace(/\^\{\}$/, ''), sha);
  const tags = new Map<string, string[]>();
  for (const [name, sha] of commits) tags.set(sha, [...(tags.get(sha) ?? []), name]);
  return tags;
}

/** What git prints, or undefined when it ends with 1 or 128: no such thing. */
export async function answer(git: Git, args: readonly string[]): Promise<string | undefined> {
  try {
    return await git.run(args);
  } catch (thrown) {
    if (thrown instanceof GitFailed && (thrown.status === 1 || thrown.status === 128)) return undefined;
    throw thrown;
  }
}

async function askRemote(git: Git, remote: string, name: string): Promise<string | undefined> {
  const refs = [`refs/heads/${name}`, `refs/tags/${name}`];
  const lines = (await git.run(['ls-remote', '--quiet', remote, ...refs], { timeoutMs: fetchTimeoutMs })).split('\n');
  return refs
    .map((ref) => lines.find((line) => line.endsWith(`\t${ref}`))?.split('\t')[0])
    .find((sha) => sha !== undefined);
}

async function fetch(git: Git, remote: string, shas: readonly string[], depth: readonly string[]): Promise<void> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...depth, '--', remote, ...shas];
  await git.run(args, { timeoutMs: fetchTimeoutMs });
}

/** A head that was never pushed is not the remote's to deepen; its base is. */
async function deepen(git: Git, remote: string, shas: readonly [string, string], depth: string): Promise<void> {
  if (depth === '--unshallow') return fetch(git, remote, [], [depth]);
  try {
    await fetch(git, remote, shas, [depth]);
  } catch (thrown) {
    if (!(thrown instanceof GitFailed) || thrown.status === undefined) throw thrown;
    await fetch(git, remote, [shas[1]], [depth]);
  }
}

async function isShallow(git: Git): Promise<boolean> {
  return (await git.run(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

function noSuch(revision: string): UserError {
  return new UserError({
    code: 'no-such-revision',
    message: `There is no revision ${revision} in this repository.`,
    expected: 'a commit, a branch or a tag',
    got: revision,
    hint: 'Check its name, and that the remote can be reached.',
  });
}
