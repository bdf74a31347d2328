import { z } from 'zod';
import { explainFailure, GithubError } from './github-error.ts';
import { repositoryOf } from './own-comments.ts';
import { issueAnswer, issueMarkerOf, listOwnIssues, type Issue, type IssuePlace } from './own-issues.ts';

/** What an audit says of one image. */
export interface IssueToPublish {
  /** Tells images apart; any text. */
  readonly image: string;
  /** Plain text, safe to post. */
  readonly title: string;
  /** Markdown, safe to post. */
  readonly body: string;
  readonly outcome: 'pass' | 'fail';
}

/** What came of it; `none` for a clean image without an open issue. */
export type IssueState =
  | {
      readonly state: 'created' | 'updated' | 'unchanged' | 'reopened' | 'closed';
      readonly url: string;
      readonly warning?: string;
    }
  | { readonly state: 'none' };

const settleMs = 2_000;

/**
 * Keeps the issue of one image: opened or opened again when it fails, closed with a comment when it is clean.
 * @param issue the oldest of ours for the image @throws GithubError, Interrupted
 */
export async function keepIssue(
  where: IssuePlace,
  said: IssueToPublish,
  issue: Issue | undefined,
): Promise<IssueState> {
  if (said.outcome === 'fail') return issue ? update(where, said, issue) : open(where, said);
  return issue?.state === 'open' ? closeIssue(where, issue, said.body) : { state: 'none' };
}

async function open(where: IssuePlace, said: IssueToPublish): Promise<IssueState> {
  const { client, repository, label } = where;
  const facts = { ...repositoryOf(repository), title: said.title, body: bodyOf(said), labels: [label] };
  try {
    const { html_url: url } = await client.call('POST /repos/{owner}/{repo}/issues', facts, issueAnswer);
    return { state: 'created', url };
  } catch (thrown) {
    if (!(thrown instanceof GithubError) || !thrown.ambiguous) throw thrown;
    // It may have been opened all the same: look before anything is written again.
    await client.pause(settleMs);
    const marker = issueMarkerOf(said.image);
    const found = (await listOwnIssues(where)).find(({ body }) => body?.startsWith(marker));
    if (!found) throw thrown;
    return { state: 'created', url: found.html_url };
  }
}

async function update(where: IssuePlace, said: IssueToPublish, issue: Issue): Promise<IssueState> {
  const isOpen = issue.state === 'open';
  const url = issue.html_url;
  const body = bodyOf(said);
  if (isOpen && issue.title === said.title && issue.body?.replaceAll('\r\n', '\n') === body)
    return { state: 'unchanged', url };
  await change(where, issue, { title: said.title, body, state: 'open' });
  return { state: isOpen ? 'updated' : 'reopened', url };
}

/** Closes an issue and says why in a comment. @throws GithubError, Interrupted */
export async function closeIssue(
  where: IssuePlace,
  issue: Issue,
  comment: string,
  reason: 'completed' | 'not_planned' = 'completed',
): Promise<IssueState> {
  const url = issue.html_url;
  await change(where, issue, { state: 'closed', state_reason: reason });
  try {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const thread = { ...repositoryOf(where.repository), issue_number: issue.number };
    await where.client.call(route, { ...thread, body: comment }, z.object({ id: z.int() }));
    return { state: 'closed', url };
  } catch (thrown) {
    if (!(thrown instanceof GithubError)) throw thrown;
    return {
      state: 'closed',
      url,
      warning: explainFailure('The closed issue got no comment', 'issues: write', thrown),
    };
  }
}

async function change(
  { client, repository }: IssuePlace,
  { number }: Issue,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const where = { ...repositoryOf(repository), issue_number: number };
  await client.call('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...where, ...facts }, issueAnswer);
}

function bodyOf({ image, body }: IssueToPublish): string {
  return `${issueMarkerOf(image)}\n${body}`;
}
