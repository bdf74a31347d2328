import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { removeContainer, runLabel } from '../../src/adapters/engine/container.ts';
import { EngineRefused } from '../../src/adapters/engine/failures.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { examine } from '../../src/check/examine.ts';
import { inspectExecutable } from '../../src/image/executable/inspect.ts';
import { squash } from '../../src/image/squash.ts';
import type { FileTree } from '../../src/image/tree.ts';
import { runnableEntrypoint } from '../../src/policy/rules/runnable-entrypoint.ts';
import type { OpenImage } from '../../src/ports.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { buildFiles, cases, type RunnableCase } from './runnable-cases.ts';

interface Built {
  readonly image: OpenImage;
  readonly tree: FileTree;
}

let bench: Bench;
const built = new Map<string, Built>();
const never = new AbortController().signal;

beforeAll(async () => {
  bench = await openBench();
  const folder = bench.folder(buildFiles);
  const builder = engineBuilder(bench.engine, bench.run, recordedProgress());
  for (const target of new Set(cases.map((one) => one.target))) {
    const { reference } = await builder.build(buildRequest(folder, { target }), never);
    const image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
    built.set(target, { image, tree: squash(await image.readLayers(never)).tree });
  }
});
afterAll(() => bench.close());

const nameOf = ({ target, argv, user, workingDir, env }: RunnableCase): string =>
  [target, argv.join(' '), user && `as ${user}`, workingDir && `in ${workingDir}`, env?.join(' ')]
    .filter(Boolean)
    .join(', ');

// The engine that runs it is the second source.
describe('what is predicted is what happens', () => {
  test.each(cases.map((one) => [nameOf(one), one] as const))('%s', async (_, one) => {
    const { image, tree } = builtFor(one);
    const config = {
      ...image.facts.config,
      entrypoint: [],
      cmd: [...one.argv],
      env: [...image.facts.config.env, ...(one.env ?? [])],
      user: one.user ?? '',
      workingDir: one.workingDir ?? '',
    };
    const facts = await inspectExecutable({
      tree,
      config,
      platform: image.facts.platform,
      read: (nodes, maxBytes) => image.readBodies(nodes, maxBytes, never),
    });
    const predicted = facts?.obstacles.length === 0;
    const ran = await run(one, image);
    expect(
      { predicted, ran: ran.starts, unchecked: facts?.unchecked },
      `${ran.said}\n${JSON.stringify(facts)}`,
    ).toEqual({
      predicted: one.starts,
      ran: one.starts,
      unchecked: [],
    });
  });
});

describe('the example that is broken on purpose', () => {
  const context = new URL('../../examples/c-hello', import.meta.url).pathname;
  const found = async (dockerfile: string) => {
    const request = buildRequest(context, {
      dockerfile: join(context, dockerfile),
      buildArgs: { BASE: 'plimsoll-base:debian' },
    });
    const { reference } = await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never);
    const image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
    const examined = await examine(image, { reads: [], gathers: ['executable'] }, never);
    return [...runnableEntrypoint.check({ imageName: 'hello', ...examined }, {})];
  };

  test('is found, and its loader named', async () => {
    expect(await found('Dockerfile.scratch-dynamic')).toEqual([
      {
        message: expect.stringMatching(/the loader \/lib64\/ld-linux-x86-64\.so\.2, .* no such file or directory/),
        howToPass: expect.stringContaining('-static'),
        paths: ['/hello'],
      },
    ]);
  });

  test('passes when it is linked statically', async () => {
    expect(await found('Dockerfile.scratch-static')).toEqual([]);
  });
});

function builtFor({ target }: RunnableCase): Built {
  const found = built.get(target);
  if (!found) throw new Error(`The image ${target} was not built.`);
  return found;
}

const created = z.object({ Id: z.string() });
const ended = z.object({ StatusCode: z.number() });

/** Runs it without a network; whether it starts is whether it ends with 0. */
async function run(one: RunnableCase, image: OpenImage): Promise<{ readonly starts: boolean; readonly said: string }> {
  const { engine } = bench;
  const json = {
    Image: image.facts.source.slice('engine:'.length),
    Entrypoint: [],
    Cmd: one.argv,
    Env: one.env ?? [],
    User: one.user ?? '',
    WorkingDir: one.workingDir ?? '',
    Labels: { [runLabel]: bench.run.runId },
    NetworkDisabled: true,
    HostConfig: { NetworkMode: 'none' },
  };
  const path = '/containers/create';
  const { Id: id } = created.parse(await engine.call({ what: 'creating', method: 'POST', path, json }, never));
  try {
    await engine.call({ what: 'starting', method: 'POST', path: `/containers/${id}/start` }, never);
    const waited = await engine.call({ what: 'waiting', method: 'POST', path: `/containers/${id}/wait` }, never);
    const query = { stdout: '1', stderr: '1' };
    const logs = await engine.stream({ what: 'reading', method: 'GET', path: `/containers/${id}/logs`, query }, never);
    const said = Buffer.concat(await logs.toArray()).toString();
    return { starts: ended.parse(waited).StatusCode === 0, said };
  } catch (thrown) {
    if (thrown instanceof EngineRefused) return { starts: false, said: thrown.message };
    throw thrown;
  } finally {
    await removeContainer(engine, id, never);
  }
}
