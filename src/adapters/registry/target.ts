import { UserError } from '../../errors.ts';
import { isLoopback, reachOfHost, type Reach } from './address.ts';
import type { Allowed } from './dialer.ts';

/** Where a registry is reached. */
export interface Endpoint {
  /** As references name it, with its port: `docker.io`, `localhost:5000`. */
  readonly name: string;
  /** `https://HOST[:PORT]`, or http where that is allowed. */
  readonly origin: URL;
  /** Whether plain http is allowed, to it and to where it leads. */
  readonly isPlainAllowed: boolean;
}

/**
 * Where a registry is, by its name: plain http only for this machine and for hosts named for it; there is no falling back
 * from https. @throws UserError `image-reference`
 */
export function endpointOf(name: string, insecure: readonly string[]): Endpoint {
  const host = name === 'docker.io' ? 'registry-1.docker.io' : name;
  if (!URL.canParse(`http://${host}`)) {
    throw new UserError({
      code: 'image-reference',
      message: `${name} is no address of a registry.`,
      expected: 'HOST or HOST:PORT',
      got: name,
      hint: 'Correct the name of the image.',
    });
  }
  const isPlainAllowed = insecure.includes(name) || isLoopback(new URL(`http://${host}`).hostname);
  const isPlain = isPlainAllowed && !host.endsWith(':443');
  return { name, isPlainAllowed, origin: new URL(`${isPlain ? 'http' : 'https'}://${host}`) };
}

/** True when both are the same host and port. */
export function isSameHost(one: URL, other: URL): boolean {
  return one.hostname === other.hostname && portOf(one) === portOf(other);
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** Why a registry may not send us to a URL, as a realm or a redirect; undefined when it may. */
export function refuseTarget(url: URL, endpoint: Endpoint): string | undefined {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && endpoint.isPlainAllowed))
    return `it is ${url.protocol.slice(0, -1)}, not https`;
  if (url.username !== '' || url.password !== '') return 'it holds credentials';
  if (isSameHost(url, endpoint.origin)) return undefined;
  const reach = reachOfHost(url.hostname);
  return reach === 'local' || reach === 'private' ? `${url.hostname} is an address of a closed network` : undefined;
}

/** The addresses a URL that was not refused may turn out to have: those of closed networks only where the registry lives in one. */
export function allowedAddresses(url: URL, endpoint: Endpoint, reach: Reach | undefined): Allowed {
  if (isSameHost(url, endpoint.origin)) return 'any';
  return reach === 'private' ? 'private-or-public' : 'public';
}

/**
 * Whether a token server may see the registry's credentials: the registry's own host, one of the same domain, or Docker
 * Hub's. A domain is what remains without the first label, and must not be one under which anybody can register.
 */
export function mayHoldCredentials(realm: URL, endpoint: Endpoint): boolean {
  const [there, here] = [realm.hostname, endpoint.origin.hostname];
  if (endpoint.name === 'docker.io') return there === 'auth.docker.io';
  if (isSameHost(realm, endpoint.origin)) return true;
  if (reachOfHost(there) !== undefined || reachOfHost(here) !== undefined) return false;
  if (there === here) return true;
  const domains = [here, withoutFirst(here)].filter(isDomainOfOne);
  return domains.some((domain) => there === domain || there.endsWith(`.${domain}`));
}

function withoutFirst(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}

/** Not `com`, `co.uk`, nor a host for everybody; a guess for want of the public suffix list, and on the safe side. */
function isDomainOfOne(domain: string): boolean {
  const labels = domain.split('.');
  const [second = '', first = ''] = labels.slice(-2);
  if (labels.length < 2) return false;
  if (labels.length === 2 && first.length === 2 && second.length <= 3) return false;
  return !sharedDomains.has(domain);
}

/** Where every customer has a name of their own. */
const sharedDomains = new Set([
  'amazonaws.com',
  'appspot.com',
  'azurecr.io',
  'cloudfront.net',
  'github.io',
  'gitlab.io',
  'herokuapp.com',
  'jfrog.io',
  'pkg.dev',
  'run.app',
  'workers.dev',
]);
