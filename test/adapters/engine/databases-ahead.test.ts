import { PassThrough } from 'node:stream';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Engine, EngineCall } from '../../../src/adapters/engine/api.ts';
import { runName } from '../../../src/adapters/engine/run-name.ts';
import { settledContainers } from '../../../src/adapters/engine/container.ts';
import { DatabasesAhead } from '../../../src/adapters/engine/databases-ahead.ts';
import { EngineRefused } from '../../../src/adapters/engine/failures.ts';
import { squash } from '../../../src/image/squash.ts';
import { file, layerOf } from '../../support/images.ts';
import { tarDirectory, tarFile, tarOf } from '../../support/tar.ts';

const never = new AbortController().signal;
const run = runName('ahead');
const status = 'Package: a\n';
const packed = tarOf(
  tarDirectory('dpkg/'),
  tarFile('dpkg/status', status),
  tarFile('dpkg/status-old', status),
  tarDirectory('dpkg/info/'),
  tarFile('dpkg/info/a.list', '/a\n'),
  tarFile('dpkg/info/a.postinst', 'exit'),
);
const { tree } = squash([
  layerOf(
    file('var/lib/dpkg/status', status.length),
    file('var/lib/dpkg/info/a.list', 3),
    file('var/lib/dpkg/info/b.list', 9),
    file('etc/passwd', 4),
  ),
]);
const nodes = [...tree.all()].filter(({ fileBytes }) => fileBytes > 0);

/** An engine that answers one archive, or refuses. */
function anEngine(answer: Buffer | EngineRefused) {
  const calls: string[] = [];
  const note = ({ method, path, query }: EngineCall) => calls.push(`${method} ${path}${query ? '?' : ''}`);
  const engine: Engine = {
    host: { name: 'tcp://none', saidBy: 'the test', address: { host: 'none', port: 1 } },
    call: async (call) => {
      note(call);
      return call.method === 'POST' ? { Id: 'c'.repeat(64) } : undefined;
    },
    stream: async (call) => {
      note(call);
      if (answer instanceof EngineRefused) throw answer;
      return Object.assign(new IncomingMessage(new Socket()), { [Symbol.asyncIterator]: () => streamed(answer) });
    },
    upgrade: async () => new PassThrough(),
  };
  return { engine, calls };
}

async function* streamed(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, 700);
  yield bytes.subarray(700);
}

const textsOf = (bodies: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...bodies].map(([path, body]) => [path, Buffer.from(body).toString()]));

describe('package databases that were asked for ahead', () => {
  test('are handed out whole, once, from a container that is gone then', async () => {
    const { engine, calls } = anEngine(packed);
    const ahead = new DatabasesAhead();
    ahead.start(engine, run, 'sha256:a', never);
    ahead.start(engine, run, 'sha256:a', never);
    const expected = { 'var/lib/dpkg/status': status, 'var/lib/dpkg/info/a.list': '/a\n' };
    expect(textsOf(await ahead.take(nodes, 1000))).toEqual(expected);
    await settledContainers('ahead');
    expect(calls.map((call) => call.replaceAll('c'.repeat(64), 'ID'))).toEqual([
      'POST /containers/create',
      'GET /containers/ID/archive?path=%2Fvar%2Flib%2Fdpkg',
      'DELETE /containers/ID?',
    ]);
    expect((await ahead.take(nodes, 1000)).size).toBe(0);
  });

  test('of which some may be missing, for the archive has no end mark, are asked for again', async () => {
    const ahead = new DatabasesAhead();
    ahead.start(anEngine(packed.subarray(0, -1024)).engine, run, 'sha256:a', never);
    expect((await ahead.take(nodes, 1000)).size).toBe(0);
  });

  test('that came beside the layers are handed out once', async () => {
    const ahead = new DatabasesAhead();
    ahead.expect(Promise.resolve([['var/lib/dpkg/status', Buffer.from(status)]]));
    expect(textsOf(await ahead.take(nodes, 1000))).toEqual({ 'var/lib/dpkg/status': status });
    expect((await ahead.take(nodes, 1000)).size).toBe(0);
  });

  test('are as long as asked for', async () => {
    const ahead = new DatabasesAhead();
    ahead.start(anEngine(packed).engine, run, 'sha256:a', never);
    expect(textsOf(await ahead.take(nodes, 2))['var/lib/dpkg/status']).toBe('Pa');
  });

  test('wait for whoever asks for databases', async () => {
    const ahead = new DatabasesAhead();
    ahead.start(anEngine(packed).engine, run, 'sha256:a', never);
    const passwd = nodes.filter(({ path }) => path === 'etc/passwd');
    expect((await ahead.take(passwd, 1000)).size).toBe(0);
    expect((await ahead.take(nodes, 1000)).size).toBe(2);
  });

  test.each([
    ['an image without dpkg', new EngineRefused(404, 'no such file')],
    ['an engine that refuses', new EngineRefused(403, 'not by this proxy')],
    ['an archive that is cut', packed.subarray(0, 1000)],
  ])('leave %s to whoever asks in the usual way', async (_, answer) => {
    const { engine, calls } = anEngine(answer);
    const ahead = new DatabasesAhead();
    ahead.start(engine, run, 'sha256:a', never);
    expect((await ahead.take(nodes, 1000)).size).toBe(0);
    await settledContainers('ahead');
    expect(calls.at(-1)).toContain('DELETE');
  });
});
