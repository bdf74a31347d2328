import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { registrySource } from '../../src/adapters/registry/source.ts';
import { examine } from '../../src/check/examine.ts';
import type { OpenImage } from '../../src/ports.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { pushBlob, pushManifest, startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { anImage, anIndex, entryFor, type StoredImage } from '../support/registry/image.ts';

let bench: Bench;
let registry: RealRegistry;
let pushed: string;
let fromEngine: OpenImage;
const never = new AbortController().signal;
const dockerfile = `
RUN mkdir -p /app/cache && seq 20000 > /app/cache/a && seq 100 > /app/b && ln /app/b /app/hard && ln -s b /app/soft
RUN rm -r /app/cache
RUN chmod 700 /app/b && echo more >> /etc/passwd
RUN true
USER 1000
LABEL a=b
`;

const open = (reference: string, platform?: string, environment = {}): Promise<OpenImage> =>
  registrySource({ environment: { DOCKER_CONFIG: '/nonexistent', ...environment }, platform: 'linux/amd64' }).open(
    { kind: 'registry', reference },
    platform,
    never,
  );

async function docker(method: 'POST' | 'DELETE', path: string, query = {}): Promise<string> {
  const answer = await bench.engine.stream({ what: 'asking', method, path, query }, never);
  let text = '';
  for await (const piece of answer) text += String(piece);
  return text;
}

beforeAll(async () => {
  bench = await openBench();
  registry = await startRegistry();
  const request = buildRequest(bench.folder({ Dockerfile: `FROM ${bench.base}${dockerfile}` }));
  const { reference } = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never);
  fromEngine = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
  pushed = `${registry.host}/team/app:1`;
  const [repo] = pushed.split(/:(?=\w+$)/);
  await docker('POST', `/images/${reference}/tag`, { repo, tag: '1' });
  execFileSync('docker', ['push', '--quiet', pushed]);
  await docker('DELETE', `/images/${pushed}`, { noprune: 'true' });
});
afterAll(async () => {
  registry.close();
  await bench.close();
});

/** What may differ between sources: `pull` is exact in a registry, and a layer has a blob there. */
const ownWords = new Set(['pull', 'blob', 'blobBytes', 'blobDigest']);

/** Everything a report says of an image, but where it came from and how exactly its pull size is known. */
async function told(image: OpenImage): Promise<string> {
  const { measurement, tree, bodies } = await examine(image, { reads: ['/etc/passwd'] }, never);
  return JSON.stringify(
    {
      measurement,
      files: [...tree.all()],
      bodies: [...bodies].map(([path, body]) => [path, Buffer.from(body).toString()]),
    },
    (key, value: unknown) => (ownWords.has(key) ? undefined : value),
  );
}

describe('an image the engine pushed', () => {
  test('is measured to the byte as in the engine', async () => {
    expect(await told(await open(pushed))).toBe(await told(fromEngine));
  });

  test('has the pull size its manifest states', async () => {
    const { facts } = await open(pushed);
    const answer = await fetch(`http://${registry.host}/v2/team/app/manifests/1`, {
      headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
    });
    const { layers } = z.object({ layers: z.array(z.object({ size: z.number() })) }).parse(await answer.json());
    expect(facts.blobs?.map(({ bytes }) => bytes)).toEqual(layers.map(({ size }) => size));
    expect(facts.source).toBe(`registry:${pushed}@${answer.headers.get('docker-content-digest')}`);
    const { measurement } = await examine(await open(pushed), { reads: [] }, never);
    expect(measurement.pull).toEqual({ bytes: layers.reduce((sum, { size }) => sum + size, 0), exact: true });
  });

  test('is measured the same after skopeo packed it with zstd', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'plimsoll-skopeo-'));
    const skopeo = (...args: readonly string[]) => execFileSync('skopeo', ['copy', '--quiet', ...args]);
    try {
      // By way of a layout: from one repository to the other it would use the blobs that are there.
      skopeo('--src-tls-verify=false', '--dest-compress-format=zstd', `docker://${pushed}`, `oci:${dir}:x`);
      skopeo('--dest-tls-verify=false', `oci:${dir}:x`, `docker://${registry.host}/team/zstd:1`);
    } finally {
      rmSync(dir, { recursive: true });
    }
    const image = await open(`${registry.host}/team/zstd:1`);
    expect(new Set(image.facts.blobs?.map(({ mediaType }) => mediaType))).toEqual(
      new Set(['application/vnd.oci.image.layer.v1.tar+zstd']),
    );
    // On the way to OCI's media types skopeo writes the config anew, and so the image has another ID.
    const asTold = await told(fromEngine);
    expect((await told(image)).replace(image.facts.imageId, fromEngine.facts.imageId)).toBe(asTold);
    expect(asTold).toContain('\\nmore\\n');
  });

  test('what is not there is said to be not there', async () => {
    await expect(open(`${registry.host}/team/app:2`)).rejects.toMatchObject({ problems: [{ code: 'no-such-image' }] });
    await expect(open(`${registry.host}/nobody/app`)).rejects.toMatchObject({ problems: [{ code: 'no-such-image' }] });
  });
});

describe('an index of two platforms and an attestation', () => {
  const [amd, arm] = [anImage(), anImage({ architecture: 'arm64' })];
  const attestation = anImage({ tars: [Buffer.from('{"a":1}')], layerType: 'application/vnd.in-toto+json' });
  const note = { 'vnd.docker.reference.type': 'attestation-manifest' };

  beforeAll(async () => {
    const push = async (image: StoredImage): Promise<void> => {
      for (const [digest, bytes] of image.blobs) await pushBlob(registry.host, 'team/multi', digest, bytes);
      await pushManifest(registry.host, 'team/multi', image.digest, image);
    };
    for (const image of [amd, arm, attestation]) await push(image);
    const entries = [
      entryFor(amd, 'linux/amd64'),
      entryFor(arm, 'linux/arm64'),
      entryFor(attestation, 'unknown/unknown', note),
    ];
    await pushManifest(registry.host, 'team/multi', 'latest', anIndex(entries));
  });

  test.each([
    ['linux/amd64', amd],
    ['linux/arm64', arm],
    [undefined, amd],
  ])('%s', async (platform, image) => {
    const opened = await open(`${registry.host}/team/multi`, platform);
    expect(opened.facts.imageId).toBe(image.config);
    expect((await opened.readLayers(never))[0]?.paths).toEqual(['etc/passwd']);
  });

  test('another platform is refused with those there are', async () => {
    await expect(open(`${registry.host}/team/multi`, 'linux/s390x')).rejects.toMatchObject({
      problems: [{ code: 'no-such-platform', got: 'linux/amd64, linux/arm64' }],
    });
  });
});

describe('a registry with a password', () => {
  // The bcrypt hash of `word`.
  const htpasswd = 'me:$2y$05$zUwStzMLsYVPTH1izUNdQO.QLFe85dvBAJJdM1z1o0ally3xBR8sS\n';
  let guarded: RealRegistry;
  beforeAll(async () => {
    guarded = await startRegistry({ htpasswd });
  });
  afterAll(() => guarded.close());

  test('denies who has none', async () => {
    await expect(open(`${guarded.host}/team/app:1`)).rejects.toMatchObject({
      problems: [{ code: 'registry-denied', got: '401, with no credentials' }],
    });
  });

  test('lets in who has it: then it is the image that is missing', async () => {
    const dir = bench.folder({
      'config.json': JSON.stringify({ auths: { [guarded.host]: { auth: btoa('me:word') } } }),
    });
    await expect(open(`${guarded.host}/team/app:1`, undefined, { DOCKER_CONFIG: dir })).rejects.toMatchObject({
      problems: [{ code: 'no-such-image' }],
    });
  });
});

describe('a registry with a certificate', () => {
  let secure: RealRegistry;
  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'plimsoll-tls-'));
    const [key, certificate] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
    const options = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject];
    execFileSync('openssl', ['req', '-x509', ...options], { stdio: 'ignore' });
    secure = await startRegistry({
      tls: { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') },
    });
    rmSync(dir, { recursive: true });
  });
  afterAll(() => secure.close());

  test('that nobody vouches for is not believed', async () => {
    // This machine, in a form for which plain http is not used.
    const port = secure.host.split(':')[1] ?? '';
    await expect(open(`[0:0:0:0:0:ffff:7f00:1]:${port}/app:1`)).rejects.toMatchObject({
      problems: [{ code: 'registry-tls' }],
    });
  });
});
