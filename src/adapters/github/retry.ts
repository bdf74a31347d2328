/** How often and how long one call is tried. */
export interface RetryPolicy {
  readonly maxRetries: number;
  /** The wait before the first retry of a failed call; it doubles each time. */
  readonly baseMs: number;
  /** A rate limit that lasts longer than this is not waited for. */
  readonly maxWaitMs: number;
}

/** How one try ended. */
export interface Failure {
  /** Undefined when no whole answer came: dropped, timed out, cut, or not what was asked for. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

/** What to do after a failed try. */
export type NextStep = { readonly do: 'wait'; readonly ms: number } | { readonly do: 'give-up'; readonly why: string };

/** The wait GitHub asks for when a secondary limit names none. */
const unnamedLimitMs = 60_000;

/** Whether GitHub turned the call away for its frequency: nothing was done, even by a POST. */
export function isRateLimited({ status, headers, message }: Failure): boolean {
  if (status === 429) return true;
  const named = headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0';
  return status === 403 && (named || /rate limit|abuse/i.test(message));
}

/** Whether the call may have been carried out although no good answer came. */
export function isAmbiguous({ status }: Failure): boolean {
  return status === undefined || status >= 500;
}

/**
 * Decides on a retry. Rate limits are waited for as told; server faults are retried with a doubling wait, and only for
 * methods that may be repeated: a POST that may have been carried out is for the caller to look after.
 * @param tries how often the call was tried already, from 1.
 * @see https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function afterFailure(
  failure: Failure,
  call: { readonly method: string; readonly tries: number },
  policy: RetryPolicy,
): NextStep {
  const limited = isRateLimited(failure);
  if (!limited && !isAmbiguous(failure)) return { do: 'give-up', why: 'the answer is final' };
  if (!limited && call.method === 'POST') return { do: 'give-up', why: 'it may have been carried out' };
  if (call.tries > policy.maxRetries) return { do: 'give-up', why: `it was tried ${call.tries} times` };
  const doubled = 2 ** (call.tries - 1);
  const ms = limited ? (namedWaitMs(failure.headers) ?? unnamedLimitMs * doubled) : policy.baseMs * doubled;
  return ms <= policy.maxWaitMs
    ? { do: 'wait', ms }
    : { do: 'give-up', why: `the rate limit lasts another ${Math.ceil(ms / 1000)} s` };
}

/** `retry-after` in seconds or as a date; else the limit's reset. Dates are held against the server's own clock. */
function namedWaitMs(headers: Failure['headers']): number | undefined {
  const serverMs = Date.parse(String(headers['date']));
  const nowMs = Number.isNaN(serverMs) ? Date.now() : serverMs;
  const after = headers['retry-after'];
  if (after !== undefined) {
    const ms = /^\d{1,9}$/.test(String(after)) ? Number(after) * 1000 : Date.parse(String(after)) - nowMs;
    if (!Number.isNaN(ms)) return Math.max(0, ms);
  }
  const reset = Number(headers['x-ratelimit-reset']);
  // A second more: the reset is told in whole seconds.
  return String(headers['x-ratelimit-remaining']) === '0' && reset > 0
    ? Math.max(0, reset * 1000 - nowMs) + 1000
    : undefined;
}
