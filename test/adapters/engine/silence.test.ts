import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../../src/adapters/engine/api.ts';
import { engineBuilder } from '../../../src/adapters/engine/build.ts';
import { runName } from '../../../src/adapters/engine/run-name.ts';
import { fakeEngine } from '../../support/fake-engine.ts';
import { buildRequest } from '../../support/engine.ts';
import { recordedProgress } from '../../support/progress.ts';

const never = new AbortController().signal;
const imageId = `sha256:${'a'.repeat(64)}`;
const patience = { timeoutMs: 10_000, askEveryMs: 20, quietMs: 500 };

/** A build by an engine that answers everything else; the build's own answer is what is given here. */
async function build(
  answer: (response: ServerResponse) => unknown,
  { named, timeoutMs = patience.timeoutMs }: { readonly named: boolean; readonly timeoutMs?: number },
) {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-silence-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  const run = runName('silence');
  const fake = await fakeEngine({
    '/version': { Version: '28.0.0' },
    [`/images/plimsoll-${run.runId}:1/json`]: (response) => {
      response.writeHead(named ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(named ? { Id: imageId } : { message: 'no such image' }));
    },
    [`/images/${imageId}/json`]: { Id: imageId },
    'POST /build': (response, request) => {
      request.resume();
      response.write('{"stream":"Step 1/2 : FROM scratch"}\n');
      void answer(response);
    },
  });
  const progress = recordedProgress();
  const building = engineBuilder(fake.engine, run, progress, { ...patience, timeoutMs }).build(
    buildRequest(folder),
    never,
  );
  return { building, progress };
}

test('a build that ended without a word of it is known by the image it was to name', { tags: 'thorough' }, async () => {
  const { building, progress } = await build(() => {}, { named: true });
  expect(await building).toMatchObject({ reference: imageId });
  // A machine that is busy may take its line for silence before, and say that it goes on.
  expect(progress.steps[0]).toMatch(
    /^Waiting for the build, which has said nothing for \d+ minutes; it is stopped after/,
  );
  expect(progress.steps.at(-1)).toMatch(/: it had ended, as its image says$/);
});

test(
  'a step that is silent while there is no image yet is waited for, and that is said',
  { tags: 'thorough' },
  async () => {
    const { building, progress } = await build(() => {}, { named: false, timeoutMs: 1_500 });
    await expect(building).rejects.toMatchObject({ problems: [{ code: 'build-timeout' }] });
    expect(progress.steps[0]).toMatch(/^Waiting for the build/);
  },
);

test('a build that goes on is waited for, though its image has its name already', { tags: 'thorough' }, async () => {
  const unpacking = async (response: ServerResponse) => {
    for (let nth = 0; nth < 20; nth += 1) {
      await sleep(50);
      response.write('{"stream":"unpacking"}\n');
    }
    response.end('{"aux":{"ID":"sha256:told-by-the-build"}}\n');
  };
  const { building, progress } = await build(unpacking, { named: true });
  expect(await building).toMatchObject({ reference: 'plimsoll-silence:1' });
  expect(progress.steps.join('\n')).not.toContain('had ended');
});

test.runIf(process.platform === 'linux')(
  'a connection that may be silent for long is asked twice a minute whether it is still there',
  async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.write('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const engine = openEngine({ name: 'x', saidBy: 'the test', address: { host: '127.0.0.1', port } });
    const answer = await engine.stream({ what: 'building', method: 'POST', path: '/build' }, never);
    // The kernel's own list: the kind of a connection's timer, 02 for this one, and the hundredths of a second until it fires.
    const own = `:${(answer.socket.localPort ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
    const [kind, left = ''] =
      lines
        .map((line) => line.trim().split(/\s+/))
        .find(([, local]) => local?.endsWith(own))?.[5]
        ?.split(':') ?? [];
    expect(kind).toBe('02');
    expect(parseInt(left, 16)).toBeGreaterThan(2_000);
    answer.destroy();
  },
);
