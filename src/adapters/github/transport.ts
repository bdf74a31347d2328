import { z } from 'zod';
import { oneLine } from './github-error.ts';
import type { Failure } from './retry.ts';

/** Values for the route's placeholders, its query and its body. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One request as it is sent. */
export interface Sending {
  readonly route: string;
  readonly parameters: Parameters;
  readonly signal: AbortSignal;
  /** Take the answer's body as bytes, at most one more than these, so that it shows when there are too many. */
  readonly maxBytes?: number;
}

/** One request and its answer; `data` is undefined where there is no content (204). @throws octokit's RequestError, or whatever fetch throws */
export type Transport = (sending: Sending) => Promise<{ readonly headers: Headers; readonly data: unknown }>;

type Headers = Failure['headers'];

/** What one try of one call came to. */
export type Tried<T> = { readonly value: T; readonly headers: Headers } | Failure;

const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Sends requests through @actions/github, loaded on first use. That package reads the process's environment itself:
 * HTTPS_PROXY, HTTP_PROXY, NO_PROXY and GITHUB_API_URL for the proxy, ACTIONS_ORCHESTRATION_ID for its user agent,
 * and GITHUB_EVENT_PATH, which must hold JSON: read the event before the first call.
 */
export async function createTransport(token: string, apiUrl: string): Promise<Transport> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: 'plimsoll', log: quiet });
  return async ({ route, parameters, signal, maxBytes }) => {
    const { headers, status, data } = await octokit.request(route, {
      ...parameters,
      headers: { 'x-github-api-version': '2022-11-28' },
      request: { signal, log: quiet, parseSuccessResponseBody: maxBytes === undefined },
    });
    if (maxBytes !== undefined) return { headers, data: await readBytes(data, maxBytes) };
    return { headers, data: status === 204 ? undefined : data };
  };
}

/** Sends once and checks the answer; never throws for what the network or the server did. */
export async function tryOnce<T>(send: Transport, request: Sending, answer: z.ZodType<T>): Promise<Tried<T>> {
  try {
    const { headers, data } = await send(request);
    const parsed = answer.safeParse(data);
    // octokit hands out the text of a body that was cut or is no JSON as if it were the answer.
    return parsed.success
      ? { value: parsed.data, headers }
      : { status: undefined, headers, message: 'its answer was cut short or is not what was asked for' };
  } catch (thrown) {
    const { success, data } = requestError.safeParse(thrown);
    if (!success) throw thrown;
    return data.response
      ? { status: data.status, headers: data.response.headers, message: oneLine(data.message) }
      : { status: undefined, headers: {}, message: oneLine(data.message) };
  }
}

/** @returns undefined for a body that was cut */
async function readBytes(body: unknown, maxBytes: number): Promise<Uint8Array | undefined> {
  if (!(body instanceof ReadableStream)) return undefined;
  const chunks: Uint8Array[] = [];
  let count = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) return undefined;
      chunks.push(chunk);
      count += chunk.length;
      if (count > maxBytes) break;
    }
  } catch {
    // The connection broke or the deadline passed: for the caller both are an answer that was cut short.
    return undefined;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}

/** octokit gives errors without an answer the status 500 too. */
const requestError = z.object({
  status: z.int(),
  message: z.string(),
  response: z
    .object({ headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()) })
    .optional()
    .catch(undefined),
});

function ignore(): void {
  // What octokit has to say (deprecations) is for us, not for the log of a user's workflow.
}
