import { connect, type Socket } from 'node:net';
import { counted } from '../read-meter.ts';
import type { Engine, EngineCall } from './api.ts';
import { DeadlinePassed, EngineRefused, explainEngineFailure } from './failures.ts';
import { watchEngine } from './watch.ts';

const what = 'exporting the image';
/** The classic store writes the whole image to its disk before the first byte: some 7 s for each GB. A frozen engine is known sooner. */
const quietMs = 600_000;
const bufferBytes = 2 ** 20;

/**
 * `docker save` as the API has it; each chunk is valid until the next one is asked for.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageGetAll
 */
export async function* exportStream(engine: Engine, id: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const watch = watchEngine(engine, signal);
  try {
    const { address, tls } = engine.host;
    const isSocket = 'socketPath' in address && address.socketPath.startsWith('/') && !tls;
    const pieces = isSocket ? overSocket(address.socketPath, id, watch.signal) : overHttp(engine, id, watch.signal);
    yield* counted(pieces, engine.onBytes);
  } catch (thrown) {
    throw explainEngineFailure(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
  }
}

async function* overHttp(engine: Engine, id: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const call: EngineCall = { what, method: 'GET', path: '/images/get', query: { names: id }, quietMs };
  const answer = await engine.stream(call, signal);
  try {
    for await (const chunk of answer as AsyncIterable<Uint8Array>) yield chunk;
  } finally {
    answer.destroy();
  }
}

/**
 * HTTP/1.0 on a bare socket, read into one buffer: no chunks to take apart, nothing to copy, a tenth faster than node's client.
 * The body ends with the connection; that it is whole is seen by the archive's own end.
 */
async function* overSocket(socketPath: string, id: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { socket, chunks } = readSocket(socketPath);
  const cancel = (): void => void socket.destroy(new Error('aborted'));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  socket.write(`GET /images/get?names=${encodeURIComponent(id)} HTTP/1.0\r\nHost: docker\r\n\r\n`);
  try {
    yield* bodyOf(chunks);
  } finally {
    signal.removeEventListener('abort', cancel);
    socket.destroy();
  }
}

/** Opens the socket; it pauses after each chunk until the next one is asked for. */
function readSocket(path: string): { readonly socket: Socket; readonly chunks: AsyncGenerator<Uint8Array> } {
  let wake: (() => void) | undefined;
  let chunk: Uint8Array | undefined;
  let failure: Error | undefined;
  let ended = false;
  const callback = (bytes: number, buffer: Uint8Array): boolean => {
    chunk = buffer.subarray(0, bytes);
    wake?.();
    return false;
  };
  const socket = connect({ path, onread: { buffer: Buffer.allocUnsafe(bufferBytes), callback } });
  socket.setTimeout(quietMs, () => socket.destroy(new DeadlinePassed(`nothing came for ${quietMs} ms`)));
  socket.on('error', (error) => (failure = error));
  for (const event of ['end', 'close'])
    socket.on(event, () => {
      ended = true;
      wake?.();
    });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (chunk || ended) resolve();
      else socket.resume();
    });
  async function* read(): AsyncGenerator<Uint8Array> {
    for (;;) {
      await next();
      if (failure) throw failure;
      if (!chunk) return;
      const given = chunk;
      chunk = undefined;
      yield given;
    }
  }
  return { socket, chunks: read() };
}

const maxHeadBytes = 65_536;
const headEnd = Buffer.from('\r\n\r\n');

/** Takes the head off an HTTP/1.0 answer. @throws EngineRefused with the engine's words when its status is not 200. */
async function* bodyOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let status = 0;
  let refusal = '';
  for await (const chunk of chunks) {
    let body = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(headEnd);
      if (end === -1 && head.length > maxHeadBytes) throw new Error('The engine answered with an endless head.');
      if (end === -1) continue;
      status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, end))?.[1] ?? 0);
      body = head.subarray(end + headEnd.length);
      head = undefined;
    }
    if (status === 200) {
      if (body.length > 0) yield body;
    } else refusal = (refusal + Buffer.from(body).toString('utf8')).slice(0, 4_000);
  }
  if (head) throw Object.assign(new Error('The connection ended before the answer.'), { code: 'ECONNRESET' });
  if (status !== 200) throw new EngineRefused(status, messageOf(refusal));
}

function messageOf(body: string): string {
  const said = /"message":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  return said ?? body.trim();
}
