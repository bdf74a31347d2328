import { z } from 'zod';
import { isLaterRun, isSameRun, markBody } from './comment-marker.ts';
import type { CommentRequest, CommentState } from './comment-request.ts';
import { explainFailure, GithubError, isMissing } from './github-error.ts';
import { commentAnswer, repositoryOf } from './own-comments.ts';
import type { OwnComment } from './own-comments.ts';

/** The comment was deleted, or hidden from us, between the list and the write. */
interface Gone {
  readonly gone: { readonly id: number; readonly thrown: unknown };
}

/**
 * Makes the oldest comment of ours tell the newest commit, and removes others where that is this run's business.
 * The pull request's head is read last before a write: a run that is outdated never writes over anything.
 * @param later our other comments, oldest first.
 * @param hasPosted whether one of them, or the keeper, is of this call's making.
 * @throws GithubError
 */
export async function writeOver(
  request: CommentRequest,
  keeper: OwnComment,
  later: readonly OwnComment[],
  hasPosted: boolean,
): Promise<CommentState | Gone> {
  const { url } = keeper;
  const isNewest = (await readHead(request)) === request.headSha;
  const isShown = keeper.marker.headSha === request.headSha && keeper.body === request.body;
  if (hasPosted && isShown && isSameRun(keeper.marker, request))
    return { state: 'created', url, ...(await remove(request, isNewest ? later : madeBy(request, later))) };
  if (!isNewest || (keeper.marker.headSha === request.headSha && isLaterRun(keeper.marker, request)))
    return { state: 'outdated', url, ...(await remove(request, madeBy(request, later))) };
  if (!isShown) {
    const gone = await update(request, keeper);
    if (gone) return gone;
  }
  return { state: isShown ? 'unchanged' : 'updated', url, ...(await remove(request, later)) };
}

async function readHead({ client, repository, pullNumber }: CommentRequest): Promise<string> {
  const pull = await client.call(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    { ...repositoryOf(repository), pull_number: pullNumber },
    z.object({ head: z.object({ sha: z.string() }) }),
  );
  return pull.head.sha;
}

function madeBy(request: CommentRequest, comments: readonly OwnComment[]): readonly OwnComment[] {
  return comments.filter(({ marker }) => isSameRun(marker, request));
}

async function update(request: CommentRequest, { id }: OwnComment): Promise<Gone | undefined> {
  try {
    await request.client.call(
      'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      { ...repositoryOf(request.repository), comment_id: id, body: markBody(request, request.body) },
      commentAnswer,
    );
    return undefined;
  } catch (thrown) {
    if (isMissing(thrown)) return { gone: { id, thrown } };
    throw thrown;
  }
}

/** The report is published by now: what cannot be removed is a warning, and the next run's to remove. */
async function remove(
  { client, repository }: CommentRequest,
  comments: readonly OwnComment[],
): Promise<{ readonly warning?: string }> {
  try {
    for (const { id } of comments) {
      const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await client
        .call(route, { ...repositoryOf(repository), comment_id: id }, z.undefined())
        .catch((thrown: unknown) => {
          if (!isMissing(thrown)) throw thrown;
        });
    }
    return {};
  } catch (thrown) {
    if (!(thrown instanceof GithubError)) throw thrown;
    return { warning: explainFailure('A superfluous comment was not removed', 'pull-requests: write', thrown) };
  }
}
