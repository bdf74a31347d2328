import { z } from 'zod';
import type { Challenge } from './challenge.ts';
import type { Credentials } from './credentials.ts';
import { readBody } from './exchange.ts';
import { badAnswer, denied, explain, refused, type Asked } from './failures.ts';
import { follow, type Route } from './redirects.ts';
import { outputOf } from './output.ts';
import { patiently, type Patience } from './retry.ts';
import { mayHoldCredentials, refuseTarget, type Endpoint } from './target.ts';

/** A bearer token and until when it holds, in milliseconds since 1970. */
export interface Token {
  readonly text: string;
  readonly expiresMs: number;
}

const maxTokenBytes = 65_536;
const answerForm = z.object({
  token: z.string().optional(),
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
});
/** What the specification gives a token whose life is not stated: https://distribution.github.io/distribution/spec/auth/token/ */
const defaultLifeS = 60;

/** The token server a challenge names. @throws UserError `registry-answer` where it is none a registry may name. */
export function realmOf(challenge: Challenge, endpoint: Endpoint, asked: Asked): URL {
  const text = challenge.parameters.get('realm') ?? '';
  if (!URL.canParse(text)) throw badAnswer(asked, 'it names no token server');
  const realm = new URL(text);
  const why = refuseTarget(realm, endpoint);
  if (why !== undefined) throw badAnswer(asked, `its token server ${realm.protocol}//${realm.host} is refused: ${why}`);
  return realm;
}

/**
 * Gets a token: https://distribution.github.io/distribution/spec/auth/token/, with an identity token
 * https://distribution.github.io/distribution/spec/auth/oauth/. Credentials go only where they belong.
 * @throws UserError
 */
export async function fetchToken(
  route: Route,
  {
    challenge,
    scope,
    credentials,
  }: { readonly challenge: Challenge; readonly scope: string; readonly credentials: Credentials | undefined },
  { asked, patience, tried }: { readonly asked: Asked; readonly patience: Patience; readonly tried: string },
  signal: AbortSignal,
): Promise<Token> {
  const realm = realmOf(challenge, route.endpoint, asked);
  const own = credentials && mayHoldCredentials(realm, route.endpoint) ? credentials : undefined;
  const request = tokenRequest(realm, challenge.parameters.get('service'), scope, own);
  const at = { registry: realm.host, what: `a token for ${asked.registry}` };
  const ask = async () => {
    const got = await follow(route, request, signal);
    return { status: got.status, headers: got.headers, body: await readBody(got, maxTokenBytes) };
  };
  // What the network did is told here: whoever wanted the token would else ask for it all over again.
  const answer = await patiently(ask, patience, signal).catch((thrown: unknown) => {
    throw explain(at, thrown);
  });
  const refusal = { status: answer.status, output: outputOf(answer.body) };
  if (answer.status === 401 || answer.status === 403)
    throw denied({ ...asked, what: `${asked.what} at its token server ${realm.host}` }, refusal, tried);
  if (answer.status !== 200) throw refused(at, refusal);
  if (!answer.body) throw badAnswer(at, `it is larger than ${maxTokenBytes} bytes`);
  return readToken(answer.body, at);
}

function tokenRequest(realm: URL, service: string | undefined, scope: string, own: Credentials | undefined) {
  const about = { ...(service !== undefined && { service }), scope };
  if (own?.kind === 'identity-token') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: own.token,
      client_id: 'plimsoll',
      ...about,
    });
    return { url: realm, headers: {}, form };
  }
  const url = new URL(realm);
  for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value);
  return { url, headers: own?.kind === 'password' ? { authorization: basic(own) } : {} };
}

/** The header for a name and a password: https://datatracker.ietf.org/doc/html/rfc7617 */
export function basic({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function readToken(body: Buffer, asked: Asked): Token {
  let answer: z.infer<typeof answerForm>;
  try {
    answer = answerForm.parse(JSON.parse(body.toString('utf8')));
  } catch {
    // The cause would quote what may be a token.
    throw badAnswer(asked, 'it is not what token servers send');
  }
  const text = answer.token || answer.access_token || '';
  // It goes into a header as it is.
  if (!/^[\x21-\x7e]+$/.test(text)) throw badAnswer(asked, 'it holds no token');
  const lifeS = Math.max(answer.expires_in ?? defaultLifeS, defaultLifeS);
  // A request under way must still find it valid.
  return { text, expiresMs: Date.now() + (lifeS - 10) * 1000 };
}
