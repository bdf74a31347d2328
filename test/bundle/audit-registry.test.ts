import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditResult, type AuditResult } from '../../src/result/audit.ts';
import { pushManifest, startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { faultProxy, type FaultProxy } from '../support/registry/fault-proxy.ts';
import { anIndex, anImage, entryFor } from '../support/registry/image.ts';
import { pushImage } from '../support/registry/push.ts';
import { pushOn } from '../support/registry/stack.ts';
import { tarFile, tarOf } from '../support/tar.ts';
import { copyOfDist, engineSizeBytes, expectStatus, folderOf, start, type Ended } from './bundle.ts';

/** Real images: two bases that the engine pushed, and sixty that stand on one of them. */
const numbers = Array.from({ length: 60 }, (_, index) => index);
const baseOf = (index: number): 'debian' | 'busybox' => (index % 10 === 0 ? 'debian' : 'busybox');
const bodyOf = (index: number): string => `${index}\n`.repeat(index + 1);
const runsAsRoot = (index: number): boolean => index % 5 === 0;

let registry: RealRegistry;
let proxy: FaultProxy;
let dist: ReturnType<typeof copyOfDist>;
let repository: ReturnType<typeof folderOf>;

function dockerPush(image: string, reference: string): void {
  execFileSync('docker', ['tag', image, reference]);
  try {
    execFileSync('docker', ['push', '--quiet', reference]);
  } finally {
    execFileSync('docker', ['image', 'rm', '--no-prune', reference]);
  }
}

beforeAll(async () => {
  dist = copyOfDist();
  registry = await startRegistry();
  proxy = await faultProxy(registry.host);
  for (const name of ['debian', 'busybox']) dockerPush(`plimsoll-base:${name}`, `${registry.host}/base/${name}:1`);
  for (const index of numbers)
    await pushOn(
      registry.host,
      { repository: `base/${baseOf(index)}`, tag: '1' },
      { repository: `team/app-${index}`, tag: `1.${index}.0` },
      {
        tar: tarOf(tarFile(`etc/app-${index}`, bodyOf(index))),
        config: { User: runsAsRoot(index) ? '' : '1000', Cmd: ['/bin/true'] },
      },
    );
  const two = ['amd64', 'arm64'].map((architecture) => ({ architecture, image: anImage({ architecture }) }));
  for (const { architecture } of two) await pushImage(registry.host, 'team/multi', architecture, { architecture });
  const [attested] = two;
  const entries = two.map(({ image, architecture }) => entryFor(image, `linux/${architecture}`));
  const attestation = attested ? [entryFor(attested.image, 'unknown/unknown')] : [];
  await pushManifest(registry.host, 'team/multi', '1', anIndex([...entries, ...attestation]));
  repository = folderOf(filesOf(proxy.host));
});
afterAll(() => {
  repository[Symbol.dispose]();
  proxy.close();
  registry.close();
  dist[Symbol.dispose]();
});
beforeEach(() => {
  proxy.passed.length = 0;
  proxy.fault = () => false;
  proxy.alter = (_, bytes) => bytes;
});

/** Half of the images stand in a compose file, half in a manifest. */
function filesOf(host: string): Readonly<Record<string, string>> {
  const name = (index: number): string => `${host}/team/app-${index}:1.${index}.0`;
  const services = numbers.filter((index) => index < 30).map((index) => `  s${index}: { image: "${name(index)}" }\n`);
  const pods = numbers
    .filter((index) => index >= 30)
    .map(
      (index) =>
        `apiVersion: v1\nkind: Pod\nmetadata: { name: p${index} }\nspec: { containers: [{ name: c, image: "${name(index)}" }] }\n`,
    );
  return {
    'compose.yaml': `services:\n${services.join('')}`,
    'pods.yaml': pods.join('---\n'),
    Dockerfile: `FROM ${host}/base/debian:1\n`,
    'plimsoll.yml': `version: 1
audit:
  images: [{ image: "${host}/team/multi:1", platforms: all }]
policy: { rules: { non-root: error, max-unpacked-size: [error, { max: 1 GB }] } }
`,
  };
}

const audit = (...args: readonly string[]): Promise<Ended> =>
  start(process.execPath, [join(dist.path, 'cli.cjs'), 'audit', ...args, '--no-layer-cache', '--no-progress'], {
    cwd: repository.path,
    environment: { DOCKER_CONFIG: '/nonexistent' },
  });
const read = (file: string): string => readFileSync(join(repository.path, file), 'utf8');
const resultIn = (file: string): AuditResult => auditResult.parse(JSON.parse(read(file)));
const blobsRead = (): readonly string[] =>
  proxy.passed.filter((line) => /^GET \/v2\/.*\/blobs\//.test(line)).map((line) => line.replace(/^.*\/blobs\//, ''));

describe('sixty images of a real registry', () => {
  test('are measured as the engine says, judged, and layers are fetched by layer, not by image', async () => {
    const end = await audit('--output', 'json=whole.json');
    expectStatus(end, 1);
    const { images, notAudited } = resultIn('whole.json');
    expect(notAudited).toEqual([]);
    // Sixty, two platforms of one, and the base that the Dockerfile names.
    expect(images).toHaveLength(63);
    const one = (index: number) => images.find(({ name }) => name.includes(`/app-${index}:`));
    for (const index of numbers) {
      const bytes = engineSizeBytes(`plimsoll-base:${baseOf(index)}`) + bodyOf(index).length;
      expect([index, one(index)?.unpackedBytes]).toEqual([index, bytes]);
      expect([index, one(index)?.findings.map(({ rule }) => rule)]).toEqual([
        index,
        runsAsRoot(index) ? ['non-root'] : [],
      ]);
    }
    expect(images.filter(({ name }) => name.includes('/multi:')).map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/arm64',
    ]);
    const layers = new Set(images.flatMap((image) => image.layers.map(({ diffId }) => diffId)));
    const configs = new Set(images.map(({ imageId }) => imageId));
    const fetched = blobsRead();
    expect(new Set(fetched).size).toBe(layers.size + configs.size);
    // Three layers hold an /etc/passwd: those of the bases, and the one of both platforms. That takes fetching them once more.
    expect(fetched.length - new Set(fetched).size).toBeLessThanOrEqual(3);
  });

  test('say the same in shards', async () => {
    mkdirSync(join(repository.path, 'shards'), { recursive: true });
    for (const index of [1, 2, 3]) {
      const end = await audit('--shard', `${index}/3`, '--output', `json=shards/${index}.json`);
      expect([0, 1]).toContain(end.exitStatus);
    }
    const files = [3, 1, 2].map((index) => `shards/${index}.json`);
    expect((await audit('merge', ...files, '--output', 'json=merged.json')).exitStatus).toBe(1);
    expect(read('merged.json')).toBe(read('whole.json'));
  });

  test('survive dropped connections, 429 and 5xx: nothing is lost', async () => {
    let count = 0;
    proxy.fault = (_, response) => {
      count += 1;
      if (count % 7 === 0) response.writeHead(429, { 'retry-after': '0' }).end();
      else if (count % 11 === 0) response.writeHead(503).end('<html>');
      else if (count % 13 === 0) response.destroy();
      else return false;
      return true;
    };
    const end = await audit('--output', 'json=faulty.json');
    expectStatus(end, 1);
    expect(read('faulty.json')).toBe(read('whole.json'));
    expect(count).toBeGreaterThan(proxy.passed.length);
  });

  test('of which one layer is not what its digest says are named, and the rest is audited', async () => {
    const manifest = await fetch(`http://${registry.host}/v2/team/app-4/manifests/1.4.0`, {
      headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
    });
    const digest = /"digest":"(sha256:[0-9a-f]{64})","size":\d+\}\]/.exec(await manifest.text())?.[1] ?? 'none';
    proxy.alter = (path, bytes) => (path.endsWith(digest) ? Buffer.from(bytes).fill(0, 20, 21) : bytes);
    const end = await audit('--output', 'json=wrong.json', '--on-unreachable', 'fail');
    expect(end.exitStatus).toBe(2);
    const { images, notAudited } = resultIn('wrong.json');
    expect(notAudited.map(({ name, code }) => [name.replace(/^.*\//, ''), code])).toEqual([
      ['app-4:1.4.0', expect.any(String)],
    ]);
    expect(images).toHaveLength(62);
    expect(end.stdout).toContain('62 of 63 images audited, 1 could not be');
  });

  test('of which one never answers are named, and the rest is audited', async () => {
    proxy.fault = ({ url = '' }) => url.includes('/team/app-7/manifests/');
    const end = await audit('--output', 'json=slow.json', '--max-seconds', '8');
    expect(end.exitStatus).toBe(2);
    const { notAudited } = resultIn('slow.json');
    expect(notAudited.map(({ name, code }) => [name.replace(/^.*\//, ''), code])).toEqual([
      ['app-7:1.7.0', 'over-budget'],
    ]);
  });

  test('of which a tag moves between two audits: the digest says so, and the plan stays the same', async () => {
    const before = resultIn('whole.json');
    await pushOn(
      registry.host,
      { repository: 'base/busybox', tag: '1' },
      { repository: 'team/app-1', tag: '1.1.0' },
      { tar: tarOf(tarFile('etc/moved', 'x')), config: { User: '0' } },
    );
    await audit('--output', 'json=moved.json');
    const after = resultIn('moved.json');
    const changed = after.images.filter((image, index) => image.source !== before.images[index]?.source);
    expect(changed.map(({ name, findings }) => [name.replace(/^.*\//, ''), findings.length])).toEqual([
      ['app-1:1.1.0', 1],
    ]);
    expect(after.run.plan).toBe(before.run.plan);
  });
});

test('a registry that wants a password is named without one, and read with it', async () => {
  // The bcrypt hash of `word`.
  const closed = await startRegistry({
    htpasswd: 'me:$2y$05$zUwStzMLsYVPTH1izUNdQO.QLFe85dvBAJJdM1z1o0ally3xBR8sS\n',
  });
  try {
    const auth = Buffer.from('me:word').toString('base64');
    await pushImage(closed.host, 'team/secret', '1', {}, { authorization: `Basic ${auth}` });
    using folder = folderOf({
      'compose.yaml': `services: { a: { image: "${closed.host}/team/secret:1" } }`,
      'plimsoll.yml': 'version: 1\npolicy: { rules: { non-root: error } }\n',
      'config.json': JSON.stringify({ auths: { [closed.host]: { auth } } }),
    });
    const run = (config: string): Promise<Ended> =>
      start(process.execPath, [join(dist.path, 'cli.cjs'), 'audit', '--no-layer-cache', '--no-progress'], {
        cwd: folder.path,
        environment: { DOCKER_CONFIG: config },
      });
    const without = await run('/nonexistent');
    expect([without.exitStatus, without.stdout]).toEqual([2, expect.stringContaining('0 of 1 images audited')]);
    expect((await run(folder.path)).exitStatus).toBe(0);
  } finally {
    closed.close();
  }
});
