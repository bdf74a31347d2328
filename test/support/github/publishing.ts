import { createGithubClient } from '../../../src/adapters/github/client.ts';
import type { ClientOptions, GithubClient } from '../../../src/adapters/github/client.ts';
import { publishComment } from '../../../src/adapters/github/comment.ts';
import type { CommentRequest, CommentState } from '../../../src/adapters/github/comment-request.ts';
import type { FakeGithub } from './fake-github.ts';

/** A commit's SHA that is easy to tell from others. */
export function shaOf(number: number): string {
  return number.toString(16).padStart(40, '0');
}

/** Options of a client that waits for nothing, and tells for how long it would have. */
export function impatient(
  fake: FakeGithub,
  options: Partial<ClientOptions> = {},
): { readonly options: ClientOptions; readonly waitsMs: readonly number[] } {
  const waitsMs: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waitsMs.push(ms);
  const signal = new AbortController().signal;
  return {
    options: { token: 'token-of-the-job', apiUrl: fake.apiUrl, signal, sleep, writeGapMs: 0, ...options },
    waitsMs,
  };
}

/** A client that waits for nothing. */
export function clientOf(fake: FakeGithub, options: Partial<ClientOptions> = {}): Promise<GithubClient> {
  return createGithubClient(impatient(fake, options).options);
}

/** Publishes as a run of a job does; what is left out is of a usual run of pull request 1's commit 1. */
export async function publish(
  fake: FakeGithub,
  request: Partial<Omit<CommentRequest, 'client'>> = {},
  client: Partial<ClientOptions> = {},
): Promise<CommentState> {
  return publishComment({
    client: await clientOf(fake, client),
    repository: 'acme/api',
    pullNumber: 1,
    headSha: shaOf(1),
    runId: 100,
    runAttempt: 1,
    commentId: 'default',
    mode: 'always',
    outcome: 'pass',
    changed: true,
    body: 'The report.',
    ...request,
  });
}
