import { execFileSync } from 'node:child_process';
import { createSign, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a registry must know of a token server to believe it. */
export interface TokenIssuer {
  readonly realm: string;
  readonly service: string;
  readonly issuer: string;
  /** PEM. */
  readonly certificate: string;
}

/** Signs tokens for a registry: https://distribution.github.io/distribution/spec/auth/jwt/ */
export interface TokenServer extends TokenIssuer {
  /** `127.0.0.1:PORT`, under which the registry is read, too: one on this machine may send nobody to another port. */
  readonly host: string;
  /** The registry that stands behind it, once it runs. */
  behind: string;
  /** `USER scope` or `- scope` for each token that was asked for. */
  readonly asked: string[];
  close(): void;
}

/**
 * Starts one on loopback: everybody may pull what does not begin with `private/`, who knows the password may do
 * anything, and a wrong password gets no token at all. Its key is made for it.
 */
export async function startTokenServer(user: string, password: string): Promise<TokenServer> {
  const { key, certificate } = keyPair();
  const asked: string[] = [];
  const issuer = 'test-issuer';
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (url.pathname !== '/token') return pass(tokens.behind, request, response);
    const { authorization } = request.headers;
    const scopes = url.searchParams.getAll('scope').filter((scope) => scope !== '');
    for (const scope of scopes.length > 0 ? scopes : [''])
      asked.push(`${authorization === undefined ? '-' : user} ${scope}`);
    if (authorization !== undefined && authorization !== expected) {
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"details":"incorrect username or password"}');
      return;
    }
    const access = scopes.flatMap((scope) => granted(scope, authorization !== undefined));
    const token = sign({ issuer, service: url.searchParams.get('service') ?? '', access }, key, certificate);
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end(JSON.stringify({ token, expires_in: 300 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const tokens: TokenServer = {
    host: `127.0.0.1:${port}`,
    behind: '',
    realm: `http://127.0.0.1:${port}/token`,
    service: 'test-registry',
    issuer,
    certificate,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return tokens;
}

function pass(host: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, url: path = '', headers } = request;
  const onward = ask(`http://${host}${path}`, { method, headers: { ...headers, host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

interface Access {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** Of `repository:NAME:ACTION,…` what may be done. */
function granted(scope: string, isKnown: boolean): readonly Access[] {
  const [, type = '', name = '', actions = ''] = /^([a-z]+):(.+):([a-z,*]+)$/.exec(scope) ?? [];
  if (isKnown) return [{ type, name, actions: actions.split(',') }];
  return name.startsWith('private/') ? [] : [{ type, name, actions: ['pull'] }];
}

function sign(
  {
    issuer,
    service,
    access,
  }: { readonly issuer: string; readonly service: string; readonly access: readonly Access[] },
  key: string,
  certificate: string,
): string {
  const der = certificate.replace(/-----[A-Z ]+-----|\s/g, '');
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encode({ typ: 'JWT', alg: 'RS256', x5c: [der] });
  const claims = {
    iss: issuer,
    sub: '',
    aud: service,
    exp: now + 300,
    nbf: now - 10,
    iat: now,
    jti: randomUUID(),
    access,
  };
  const signed = `${head}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

function keyPair(): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-issuer-'));
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const options = [
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=test-issuer',
      '-keyout',
      key,
      '-out',
      certificate,
    ];
    execFileSync('openssl', ['req', '-x509', ...options], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
