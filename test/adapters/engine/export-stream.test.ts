import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/adapters/engine/api.ts';
import { exportStream } from '../../../src/adapters/engine/export-stream.ts';
import { Interrupted } from '../../../src/errors.ts';

const dir = mkdtempSync(join(tmpdir(), 'plimsoll-export-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(dir, { recursive: true });
});
const never = new AbortController().signal;

/** An engine that only has a socket; what it answers to a request is written by the test. */
async function engineThat(answers: (socket: Socket, request: string) => void): Promise<Engine> {
  const socketPath = join(dir, `${servers.length}.sock`);
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => answers(socket, request.toString()));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  const unused = (): never => {
    throw new Error('not the socket was used');
  };
  const host = { name: `unix://${socketPath}`, saidBy: 'DOCKER_HOST', address: { socketPath } };
  return { host, call: unused, stream: unused, upgrade: unused };
}

async function read(engine: Engine, signal = never): Promise<string> {
  const pieces: Buffer[] = [];
  // Copied: a chunk is valid only until the next one is asked for.
  for await (const chunk of exportStream(engine, 'sha256:ab', signal)) pieces.push(Buffer.from(chunk));
  return Buffer.concat(pieces).toString();
}

describe('an export over the bare socket', () => {
  test('asks for one image, by HTTP/1.0', async () => {
    const engine = await engineThat((socket, request) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${request}`));
    expect(await read(engine)).toBe('GET /images/get?names=sha256%3Aab HTTP/1.0\r\nHost: docker\r\n\r\n');
  });

  test('takes the head off wherever it is cut', async () => {
    const engine = await engineThat((socket) => {
      const bytes = 'HTTP/1.0 200 OK\r\nContent-Type: application/x-tar\r\n\r\nbody\r\n\r\nmore';
      const write = (at: number): void => {
        if (at === bytes.length) socket.end();
        else socket.write(bytes.charAt(at), () => setImmediate(write, at + 1));
      };
      write(0);
    });
    expect(await read(engine)).toBe('body\r\n\r\nmore');
  });

  test('more than one buffer arrives whole', async () => {
    const body = Buffer.alloc(5_000_000, 'abcdefg');
    const engine = await engineThat((socket) => {
      socket.write('HTTP/1.0 200 OK\r\n\r\n');
      socket.end(body);
    });
    expect((await read(engine)) === body.toString()).toBe(true);
  });

  test("a refusal is in the engine's words", async () => {
    const engine = await engineThat((socket) =>
      socket.end('HTTP/1.0 404 Not Found\r\n\r\n{"message":"No such image: \\"a\\u003eb\\""}\n'),
    );
    const message = 'No such image: "a>b"';
    await expect(read(engine)).rejects.toMatchObject({ name: 'EngineRefused', status: 404, message });
  });

  test('an engine that goes away before it answers has died', async () => {
    const engine = await engineThat((socket) => socket.end('HTTP/1.0 2'));
    await expect(read(engine)).rejects.toMatchObject({ problems: [{ code: 'engine-died' }] });
  });

  test('no engine at all is said so', async () => {
    const engine = await engineThat(() => {});
    const host = { ...engine.host, address: { socketPath: join(dir, 'none.sock') } };
    await expect(read({ ...engine, host })).rejects.toMatchObject({ problems: [{ code: 'docker-unavailable' }] });
  });

  test('a cancelled one ends', async () => {
    const control = new AbortController();
    const engine = await engineThat((socket) => {
      socket.write('HTTP/1.0 200 OK\r\n\r\nstart');
      control.abort();
    });
    await expect(read(engine, control.signal)).rejects.toBeInstanceOf(Interrupted);
  });
});
