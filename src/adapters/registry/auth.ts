import type { IncomingHttpHeaders } from 'node:http';
import type { Environment } from '../engine/docker-config.ts';
import { parseChallenges, type Challenge } from './challenge.ts';
import { findCredentials, type Credentials } from './credentials.ts';
import type { Asked } from './failures.ts';
import { basic, fetchToken, realmOf, type Token } from './realm.ts';
import type { Route } from './redirects.ts';
import type { Patience } from './retry.ts';
import { mayHoldCredentials } from './target.ts';
import { together } from './together.ts';

/** Proves to one registry who asks: nothing until it is challenged, then what it wants, kept for the calls that follow. */
export class Authorizer {
  readonly #route: Route;
  readonly #environment: Environment;
  readonly #patience: Patience;
  readonly #onSecret: (secret: string) => Promise<void> | void;
  readonly #looking = new Map<'credentials', Promise<Credentials | undefined>>();
  #found: { readonly credentials: Credentials | undefined } | undefined;
  #challenge: Challenge | undefined;
  /** By scope; kept while they hold. */
  readonly #tokens = new Map<string, Token>();
  readonly #fetching = new Map<string, Promise<Token>>();
  /** Which credentials were sent, by their source. */
  #tried = 'no credentials';

  constructor(
    route: Route,
    options: {
      readonly environment: Environment;
      readonly patience: Patience;
      readonly onSecret: (secret: string) => Promise<void> | void;
    },
  ) {
    this.#route = route;
    this.#environment = options.environment;
    this.#patience = options.patience;
    this.#onSecret = options.onSecret;
  }

  get tried(): string {
    return this.#tried;
  }

  /** The header for a call in this scope, as far as it is known what the registry wants. @throws UserError */
  async current(scope: string, asked: Asked, signal: AbortSignal): Promise<string | undefined> {
    return this.#challenge && this.#answer(this.#challenge, scope, asked, signal);
  }

  /**
   * The header after a 401, and after one only: a token that was refused is replaced.
   * @param refused the header that was sent. @returns undefined when there is nothing (more) to try. @throws UserError
   */
  async renew(
    { scope, refused }: { readonly scope: string; readonly refused: string | undefined },
    headers: IncomingHttpHeaders,
    asked: Asked,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const challenges = parseChallenges(headers['www-authenticate'] ?? '');
    const credentials = await this.#find(signal);
    const challenge = choose(challenges, credentials);
    if (!challenge) return undefined;
    this.#challenge = challenge;
    const kept = this.#tokens.get(scope);
    if (kept && refused === `Bearer ${kept.text}`) this.#tokens.delete(scope);
    const next = await this.#answer(challenge, scope, asked, signal);
    return next === refused ? undefined : next;
  }

  async #answer(challenge: Challenge, scope: string, asked: Asked, signal: AbortSignal): Promise<string | undefined> {
    const credentials = await this.#find(signal);
    if (challenge.scheme === 'basic') {
      if (credentials?.kind !== 'password') return undefined;
      this.#tried = credentials.from;
      return basic(credentials);
    }
    if (credentials?.kind === 'registry-token') {
      this.#tried = credentials.from;
      return `Bearer ${credentials.token}`;
    }
    return `Bearer ${(await this.#token(challenge, scope, asked, credentials, signal)).text}`;
  }

  async #token(
    challenge: Challenge,
    scope: string,
    asked: Asked,
    credentials: Credentials | undefined,
    signal: AbortSignal,
  ): Promise<Token> {
    const kept = this.#tokens.get(scope);
    if (kept && kept.expiresMs > Date.now()) return kept;
    return together(this.#fetching, scope, async () => {
      const token = await this.#fetch(challenge, scope, asked, credentials, signal);
      this.#tokens.set(scope, token);
      return token;
    });
  }

  async #fetch(
    challenge: Challenge,
    scope: string,
    asked: Asked,
    credentials: Credentials | undefined,
    signal: AbortSignal,
  ): Promise<Token> {
    const realm = realmOf(challenge, this.#route.endpoint, asked);
    const isTheirs = credentials !== undefined && !mayHoldCredentials(realm, this.#route.endpoint);
    this.#tried = isTheirs
      ? `no credentials (${credentials.from} were kept from ${realm.host}, which is of another domain)`
      : (credentials?.from ?? this.#tried);
    const token = await fetchToken(
      this.#route,
      { challenge, scope, credentials },
      { asked, patience: this.#patience, tried: this.#tried },
      signal,
    );
    await this.#onSecret(token.text);
    return token;
  }

  /** Looked up once, when a registry first asks. */
  async #find(signal: AbortSignal): Promise<Credentials | undefined> {
    if (this.#found) return this.#found.credentials;
    return together(this.#looking, 'credentials', async () => {
      const credentials = await this.#look(signal);
      this.#found = { credentials };
      return credentials;
    });
  }

  async #look(signal: AbortSignal): Promise<Credentials | undefined> {
    const found = await findCredentials(this.#route.endpoint.name, this.#environment, signal);
    if (found?.kind === 'password') {
      await this.#onSecret(found.password);
      await this.#onSecret(basic(found).slice('Basic '.length));
    } else if (found) await this.#onSecret(found.token);
    return found;
  }
}

/** Bearer where a token server is named, else basic where there is a password to send. */
function choose(challenges: readonly Challenge[], credentials: Credentials | undefined): Challenge | undefined {
  const bearer = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
  const other = challenges.find(({ scheme }) => scheme === 'basic');
  return bearer ?? (credentials?.kind === 'password' ? other : undefined);
}
