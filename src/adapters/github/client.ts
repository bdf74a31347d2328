import { setTimeout as timer } from 'node:timers/promises';
import { z } from 'zod';
import { Interrupted } from '../../errors.ts';
import { GithubError } from './github-error.ts';
import { nextPage } from './pages.ts';
import { afterFailure, isAmbiguous, isRateLimited } from './retry.ts';
import type { Failure, RetryPolicy } from './retry.ts';
import { takeTurns } from './turns.ts';
import { createTransport, tryOnce } from './transport.ts';
import type { Parameters } from './transport.ts';
import { signalWithin } from '../../deadline.ts';

/** Calls to GitHub's REST API: retried where that is safe, answers checked, one write at a time. */
export interface GithubClient {
  /**
   * @param route as GitHub's reference writes it: `GET /repos/{owner}/{repo}/pulls/{pull_number}`.
   * @throws GithubError when the call failed for good; Interrupted when the run was cancelled.
   */
  call<T>(route: string, parameters: Parameters, answer: z.ZodType<T>): Promise<T>;
  /** All items of a list, by the Link header. @throws GithubError as `call`, and for more than 50 pages of 100 */
  list<T>(route: string, parameters: Parameters, page: z.ZodType<readonly T[]>): Promise<readonly T[]>;
  /** The data of a GraphQL query; it must change nothing. @throws GithubError as `call` */
  query<T>(text: string, data: z.ZodType<T>): Promise<T>;
  /**
   * The bytes an address leads to, redirects followed; the token goes to GitHub's own host alone.
   * @throws GithubError as `call`, and for more than `maxBytes`
   */
  download(route: string, parameters: Parameters, maxBytes: number): Promise<Uint8Array>;
  /** Waits, unless the run is cancelled. @throws Interrupted */
  pause(ms: number): Promise<void>;
}

export interface ClientOptions {
  readonly token: string;
  /** Base of the REST API; an Enterprise Server's ends with `/api/v3`. */
  readonly apiUrl: string;
  /** Ends waiting and calls under way. */
  readonly signal: AbortSignal;
  readonly retry?: Partial<RetryPolicy>;
  /** For one try of one call. */
  readonly timeoutMs?: number;
  /** GitHub asks for a second between writes. */
  readonly writeGapMs?: number;
  /** Waits; a test hands in one that does not. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const maxPages = 50;
const standardRetry: RetryPolicy = { maxRetries: 3, baseMs: 1_000, maxWaitMs: 90_000 };

/**
 * A client for one token. @octokit/plugin-retry and octokit's pagination are not used: the one repeats a POST that may
 * have been carried out, the other takes a 409 or an empty answer for the end of a list.
 */
export async function createGithubClient(options: ClientOptions): Promise<GithubClient> {
  const { apiUrl, signal, timeoutMs = 30_000, writeGapMs = 1_000, sleep = sleepMs } = options;
  const policy = { ...standardRetry, ...options.retry };
  const send = await createTransport(options.token, apiUrl);
  const inTurn = takeTurns(writeGapMs, pause);

  async function pause(ms: number): Promise<void> {
    try {
      await sleep(ms, signal);
    } catch (thrown) {
      throw signal.aborted ? cancelled() : thrown;
    }
  }

  async function request<T>(route: string, parameters: Parameters, answer: z.ZodType<T>, maxBytes?: number) {
    const method = route.split(' ', 1)[0] ?? '';
    for (let tries = 1; ; tries += 1) {
      if (signal.aborted) throw cancelled();
      const deadline = signalWithin(signal, timeoutMs);
      const tried = await tryOnce(
        send,
        { route, parameters, signal: deadline, ...(maxBytes !== undefined && { maxBytes }) },
        answer,
      );
      if ('value' in tried) return tried;
      if (signal.aborted) throw cancelled();
      const next = afterFailure(tried, { method, tries }, policy);
      if (next.do === 'give-up') throw finalError(route, tried, next.why);
      await pause(next.ms);
    }
  }

  return {
    call: async (route, parameters, answer) => {
      const run = async () => (await request(route, parameters, answer)).value;
      return route.startsWith('GET ') ? run() : inTurn(run);
    },
    list: async <T>(route: string, parameters: Parameters, page: z.ZodType<readonly T[]>) => {
      const items: T[] = [];
      let got = await request(route, { ...parameters, per_page: 100 }, page);
      for (let pages = 1; ; pages += 1) {
        items.push(...got.value);
        const next = nextPage(got.headers['link'], apiUrl);
        if (next === undefined) return items;
        if (pages === maxPages)
          throw tooLong(route, 'the list is too long', `${maxPages} pages of 100 are read at most`);
        got = await request(`GET ${next}`, {}, page);
      }
    },
    query: async <T>(text: string, data: z.ZodType<T>) =>
      (await request(graphqlRoute(apiUrl), { query: text }, z.object({ data }))).value.data,
    download: async (route, parameters, maxBytes) => {
      const { value } = await request(route, parameters, z.instanceof(Uint8Array), maxBytes);
      if (value.length > maxBytes) throw tooLong(route, 'its answer is too long', `${maxBytes} bytes are read at most`);
      return value;
    },
    pause,
  };
}

/** GraphQL is served beside REST's versions: `…/api/v3` and `…/api/graphql` on an Enterprise Server. */
function graphqlRoute(apiUrl: string): string {
  return `POST ${apiUrl.replace(/\/v3$/, '')}/graphql`;
}

function finalError(route: string, failure: Failure, why: string): GithubError {
  const { status, message } = failure;
  const answer = status === undefined ? 'GitHub gave no good answer' : `GitHub answered ${status}`;
  const [method = '', address = ''] = route.split(' ');
  const path = address.startsWith('http') ? new URL(address).pathname : address;
  return new GithubError(`${answer} to ${method} ${path}: ${message} (${why}).`, {
    status,
    ambiguous: isAmbiguous(failure),
    rateLimited: isRateLimited(failure),
  });
}

function tooLong(route: string, message: string, limit: string): GithubError {
  return finalError(route, { status: 200, headers: {}, message }, limit);
}

function cancelled(): Interrupted {
  return new Interrupted('Talking to GitHub was cancelled.');
}

function sleepMs(ms: number, signal: AbortSignal): Promise<unknown> {
  return timer(ms, undefined, { signal });
}
