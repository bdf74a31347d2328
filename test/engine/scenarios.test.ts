import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { noProgress } from '../../src/adapters/progress.ts';
import { runGate } from '../../src/check/configured.ts';
import { measureNoise } from '../../src/check/noise.ts';
import { openWorkshop } from '../../src/main/workshop.ts';
import type { RawInputs } from '../../src/settings/inputs.ts';
import { openBench, type Bench } from '../support/engine.ts';
import { hasFurtherEngines, startFurtherEngine, type FurtherEngine } from '../support/further-engine.ts';
import { aRemote, type Files, type TestClone, type TestRemote } from '../support/git.ts';

const never = new AbortController().signal;
const rules = 'max-growth: [error, { max: 0 }], max-layers: [error, { max: 20, ratchet: true, when-not-run: pass }]';
const policy = `version: 1\npolicy: { extends: [], rules: { ${rules} } }\n`;

let bench: Bench;
/** Images that lost their tag to a newer one of the same name. */
const untagged: string[] = [];
let remote: TestRemote;
let clone: TestClone;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => {
  remote = aRemote();
  clone = remote.clone();
});
afterEach(() => remote[Symbol.dispose]());
afterAll(async () => {
  await bench.close();
  for (const id of untagged)
    await bench.engine.call({ what: 'removing', method: 'DELETE', path: `/images/${id}` }, never);
});

/** A base image of these files under a tag that may have meant another before. */
async function importBase(tag: string, files: Readonly<Record<string, number>>): Promise<string> {
  const name = `plimsoll-${bench.run.runId}:${tag}`;
  const before = await imageId(name);
  const tar = pack();
  for (const [path, bytes] of Object.entries(files)) tar.entry({ name: path }, 'x'.repeat(bytes));
  tar.finalize();
  const query = { fromSrc: '-', repo: name };
  const request = {
    what: 'importing',
    method: 'POST',
    path: '/images/create',
    query,
    tar: Readable.from(tar),
  } as const;
  for await (const chunk of await bench.engine.stream(request, never)) void chunk;
  if (before !== undefined) untagged.push(before);
  return name;
}

async function imageId(name: string): Promise<string | undefined> {
  const path = '/images/json';
  const images = await bench.engine.call({ what: 'listing', method: 'GET', path, query: { all: '1' } }, never);
  return (images as readonly { Id: string; RepoTags: readonly string[] | null }[]).find(({ RepoTags }) =>
    RepoTags?.includes(name),
  )?.Id;
}

interface Run {
  readonly base?: string;
  readonly inputs?: RawInputs;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const shopAt = (environment: Run['environment'] = process.env) =>
  openWorkshop({
    environment,
    checkout: openCheckout(clone.path),
    progress: noProgress,
    signal: never,
    insecureRegistries: [],
    warn: () => {},
  });

/** The gate on what is checked out, as its shells run it. */
async function check({ base, inputs = {}, environment }: Run = {}) {
  const repository = await clone.open();
  const { result, warnings } = await runGate({
    checkout: openCheckout(clone.path),
    folderName: 'app',
    inputs,
    toolVersion: '1.2.3',
    repository,
    ...(base !== undefined && {
      base: { sha: base, readText: (path: string, max: number) => repository.readText(base, path, max) },
    }),
    openWorkshop: async () => shopAt(environment),
  });
  const [image] = result.images;
  const change = image?.comparisons.find(({ kind }) => kind === 'baseline');
  return { result, warnings, image, change, outcome: result.outcome };
}

/** A commit on main whose measurements are stored. */
async function recorded(files: Files, inputs: RawInputs = {}): Promise<string> {
  const sha = clone.commit({ 'plimsoll.yml': policy, ...files });
  clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  const { warnings } = await check({ inputs: { 'save-baseline': 'true', 'warn-only': 'true', ...inputs } });
  expect(warnings).toEqual([]);
  return sha;
}

describe('a pull request', () => {
  test('that adds a package is told its name and bytes, as its own growth', async () => {
    const status = (names: readonly string[]): string =>
      names.map((name) => `Package: ${name}\nStatus: install ok installed\nVersion: 1-1\n`).join('\n');
    const files = (name: string, bytes: number): Files => ({
      [`root/var/lib/dpkg/info/${name}.list`]: `/usr/bin/${name}\n`,
      [`root/usr/bin/${name}`]: 'x'.repeat(bytes),
    });
    const base = await recorded({
      Dockerfile: `FROM ${bench.base}\nCOPY root /\n`,
      'root/var/lib/dpkg/status': status(['tool']),
      ...files('tool', 100),
    });
    clone.commit({ 'root/var/lib/dpkg/status': status(['tool', 'curl']), ...files('curl', 700) });
    const { change, outcome } = await check({ base });
    // Beside the file: its line in the status, and the list of its files.
    const added = 700 + status(['tool', 'curl']).length - status(['tool']).length + '/usr/bin/curl\n'.length;
    expect(change?.packages).toEqual([{ manager: 'dpkg', name: 'curl', after: '1-1', deltaBytes: 700 }]);
    expect([change?.unpackedDeltaBytes, change?.ownDeltaBytes, change?.baseDeltaBytes]).toEqual([added, added, 0]);
    expect(outcome).toBe('fail');
  });

  test('under which the base image was built anew is shown the drift and passes', async () => {
    const name = await importBase('drift', { 'etc/os': 1000 });
    const base = await recorded({ Dockerfile: `FROM ${name}\nCOPY app /app\n`, app: 'x'.repeat(10) });
    await importBase('drift', { 'etc/os': 1300, 'etc/more': 50 });
    clone.commit({ readme: 'nothing that ships' });
    const { change, outcome } = await check({ base });
    expect(change).toMatchObject({ unpackedDeltaBytes: 350, ownDeltaBytes: 0, baseDeltaBytes: 350 });
    expect([change?.baseImage, outcome]).toEqual([undefined, 'pass']);
    // Built by today's base on both sides, there is no drift.
    const rebuilt = await check({ base, inputs: { baseline: 'rebuild' } });
    expect(rebuilt.change).toMatchObject({ unpackedDeltaBytes: 0, baseDeltaBytes: 0 });
  });

  test('that grows while the base image does answers for its own part', async () => {
    const name = await importBase('both', { 'etc/os': 1000 });
    const base = await recorded({ Dockerfile: `FROM ${name}\nCOPY app /app\n`, app: 'x'.repeat(10) });
    await importBase('both', { 'etc/os': 600 });
    clone.commit({ app: 'x'.repeat(60) });
    const { change, image } = await check({ base });
    expect(change).toMatchObject({ unpackedDeltaBytes: -350, ownDeltaBytes: 50, baseDeltaBytes: -400 });
    expect(image?.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Own layers grew by 50 B .*; the base image −400 B\.$/),
    ]);
  });

  test('that names a larger base image answers for all of it', async () => {
    const [small, large] = [
      await importBase('small', { 'etc/os': 1000 }),
      await importBase('large', { 'etc/os': 5000 }),
    ];
    const base = await recorded({ Dockerfile: `FROM ${small}\nCOPY app /app\n`, app: 'x' });
    clone.commit({ Dockerfile: `FROM ${large}\nCOPY app /app\n` });
    const { change, image } = await check({ base });
    expect(change).toMatchObject({ ownDeltaBytes: 0, baseDeltaBytes: 4000 });
    expect(image?.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Grew by 4\.0 kB .*; it stands on `.*:large` instead of `.*:small` \(\+4\.0 kB\)\.$/),
    ]);
  });

  test('that puts its instructions into another order changes nothing', async () => {
    const [one, two] = ['COPY one /one/', 'COPY two /two/'];
    const base = await recorded({ Dockerfile: `FROM ${bench.base}\n${one}\n${two}\n`, one: 'x'.repeat(90), two: 'y' });
    clone.commit({ Dockerfile: `FROM ${bench.base}\n${two}\n${one}\n` });
    const { change, outcome } = await check({ base });
    expect(change).toMatchObject({ unpackedDeltaBytes: 0, ownDeltaBytes: 0, layersDelta: 0, byKind: [], grew: [] });
    expect([change?.packages, change?.config, outcome]).toEqual([[], [], 'pass']);
  });

  test('with one layer more than was ever recorded breaks the ratchet', async () => {
    const dockerfile = (more: string) => `FROM ${bench.base}\nCOPY one /one\n${more}`;
    await recorded({ Dockerfile: dockerfile('COPY empty /two\n'), one: 'x', empty: '' });
    const base = await recorded({ Dockerfile: dockerfile('') });
    clone.commit({ Dockerfile: dockerfile('COPY empty /two\n') });
    const { image } = await check({ base });
    expect(image?.history?.map(({ layers }) => layers)).toEqual([3, 2]);
    expect(image?.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['max-layers', expect.stringContaining('Has 1 more layer than')],
    ]);
  });
});

describe('an image', () => {
  test.each([
    ['of no byte', 'FROM scratch\nCOPY empty /empty\n', 0, 1],
    ['of a single layer', 'FROM scratch\nCOPY one /one\n', 3, 1],
  ])('%s is recorded, and held against', async (_, dockerfile, bytes, layers) => {
    const base = await recorded({ Dockerfile: dockerfile, empty: '', one: 'abc' });
    clone.commit({ readme: 'x' });
    const { change, image, outcome } = await check({ base });
    expect(image?.baseline).toMatchObject({ state: 'found', measurement: { unpackedBytes: bytes, layers } });
    expect([change?.unpackedDeltaBytes, change?.layersDelta, outcome]).toEqual([0, 0, 'pass']);
  });

  test('built twice differs by what it writes anew, which is noise and no growth', async () => {
    const log = 'mkdir -p /var/log /run && cat /proc/sys/kernel/random/uuid >/var/log/build.log';
    const dockerfile = [
      `FROM ${bench.base}`,
      'ARG LENGTH=10',
      'COPY app /app',
      `RUN ${log} && seq "$LENGTH" >>/var/log/build.log`,
      // Times in a layer are whole seconds: the second build must not come within the same one.
      'RUN touch /run/x && sleep 1',
      '',
    ].join('\n');
    const base = await recorded({ Dockerfile: dockerfile, app: 'x' }, { 'no-cache': 'true' });
    const again = await check({ base, inputs: { 'no-cache': 'true', 'build-args': 'LENGTH=12' } });
    expect(again.change).toMatchObject({ unpackedDeltaBytes: 6, isNoise: true, grew: [], byKind: [{ deltaBytes: 6 }] });
    expect(again.outcome).toBe('pass');

    const shop = shopAt();
    try {
      const settings = { name: 'app', context: '.', dockerfile: 'Dockerfile', buildArgs: {}, platforms: [] };
      const image = { ...settings, findVariants: false, variants: [], baseline: { from: 'none' } } as const;
      const found = await measureNoise(image, buildOptions, '1.2.3', shop);
      expect(found.layers.map(({ layer, state }) => [layer, state])).toEqual([
        [1, 'same'],
        [2, 'contents'],
        [3, 'times'],
      ]);
      expect(found.files).toEqual([
        { path: '/var/log/build.log', layer: 2, how: 'contents', beforeBytes: 58, afterBytes: 58, cause: 'logs' },
      ]);
      expect([found.floorBytes, found.imageIds[0] === found.imageIds[1]]).toEqual([0, false]);
    } finally {
      await shop.close();
    }
  });
});

const buildOptions = {
  builder: 'engine',
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  buildContexts: {},
  noCache: false,
  pull: false,
} as const;

describe.runIf(hasFurtherEngines)('measured on an engine with the containerd store', () => {
  let further: FurtherEngine;
  beforeAll(async () => {
    further = await startFurtherEngine('28c');
  });
  afterAll(() => further.stop());

  test('a baseline has the numbers of the same commit on this engine', async () => {
    const environment = { ...process.env, DOCKER_HOST: 'unix:///var/tmp/engines/28c/docker.sock' };
    const sha = clone.commit({
      'plimsoll.yml': policy,
      Dockerfile: 'FROM scratch\nCOPY app /app/\nCOPY app /again/\n',
      app: 'x'.repeat(1234),
    });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    await check({ inputs: { 'save-baseline': 'true', 'warn-only': 'true' }, environment });
    clone.commit({ readme: 'x' });
    const { change, image, outcome } = await check({ base: sha });
    expect(image?.baseline).toMatchObject({ state: 'found', measurement: { unpackedBytes: 2468, layers: 2 } });
    expect([change?.unpackedDeltaBytes, change?.hiddenDeltaBytes, change?.byKind, outcome]).toEqual([0, 0, [], 'pass']);
  });
});
