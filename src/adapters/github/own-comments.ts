import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { readMarker } from './comment-marker.ts';
import type { CommentMarker } from './comment-marker.ts';
import { GithubError } from './github-error.ts';

/** Who our token writes as: an account by its id, or what installation tokens are taken for until GitHub says more. */
export type Author = { readonly id: number } | 'github-actions[bot]';

/** A comment we wrote, with the report it shows. */
export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly marker: CommentMarker;
  /** Without the marker. */
  readonly body: string;
}

/** What we read of an account. */
export const account = z.object({ id: z.int(), login: z.string(), type: z.string() });
export type Account = z.infer<typeof account>;
/** What we read of a comment; accounts that are gone are null. */
export const commentAnswer = z.object({
  id: z.int(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: account.nullish(),
});

/**
 * Finds out whom the token belongs to. A workflow's own token and those of other apps may not ask: GitHub answers 403.
 * @throws GithubError
 */
export async function findAuthor(client: GithubClient): Promise<Author> {
  try {
    const { id } = await client.call('GET /user', {}, z.object({ id: z.int() }));
    return { id };
  } catch (thrown) {
    if (thrown instanceof GithubError && thrown.status === 403 && !thrown.rateLimited) return 'github-actions[bot]';
    throw thrown;
  }
}

/**
 * The author, looked into where another bot than the one of GitHub Actions wrote what only we would: it may be the app
 * our token is of. Whom it is of, GitHub tells installation tokens by GraphQL alone.
 * @param writers of what has our marker @throws Interrupted
 */
export async function sureAuthor(client: GithubClient, author: Author, writers: readonly Account[]): Promise<Author> {
  const isDoubtful =
    typeof author === 'string' && writers.some(({ type, login }) => type === 'Bot' && login !== author);
  if (!isDoubtful) return author;
  const data = z.object({ viewer: z.object({ databaseId: z.int() }) });
  try {
    const { viewer } = await client.query('query { viewer { databaseId } }', data);
    return { id: viewer.databaseId };
  } catch (thrown) {
    if (thrown instanceof GithubError) return author;
    throw thrown;
  }
}

/** The thread a comment belongs to, as GitHub's routes name it. */
export function threadOf({ repository, pullNumber }: { readonly repository: string; readonly pullNumber: number }) {
  return { ...repositoryOf(repository), issue_number: pullNumber };
}

/** `owner/name` as GitHub's routes take it. */
export function repositoryOf(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

/** Our comments of one id on a pull request, oldest first: by the marker at the start and by authorship, never by one alone. */
export async function listOwnComments(
  client: GithubClient,
  thread: ReturnType<typeof threadOf>,
  author: Author,
  commentId: string,
): Promise<readonly OwnComment[]> {
  const comments = await client.list(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    thread,
    z.array(commentAnswer),
  );
  const marked = comments.flatMap(({ id, html_url: url, user, body }) => {
    const read = readMarker(body ?? '');
    return user && read?.marker.commentId === commentId ? [{ user, comment: { id, url, ...read } }] : [];
  });
  const writers = marked.map(({ user }) => user);
  const us = await sureAuthor(client, author, writers);
  return marked
    .flatMap(({ user, comment }) => (isAuthor(user, us) ? [comment] : []))
    .sort((one, other) => one.id - other.id);
}

/** Whether an account is whom our token writes as. */
export function isAuthor(user: Account, author: Author): boolean {
  return typeof author === 'string' ? user.type === 'Bot' && user.login === author : user.id === author.id;
}
