import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { registrySource } from '../../src/adapters/registry/source.ts';
import { publishedBase } from '../../src/check/published-base.ts';
import type { ImageSource } from '../../src/ports.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { aWorkshop } from '../support/workshop.ts';

let bench: Bench;
let registry: RealRegistry;
let base: string;
/** Digest of the base's first edition, as the registry tells it. */
let oldDigest: string;
/** Stands on the base's first edition. */
let app: string;
const never = new AbortController().signal;

async function build(dockerfile: string): Promise<string> {
  const request = buildRequest(bench.folder({ Dockerfile: dockerfile }));
  return (await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never)).reference;
}

const docker = (...args: readonly string[]): string => execFileSync('docker', args, { encoding: 'utf8' });

/** Pushes an image under a name, which the engine then has too. @returns its digest in the registry */
function publish(image: string, name: string): string {
  docker('tag', image, name);
  return /digest: (sha256:[0-9a-f]{64})/.exec(docker('push', name))?.[1] ?? '';
}

function ask(reference: string, from?: string) {
  const images: ImageSource = {
    open: (source, platform, signal) =>
      source.kind === 'registry'
        ? registrySource({ environment: { DOCKER_CONFIG: '/nonexistent' }, platform: 'linux/amd64' }).open(
            source,
            platform,
            signal,
          )
        : engineSource(bench.engine, bench.run).open(source, platform, signal),
  };
  const workshop = { ...aWorkshop({ today: '2999-01-01' }), images };
  return images
    .open({ kind: 'engine', reference }, undefined, never)
    .then(({ facts }) => publishedBase({ facts, ...(from !== undefined && { from }) }, workshop));
}

beforeAll(async () => {
  bench = await openBench();
  registry = await startRegistry();
  base = `${registry.host}/team/base:1`;
  oldDigest = publish(await build(`FROM ${bench.base}\nRUN echo first > /edition\n`), base);
  app = await build(`FROM ${base}\nRUN echo app > /app\n`);
});
afterAll(async () => {
  // The engine also knows what it pushed by digest.
  docker('rmi', '--no-prune', base, `${registry.host}/team/base@${oldDigest}`);
  registry.close();
  await bench.close();
});

describe('in a real registry', () => {
  test('the tag leads to what an image stands on, until it moves', async () => {
    expect(await ask(app, base)).toMatchObject({
      saidBy: 'dockerfile',
      name: base,
      now: { digest: oldDigest, layers: 2, sharedLayers: 2 },
    });
    const newDigest = publish(await build(`FROM ${bench.base}\nRUN echo second > /edition\nRUN true\n`), base);
    expect(await ask(app, base)).toMatchObject({ now: { digest: newDigest, layers: 3, sharedLayers: 1 } });
    // The digest is there although no tag leads to it any more.
    expect(await ask(app, `${base}@${oldDigest}`)).toMatchObject({
      now: { digest: newDigest, sharedLayers: 1 },
      pinned: { digest: oldDigest, image: { digest: oldDigest, layers: 2, sharedLayers: 2 } },
    });
  });

  test('the day an image was made is the one its config states', async () => {
    const found = await ask(app, `${base}@${oldDigest}`);
    const today = new Date().toISOString().slice(0, 10);
    expect([found?.standsOnCreated, JSON.stringify(found?.now)]).toEqual([today, expect.stringContaining(today)]);
  });

  test('a name that is not there is told, with the registry’s word', async () => {
    const found = await ask(app, `${registry.host}/team/other:1`);
    expect(found?.now).toEqual({
      unknown: expect.stringMatching(/team\/other:1 is in its registry could not be told/),
    });
  });
});
