import { describe, expect, test } from 'vitest';
import { runName } from '../../../src/adapters/engine/build.ts';
import { engineSource } from '../../../src/adapters/engine/source.ts';
import { archiveOf, configOf, oldDockerFiles, sha256 } from '../../support/archives.ts';
import { fakeEngine, type EngineAnswer } from '../../support/fake-engine.ts';
import { tarFile, tarOf } from '../../support/tar.ts';

const never = new AbortController().signal;
const image = {
  tags: ['app:1'],
  layers: [tarOf(tarFile('a', 'x'))],
  config: { config: { User: 'app', OnBuild: ['RUN make'], Healthcheck: { Test: ['CMD', 'true'] } } },
};
const id = `sha256:${sha256(configOf(image))}`;

/** An engine that inspects as Podman does, without what is Docker's own, and exports the whole. */
const engineOf = (driver: string, components: readonly string[] = [], more: Record<string, EngineAnswer> = {}) =>
  fakeEngine({
    '/images/app:1/json': {
      Id: id,
      Os: 'linux',
      Architecture: 'amd64',
      GraphDriver: { Name: driver, Data: { UpperDir: '/diff' } },
      RootFS: { Layers: image.layers.map((layer) => `sha256:${sha256(layer)}`) },
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
