import type { Environment } from '../engine/docker-config.ts';
import type { Reach } from './address.ts';
import { Authorizer } from './auth.ts';
import { Dialer } from './dialer.ts';
import { readBody, type Answer } from './exchange.ts';
import { denied, refused, type Asked } from './failures.ts';
import { outputOf } from './output.ts';
import { follow, isSameOrigin, type Route } from './redirects.ts';
import type { Patience } from './retry.ts';
import { endpointOf, isSameHost, type Endpoint } from './target.ts';

/** What every registry of a run is reached with. */
export interface RegistryOptions {
  readonly environment: Environment;
  /** Hosts with their ports to which plain http is allowed. */
  readonly insecureRegistries: readonly string[];
  readonly patience: Patience;
  /** Learns of everything secret before it is first used. */
  readonly onSecret: (secret: string) => Promise<void> | void;
}

/** One thing to get from a registry. */
export interface Call {
  readonly path: string;
  /** What a token must allow to be pulled. */
  readonly repository: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is read of an answer that is no success. */
export const maxErrorBytes = 65_536;

/** Talks to one registry: connections, proof of who asks, and what it is told when it refuses. */
export class Session {
  readonly endpoint: Endpoint;
  readonly #dialer: Dialer;
  readonly #auth: Authorizer;
  #reach: Reach | undefined;

  constructor(name: string, options: RegistryOptions) {
    this.endpoint = endpointOf(name, options.insecureRegistries);
    this.#dialer = new Dialer(options.environment, options.patience);
    this.#auth = new Authorizer(this.#route, options);
  }

  /** One call, authorised; a 401 of the registry's own is answered once. @throws UserError, or what the network did */
  async ask(call: Call, asked: Asked, signal: AbortSignal): Promise<Answer> {
    const scope = `repository:${call.repository}:pull`;
    const url = new URL(call.path, this.endpoint.origin);
    const send = async (authorization: string | undefined): Promise<Answer> => {
      const headers = { ...call.headers, ...(authorization !== undefined && { authorization }) };
      const answer = await follow(this.#route, { url, headers }, signal);
      if (isSameHost(answer.url, this.endpoint.origin)) this.#reach = answer.reach;
      return answer;
    };
    const first = await this.#auth.current(scope, asked, signal);
    const answer = await send(first);
    if (answer.status !== 401 || !isSameOrigin(answer.url, url)) return answer;
    const renewed = await this.#auth.renew({ scope, refused: first }, answer.headers, asked, signal);
    if (renewed === undefined) return answer;
    await readBody(answer, maxErrorBytes);
    return send(renewed);
  }

  /** The error for an answer that is no success. */
  refusal(asked: Asked, status: number, body: Buffer | undefined): Error {
    const what = { status, output: outputOf(body) };
    return status === 401 || status === 403 ? denied(asked, what, this.#auth.tried) : refused(asked, what);
  }

  get #route(): Route {
    return { dialer: this.#dialer, endpoint: this.endpoint, reach: () => this.#reach };
  }
}
