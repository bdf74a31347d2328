import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Problem } from '../../errors.ts';
import { isRepositoryName } from '../runner/environment.ts';
import type { Environment } from '../runner/environment.ts';

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

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit SHA');
const repo = z.object({ full_name: z.string().refine(isRepositoryName, 'OWNER/NAME') });
const payload = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha, repo: repo.nullish() }),
    // oxlint-disable-next-line no-control-regex -- a branch name has none, and must not reach a log with one
    base: z.object({ sha, ref: z.string().regex(/^[^\u0000-\u0020\u007f]{1,255}$/, 'a branch name'), repo }),
  }),
});

/**
 * Reads what started the workflow.
 * @param payloadText the text of the file GITHUB_EVENT_PATH names; undefined when there is none.
 * @throws UserError `broken-event` that names every field missing or malformed.
 */
export function readEvent(env: Environment, payloadText: string | undefined): GithubEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  if (!/^[a-z_]{1,64}$/.test(name)) throw brokenEvent('GITHUB_EVENT_NAME does not name an event.', name.slice(0, 64));
  if (!pullRequestEvents.has(name)) return { kind: 'other', name };
  const parsed = payload.safeParse(parseJson(name, payloadText));
  if (!parsed.success) throw missingFields(name, parsed.error.issues);
  const { number, head, base } = parsed.data.pull_request;
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

function parseJson(event: string, text: string | undefined): unknown {
  if (text === undefined) throw brokenEvent(`The event ${event} came without a payload: GITHUB_EVENT_PATH is not set.`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw brokenEvent(`The payload of the event ${event} is not JSON.`, text.slice(0, 80), cause);
  }
}

function missingFields(event: string, issues: readonly z.core.$ZodIssue[]): UserError {
  const problems = issues.map((issue): Problem => {
    const field = issue.path.join('.') || 'the payload';
    return { ...problem(`The payload of the event ${event} lacks a usable ${field}.`), expected: issue.message };
  });
  const [first, ...others] = problems;
  return first ? new UserError([first, ...others]) : brokenEvent(`The payload of the event ${event} is unusable.`);
}

function brokenEvent(message: string, got?: string, cause?: unknown): UserError {
  return new UserError({ ...problem(message), ...(got === undefined ? {} : { got }) }, { cause });
}

function problem(message: string): Problem {
  return {
    code: 'broken-event',
    message,
    hint: 'Run the action in a workflow that GitHub started with `on: pull_request`, or use the command line.',
  };
}
