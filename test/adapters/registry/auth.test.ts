import { getEventListeners } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultPatience } from '../../../src/adapters/registry/retry.ts';
import { fakeRegistry, never, type FakeRegistry, type Trick } from '../../support/registry/fake-registry.ts';
import { anImage } from '../../support/registry/image.ts';

const image = anImage();
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const basicOf = (pair: string): string => `Basic ${base64(pair)}`;
const refusal = (code: string, message = /./) => ({
  problems: [{ code, message: expect.stringMatching(message), hint: expect.any(String) }],
});

/** A folder with docker's config.json and programs; removed with the test. */
function dockerConfig(
  config: unknown,
  programs: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const dir = mkdtempSync(join(tmpdir(), 'plimsoll-registry-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(dir, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(dir, name), 0o755);
  }
  return { DOCKER_CONFIG: dir, PATH: `${dir}:/usr/bin:/bin` };
}

interface TokenServer {
  /** The host that realm names, where it is not the registry's own. */
  readonly realm?: string;
  readonly token?: Trick;
  readonly accepts?: (token: string) => boolean;
}

/** A registry that wants a token, and its token server on the same host. */
async function guarded({ realm, token, accepts = (text) => text === 't1' }: TokenServer = {}): Promise<FakeRegistry> {
  const fake = await fakeRegistry();
  fake.keep(image, '1');
  fake.trick = (request, response) => {
    const path = request.url?.replace(/^http:\/\/[^/]+/, '') ?? '';
    if (path.startsWith('/token')) {
      if (token?.(request, response) !== true) response.end(JSON.stringify({ token: 't1' }));
      return true;
    }
    if (accepts((request.headers.authorization ?? '').replace('Bearer ', ''))) return false;
    const where = realm ?? `http://${request.headers.host}/token`;
    const challenge = `Bearer realm="${where}",service="the service",scope="repository:app:pull,push"`;
    response.writeHead(401, { 'www-authenticate': challenge }).end('{"errors":[{"code":"UNAUTHORIZED"}]}');
    return true;
  };
  return fake;
}

const open = (fake: FakeRegistry, environment = {}, name = `${fake.host}/app:1`) =>
  fake.source(environment).open({ kind: 'registry', reference: name }, undefined, never);
const tokenAsks = ({ requests }: FakeRegistry) => requests.filter(({ line }) => line.includes('/token'));

describe('a token', () => {
  test('is fetched without credentials, for pulling this repository alone, and used for all that follows', async () => {
    const fake = await guarded();
    await (await open(fake)).readLayers(never);
    expect(fake.requests.map(({ line, headers }) => [line.replace(/sha256.*/, ''), headers.authorization])).toEqual([
      ['GET /v2/app/manifests/1', undefined],
      ['GET /token?service=the+service&scope=repository%3Aapp%3Apull', undefined],
      ['GET /v2/app/manifests/1', 'Bearer t1'],
      ['GET /v2/app/blobs/', 'Bearer t1'],
      ['GET /v2/app/blobs/', 'Bearer t1'],
    ]);
  });

  test('many images at once ask for one', async () => {
    const fake = await guarded();
    // On a machine that is busy elsewhere, the others' patience would end and the token be asked for again.
    const source = fake.source({}, { patience: defaultPatience });
    const reference = { kind: 'registry', reference: `${fake.host}/app:1` } as const;
    const { signal } = new AbortController();
    const opening = Promise.all(Array.from({ length: 16 }, () => source.open(reference, undefined, signal)));
    // Node warns of more than ten.
    expect(getEventListeners(signal, 'abort').length).toBeLessThan(2);
    await opening;
    expect(tokenAsks(fake)).toHaveLength(1);
  });

  test('as `access_token` counts too', async () => {
    const fake = await guarded({ token: (_request, response) => (response.end('{"access_token":"t1"}'), true) });
    expect((await open(fake)).facts.platform).toBe('linux/amd64');
  });

  test('that is refused in the middle of a pull is replaced, once', async () => {
    let valid = 1;
    const fake = await guarded({
      token: (_request, response) => (response.end(`{"token":"t${valid}"}`), true),
      accepts: (text) => text === `t${valid}`,
    });
    const opened = await open(fake);
    valid = 2;
    expect(await opened.readLayers(never)).toHaveLength(1);
    expect(tokenAsks(fake)).toHaveLength(2);
  });

  test('that has run out is not sent again', async () => {
    const fake = await guarded();
    const source = fake.source();
    const opening = () => source.open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, never);
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    onTestFinished(() => void vi.useRealTimers());
    await opening();
    vi.setSystemTime(49_000);
    await opening();
    expect(tokenAsks(fake)).toHaveLength(1);
    vi.setSystemTime(51_000);
    await opening();
    expect(tokenAsks(fake)).toHaveLength(2);
  });

  test('that is never accepted ends the matter', async () => {
    const fake = await guarded({ accepts: () => false });
    await expect(open(fake)).rejects.toMatchObject(refusal('registry-denied', /asked with no credentials/));
    expect(fake.requests).toHaveLength(3);
  });

  test.each([
    ['500', (_request, response) => (response.writeHead(500).end(), true), 'registry-unavailable', 3],
    ['529', (_request, response) => (response.writeHead(529).end(), true), 'registry-unavailable', 3],
    ['nothing, its connection cut', (_request, response) => (response.destroy(), true), 'registry-unavailable', 3],
    ['403', (_request, response) => (response.writeHead(403).end(), true), 'registry-denied', 1],
    ['HTML', (_request, response) => (response.end('<html>'), true), 'registry-answer', 1],
    ['no token', (_request, response) => (response.end('{}'), true), 'registry-answer', 1],
    [
      'a token that breaks headers',
      (_request, response) => (response.end('{"token":"a\\r\\nb: c"}'), true),
      'registry-answer',
      1,
    ],
    [
      'more than 64 KiB',
      (_request, response) => (response.end(`{"token":"${'t'.repeat(65_536)}"}`), true),
      'registry-answer',
      1,
    ],
    [
      'a redirect elsewhere',
      (_request, response) => (response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), true),
      'unsafe-redirect',
      1,
    ],
    [
      'a redirect in circles',
      (_request, response) => (response.writeHead(302, { location: '/token' }).end(), true),
      'unsafe-redirect',
      6,
    ],
  ] satisfies readonly (readonly [string, Trick, string, number])[])(
    'server answering %s',
    async (_what, token, code, asks) => {
      const fake = await guarded({ token });
      await expect(open(fake)).rejects.toMatchObject(refusal(code));
      expect(tokenAsks(fake)).toHaveLength(asks);
    },
  );

  test.each([
    'http://127.0.0.1:1/token',
    'http://169.254.169.254/token',
    'http://0.0.0.0/token',
    'http://[::]/token',
    'http://localhost/token',
    'http://10.0.0.1/token',
    'file:///etc/passwd',
    '/token',
  ])('is not asked for at %s', async (realm) => {
    const fake = await guarded({ realm });
    await expect(open(fake)).rejects.toMatchObject(refusal('registry-answer', /token server/));
    expect(fake.requests).toHaveLength(1);
  });
});

describe('credentials', () => {
  const auths = (host: string, entry: object): object => ({ auths: { [host]: entry } });

  test.each([
    ['`auth`', { auth: base64('me:pass:word') }, 'me:pass:word'],
    ['`auth` padded with zeros', { auth: base64('me:word\0\0') }, 'me:word'],
    ['`username` and `password`', { username: 'me', password: 'word' }, 'me:word'],
  ])('from %s go to the token server, and to nobody else', async (_what, entry, pair) => {
    const fake = await guarded();
    await open(fake, dockerConfig(auths(fake.host, entry)));
    expect(fake.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      basicOf(pair),
      'Bearer t1',
      'Bearer t1',
    ]);
  });

  test('an identity token is exchanged', async () => {
    const fake = await guarded();
    await open(fake, dockerConfig(auths(fake.host, { identitytoken: 'id&1' })));
    const [ask] = tokenAsks(fake);
    expect([ask?.line, ask?.headers.authorization, Object.fromEntries(new URLSearchParams(ask?.body))]).toEqual([
      'POST /token',
      undefined,
      {
        grant_type: 'refresh_token',
        refresh_token: 'id&1',
        client_id: 'plimsoll',
        service: 'the service',
        scope: 'repository:app:pull',
      },
    ]);
  });

  test('a registry token goes to the registry itself', async () => {
    const fake = await guarded();
    await open(fake, dockerConfig(auths(fake.host, { registrytoken: 't1' })));
    expect(tokenAsks(fake)).toEqual([]);
  });

  test('basic authentication, once it is asked for', async () => {
    const fake = await fakeRegistry();
    fake.keep(image, '1');
    fake.trick = ({ headers }, response) =>
      headers.authorization !== basicOf('me:word') &&
      (response.writeHead(401, { 'www-authenticate': 'Basic realm="r"' }).end(), true);
    await open(fake, dockerConfig(auths(fake.host, { auth: base64('me:word') })));
    expect(fake.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      basicOf('me:word'),
      basicOf('me:word'),
    ]);
    await expect(open(fake)).rejects.toMatchObject(refusal('registry-denied', /with no credentials/));
  });

  test.each([
    ['http://HOST', true],
    ['https://HOST/v1/', true],
    ['127.0.0.1', false],
    ['127.0.0.1:1', false],
    ['docker.io', false],
  ])('under %s are those of the host: %s', async (key, isTheirs) => {
    const fake = await guarded();
    await open(fake, dockerConfig(auths(key.replace('HOST', fake.host), { auth: base64('me:word') })));
    expect(tokenAsks(fake)[0]?.headers.authorization).toBe(isTheirs ? basicOf('me:word') : undefined);
  });

  test('that are refused are named by their source and never shown', async () => {
    const fake = await guarded({ accepts: () => false });
    const secret = 'hunter2hunter2';
    const error = await open(fake, dockerConfig(auths(fake.host, { auth: base64(`me:${secret}`) }))).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject(refusal('registry-denied', /asked with `auths` in .*config\.json/));
    expect(JSON.stringify(error)).not.toMatch(new RegExp(`${secret}|${base64(`me:${secret}`)}`));
  });

  test('every form of a secret is announced before it is used', async () => {
    const fake = await guarded();
    const secrets: string[] = [];
    const options = { onSecret: (secret: string) => void secrets.push(`${secret} after ${fake.requests.length}`) };
    const source = fake.source(dockerConfig(auths(fake.host, { auth: base64('me:word') })), options);
    await source.open({ kind: 'registry', reference: `${fake.host}/app:1` }, undefined, never);
    expect(secrets).toEqual(['word after 1', `${base64('me:word')} after 1`, 't1 after 2']);
  });

  test.each([
    ['`auth` that is no pair', { auths: { HOST: { auth: base64('word') } } }, 'broken-docker-config'],
    ['`auths` that is no object', { auths: [] }, 'broken-docker-config'],
    ['a helper with a name that leads elsewhere', { credsStore: '../x' }, 'credential-helper'],
    ['a helper that is not there', { credsStore: 'no-such' }, 'credential-helper'],
  ])('%s', async (_what, config, code) => {
    const fake = await guarded();
    const text = JSON.stringify(config).replace('HOST', fake.host);
    await expect(open(fake, dockerConfig(text))).rejects.toMatchObject(refusal(code));
  });
});

describe('a credential helper', () => {
  const answer = (user: string, secret: string) => `printf '{"Username":"${user}","Secret":"${secret}"}'`;
  const asked = 'test "$1" = get && test "$(cat)" = "$HOST" || exit 9';

  test.each([
    ['for this host', (host: string) => ({ credHelpers: { [host]: 'one' }, credsStore: 'two' })],
    ['for all hosts', () => ({ credsStore: 'one' })],
    [
      'before what the file holds',
      (host: string) => ({ credsStore: 'one', auths: { [host]: { auth: base64('a:b') } } }),
    ],
  ])('%s is asked', async (_what, config) => {
    const fake = await guarded();
    const environment = dockerConfig(config(fake.host), {
      'docker-credential-one': `${asked}\n${answer('me', 'word')}`,
      'docker-credential-two': 'exit 7',
    });
    await open(fake, { ...environment, HOST: fake.host });
    expect(tokenAsks(fake)[0]?.headers.authorization).toBe(basicOf('me:word'));
  });

  test('may hand out an identity token', async () => {
    const fake = await guarded();
    await open(fake, dockerConfig({ credsStore: 'one' }, { 'docker-credential-one': answer('<token>', 'id') }));
    expect(tokenAsks(fake)[0]?.body).toContain('refresh_token=id');
  });

  test('that knows nothing leaves it at what the file holds', async () => {
    const fake = await guarded();
    const config = { credsStore: 'one', auths: { [fake.host]: {} } };
    const script = 'echo "credentials not found in native keychain"; exit 1';
    await open(fake, dockerConfig(config, { 'docker-credential-one': script }));
    expect(tokenAsks(fake)[0]?.headers.authorization).toBeUndefined();
  });

  test.each([
    ['fails', 'echo hunter2; exit 3', /ended with 3/],
    ['answers what helpers do not', 'echo hunter2', /not what helpers print/],
  ])('that %s is named, and what it said is not repeated', async (_what, script, message) => {
    const fake = await guarded();
    const error = await open(fake, dockerConfig({ credsStore: 'one' }, { 'docker-credential-one': script })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject(refusal('credential-helper', message));
    expect(String(error)).not.toContain('hunter2');
  });
});

/** A proxy sees every host: here the fake is one, so that names can stand for machines. */
describe('through a proxy, in plain http where it is allowed', () => {
  const through = (fake: FakeRegistry, config: unknown = {}) =>
    fake.source(
      { ...dockerConfig(config), HTTP_PROXY: `http://proxy:secret@${fake.host}` },
      { insecureRegistries: ['reg.example'] },
    );
  const reference = { kind: 'registry', reference: 'reg.example/app:1' } as const;
  const auth = { auths: { 'reg.example': { auth: base64('me:word') } } };
  const seen = ({ requests }: FakeRegistry) =>
    requests.map(({ line, headers }) => [line.replace(/^GET http:\/\/([^/]+).*/, '$1'), headers.authorization]);

  test('everything is asked of the proxy, with its own credentials', async () => {
    const fake = await guarded();
    await through(fake).open(reference, undefined, never);
    expect(fake.requests.map(({ line }) => line.startsWith('GET http://reg.example/'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(fake.requests[0]?.headers['proxy-authorization']).toBe(basicOf('proxy:secret'));
  });

  test.each([
    ['http://auth.reg.example/token', basicOf('me:word')],
    ['http://auth.other.example/token', undefined],
  ])('a token server at %s sees %s', async (realm, authorization) => {
    const fake = await guarded({ realm });
    await through(fake, auth).open(reference, undefined, never);
    expect(tokenAsks(fake)[0]?.headers.authorization).toBe(authorization);
  });

  test('credentials that were kept from a token server are said to have been', async () => {
    const fake = await guarded({ realm: 'http://auth.other.example/token', accepts: () => false });
    await expect(through(fake, auth).open(reference, undefined, never)).rejects.toMatchObject(
      refusal('registry-denied', /kept from auth\.other\.example/),
    );
  });

  test('a blob elsewhere is fetched without what the registry was given', async () => {
    const fake = await guarded();
    const { trick } = fake;
    fake.trick = (request, response) => {
      if (request.url?.startsWith('http://cdn.example/') === true) return false;
      if (request.url?.includes('/blobs/') !== true) return trick(request, response);
      const location = request.url.replace('reg.example', 'cdn.example');
      return (response.writeHead(307, { location }).end(), true);
    };
    await (await through(fake).open(reference, undefined, never)).readLayers(never);
    expect(seen(fake).slice(-4)).toEqual([
      ['reg.example', 'Bearer t1'],
      ['cdn.example', undefined],
      ['reg.example', 'Bearer t1'],
      ['cdn.example', undefined],
    ]);
  });

  test('a 401 from elsewhere is not answered', async () => {
    const fake = await guarded({ realm: 'http://evil.example/token' });
    const { trick } = fake;
    fake.trick = (request, response) =>
      request.url?.startsWith('http://reg.example') === true
        ? (response.writeHead(307, { location: 'http://cdn.example/v2/app/manifests/1' }).end(), true)
        : trick(request, response);
    await expect(through(fake, auth).open(reference, undefined, never)).rejects.toMatchObject(
      refusal('registry-denied'),
    );
    expect(seen(fake)).toEqual([
      ['reg.example', undefined],
      ['cdn.example', undefined],
    ]);
  });

  test('hosts that were not named are not spoken to in plain http', async () => {
    const fake = await fakeRegistry();
    fake.keep(image, '1');
    const opening = through(fake).open({ kind: 'registry', reference: 'other.example/app:1' }, undefined, never);
    await expect(opening).rejects.toMatchObject({ problems: [{ code: 'registry-unavailable' }] });
    expect(fake.requests).toEqual([]);
  });
});
