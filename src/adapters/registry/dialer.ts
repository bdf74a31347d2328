import { lookup, type LookupAddress } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Environment } from '../engine/docker-config.ts';
import { reachOfAddress, type Reach } from './address.ts';
import type { Patience } from './retry.ts';
import { proxyAddress, proxyAuthorization, proxyFor, TunnelAgent } from './proxy.ts';

/** Which addresses a host may turn out to have. */
export type Allowed = 'any' | 'private-or-public' | 'public';

/** What of a request is not the address. */
export interface DialOptions {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
}

/** A name that leads where the one who gave it may not send us. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Opens and keeps connections, through proxies where the environment says so. */
export class Dialer {
  readonly patience: Pick<Patience, 'idleMs' | 'documentMs'>;
  readonly #environment: Environment;
  /** Apart by what was allowed: a connection kept from elsewhere would slip past the check. */
  readonly #agents = new Map<string, http.Agent>();

  constructor(environment: Environment, patience: Pick<Patience, 'idleMs' | 'documentMs'>) {
    this.#environment = environment;
    this.patience = patience;
  }

  /** Starts a request; nothing is sent before `end()`. A proxy looks names up itself, so only literal addresses were checked. */
  request(url: URL, allowed: Allowed, options: DialOptions): http.ClientRequest {
    const proxy = proxyFor(url, this.#environment);
    const isTls = url.protocol === 'https:';
    const common = { ...options, timeout: this.patience.idleMs, path: `${url.pathname}${url.search}` };
    const host = { hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || (isTls ? 443 : 80) };
    if (!proxy) {
      const agent = this.#agent(`${url.protocol}${allowed}`, () => {
        const kept = { keepAlive: true, ...(allowed !== 'any' && { lookup: guardedLookup(allowed) }) };
        return isTls ? new https.Agent(kept) : new http.Agent(kept);
      });
      return (isTls ? https : http).request({ ...common, ...host, agent });
    }
    if (isTls) {
      const agent = this.#agent(`tunnel ${proxy.href}`, () => new TunnelAgent(proxy, this.patience.idleMs));
      return https.request({ ...common, ...host, agent });
    }
    const headers = { ...options.headers, host: url.host, ...proxyAuthorization(proxy) };
    return (proxy.protocol === 'https:' ? https : http).request(proxyAddress(proxy), {
      ...common,
      headers,
      path: url.href,
    });
  }

  /** Closes what is kept open. */
  close(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }

  #agent(key: string, make: () => http.Agent): http.Agent {
    const agent = this.#agents.get(key) ?? make();
    this.#agents.set(key, agent);
    return agent;
  }
}

/** Looks a name up and refuses it when any of its addresses is out of bounds: checked where the connection is made. */
function guardedLookup(allowed: Exclude<Allowed, 'any'>): LookupFunction {
  const bounds: readonly Reach[] = allowed === 'public' ? ['public'] : ['public', 'private'];
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      const outside = addresses.find(({ address }) => !bounds.includes(reachOfAddress(address)));
      if (outside) return callback(new ForbiddenAddress(`${hostname} has the address ${outside.address}`), []);
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
    });
  };
}
