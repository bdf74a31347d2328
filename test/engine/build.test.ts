import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/adapters/engine/api.ts';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { findEngineHost } from '../../src/adapters/engine/host.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { sweep } from '../../src/adapters/engine/sweep.ts';
import { Interrupted, UserError } from '../../src/errors.ts';
import type { BuiltImage, BuildRequest } from '../../src/ports.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { freezingEngine } from '../support/freezing-engine.ts';
import { recordedProgress } from '../support/progress.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const never = new AbortController().signal;
const build = (
  files: Readonly<Record<string, string>>,
  more: Partial<BuildRequest> = {},
  { progress = recordedProgress(), signal = never } = {},
): Promise<BuiltImage> => {
  const request = buildRequest(bench.folder(files), more);
  return engineBuilder(bench.engine, bench.run, progress).build({ ...request, ...more }, signal);
};
const from = (): string => `FROM ${bench.base}\n`;

/** Paths of the top layer. */
async function topLayer({ reference }: BuiltImage): Promise<readonly string[]> {
  const image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
  return (await image.readLayers(never)).at(-1)?.paths ?? [];
}

async function failure(work: Promise<unknown>): Promise<UserError> {
  const thrown: unknown = await work.then(
    () => new Error('it built'),
    (error: unknown) => error,
  );
  if (thrown instanceof UserError) return thrown;
  throw thrown;
}

const list = z.array(z.object({ Id: z.string() }));
const ownContainers = async (): Promise<number> => {
  const query = { all: '1', filters: JSON.stringify({ label: [`dev.plimsoll.run=${bench.run.runId}`] }) };
  return list.parse(await bench.engine.call({ what: 'listing', method: 'GET', path: '/containers/json', query }, never))
    .length;
};
const ownImages = async (): Promise<number> => {
  const query = { filters: JSON.stringify({ reference: [`plimsoll-${bench.run.runId}`] }) };
  return list.parse(await bench.engine.call({ what: 'listing', method: 'GET', path: '/images/json', query }, never))
    .length;
};

describe('a build by the Engine API', () => {
  test('sends what the ignore file leaves, runs as BuildKit, shows its log', async () => {
    const progress = recordedProgress();
    const files = {
      Dockerfile: `${from()}RUN echo hé\nCOPY . /app\n`,
      '.dockerignore': '*\n!src/keep.txt\n',
      'src/keep.txt': '12345',
      'src/drop.txt': 'x',
    };
    const built = await build(files, {}, { progress });
    expect(await topLayer(built)).toEqual(expect.arrayContaining(['app/src', 'app/src/keep.txt']));
    expect(await topLayer(built)).not.toContain('app/src/drop.txt');
    expect(built.context).toEqual({ bytes: 5, files: 1 });
    expect(progress.lines).toContain('hé');
  });

  test('takes build arguments for the base, and the target', async () => {
    const dockerfile = 'ARG BASE=no-such-image\nFROM ${BASE} AS one\nRUN touch /one\nFROM one\nRUN touch /two\n';
    const built = await build({ Dockerfile: dockerfile }, { buildArgs: { BASE: bench.base }, target: 'one' });
    expect(await topLayer(built)).toContain('one');
    expect(await topLayer(built)).not.toContain('two');
  });

  test('takes a Dockerfile from outside the context', async () => {
    const dockerfile = join(bench.folder({ 'app.Dockerfile': `${from()}COPY a /a\n` }), 'app.Dockerfile');
    expect(await topLayer(await build({ a: '1' }, { dockerfile }))).toContain('a');
  });

  test('two builds at once do not meet', async () => {
    const [one, other] = await Promise.all([
      build({ Dockerfile: `${from()}RUN touch /one\n` }),
      build({ Dockerfile: `${from()}RUN touch /other\n` }),
    ]);
    expect(await topLayer(one)).toContain('one');
    expect(await topLayer(other)).toContain('other');
  });
});

describe('a build that fails', () => {
  test('names the line and shows the end of the log', async () => {
    const dockerfile = `${from()}\nRUN for i in $(seq 30); do echo "line $i"; done \\\n  && exit 7\n`;
    const thrown = await failure(build({ Dockerfile: dockerfile }));
    expect(thrown.problems[0]).toMatchObject({ code: 'build-failed', place: { line: 3 } });
    expect(thrown.message).toContain('exit code: 7');
    expect(thrown.problems[0]?.output).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 11}`));
  });

  test.each([
    ['a file that is not there', 'COPY nope /x\n', {}, 2],
    ['an unknown instruction', 'RUNN true\n', {}, 2],
    ['a stage that is not there', 'RUN true\n', { target: 'nope' }, undefined],
  ])('%s', async (_what, rest, more, line) => {
    const thrown = await failure(build({ Dockerfile: `${from()}${rest}` }, more));
    expect(thrown.problems[0]).toMatchObject({ code: 'build-failed' });
    expect(thrown.problems[0]?.place?.line).toBe(line);
  });

  test('says that the disk is full when the log does', async () => {
    const thrown = await failure(build({ Dockerfile: `${from()}RUN echo "No space left on device"; exit 1\n` }));
    expect(thrown.problems[0]?.code).toBe('disk-full');
  });

  test('what only buildx can do is refused, not left out', async () => {
    const thrown = await failure(build({ Dockerfile: from() }, { secrets: ['id=a,env=A'] }));
    expect(thrown.problems[0]?.code).toBe('needs-buildx');
  });
});

describe('a connection that breaks without a word, the build’s alone', () => {
  const patience = { timeoutMs: 120_000, askEveryMs: 200, quietMs: 2_000 };

  test('leaves the image, which is taken', async () => {
    const frozen = await freezingEngine({ call: /^POST \S*\/build/, afterBytes: 300, alone: true });
    try {
      const request = buildRequest(bench.folder({ Dockerfile: `${from()}RUN sleep 3; echo made > /made\n` }), {
        noCache: true,
      });
      const engine = openEngine(findEngineHost({ DOCKER_HOST: frozen.host }));
      const progress = recordedProgress();
      const built = await engineBuilder(engine, bench.run, progress, patience).build(request, never);
      expect(frozen.isFrozen()).toBe(true);
      expect(await topLayer(built)).toContain('made');
      expect(progress.steps.at(-1)).toMatch(/^Waiting for the build.*: it had ended, as its image says$/);
    } finally {
      await frozen.close();
    }
  });
});

describe('nothing is left behind', () => {
  test('by a build that is cancelled in the middle of a step', async () => {
    const before = await ownImages();
    const control = new AbortController();
    const progress = { ...recordedProgress(), log: () => control.abort() };
    const dockerfile = `${from()}RUN echo up; sleep 60\n`;
    await expect(
      build({ Dockerfile: dockerfile }, { noCache: true }, { progress, signal: control.signal }),
    ).rejects.toBeInstanceOf(Interrupted);
    expect(await ownImages()).toBe(before);
    expect(await ownContainers()).toBe(0);
  });

  test("by sweep: this run's images and containers go, others stay", async () => {
    const other = await openBench();
    const built = await engineBuilder(other.engine, other.run, recordedProgress()).build(
      buildRequest(other.folder({ Dockerfile: `FROM ${other.base}\nRUN touch /x\n` })),
      never,
    );
    await sweep(other.engine, other.run.runId);
    const source = engineSource(other.engine, other.run);
    await expect(source.open({ kind: 'engine', reference: built.reference }, undefined, never)).rejects.toMatchObject({
      problems: [{ code: 'no-such-image' }],
    });
    await expect(source.open({ kind: 'engine', reference: bench.base }, undefined, never)).resolves.toBeDefined();
    await other.close();
    expect(await ownContainers()).toBe(0);
  });
});
