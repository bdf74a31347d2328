import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shardOf } from '../../src/audit/plan.ts';
import { auditResult, type AuditResult } from '../../src/result/audit.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { faultProxy, type FaultProxy } from '../support/registry/fault-proxy.ts';
import { noise } from '../support/registry/image.ts';
import { pushImage } from '../support/registry/push.ts';
import { tarFile, tarOf } from '../support/tar.ts';
import { copyOfDist, expectStatus, folderOf, start, type Ended } from './bundle.ts';

/** Eight for each of three shards, whatever port the registry has, by which its images are named. */
let names: readonly string[];
let registry: RealRegistry;
let proxy: FaultProxy;
let dist: ReturnType<typeof copyOfDist>;
let repository: ReturnType<typeof folderOf>;
let large: string;
let slow: string;

beforeAll(async () => {
  dist = copyOfDist();
  registry = await startRegistry();
  proxy = await faultProxy(registry.host);
  const perShard = [1, 2, 3].map((shard) =>
    Array.from({ length: 500 }, (_, index) => `app-${index}`)
      .filter((name) => shardOf(imageOf(name), 3) === shard)
      .slice(0, 8),
  );
  names = perShard.flat();
  [large = '', slow = ''] = perShard[0] ?? [];
  const base = tarOf(tarFile('bin/base', 'base\n'));
  for (const name of names) {
    // One of them is larger than the others together.
    const own = noise(name === large ? 3_000_000 : 50_000).toString('base64');
    await pushImage(registry.host, `team/${name}`, '1', { tars: [base, tarOf(tarFile(`srv/${name}`, own))] });
  }
  const services = names.map((name) => `  ${name}: { image: "${imageOf(name)}" }\n`);
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
  proxy.passed.length = 0;
  proxy.fault = () => false;
});

const imageOf = (name: string): string => `${proxy.host}/team/${name}:1`;
const argsOf = (args: readonly string[]): readonly string[] => [
  join(dist.path, 'cli.cjs'),
  'audit',
  ...args,
  '--no-progress',
];
const environment = { DOCKER_CONFIG: '/nonexistent' };
const audit = (...args: readonly string[]): Promise<Ended> =>
  start(process.execPath, argsOf(args), { cwd: repository.path, environment });
const at = (file: string): string => join(repository.path, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');
const resultIn = (file: string): AuditResult => auditResult.parse(JSON.parse(read(file)));
const layersRead = (): readonly string[] =>
  proxy.passed.filter((line) => /^GET .*\/blobs\//.test(line)).map((line) => line.split(' ')[1] ?? '');

describe('a shard that is killed', () => {
  const cache = ['--cache-dir', 'cache'];
  const own = (index: number): readonly string[] => names.filter((name) => shardOf(imageOf(name), 3) === index);

  test('leaves nothing; what the others found is merged, and it is named', async () => {
    mkdirSync(at('shards'), { recursive: true });
    for (const index of [1, 3])
      expectStatus(
        await audit('--shard', `${index}/3`, '--no-layer-cache', '--output', `json=shards/${index}.json`),
        0,
      );
    const [stuck = ''] = own(2).toReversed();
    proxy.fault = ({ url = '' }) => url.includes(`/team/${stuck}/`);
    const child = spawn(process.execPath, argsOf(['--shard', '2/3', ...cache, '--output', 'json=shards/2.json']), {
      cwd: repository.path,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: 'ignore',
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    // Each of its other images has a layer of its own; the layer below them is the same.
    const kept = (): readonly string[] => (existsSync(at('cache')) ? readdirSync(at('cache')) : []);
    while (kept().filter((name) => name.endsWith('.layer')).length < own(2).length) await sleep(100);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(existsSync(at('shards/2.json'))).toBe(false);

    const merged = await audit(
      'merge',
      'shards/1.json',
      'shards/3.json',
      '--output',
      'json=merged.json',
      '--on-unreachable',
      'warn',
    );
    expect(merged.exitStatus).toBe(2);
    expect(merged.stdout).toMatch(/incomplete: \d+ of 24 images audited/);
    expect(merged.stdout).toContain('Shard 2/3 left no result');
    const { run, images, outcome } = resultIn('merged.json');
    expect([outcome, run.lost]).toEqual(['incomplete', { shards: ['2/3'], images: own(2).length }]);
    expect(images.map(({ name }) => name)).toEqual([...own(1), ...own(3)].map((name) => imageOf(name)).toSorted());
  });

  test('goes on where it was when it is run again: what it had read is in the cache', async () => {
    expectStatus(await audit('--shard', '2/3', ...cache, '--output', 'json=shards/2.json'), 0);
    const layers = layersRead().filter((path) => resultLayers().has(path.replace(/^.*\/blobs\//, '')));
    // The layer of the image that hung.
    expect(layers).toHaveLength(1);
    expectStatus(await audit('--no-layer-cache', '--output', 'json=whole.json'), 0);
    const files = [1, 2, 3].map((index) => `shards/${index}.json`);
    expectStatus(await audit('merge', ...files, '--output', 'json=merged.json'), 0);
    expect(read('merged.json')).toBe(read('whole.json'));
  });
  /** Blobs that are layers: whatever was read and is no configuration. */
  function resultLayers(): ReadonlySet<string> {
    const configs = new Set<string>(resultIn('shards/2.json').images.map(({ imageId }) => imageId));
    return new Set(
      layersRead()
        .map((path) => path.replace(/^.*\/blobs\//, ''))
        .filter((digest) => !configs.has(digest)),
    );
  }

  test('of another run is refused by name', async () => {
    expectStatus(
      await audit('--shard', '2/3', '--no-layer-cache', '--run-id', 'other', '--output', 'json=shards/2.json'),
      0,
    );
    const end = await audit('merge', 'shards/1.json', 'shards/2.json', 'shards/3.json');
    expect([end.exitStatus, end.stdout]).toEqual([2, '']);
    expect(end.stderr).toContain('shards/2.json is of another run than shards/1.json: the run differs.');
  });
});

describe('what an image may take', () => {
  test.each(['fail', 'warn'] as const)(
    'an image of more bytes is not read, and the rest is never called the whole: %s',
    async (how) => {
      const end = await audit(
        '--no-layer-cache',
        '--max-image-size',
        '1 MB',
        '--on-unreachable',
        how,
        '--output',
        'json=part.json',
        '--output',
        'sarif=part.sarif',
        '--output',
        'markdown=part.md',
        '--csv',
        'part.csv',
      );
      expect(end.exitStatus).toBe(how === 'fail' ? 2 : 0);
      const { notAudited, images, outcome } = resultIn('part.json');
      expect([images.length, outcome]).toEqual([23, how === 'fail' ? 'incomplete' : 'pass']);
      expect(notAudited).toMatchObject([{ name: imageOf(large), code: 'over-budget' }]);
      for (const text of [end.stdout, read('part.md')])
        expect(text).toContain('23 of 24 images audited, 1 could not be');
      expect(read('part.sarif')).toContain('"executionSuccessful": false');
      expect(read('part.csv')).toMatch(new RegExp(`${large}:1,not audited`));
      // Its own layer is in no other image, so nobody asked for it.
      expect(layersRead().filter((path) => path.includes(`/team/${large}/`))).toHaveLength(1);
    },
  );

  test('of time: an image whose layer trickles is given up, and named', async () => {
    proxy.fault = ({ url = '' }, response) => {
      if (!url.startsWith(`/v2/team/${slow}/blobs/`)) return false;
      response.writeHead(200, { 'content-length': '60000' });
      const drip = setInterval(() => response.write('x'), 200);
      response.on('close', () => clearInterval(drip));
      return true;
    };
    const end = await audit('--no-layer-cache', '--max-seconds', '5', '--output', 'json=part.json');
    expect(end.exitStatus).toBe(2);
    expect(resultIn('part.json').notAudited).toMatchObject([{ name: imageOf(slow), code: 'over-budget' }]);
    expect(resultIn('part.json').images).toHaveLength(23);
  });
});

test('of a hundred thousand tags the newest that fit are audited; of one more the list is a problem', async () => {
  const tags = Array.from({ length: 100_000 }, (_, index) => `${Math.floor(index / 1000)}.${index % 1000}.0`);
  let extra: readonly string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    if (pathname !== '/v2/many/app/tags/list') return void response.writeHead(404).end('{}');
    const all = [...tags, ...extra];
    const from = searchParams.has('last') ? all.indexOf(searchParams.get('last') ?? '') + 1 : 0;
    const page = all.slice(from, from + 1000);
    const link =
      from + 1000 < all.length ? { link: `</v2/many/app/tags/list?n=1000&last=${page.at(-1)}>; rel="next"` } : {};
    response
      .writeHead(200, { 'content-type': 'application/json', ...link })
      .end(JSON.stringify({ name: 'many/app', tags: page }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  try {
    using folder = folderOf({
      'plimsoll.yml': `version: 1\naudit: { images: [{ image: "${host}/many/app", tags: [">=98 <99"], newest: 3 }] }\npolicy: { rules: { non-root: error } }\n`,
    });
    const run = () => start(process.execPath, argsOf(['--output', 'json=a.json']), { cwd: folder.path, environment });
    expect((await run()).exitStatus).toBe(2);
    const json = () => auditResult.parse(JSON.parse(readFileSync(join(folder.path, 'a.json'), 'utf8')));
    expect(
      json()
        .notAudited.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['98.997.0', '98.998.0', '98.999.0'].map((tag) => `${host}/many/app:${tag}`));
    extra = ['one-more'];
    expect((await run()).exitStatus).toBe(2);
    expect(json()).toMatchObject({ outcome: 'incomplete', images: [], problems: [{ code: 'too-many-tags' }] });
  } finally {
    server.close();
  }
});
