import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runName } from '../../../src/adapters/engine/run-name.ts';
import { engineSource } from '../../../src/adapters/engine/source.ts';
import type { LayerCache } from '../../../src/archive/layer-cache.ts';
import { Budget } from '../../../src/archive/limits.ts';
import type { ScannedTar } from '../../../src/archive/tar-entries.ts';
import { TarScanner } from '../../../src/archive/tar-scanner.ts';
import { archiveOf, configOf, oldDockerFiles, sha256 } from '../../support/archives.ts';
import { fakeEngine, type EngineAnswer, type FakeEngine } from '../../support/fake-engine.ts';
import { tarFile, tarOf } from '../../support/tar.ts';

const never = new AbortController().signal;
const image = {
  tags: ['app:1'],
  layers: [tarOf(tarFile('a', 'x'))],
  config: { config: { User: 'app', OnBuild: ['RUN make'], Healthcheck: { Test: ['CMD', 'true'] } } },
};
const id = `sha256:${sha256(configOf(image))}`;

const diffIds = image.layers.map((layer) => `sha256:${sha256(layer)}`);

/** An engine that inspects as Podman does, without what is Docker's own, and exports the whole. */
const engineOf = (driver: string, components: readonly string[] = [], more: Record<string, EngineAnswer> = {}) =>
  fakeEngine({
    '/images/app:1/json': {
      Id: id,
      Os: 'linux',
      Architecture: 'amd64',
      GraphDriver: { Name: driver, Data: { UpperDir: '/diff' } },
      RootFS: { Layers: diffIds },
      Config: { User: 'app' },
    },
    [`/images/${id}/history`]: [{ CreatedBy: 'COPY a /', Comment: '', Size: 1 }],
    '/version': { Components: components.map((Name) => ({ Name })) },
    '/images/get': (response) => response.end(archiveOf(oldDockerFiles(image))),
    ...more,
  });

async function factsOf({ engine }: Awaited<ReturnType<typeof engineOf>>, notes: string[] = []) {
  const source = engineSource(engine, runName('stored'), { note: (text) => notes.push(text) });
  return (await source.open({ kind: 'engine', reference: 'app:1' }, undefined, never)).facts;
}

describe('what an image states', () => {
  test('is what the inspection tells, where the driver is Docker’s alone', async () => {
    const fake = await engineOf('overlay2');
    expect((await factsOf(fake)).config.user).toBe('app');
    expect(fake.calls).toEqual(['GET /images/app:1/json', `GET /images/${id}/history`]);
  });

  test('and where the engine is not Podman', async () => {
    const fake = await engineOf('zfs', ['Engine', 'containerd']);
    await factsOf(fake);
    expect(fake.calls).toContain('GET /version');
    expect(fake.calls).not.toContain('GET /images/get');
  });

  test('is read from the export of Podman, whose inspection does not tell all', async () => {
    const fake = await engineOf('overlay', ['Podman Engine', 'Conmon']);
    expect((await factsOf(fake)).config).toMatchObject({
      onBuild: ['RUN make'],
      healthcheck: { test: ['CMD', 'true'] },
    });
  });

  test('is read from the export where the history is refused', async () => {
    const fake = await engineOf('overlay2', [], {
      [`/images/${id}/history`]: (response) => response.writeHead(500).end('{"message":"nil pointer dereference"}'),
    });
    const notes: string[] = [];
    expect((await factsOf(fake, notes)).config.onBuild).toEqual(['RUN make']);
    expect(notes).toEqual([expect.stringContaining('asked for the whole image: nil pointer dereference')]);
  });
});

describe('an image whose layers are all kept', () => {
  const scanned = (): ScannedTar => {
    const scanner = new TarScanner({ where: 'x', budget: new Budget() });
    scanner.push(image.layers[0] ?? Buffer.alloc(0));
    return scanner.end();
  };
  test('has its package databases asked for before the layers have been unpacked', async () => {
    let tell = (): void => {};
    const asked = new Promise<void>((resolve) => (tell = resolve));
    const fake = await engineOf('overlay2', [], {
      '/containers/create': (response) => {
        tell();
        response.writeHead(404).end('{"message":"no such image"}');
      },
    });
    const cache: LayerCache = {
      get: async () => {
        await asked;
        return scanned();
      },
      has: () => Promise.resolve(true),
      put: () => undefined,
    };
    const source = engineSource(fake.engine, runName('kept'), { cache });
    const opened = await source.open({ kind: 'engine', reference: 'app:1' }, undefined, never);
    expect((await opened.readLayers(never)).map(({ paths }) => paths)).toEqual([['a']]);
  });
});

// Loaded beforehand: the clock of these tests runs ahead of the disk's.
await Promise.all([
  import('../../../src/adapters/engine/databases-ahead.ts'),
  import('../../../src/adapters/engine/export-stream.ts'),
  import('../../../src/adapters/engine/layer-database.ts'),
  import('../../../src/archive/docker-archive.ts'),
]);

describe('an engine that freezes', () => {
  const silent: EngineAnswer = () => {};
  const begun: EngineAnswer = (response) => void response.writeHead(200).write(Buffer.alloc(512));
  const aContainer: Record<string, EngineAnswer> = {
    '/containers/create': { Id: 'c'.repeat(64) },
    [`DELETE /containers/${'c'.repeat(64)}`]: (response) => response.end(),
    [`/containers/${'c'.repeat(64)}/archive`]: silent,
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  /** What opening the image has come to so many seconds after the export was asked for. */
  async function outcome(fake: FakeEngine, seconds: number, since = 'GET /images/get'): Promise<string> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let told = 'still waiting';
    const source = engineSource(fake.engine, runName('frozen'));
    const opening = source.open({ kind: 'engine', reference: 'app:1' }, undefined, never);
    const reading = opening
      .then((opened) => opened.readLayers(never))
      .then((layers) => `${layers.length} layers`, String);
    void reading.then((text) => (told = text));
    while (!fake.calls.includes(since)) await turn();
    for (let second = 0; second < seconds; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      // Time for what comes by the socket.
      for (let count = 0; count < 5; count += 1) await turn();
    }
    return told;
  }
  const podman = ['Podman Engine'];

  test.each([
    ['before the first byte of an export', silent],
    ['in the middle of it', begun],
  ])('%s is given up within a minute', async (_, get) => {
    let asked = 0;
    const version: EngineAnswer = (response) => {
      // It still told what it is.
      if ((asked += 1) === 1)
        response.setHeader('content-type', 'application/json').end('{"Components":[{"Name":"Podman Engine"}]}');
    };
    const fake = await engineOf('overlay', podman, { '/version': version, '/images/get': get });
    expect(await outcome(fake, 61)).toMatch(/did not answer in time while (exporting the image|greeting it)/);
  });

  test('but not one that takes its time for an export and answers everything else', async () => {
    const fake = await engineOf('overlay', podman, { '/images/get': silent });
    expect(await outcome(fake, 200)).toBe('still waiting');
    expect(fake.calls.filter((call) => call === 'GET /version').length).toBeGreaterThan(5);
  });

  test('while its layer database is read is not asked for the whole image as well', async () => {
    const upper = { Name: 'overlay2', Data: { UpperDir: '/var/lib/docker/overlay2/x/diff' } };
    const inspect = { Id: id, Os: 'linux', Architecture: 'amd64', GraphDriver: upper, RootFS: { Layers: diffIds } };
    const fake = await engineOf('overlay2', [], { '/images/app:1/json': inspect, ...aContainer });
    expect(await outcome(fake, 61, `GET /containers/${'c'.repeat(64)}/archive`)).toMatch(/did not answer in time/);
    expect(fake.calls).not.toContain('GET /images/get');
  });
});
