import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { repositoryOf } from './own-comments.ts';

/** A pull request as GitHub itself knows it. */
export interface FoundPull {
  readonly number: number;
  readonly headSha: string;
  /** Untrusted text. */
  readonly baseRef: string;
}

/** A commit and where it was pushed, as a `workflow_run` event tells them. */
export interface PushedHead {
  readonly sha: string;
  /** `owner/name`, perhaps a fork. */
  readonly repository: string;
  /** Untrusted text. */
  readonly branch: string;
}

const pulls = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
    base: z.object({ ref: z.string() }),
  }),
);

/**
 * Finds the open pull requests of a commit by asking GitHub, for a run that must not believe what an artifact says.
 * By the head's branch, then by its SHA: GitHub's list of a commit's pull requests knows no commits of forks.
 * @throws GithubError
 */
export async function findPulls(
  client: GithubClient,
  repository: string,
  pushed: PushedHead,
): Promise<readonly FoundPull[]> {
  const head = `${repositoryOf(pushed.repository).owner}:${pushed.branch}`;
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const listed = await client.list(route, { ...repositoryOf(repository), state: 'open', head }, pulls);
  return listed
    .filter((pull) => pull.head.sha === pushed.sha && isSameName(pull.head.repo?.full_name, pushed.repository))
    .map((pull) => ({ number: pull.number, headSha: pull.head.sha, baseRef: pull.base.ref }));
}

function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
