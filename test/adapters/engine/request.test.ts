import { createServer, type RequestListener, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/adapters/engine/api.ts';
import type { EngineHost } from '../../../src/adapters/engine/host.ts';

const never = new AbortController().signal;
let server: Server | undefined;
const folders: string[] = [];
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An engine on a socket of its own that answers as told. */
async function engineThat(answer: RequestListener) {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-request-'));
  folders.push(folder);
  const socketPath = join(folder, 'docker.sock');
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(socketPath, resolve));
  const host: EngineHost = { name: `unix://${socketPath}`, saidBy: 'the test', address: { socketPath } };
  return openEngine(host);
}

const ask = { what: 'asking', method: 'GET', path: '/images/json' } as const;

describe('a question to the engine', () => {
  test('is sent with its query, and the JSON of the answer handed back', async () => {
    const engine = await engineThat((request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ url: request.url }));
    });
    const query = { filters: '{"label":["a=b c"]}', names: ['x', 'y&z'] };
    expect(await engine.call({ ...ask, query }, never)).toEqual({
      url: '/images/json?filters=%7B%22label%22%3A%5B%22a%3Db+c%22%5D%7D&names=x&names=y%26z',
    });
  });

  test.each([
    ['in its sentence', JSON.stringify({ message: 'No such image: x' }), 'No such image: x'],
    ['in the words of a proxy', '<html>Forbidden</html>\n', '<html>Forbidden</html>'],
    ['without a word', '', ''],
  ])('that is refused says so %s', async (_, body, message) => {
    const engine = await engineThat((_request, response) => {
      response.writeHead(403).end(body);
    });
    await expect(engine.call(ask, never)).rejects.toMatchObject({ name: 'EngineRefused', status: 403, message });
  });

  test('whose refusal has no end is cut', async () => {
    const engine = await engineThat((_request, response) => {
      response.writeHead(500);
      const more = (): void => {
        while (response.write('x'.repeat(16_384)));
        response.once('drain', more);
      };
      more();
    });
    const refused: unknown = await engine.call(ask, never).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ name: 'EngineRefused', status: 500 });
    expect(String(refused).length).toBeLessThan(200_000);
  });

  test('whose answer breaks off is an engine that died', async () => {
    const engine = await engineThat((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"half":');
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect(engine.call(ask, never)).rejects.toMatchObject({ problems: [{ code: 'engine-died' }] });
  });

  test('ends when the run is stopped', async () => {
    const stop = new AbortController();
    const engine = await engineThat(() => stop.abort());
    await expect(engine.call(ask, stop.signal)).rejects.toMatchObject({ name: 'Interrupted' });
  });

  test('loads no dockerode, which what changes the engine goes through', async () => {
    const methods: (string | undefined)[] = [];
    const engine = await engineThat((request, response) => {
      methods.push(request.method);
      response.setHeader('content-type', 'application/json').end('{"Id":"1"}');
    });
    expect(await engine.call(ask, never)).toEqual({ Id: '1' });
    const create = { what: 'creating', method: 'POST', path: '/containers/create', json: { Image: 'x' } } as const;
    expect(await engine.call(create, never)).toEqual({ Id: '1' });
    expect(methods).toEqual(['GET', 'POST']);
  });
});
