import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { auditResult, type AuditResult } from '../../src/result/audit.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { faultProxy, type FaultProxy } from '../support/registry/fault-proxy.ts';
import { pushOn } from '../support/registry/stack.ts';
import { tarFile, tarOf } from '../support/tar.ts';
import { copyOfDist, expectStatus, folderOf, start } from './bundle.ts';

/** Real images on two real bases: of the one the label knows the digest, of the other nothing is said. */
const labelled = Array.from({ length: 40 }, (_, index) => `api-${index}`);
const silent = Array.from({ length: 20 }, (_, index) => `job-${index}`);

let registry: RealRegistry;
let proxy: FaultProxy;
let dist: ReturnType<typeof copyOfDist>;
let repository: ReturnType<typeof folderOf>;
let bytesOfBlobs: Map<string, number>;

const manifest = z.object({ layers: z.array(z.object({ digest: z.string(), size: z.int() })) });
const accept = 'application/vnd.docker.distribution.manifest.v2+json';

/** What the registry itself says an image is: its digest, and its layers' blobs with their sizes. */
async function stated(repositoryName: string, tag = '1') {
  const answer = await fetch(`http://${registry.host}/v2/${repositoryName}/manifests/${tag}`, { headers: { accept } });
  const { layers } = manifest.parse(await answer.json());
  return { digest: answer.headers.get('docker-content-digest') ?? '', layers };
}
/** The bytes of distinct blobs, and of those that two images or more have. */
async function storedIn(names: readonly string[]) {
  const holders = new Map<string, { readonly size: number; count: number }>();
  for (const name of names)
    for (const { digest, size } of (await stated(name)).layers) {
      const known = holders.get(digest) ?? { size, count: 0 };
      known.count += 1;
      holders.set(digest, known);
    }
  const all = [...holders.values()];
  const sum = (of: typeof all): number => of.reduce((total, { size }) => total + size, 0);
  return { digests: new Set(holders.keys()), stored: sum(all), shared: sum(all.filter(({ count }) => count > 1)) };
}

function dockerPush(image: string, reference: string): void {
  execFileSync('docker', ['tag', image, reference]);
  try {
    execFileSync('docker', ['push', '--quiet', reference]);
  } finally {
    execFileSync('docker', ['image', 'rm', '--no-prune', reference]);
  }
}

const additionOf = (name: string, config: Readonly<Record<string, unknown>>) => ({
  tar: tarOf(tarFile(`srv/${name}`, `${name}\n`.repeat(50))),
  config: { User: '1000', Cmd: ['/bin/true'], ...config },
});
async function pushTeam(): Promise<void> {
  const { digest } = await stated('base/os');
  const base = {
    'org.opencontainers.image.base.name': `${proxy.host}/base/os:1`,
    'org.opencontainers.image.base.digest': digest,
  };
  for (const name of labelled)
    await pushOn(
      registry.host,
      { repository: 'base/os', tag: '1' },
      { repository: `team/${name}`, tag: '1' },
      additionOf(name, { Labels: base }),
    );
}

beforeAll(async () => {
  dist = copyOfDist();
  registry = await startRegistry();
  proxy = await faultProxy(registry.host);
  dockerPush('plimsoll-base:debian', `${registry.host}/base/os:1`);
  dockerPush('plimsoll-base:busybox', `${registry.host}/base/small:1`);
  await pushTeam();
  for (const name of silent)
    await pushOn(
      registry.host,
      { repository: 'base/small', tag: '1' },
      { repository: `team/${name}`, tag: '1' },
      additionOf(name, {}),
    );
  const services = [...labelled, ...silent].map((name) => `  ${name}: { image: "${proxy.host}/team/${name}:1" }\n`);
  repository = folderOf({
    'compose.yaml': `services:\n${services.join('')}`,
    'plimsoll.yml': 'version: 1\npolicy: { rules: { max-unpacked-size: [error, { max: 1 GB }] } }\n',
  });
});
afterAll(() => {
  repository[Symbol.dispose]();
  proxy.close();
  registry.close();
  dist[Symbol.dispose]();
});
beforeEach(() => {
  bytesOfBlobs = new Map();
  proxy.alter = (path, bytes) => {
    if (path.includes('/blobs/')) bytesOfBlobs.set(path, (bytesOfBlobs.get(path) ?? 0) + bytes.length);
    return bytes;
  };
});

async function audit(...more: readonly string[]): Promise<AuditResult> {
  const args = [
    'audit',
    '--no-layer-cache',
    '--no-progress',
    '--output',
    'json=audit.json',
    '--csv',
    'audit.csv',
    '--output',
    'html=fleet.html',
    '--output',
    'markdown=audit.md',
    ...more,
  ];
  const end = await start(process.execPath, [join(dist.path, 'cli.cjs'), ...args], {
    cwd: repository.path,
    environment: { DOCKER_CONFIG: '/nonexistent' },
  });
  expectStatus(end, 0);
  return auditResult.parse(JSON.parse(read('audit.json')));
}
const read = (name: string): string => readFileSync(join(repository.path, name), 'utf8');
const names = [...labelled, ...silent].map((name) => `team/${name}`);
const configs = ({ images }: AuditResult): ReadonlySet<string> => new Set(images.map(({ imageId }) => imageId));

test('sixty images cost the bytes of their distinct layers, each once', async () => {
  const result = await audit();
  const { stored, shared, digests } = await storedIn(names);
  const fetched = [...bytesOfBlobs].map(([path, count]) => ({ digest: path.replace(/^.*\/blobs\//, ''), count }));
  const bytes = fetched.filter(({ digest }) => digests.has(digest)).reduce((total, { count }) => total + count, 0);
  // What else was read are configurations: of the images, and of the base that the labels name.
  const others = fetched.filter(({ digest }) => !digests.has(digest)).map(({ digest }) => digest);
  expect(others.filter((digest) => !configs(result).has(digest))).toHaveLength(1);
  expect(bytes).toBe(stored);
  expect(result.fleet.stored.pullBytes).toBe(stored);
  expect(result.fleet.shared.pullBytes).toBe(shared);
  expect(result.fleet).toMatchObject({ staleBases: [], unknownBases: [] });
  expect(result.fleet.withoutBase).toHaveLength(silent.length);
});

test('a base whose tag moved is stale, and what was foretold of moving to it comes true', async () => {
  const before = await storedIn(names);
  const old = await stated('base/os');
  await pushOn(
    registry.host,
    { repository: 'base/small', tag: '1' },
    { repository: 'base/os', tag: '1' },
    additionOf('newer', {}),
  );
  const now = await stated('base/os');
  expect(now.digest).not.toBe(old.digest);

  const { fleet } = await audit();
  const [stale, ...others] = fleet.staleBases;
  expect(others).toEqual([]);
  expect(stale).toMatchObject({ name: `${proxy.host}/base/os:1`, newest: { digest: now.digest } });
  expect(stale?.images.map(({ name, by, baseLayers }) => [name.replace(/^.*\//, ''), by, baseLayers])).toEqual(
    labelled
      .map((name) => `${name}:1`)
      .toSorted()
      .map((name) => [name, 'label', old.layers.length]),
  );
  // The small base is on the node already: only the layer that was put on it is pulled anew.
  expect(stale?.move?.newBase.pullBytes).toBe(now.layers.at(-1)?.size);
  expect(stale?.move?.storedBefore.pullBytes).toBe(before.stored);
  for (const text of [read('fleet.html'), read('audit.md')]) expect(text).toContain('Stale bases');
  const lines = read('audit.csv').split('\r\n');
  const at = lines[0]?.split(',').indexOf('newest_base') ?? -1;
  expect(lines.filter((line) => line.split(',')[at] === `${proxy.host}/base/os:1@${now.digest}`)).toHaveLength(
    labelled.length,
  );

  await pushTeam();
  const after = await storedIn(names);
  expect(stale?.move?.storedAfter.pullBytes).toBe(after.stored);
  expect(stale?.move?.sharedAfter.pullBytes).toBe(after.shared);
  const moved = await audit();
  expect(moved.fleet.staleBases).toEqual([]);
  expect([moved.fleet.stored.pullBytes, moved.fleet.shared.pullBytes]).toEqual([after.stored, after.shared]);
});

test('a base that its registry does not tell is neither stale nor current', async () => {
  proxy.fault = ({ url = '' }, response) => {
    if (!url.includes('/base/os/manifests/')) return false;
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    return true;
  };
  try {
    const { fleet, notAudited } = await audit();
    expect([notAudited, fleet.staleBases]).toEqual([[], []]);
    expect(fleet.unknownBases).toMatchObject([{ name: `${proxy.host}/base/os:1` }]);
    expect(fleet.unknownBases[0]?.images).toHaveLength(labelled.length);
  } finally {
    proxy.fault = () => false;
  }
});
