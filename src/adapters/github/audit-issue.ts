import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Interrupted } from '../../errors.ts';
import type { GithubClient } from './client.ts';
import { explainFailure, GithubError } from './github-error.ts';
import { account, findAuthor, isAuthor, repositoryOf } from './own-comments.ts';
import type { Author } from './own-comments.ts';

/** What an audit says of one image. */
export interface IssueRequest {
  readonly client: GithubClient;
  /** `owner/name` */
  readonly repository: string;
  /** Tells images apart; any text. */
  readonly image: string;
  readonly label: string;
  /** Plain text, safe to post. */
  readonly title: string;
  /** Markdown, safe to post. */
  readonly body: string;
  readonly outcome: 'pass' | 'fail';
  /** Whose bot writes; found out when absent. */
  readonly botLogin?: string;
}

/** What came of it; `none` for a clean image without an open issue. A failure never changes the verdict. */
export type IssueState =
  | {
      readonly state: 'created' | 'updated' | 'unchanged' | 'reopened' | 'closed';
      readonly url: string;
      readonly warning?: string;
    }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly warning: string };

const issueAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  user: account.nullish(),
});
type Issue = z.infer<typeof issueAnswer>;

const settleMs = 2_000;

/** Keeps one issue for an image: opened or opened again when it fails, closed with a comment when it is clean. @throws Interrupted */
export async function publishIssue(request: IssueRequest): Promise<IssueState> {
  try {
    const { client, botLogin } = request;
    const author = botLogin === undefined ? await findAuthor(client) : { botLogin };
    const issue = await findIssue(request, author);
    if (request.outcome === 'pass') return issue?.state === 'open' ? await close(request, issue) : { state: 'none' };
    return issue ? await update(request, issue) : await open(request, author);
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { state: 'failed', warning: explainFailure('The audit issue was not published', 'issues: write', thrown) };
  }
}

/** The oldest of ours for the image, by label, marker at the start, and authorship. */
async function findIssue(
  { client, repository, image, label }: IssueRequest,
  author: Author,
): Promise<Issue | undefined> {
  const query = { ...repositoryOf(repository), labels: label, state: 'all' };
  const issues = await client.list('GET /repos/{owner}/{repo}/issues', query, z.array(issueAnswer));
  return issues
    .filter(({ user, body }) => body?.startsWith(markerOf(image)) && user && isAuthor(user, author))
    .sort((one, other) => one.number - other.number)[0];
}

async function open(request: IssueRequest, author: Author): Promise<IssueState> {
  const { client, repository, title, label } = request;
  const facts = { ...repositoryOf(repository), title, body: bodyOf(request), labels: [label] };
  try {
    const { html_url: url } = await client.call('POST /repos/{owner}/{repo}/issues', facts, issueAnswer);
    return { state: 'created', url };
  } catch (thrown) {
    if (!(thrown instanceof GithubError) || !thrown.ambiguous) throw thrown;
    await client.pause(settleMs);
    const found = await findIssue(request, author);
    if (!found) throw thrown;
    return { state: 'created', url: found.html_url };
  }
}

async function update(request: IssueRequest, issue: Issue): Promise<IssueState> {
  const isOpen = issue.state === 'open';
  const url = issue.html_url;
  const body = bodyOf(request);
  if (isOpen && issue.title === request.title && issue.body?.replaceAll('\r\n', '\n') === body)
    return { state: 'unchanged', url };
  await change(request, issue, { title: request.title, body, state: 'open' });
  return { state: isOpen ? 'updated' : 'reopened', url };
}

async function close(request: IssueRequest, issue: Issue): Promise<IssueState> {
  const url = issue.html_url;
  await change(request, issue, { state: 'closed', state_reason: 'completed' });
  try {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const where = { ...repositoryOf(request.repository), issue_number: issue.number };
    await request.client.call(route, { ...where, body: request.body }, z.object({ id: z.int() }));
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
  request: IssueRequest,
  { number }: Issue,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const where = { ...repositoryOf(request.repository), issue_number: number };
  await request.client.call('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...where, ...facts }, issueAnswer);
}

function bodyOf({ image, body }: IssueRequest): string {
  return `${markerOf(image)}\n${body}`;
}

/** An image's name may hold anything; its hash cannot end the hidden comment. */
function markerOf(image: string): string {
  return `<!-- plimsoll:issue image=${createHash('sha256').update(image).digest('hex').slice(0, 32)} -->`;
}
