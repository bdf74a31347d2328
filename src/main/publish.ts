import { publishIssues } from '../adapters/github/audit-issues.ts';
import { createGithubClient } from '../adapters/github/client.ts';
import { publishComment } from '../adapters/github/comment.ts';
import { publishCheckRun } from '../adapters/github/check-run.ts';
import type { WorkflowRun } from '../adapters/runner/environment.ts';
import type { IssuesToPublish } from '../action/audit-issues.ts';
import type { CheckToPublish, CommentToPublish, Published } from '../action/runner.ts';

/** The run a report is of, and where its repository is. */
export type ReportedRun = Pick<WorkflowRun, 'apiUrl' | 'repository' | 'runId' | 'runAttempt'>;

/** Puts a report into the comment of its id. */
export async function publishReport(
  comment: CommentToPublish,
  run: ReportedRun,
  signal: AbortSignal,
): Promise<Published> {
  const { token, pullRequest, id, ...what } = comment;
  const client = await createGithubClient({ token, apiUrl: run.apiUrl, signal });
  const state = await publishComment({
    ...what,
    client,
    commentId: id,
    repository: run.repository,
    pullNumber: pullRequest.number,
    headSha: pullRequest.headSha,
    runId: run.runId,
    runAttempt: run.runAttempt,
  });
  if (state.state === 'failed') return { state: 'failed', warning: state.warning };
  if (state.state === 'skipped') return { state: 'skipped' };
  return {
    state: state.state,
    url: state.url,
    note: `Comment ${state.state}: ${state.url}`,
    ...(state.warning !== undefined && { warning: state.warning }),
  };
}

/** Tells the verdict in a check run of its own. */
export async function publishVerdict(
  { token, ...check }: CheckToPublish,
  { apiUrl, repository }: ReportedRun,
  signal: AbortSignal,
): Promise<Published> {
  const client = await createGithubClient({ token, apiUrl, signal });
  const state = await publishCheckRun({ ...check, client, repository });
  if (state.state === 'failed') return { warning: state.warning };
  return { note: `Check run ${state.state}: ${state.url}` };
}

/** Keeps the issues of an audit, and says of each what became of it. */
export async function publishAuditIssues(
  { token, ...what }: IssuesToPublish,
  { apiUrl, repository }: ReportedRun,
  signal: AbortSignal,
): Promise<readonly Published[]> {
  const client = await createGithubClient({ token, apiUrl, signal });
  const { states, closedOthers, warnings } = await publishIssues({ ...what, client, repository });
  return [
    ...states.flatMap((one): readonly Published[] =>
      one.state === 'none' ? [] : [{ note: `Issue ${one.state}: ${one.url}` }],
    ),
    ...(closedOthers > 0 ? [{ note: `${closedOthers} issues of images that are gone were closed.` }] : []),
    ...warnings.map((warning) => ({ warning })),
  ];
}
