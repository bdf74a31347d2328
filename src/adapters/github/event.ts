import { z } from 'zod';
import type { Environment } from '../runner/environment.ts';
import { branchName, commitSha, parsePayload, readEventName, repositoryName } from './payload.ts';

/** What started the workflow, as far as the gate cares. */
export type GithubEvent =
  | {
      readonly kind: 'pull-request';
      /** GitHub's name of the event, e.g. `pull_request`. */
      readonly name: string;
      readonly number: number;
      readonly headSha: string;
      readonly baseSha: string;
      /** The base branch's name, without `refs/heads/`. Untrusted text. */
      readonly baseRef: string;
      /** `owner/name`; absent when the fork was deleted. */
      readonly headRepo?: string;
      /** Whether the head is in another repository: its token can only read. */
      readonly fork: boolean;
    }
  | { readonly kind: 'other'; readonly name: string };

const pullRequestEvents = new Set(['pull_request', 'pull_request_target', 'pull_request_review']);

const repo = z.object({ full_name: repositoryName });
const payload = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha: commitSha, repo: repo.nullish() }),
    base: z.object({ sha: commitSha, ref: branchName, repo }),
  }),
});

/**
 * Reads what started the workflow.
 * @param payloadText the text of the file GITHUB_EVENT_PATH names; undefined when there is none.
 * @throws UserError `broken-event` that names every field missing or malformed.
 */
export function readEvent(env: Environment, payloadText: string | undefined): GithubEvent {
  const name = readEventName(env);
  if (!pullRequestEvents.has(name)) return { kind: 'other', name };
  const { number, head, base } = parsePayload(name, payloadText, payload).pull_request;
  const headRepo = head.repo?.full_name;
  return {
    kind: 'pull-request',
    name,
    number,
    headSha: head.sha,
    baseSha: base.sha,
    baseRef: base.ref,
    ...(headRepo === undefined ? {} : { headRepo }),
    fork: headRepo?.toLowerCase() !== base.repo.full_name.toLowerCase(),
  };
}
