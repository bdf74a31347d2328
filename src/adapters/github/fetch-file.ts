import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { repositoryOf } from './own-comments.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';

/** A file of a repository at a commit. */
export interface FetchedFile {
  readonly text: string;
  /** The commit the ref stood for when it was read. */
  readonly commitSha: string;
}

/** Where a file is. */
export interface FileAddress {
  /** `owner/name` */
  readonly repository: string;
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** A commit's SHA, a branch or a tag. */
  readonly ref: string;
}

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const treeAnswer = z.object({
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string(), size: z.int().optional() }),
  ),
  truncated: z.boolean(),
});
type Entry = z.infer<typeof treeAnswer>['tree'][number];

/**
 * Reads a file as it is committed, through Git's own objects: a symbolic link or a submodule anywhere on the path is
 * refused, where the contents API would follow it. The text is checked against its blob's SHA.
 * @returns undefined when the commit has no such file.
 * @throws UserError `unreadable-remote-file` for what is no small text file, or when GitHub does not give it.
 */
export async function fetchFile(
  client: GithubClient,
  address: FileAddress,
  maxBytes: number,
): Promise<FetchedFile | undefined> {
  try {
    const commitSha = await resolveRef(client, address);
    const blob = await findEntry(client, address, commitSha);
    return blob && { text: await readBlob(client, address, blob, maxBytes), commitSha };
  } catch (thrown) {
    if (!(thrown instanceof GithubError)) throw thrown;
    throw unreadable(address, thrown.message, thrown);
  }
}

async function resolveRef(client: GithubClient, { repository, ref }: FileAddress): Promise<string> {
  if (fullSha.test(ref)) return ref;
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
  const answer = z.object({ sha: z.string().regex(fullSha) });
  // One file a page: the commit's difference is of no interest here.
  return (await client.call(route, { ...repositoryOf(repository), ref, per_page: 1 }, answer)).sha;
}

async function findEntry(client: GithubClient, address: FileAddress, commitSha: string): Promise<Entry | undefined> {
  let treeSha = commitSha;
  const parts = address.path.split('/');
  for (const [index, part] of parts.entries()) {
    const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
    const { tree, truncated } = await client.call(
      route,
      { ...repositoryOf(address.repository), tree_sha: treeSha },
      treeAnswer,
    );
    const entry = tree.find(({ path }) => path === part);
    if (!entry && truncated) throw unreadable(address, 'GitHub lists only a part of its folder.');
    if (!entry) return undefined;
    if (entry.mode === '120000')
      throw unreadable(address, `${parts.slice(0, index + 1).join('/')} is a symbolic link.`);
    if (entry.type === 'commit') throw unreadable(address, `${parts.slice(0, index + 1).join('/')} is a submodule.`);
    const isLast = index === parts.length - 1;
    if (isLast && entry.type === 'blob') return entry;
    if (isLast) throw unreadable(address, 'It is a folder.');
    if (entry.type !== 'tree') return undefined;
    treeSha = entry.sha;
  }
  return undefined;
}

async function readBlob(client: GithubClient, address: FileAddress, entry: Entry, maxBytes: number): Promise<string> {
  if (entry.size === undefined || entry.size > maxBytes)
    throw unreadable(address, `It has ${entry.size ?? 'an unknown number of'} bytes; ${maxBytes} are read at most.`);
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
  const answer = z.object({ content: z.string(), encoding: z.literal('base64') });
  const { content } = await client.call(route, { ...repositoryOf(address.repository), file_sha: entry.sha }, answer);
  const bytes = Buffer.from(content, 'base64');
  const algorithm = entry.sha.length === 64 ? 'sha256' : 'sha1';
  const sha = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  if (sha !== entry.sha) throw unreadable(address, 'What GitHub sent is not what is committed.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(address, 'It is not UTF-8 text.', cause);
  }
}

function unreadable({ repository, path, ref }: FileAddress, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'unreadable-remote-file',
      message: `${path} of ${repository} at ${ref} could not be read: ${why}`,
      hint: 'Check the path and the ref, and that the token may read the repository (`permissions: contents: read`; another repository needs a token of its own).',
    },
    { cause },
  );
}
