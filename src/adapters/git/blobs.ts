import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Git } from './git.ts';

/** An entry of a tree: https://git-scm.com/docs/git-ls-tree#_output_format */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly path: string;
}

/**
 * The text of a file as it is committed: no filter is applied and no link followed.
 * @param path relative to the top of the repository.
 * @returns undefined when the commit has no such file.
 * @throws UserError `unreadable-revision-file`; GitFailed
 */
export async function readBlobAt(
  git: Git,
  commit: string,
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  const tidy = posix.normalize(path);
  if (tidy === '..' || tidy.startsWith('../') || posix.isAbsolute(tidy)) return undefined;
  const parts = tidy.split('/').filter((part) => part !== '.' && part !== '');
  let tree = commit;
  for (const [index, part] of parts.entries()) {
    const entry = (await listTree(git, tree)).find((one) => one.path === part);
    if (!entry) return undefined;
    const isLast = index === parts.length - 1;
    const what = unfit(entry, isLast);
    if (what !== undefined) throw unreadable(commit, path, `${parts.slice(0, index + 1).join('/')} is ${what}.`);
    if (isLast) return readBlob(git, entry.sha, maxBytes, (why) => unreadable(commit, path, why));
    if (entry.type !== 'tree') return undefined;
    tree = entry.sha;
  }
  return undefined;
}

/** The text of a blob. @throws what `refuse` makes of the reason when it is larger than the cap, or no UTF-8 text */
export async function readBlob(
  git: Git,
  sha: string,
  maxBytes: number,
  refuse: (why: string) => Error,
): Promise<string> {
  const bytes = Number(await git.run(['cat-file', '-s', sha]));
  if (bytes > maxBytes) throw refuse(`It has ${bytes} bytes; ${maxBytes} are read at most.`);
  const text = await git.run(['cat-file', 'blob', sha]);
  // Bytes that are no UTF-8 came as replacement characters, which are of another length.
  if (Buffer.byteLength(text) !== bytes || text.includes('\0')) throw refuse('It is not UTF-8 text.');
  return text;
}

/** What a tree or a commit holds; with `-r` in the options, all its files. No path is an argument, so none can be an option. */
export async function listTree(git: Git, tree: string, ...options: readonly '-r'[]): Promise<readonly TreeEntry[]> {
  const records = (await git.run(['ls-tree', '-z', '--full-tree', ...options, tree])).split('\0');
  return records.flatMap((record) => {
    const [, mode, type, sha, path] = /^(\d{6}) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(record) ?? [];
    return mode !== undefined && type !== undefined && sha !== undefined && path !== undefined
      ? [{ mode, type, sha, path }]
      : [];
  });
}

function unfit({ mode, type }: TreeEntry, isLast: boolean): string | undefined {
  if (mode === '120000') return 'a symbolic link';
  if (type === 'commit') return 'a submodule';
  return isLast && type === 'tree' ? 'a folder' : undefined;
}

function unreadable(commit: string, path: string, why: string): UserError {
  return new UserError({
    code: 'unreadable-revision-file',
    message: `${path} at ${commit} cannot be read: ${why}`,
    expected: 'a regular file',
    hint: 'Commit it as a regular text file on the base branch.',
  });
}
