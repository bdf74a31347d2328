import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { readMarker } from './comment-marker.ts';
import type { CommentMarker } from './comment-marker.ts';
import { GithubError } from './github-error.ts';

/** Who our token writes as: a user by id, or a bot by name. */
export type Author = { readonly id: number } | { readonly botLogin: string };

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
/** What we read of a comment; accounts that are gone are null. */
export const commentAnswer = z.object({
  id: z.int(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: account.nullish(),
});

/**
 * Finds out whom the token belongs to. A workflow's own token and other installation tokens may not ask: GitHub
 * answers 403, and the author is the bot of GitHub Actions unless the caller knows better.
 * @throws GithubError
 */
export async function findAuthor(client: GithubClient): Promise<Author> {
  try {
    const { id } = await client.call('GET /user', {}, z.object({ id: z.int() }));
    return { id };
  } catch (thrown) {
    if (thrown instanceof GithubError && thrown.status === 403 && !thrown.rateLimited)
      return { botLogin: 'github-actions[bot]' };
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
  return comments
    .filter(({ user }) => user && isAuthor(user, author))
    .flatMap((comment): readonly OwnComment[] => {
      const read = readMarker(comment.body ?? '');
      return read?.marker.commentId === commentId ? [{ id: comment.id, url: comment.html_url, ...read }] : [];
    })
    .sort((one, other) => one.id - other.id);
}

/** Whether an account is whom our token writes as. */
export function isAuthor(user: z.infer<typeof account>, author: Author): boolean {
  return 'id' in author ? user.id === author.id : user.type === 'Bot' && user.login === author.botLogin;
}
