import type { Dialer } from './dialer.ts';
import { exchange, readBody, type Answer, type Request } from './exchange.ts';
import { allowedAddresses, isSameHost, refuseTarget, type Endpoint } from './target.ts';
import type { Reach } from './address.ts';

/** A server sent us where it may not, or in circles. */
export class UnsafeRedirect extends Error {
  override readonly name = 'UnsafeRedirect';
}

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const maxErrorBytes = 65_536;

/** What one call needs to know of the registry it belongs to. */
export interface Route {
  readonly dialer: Dialer;
  readonly endpoint: Endpoint;
  /** The registry's own reach, once it was contacted. */
  readonly reach: () => Reach | undefined;
}

/**
 * Sends a request and follows redirects. Authorization goes only to the scheme, host and port it was meant for, and never
 * comes back; a redirect never leads from https to http, nor into a closed network.
 * @throws UnsafeRedirect, Dropped, TlsFailed, ForbiddenAddress, Interrupted
 */
export async function follow(
  { dialer, endpoint, reach }: Route,
  request: Omit<Request, 'allowed'>,
  signal: AbortSignal,
): Promise<Answer> {
  let current = request;
  for (let count = 0; ; count += 1) {
    const allowed = allowedAddresses(current.url, endpoint, reach());
    const answer = await exchange(dialer, { ...current, allowed }, signal);
    const { location } = answer.headers;
    if (!redirects.has(answer.status) || location === undefined) return answer;
    await readBody(answer, maxErrorBytes);
    if (count >= maxRedirects) throw new UnsafeRedirect(`more than ${maxRedirects} redirects`);
    current = redirected(current, location, endpoint);
  }
}

/** The next request after a redirect. @throws UnsafeRedirect */
export function redirected(
  request: Omit<Request, 'allowed'>,
  location: string,
  endpoint: Endpoint,
): Omit<Request, 'allowed'> {
  const { url } = request;
  if (!URL.canParse(location, url.href)) throw new UnsafeRedirect('a redirect to what is no URL');
  const target = new URL(location, url);
  const why = refuseTarget(target, endpoint) ?? (isDowngrade(url, target) ? 'it is http, not https' : undefined);
  if (why !== undefined) throw new UnsafeRedirect(`a redirect to ${target.protocol}//${target.host}: ${why}`);
  if (request.form && !isSameOrigin(url, target)) throw new UnsafeRedirect(`a redirect of a secret to ${target.host}`);
  const { authorization: _dropped, ...others } = request.headers;
  return { ...request, url: target, headers: isSameOrigin(url, target) ? request.headers : others };
}

function isDowngrade(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol !== 'https:';
}

/** True when scheme, host and port are the same. */
export function isSameOrigin(one: URL, other: URL): boolean {
  return one.protocol === other.protocol && isSameHost(one, other);
}
