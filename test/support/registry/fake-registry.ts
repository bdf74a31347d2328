import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { defaultPatience, type Patience } from '../../../src/adapters/registry/retry.ts';
import { registrySource } from '../../../src/adapters/registry/source.ts';
import type { ImageSource, OpenImage, RegistryLists } from '../../../src/ports.ts';
import type { StoredImage } from './image.ts';

/** What a test answers itself; true when it did. */
export type Trick = (request: IncomingMessage, response: ServerResponse) => boolean | void;

/** A registry on loopback that plays every trick it is told to. */
export interface FakeRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** `GET /v2/…`, with the host before the path when it came as to a proxy. */
  readonly requests: { readonly line: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  /** Keeps an image or an index under names and its digest. */
  keep(
    stored: Partial<StoredImage> & Pick<StoredImage, 'manifest' | 'mediaType' | 'digest'>,
    ...tags: readonly string[]
  ): void;
  /** Comes before the registry's own answers. */
  trick: Trick;
  /** The source, with no patience to speak of. */
  source(
    environment?: Readonly<Record<string, string>>,
    options?: Partial<Parameters<typeof registrySource>[0]>,
  ): ImageSource & RegistryLists;
  open(name?: string, platform?: string): Promise<OpenImage>;
}

export const never = new AbortController().signal;
export const impatient: Patience = {
  ...defaultPatience,
  maxRetries: 2,
  baseMs: 1,
  maxWaitMs: 40,
  idleMs: 150,
  documentMs: 400,
};

/** Starts one for this test. */
export async function fakeRegistry(): Promise<FakeRegistry> {
  const manifests = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  const blobs = new Map<string, Buffer>();
  const requests: FakeRegistry['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => (body += bytes.toString()));
    request.on('end', () => {
      requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      if (fake.trick(request, response) !== true) answer(request, response, manifests, blobs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const fake: FakeRegistry = {
    host,
    requests,
    trick: () => false,
    keep: ({ manifest, mediaType, digest, blobs: own }, ...tags) => {
      for (const name of [digest, ...tags]) manifests.set(name, { bytes: manifest, type: mediaType });
      for (const [name, bytes] of own ?? []) blobs.set(name, bytes);
    },
    source: (environment = {}, options = {}) =>
      registrySource({
        environment: { DOCKER_CONFIG: '/nonexistent', ...environment },
        platform: 'linux/amd64',
        patience: impatient,
        ...options,
      }),
    open: (name = 'app:1', platform) =>
      fake.source().open({ kind: 'registry', reference: `${host}/${name}` }, platform, never),
  };
  return fake;
}

function answer(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  manifests: ReadonlyMap<string, { readonly bytes: Buffer; readonly type: string }>,
  blobs: ReadonlyMap<string, Buffer>,
): void {
  const [, kind, name = ''] = /\/(manifests|blobs)\/([^/?]+)$/.exec(url) ?? [];
  const manifest = kind === 'manifests' ? manifests.get(name) : undefined;
  const bytes = manifest?.bytes ?? (kind === 'blobs' ? blobs.get(name) : undefined);
  if (!bytes) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] }));
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const part = bytes.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': manifest?.type ?? 'application/octet-stream',
    'content-length': part.length,
    ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  response.end(part);
}
