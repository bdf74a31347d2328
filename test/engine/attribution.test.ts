import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { openCheckout } from '../../src/adapters/files/checkout.ts';
import { runGate, type GateOutcome } from '../../src/check/configured.ts';
import { UserError } from '../../src/errors.ts';
import { openWorkshop } from '../../src/main/workshop.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';

const never = new AbortController().signal;
let bench: Bench;
let onbuildBase: string;
beforeAll(async () => {
  bench = await openBench();
  onbuildBase = await tagged('onbuild', [
    'CMD ["serve", "--all"]',
    'ONBUILD ARG WHAT=things',
    'ONBUILD RUN echo $WHAT > /made-by-the-base',
    'ONBUILD COPY own /own',
    'ONBUILD USER 10001',
  ]);
});
afterAll(() => bench.close());

/** A base image with a name, which FROM can use. */
async function tagged(name: string, instructions: readonly string[]): Promise<string> {
  const context = bench.folder({ Dockerfile: [`FROM ${bench.base}`, ...instructions].join('\n') });
  const builder = engineBuilder(bench.engine, bench.run, recordedProgress());
  const { reference } = await builder.build(buildRequest(context), never);
  const repository = `plimsoll-${bench.run.runId}`;
  const query = { repo: repository, tag: name };
  const what = 'naming a base';
  for await (const chunk of await bench.engine.stream(
    { what, method: 'POST', path: `/images/${reference}/tag`, query },
    never,
  ))
    void chunk;
  return `${repository}:${name}`;
}

const policy = (...rules: readonly string[]): string =>
  `version: 1\npolicy:\n  rules:\n${rules.map((rule) => `    ${rule}\n`).join('')}`;

function gate(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<GateOutcome> {
  const root = bench.folder(files);
  const checkout = openCheckout(root);
  const environment = { PATH: process.env['PATH'], DOCKER_HOST: process.env['DOCKER_HOST'], HOME: root };
  return runGate({
    checkout,
    folderName: 'app',
    inputs,
    toolVersion: 'test',
    openWorkshop: async () =>
      openWorkshop({
        environment,
        checkout,
        progress: recordedProgress(),
        signal: never,
        insecureRegistries: [],
        warn: (text) => {
          throw new Error(text);
        },
      }),
  });
}

describe('a base image that the engine has', () => {
  test('stands with its ONBUILD layers on the line of its FROM', async () => {
    const { result } = await gate({
      'plimsoll.yml': policy('no-onbuild: error', 'non-root: error'),
      Dockerfile: `FROM ${onbuildBase}\nRUN echo own > /tmp/x\n`,
      own: 'x',
    });
    const [image] = result.images;
    const measured = image?.variants[0]?.measurement;
    expect(measured?.perLayer.map(({ dockerfile }) => dockerfile?.startLine)).toEqual([1, 1, 1, 2]);
    expect(measured?.baseLayers).toBe(1);
    expect(image?.findings.map(({ rule, message, location }) => [rule, message, location?.startLine])).toEqual([
      [
        'no-onbuild',
        `The base image ${onbuildBase} runs 4 instructions of its own here (ONBUILD): \`ARG WHAT=things\`, \`RUN echo $WHAT > /made-by-the-base\`, \`COPY own /own\` and 1 more.`,
        1,
      ],
    ]);
  });

  test('tells what a new ENTRYPOINT drops, and a script that stays process 1', async () => {
    const { result } = await gate({
      'plimsoll.yml': policy('effective-command: error', 'exec-form: error'),
      Dockerfile: `FROM ${onbuildBase}\nCOPY --chmod=755 entry.sh /\nENTRYPOINT ["/entry.sh"]\n`,
      own: 'x',
      'entry.sh': '#!/bin/sh\nset -e\nsleep 1\n',
    });
    expect(result.images[0]?.findings.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'effective-command',
        'The ENTRYPOINT drops the CMD of the base image, ["serve","--all"]: nothing takes its place.',
      ],
      [
        'exec-form',
        'The script /entry.sh ends in `sleep 1` without `exec`: process 1 stays the shell, and it passes no signals on.',
      ],
    ]);
  });
});

test('the context is weighed as it was sent', async () => {
  const { result } = await gate({
    'plimsoll.yml': policy('max-context-size: [error, { max: 0 }]', 'dockerignore: error'),
    '.dockerignore': 'plimsoll.yml\n',
    Dockerfile: `FROM ${bench.base}\nCOPY . /app\n`,
    '.env': 'A=1',
  });
  expect(result.images[0]?.findings.map(({ rule, bytes }) => [rule, bytes])).toEqual([
    ['dockerignore', 3],
    ['max-context-size', '.dockerignore'.length + Buffer.byteLength(`FROM ${bench.base}\nCOPY . /app\n`) + 3],
  ]);
});

test("a platform argument is the engine's own without being told", async () => {
  const { result } = await gate({
    'plimsoll.yml': policy('no-latest-tag: error'),
    Dockerfile: `FROM ${bench.base} AS of-amd64\nFROM ${bench.base} AS of-arm64\nRUN false\nFROM of-\${TARGETARCH}\nRUN true\n`,
  });
  // The other stage does not build: where the architecture were not the engine's, neither would this.
  expect(result.images[0]?.variants).toHaveLength(1);
});

describe('a build that fails', () => {
  test('is told by the path in the checkout, with the last lines of its step', async () => {
    const failed: unknown = await gate(
      {
        'plimsoll.yml': policy('non-root: error'),
        'services/api/Dockerfile': `FROM ${bench.base}\nRUN seq 1 100; exit 3\n`,
      },
      { dockerfile: 'services/api/Dockerfile' },
    ).catch((thrown: unknown) => thrown);
    if (!(failed instanceof UserError)) throw failed;
    const [problem] = failed.problems;
    expect(problem).toMatchObject({ code: 'build-failed', place: { file: 'services/api/Dockerfile', line: 2 } });
    expect(problem?.message).toMatch(/^The build of services\/api\/Dockerfile failed at line 2 in the step /);
    expect(problem?.output).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 81)));
  });

  test('names a pattern of the ignore file that no builder takes', async () => {
    const files = {
      '.dockerignore': 'a\n[\n',
      Dockerfile: `FROM ${bench.base}\n`,
      'plimsoll.yml': policy('non-root: error'),
    };
    const failed: unknown = await gate(files).catch((thrown: unknown) => thrown);
    if (!(failed instanceof UserError)) throw failed;
    expect(failed.problems[0]).toMatchObject({ code: 'bad-ignore-pattern', place: { file: '.dockerignore', line: 2 } });
  });
});
