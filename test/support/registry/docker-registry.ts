import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenIssuer } from './token-server.ts';

/** A registry as people run them: Debian's docker-registry on a free port of loopback. */
export interface RealRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  close(): void;
}

/** What of its configuration differs from a plain registry's. */
export interface RegistryForm {
  /** A password file as htpasswd -B writes it. */
  readonly htpasswd?: string;
  /** The token server it believes. */
  readonly token?: TokenIssuer;
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** Starts one of its own. @throws when docker-registry is not installed: these tests are never skipped. */
export async function startRegistry({ htpasswd, token, tls }: RegistryForm = {}): Promise<RealRegistry> {
  const dir = mkdtempSync(join(tmpdir(), 'plimsoll-registry-'));
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const config = {
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: join(dir, 'data') } },
    http: { addr: host, ...(tls && { tls: { certificate: join(dir, 'cert.pem'), key: join(dir, 'key.pem') } }) },
    ...(htpasswd !== undefined && { auth: { htpasswd: { realm: 'test', path: join(dir, 'htpasswd') } } }),
    ...(token && { auth: { token: asAuth(token, join(dir, 'issuer.pem')) } }),
  };
  writeFileSync(join(dir, 'config.yml'), JSON.stringify(config));
  writeFileSync(join(dir, 'issuer.pem'), token?.certificate ?? '');
  writeFileSync(join(dir, 'htpasswd'), htpasswd ?? '');
  writeFileSync(join(dir, 'cert.pem'), tls?.certificate ?? '');
  writeFileSync(join(dir, 'key.pem'), tls?.key ?? '');
  const child = spawn('docker-registry', ['serve', join(dir, 'config.yml')], { stdio: 'ignore' });
  const failed = new Promise<never>((_resolve, reject) => {
    child.on('error', (cause) => reject(new Error('docker-registry (a Debian package) did not start.', { cause })));
    child.on('exit', (status) => reject(new Error(`docker-registry ended with ${status}.`)));
  });
  failed.catch(() => undefined);
  await Promise.race([failed, answers(`${tls ? 'https' : 'http'}://${host}/v2/`)]);
  return {
    host,
    close: () => {
      child.kill();
      rmSync(dir, { recursive: true });
    },
  };
}

function asAuth({ realm, service, issuer }: TokenIssuer, rootcertbundle: string) {
  return { realm, service, issuer, rootcertbundle };
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // A certificate that is not trusted is an answer too.
    const isUp = await fetch(url).then(
      () => true,
      (thrown: unknown) => !JSON.stringify(thrown instanceof Error ? thrown.cause : '').includes('ECONNREFUSED'),
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Puts documents into a repository as a client does: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push */
export async function pushBlob(
  host: string,
  repository: string,
  digest: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const started = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: 'POST', headers });
  const url = new URL(started.headers.get('location') ?? '', `http://${host}`);
  url.searchParams.set('digest', digest);
  expectCreated(await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) }));
}

/** As {@link pushBlob}, for a manifest or an index. @param name a tag or the digest */
export async function pushManifest(
  host: string,
  repository: string,
  name: string,
  { manifest, mediaType }: { readonly manifest: Buffer; readonly mediaType: string },
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const headers = { ...more, 'content-type': mediaType };
  const url = `http://${host}/v2/${repository}/manifests/${name}`;
  expectCreated(await fetch(url, { method: 'PUT', headers, body: new Uint8Array(manifest) }));
}

function expectCreated({ status, url }: Response): void {
  if (status !== 201) throw new Error(`${url} answers ${status}.`);
}
