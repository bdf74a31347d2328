import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { account, findAuthor, isAuthor, repositoryOf, sureAuthor } from './own-comments.ts';

/** What we read of an issue. */
export const issueAnswer = z.object({
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  user: account.nullish(),
});
export type Issue = z.infer<typeof issueAnswer>;

/** Where issues of audits are kept apart from all others. */
export interface IssuePlace {
  readonly client: GithubClient;
  /** `owner/name` */
  readonly repository: string;
  readonly label: string;
}

/**
 * The issues we wrote, oldest first: by label, marker at the start, and authorship, never by one alone.
 * @throws GithubError
 */
export async function listOwnIssues({ client, repository, label }: IssuePlace): Promise<readonly Issue[]> {
  const query = { ...repositoryOf(repository), labels: label, state: 'all' };
  const issues = await client.list('GET /repos/{owner}/{repo}/issues', query, z.array(issueAnswer));
  const marked = issues.filter(({ body }) => body?.startsWith(markerStart));
  const writers = marked.flatMap(({ user }) => user ?? []);
  const author = await sureAuthor(client, await findAuthor(client), writers);
  return marked.filter(({ user }) => user && isAuthor(user, author)).sort((one, other) => one.number - other.number);
}

const markerStart = '<!-- plimsoll:issue image=';

/** An image's name may hold anything; its hash cannot end the hidden comment. */
export function issueMarkerOf(image: string): string {
  return `${markerStart}${createHash('sha256').update(image).digest('hex').slice(0, 32)} -->`;
}

/** The marker a body of ours begins with. */
export function markerAtStart(body: string | null | undefined): string {
  return /^<!-- plimsoll:issue image=[0-9a-f]{32} -->/.exec(body ?? '')?.[0] ?? '';
}
