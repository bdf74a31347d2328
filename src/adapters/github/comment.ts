import { Interrupted } from '../../errors.ts';
import { markBody } from './comment-marker.ts';
import type { CommentRequest, CommentState } from './comment-request.ts';
import { writeOver } from './comment-write.ts';
import { explainFailure, GithubError } from './github-error.ts';
import { commentAnswer, findAuthor, listOwnComments, threadOf } from './own-comments.ts';
import type { Author, OwnComment } from './own-comments.ts';

/** Looks, posts and looks again this often before it gives up on a thread that keeps changing. */
const maxRounds = 5;
const maxPosts = 2;
/** After a POST whose answer got lost, before looking whether it was carried out. */
const settleMs = 2_000;

/**
 * Puts a report into the one comment of its id on a pull request. Any number of runs may do so at once: the oldest
 * comment of ours stays, each run removes the one it added beside it, and only the run of the pull request's newest
 * commit writes over a report that is there. So they end with one comment that tells the newest commit.
 * @throws Interrupted
 */
export async function publishComment(request: CommentRequest): Promise<CommentState> {
  if (request.mode === 'never') return { state: 'skipped' };
  try {
    return await settle(request);
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    return {
      state: 'failed',
      warning: explainFailure('The pull request comment was not published', 'pull-requests: write', thrown),
    };
  }
}

/** What is known between two looks at the thread. */
interface Progress {
  readonly author: Author;
  readonly posts: number;
  readonly posted?: OwnComment;
  readonly gone?: { readonly id: number; readonly thrown: unknown };
}

async function settle(request: CommentRequest): Promise<CommentState> {
  const author = await findAuthor(request.client);
  let progress: Progress = { author, posts: 0 };
  for (let round = 1; round <= maxRounds; round += 1) {
    const next = await lookAndWrite(request, progress).catch(keepPosted(progress));
    if ('state' in next) return next;
    progress = next;
  }
  throw new Error(`the comments kept changing, ${maxRounds} times over.`);
}

async function lookAndWrite(request: CommentRequest, progress: Progress): Promise<CommentState | Progress> {
  const { author, posts, posted, gone } = progress;
  const listed = await listOwnComments(request.client, threadOf(request), author, request.commentId);
  // What was just posted may be missing from a list that a replica answers.
  const own = posted && !listed.some(({ id }) => id === posted.id) ? [...listed, posted] : listed;
  const [keeper, ...later] = own;
  if (keeper) {
    if (keeper.id === gone?.id) throw gone.thrown;
    const written = await writeOver(request, keeper, later, posts > 0);
    return 'state' in written ? written : { author, posts, ...written };
  }
  if (!isWorthPosting(request)) return { state: 'skipped' };
  const answer = await post(request, posts + 1 < maxPosts);
  if (answer) return { ...answer, posts: posts + 1 };
  await request.client.pause(settleMs);
  return { author, posts: posts + 1 };
}

/** A report that is posted is published, even when GitHub fails us afterwards. */
function keepPosted({ posted }: Progress): (thrown: unknown) => CommentState {
  return (thrown) => {
    if (!posted || !(thrown instanceof GithubError)) throw thrown;
    const warning = explainFailure('Other comments of ours were not looked for', 'pull-requests: write', thrown);
    return { state: 'created', url: posted.url, warning };
  };
}

function isWorthPosting({ mode, outcome, changed }: CommentRequest): boolean {
  if (mode === 'on-failure') return outcome === 'fail';
  return mode === 'always' || outcome === 'fail' || changed;
}

/** @returns undefined when the answer got lost and it is worth looking whether the comment is there. */
async function post(
  request: CommentRequest,
  mayLookAgain: boolean,
): Promise<{ readonly author: Author; readonly posted: OwnComment } | undefined> {
  try {
    const { id, html_url, user } = await request.client.call(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...threadOf(request), body: markBody(request, request.body) },
      commentAnswer,
    );
    if (!user) throw new Error('GitHub posted the comment for nobody.');
    return { author: { id: user.id }, posted: { id, url: html_url, marker: request, body: request.body } };
  } catch (thrown) {
    if (thrown instanceof GithubError && thrown.ambiguous && mayLookAgain) return undefined;
    throw thrown;
  }
}
