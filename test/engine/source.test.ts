import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { settledContainers } from '../../src/adapters/engine/container.ts';
import { openEngine, ping } from '../../src/adapters/engine/api.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { EntryType } from '../../src/image/entries.ts';
import { hiddenFiles } from '../../src/image/hidden-files.ts';
import { squash } from '../../src/image/squash.ts';
import type { FileNode } from '../../src/image/tree.ts';
import type { OpenImage } from '../../src/ports.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';

let bench: Bench;
let image: OpenImage;
let reference: string;
const never = new AbortController().signal;
const dockerfile = `
RUN mkdir /d && echo 12345 > /d/a && ln /d/a /d/hard && ln -s a /d/soft
ENV A=b
RUN rm /d/a && echo é > "/d/é x"
USER 1000:1000
CMD ["/bin/true"]
`;

beforeAll(async () => {
  bench = await openBench();
  const request = buildRequest(bench.folder({ Dockerfile: `FROM ${bench.base}${dockerfile}` }));
  reference = (await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never)).reference;
  image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
});
afterAll(() => bench.close());

const inspected = z.object({ Size: z.number(), GraphDriver: z.object({ Name: z.string() }) });
const node = (path: string): FileNode => ({
  path,
  type: EntryType.file,
  fileBytes: 0,
  mode: 0,
  uid: 0,
  gid: 0,
  hasCapabilities: false,
  layer: 0,
  record: 0,
});

describe('an image of the engine', () => {
  test('states its configuration, history and layers', () => {
    expect(image.facts.config).toMatchObject({
      user: '1000:1000',
      cmd: ['/bin/true'],
      env: expect.arrayContaining(['A=b']),
    });
    expect(image.facts.diffIds).toHaveLength(3);
    expect(image.facts.history.filter(({ emptyLayer }) => !emptyLayer)).toHaveLength(3);
    expect(image.facts.platform).toMatch(/^linux\//);
    expect(image.facts.source).toBe(`engine:${image.facts.imageId}`);
  });

  test('its layers are read record by record', async () => {
    const [base, made, removed] = await image.readLayers(never);
    expect(base?.paths).toContain('bin/busybox');
    expect(made?.paths).toEqual(expect.arrayContaining(['d', 'd/a', 'd/hard', 'd/soft']));
    expect(made?.fileBytes.reduce((sum, bytes) => sum + bytes, 0)).toBe(6);
    expect(removed?.paths).toEqual(expect.arrayContaining(['d/a', 'd/é x']));
    expect(removed?.types[removed.paths.indexOf('d/a')]).toBe(EntryType.whiteout);
  });

  test('the layers of an imported image add up to what the overlay2 store states', async () => {
    const source = engineSource(bench.engine, bench.run);
    const imported = await source.open({ kind: 'engine', reference: bench.base }, undefined, never);
    const [layer] = await imported.readLayers(never);
    const answer = inspected.parse(
      await bench.engine.call({ what: 'inspecting', method: 'GET', path: `/images/${bench.base}/json` }, never),
    );
    const links = [...(layer?.linkTargets.values() ?? [])].reduce((sum, target) => sum + Buffer.byteLength(target), 0);
    const bytes = (layer?.fileBytes.reduce((sum, each) => sum + each, 0) ?? 0) + links;
    // Elsewhere the engine's number means something else, and nothing of ours may depend on it.
    expect(answer.GraphDriver.Name === 'overlay2' ? answer.Size : bytes).toBe(bytes);
  });

  test('bodies are read from its start, missing files left out, and no container stays', async () => {
    const bodies = await image.readBodies([node('etc/passwd'), node('d/é x'), node('d/a'), node('d/hard')], 6, never);
    expect([...bodies].map(([path, body]) => `${path}: ${Buffer.from(body).toString()}`).toSorted()).toEqual([
      'd/hard: 12345\n',
      'd/é x: é\n',
      'etc/passwd: root:x',
    ]);
    await settledContainers(bench.run.runId);
    const query = { all: '1', filters: JSON.stringify({ label: [`dev.plimsoll.run=${bench.run.runId}`] }) };
    expect(await bench.engine.call({ what: 'listing', method: 'GET', path: '/containers/json', query }, never)).toEqual(
      [],
    );
  });

  test.each([
    ['an image that is not there', 'no-such-image:1', undefined, 'no-such-image'],
    ['text that is no reference', '../containers/json', undefined, 'no-such-image'],
    ['another platform', '', 'linux/s390x', 'no-such-platform'],
  ])('%s is refused', async (_what, name, platform, code) => {
    const opening = engineSource(bench.engine, bench.run).open(
      { kind: 'engine', reference: name || reference },
      platform,
      never,
    );
    await expect(opening).rejects.toMatchObject({ problems: [{ code }] });
  });
});

test('every name of a file has its body, though the folder is asked for whole', async () => {
  const line = 'RUN mkdir /m && for i in $(seq 20); do echo $i >/m/$i; done && ln /m/7 /m/z7 && ln /m/7 /m/07';
  const request = buildRequest(bench.folder({ Dockerfile: `FROM ${bench.base}\n${line}` }));
  const built = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never);
  const source = engineSource(bench.engine, bench.run);
  const opened = await source.open({ kind: 'engine', reference: built.reference }, undefined, never);
  await opened.readLayers(never);
  const names = ['07', 'z7', ...Array.from({ length: 20 }, (_, nth) => String(nth + 1))];
  const bodies = await opened.readBodies(
    names.map((name) => node(`m/${name}`)),
    100,
    never,
  );
  expect(names.map((name) => Buffer.from(bodies.get(`m/${name}`) ?? []).toString())).toEqual(
    names.map((name) => `${Number(name.replace('z', ''))}\n`),
  );
  // Alone, beside others: the folder's archive brings the body under another name.
  const others = await opened.readBodies(
    ['z7', '1', '2', '3'].map((name) => node(`m/${name}`)),
    100,
    never,
  );
  expect([...others].map(([path, body]) => `${path}: ${Buffer.from(body).toString()}`).toSorted()).toEqual([
    'm/1: 1\n',
    'm/2: 2\n',
    'm/3: 3\n',
    'm/z7: 7\n',
  ]);
});

describe('what a later layer hides', () => {
  test('is read from the layers’ own folders as from the export', async () => {
    const lines = [
      'RUN mkdir -p /h/deep/er && echo one >/h/a && echo two >/h/deep/b && echo three >/h/deep/er/c && ln /h/a /h/z',
      'RUN echo four >/h/a && rm -r /h/deep && ln -s /etc /linked && mkdir /real && ln -s /real /etc/way && echo five >/etc/way/f',
      'RUN rm /real/f /h/z',
    ];
    const request = buildRequest(bench.folder({ Dockerfile: `FROM ${bench.base}\n${lines.join('\n')}` }));
    const built = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never);
    const notes: string[] = [];
    const hidden = async (mode: 'auto' | 'stream') => {
      const source = engineSource(bench.engine, bench.run, { mode, note: (text) => notes.push(text) });
      const opened = await source.open({ kind: 'engine', reference: built.reference }, undefined, never);
      const squashed = squash(await opened.readLayers(never));
      const wishes = [...hiddenFiles(squashed)]
        .map(({ entryPath: path, addedBy: layer, record, bytes }) => ({ path, layer, record, fileBytes: bytes }))
        .filter(({ fileBytes }) => fileBytes > 0);
      const bodies = (await opened.readRecords?.(wishes, 1_000, never)) ?? [];
      return wishes.map(({ path, layer }, nth) => `${layer} ${path}: ${Buffer.from(bodies[nth] ?? []).toString()}`);
    };
    const short = await hidden('auto');
    expect(short.toSorted()).toEqual([
      '1 h/a: one\n',
      '1 h/deep/b: two\n',
      '1 h/deep/er/c: three\n',
      '2 real/f: five\n',
    ]);
    expect(await hidden('stream')).toEqual(short);
    expect(notes).toEqual([]);
  });
});

describe('an image that has something of its own in the place of the engine’s files', () => {
  /** Layers read by the shortest way and by the export; fails when the shortest was not taken. */
  const bothWays = async (lines: string) => {
    const request = buildRequest(bench.folder({ Dockerfile: `FROM ${bench.base}\n${lines}` }));
    const built = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never);
    const notes: string[] = [];
    const layersOf = async (mode: 'auto' | 'stream') => {
      const source = engineSource(bench.engine, bench.run, { mode, note: (text) => notes.push(text) });
      const opened = await source.open({ kind: 'engine', reference: built.reference }, undefined, never);
      return (await opened.readLayers(never)).map(({ paths, fileBytes }) => ({ paths, bytes: [...fileBytes] }));
    };
    return { short: await layersOf('auto'), exported: await layersOf('stream'), notes };
  };

  test.each([
    ['a link', 'RUN mkdir -p /var/lib /elsewhere && ln -s /elsewhere /var/lib/dpkg'],
    ['a link to nowhere', 'RUN mkdir -p /var/lib && ln -s nowhere /var/lib/dpkg'],
    ['a file', 'RUN mkdir -p /var/lib && echo a >/var/lib/dpkg'],
    ['a link above', 'RUN mkdir /elsewhere && ln -s /elsewhere /var'],
    [
      'databases',
      'RUN mkdir -p /var/lib/dpkg/info && echo a >/var/lib/dpkg/status && echo b >/var/lib/dpkg/info/a.list',
    ],
  ])('%s is read as it is', async (_, lines) => {
    const { short, exported, notes } = await bothWays(lines);
    expect(short).toEqual(exported);
    expect(notes).toEqual([]);
  });

  test('a list of a layer’s files that it brings itself is not believed', async () => {
    const [diffId = ''] = image.facts.diffIds;
    const forge = ['/.plimsoll/00', '/.plimsoll/a/0', '/var/lib/dpkg/.plimsoll/00', '/var/lib/dpkg/x/0'].map(
      (folder) =>
        `mkdir -p ${folder} && cd ${folder} && printf ${diffId} >diff && printf 0 >size && printf '' | gzip >tar-split.json.gz`,
    );
    const { short, exported } = await bothWays(`RUN ${forge.join(' && ')}`);
    expect(short[0]?.paths).toContain('bin/busybox');
    expect(short).toEqual(exported);
  });
});

describe('an engine that cannot be used is named in a sentence', () => {
  test.each([
    ['no socket', { socketPath: '/no/such.sock' }, 'docker-unavailable'],
    ['a file that is no socket', { socketPath: '/etc/passwd' }, 'docker-unavailable'],
    ['a port where nothing listens', { host: '127.0.0.1', port: 1 }, 'docker-unavailable'],
    ['a host that does not exist', { host: 'no-such-host.invalid', port: 2375 }, 'docker-unavailable'],
  ])('%s', async (_what, address, code) => {
    const engine = openEngine({ name: 'x', saidBy: 'DOCKER_HOST', address });
    await expect(ping(engine, never)).rejects.toMatchObject({ problems: [{ code, hint: expect.any(String) }] });
  });
});
