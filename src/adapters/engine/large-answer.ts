import { connect, type Socket } from 'node:net';
import type { Engine, EngineCall } from './api.ts';
import { cutOff, DeadlinePassed, EngineRefused, explainEngineFailure } from './failures.ts';
import type { EngineHost } from './host.ts';
import { pathOf, refusalIn } from './request.ts';

/** The body of an answer. Each chunk is valid until the next one is asked for. */
export interface LargeAnswer extends AsyncIterable<Buffer> {
  /** Ends the connection, and with it the body. */
  destroy(): void;
}

/** Linux holds some 200 KB for a Unix socket: no read brings more. */
const bufferBytes = 2 ** 18;

/**
 * Asks for megabytes and more. Over a Unix socket in HTTP/1.0, read into one buffer: no chunks to take apart, nothing to
 * copy or to collect, a tenth faster than node's client. The body ends with the connection, which tells nothing: whoever
 * reads must see from what is in it that it is whole, as the end mark of a tar tells.
 * @throws EngineRefused here or when it is read
 */
export async function largeAnswer(engine: Engine, call: EngineCall, signal: AbortSignal): Promise<LargeAnswer> {
  const { address, tls } = engine.host;
  const isSocket = 'socketPath' in address && address.socketPath.startsWith('/') && !tls;
  return isSocket ? overSocket(engine.host, address.socketPath, call, signal) : engine.stream(call, signal);
}

function overSocket(host: EngineHost, socketPath: string, call: EngineCall, signal: AbortSignal): LargeAnswer {
  const { socket, chunks } = readSocket(socketPath, call.quietMs);
  const cancel = (): void => void socket.destroy(new Error('aborted'));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  socket.on('close', () => signal.removeEventListener('abort', cancel));
  socket.write(`${call.method} ${pathOf(call)} HTTP/1.0\r\nHost: docker\r\n\r\n`);
  async function* read(): AsyncGenerator<Buffer> {
    try {
      yield* bodyOf(chunks);
    } catch (thrown) {
      throw explainEngineFailure(thrown, host, call.what, signal);
    } finally {
      socket.destroy();
    }
  }
  const body = read();
  return { [Symbol.asyncIterator]: () => body, destroy: () => void socket.destroy() };
}

/** Opens the socket; it pauses after each chunk until the next one is asked for. */
function readSocket(path: string, quietMs = 0): { readonly socket: Socket; readonly chunks: AsyncGenerator<Buffer> } {
  const giveUp = (): void => void socket.destroy(new DeadlinePassed(`nothing came for ${quietMs} ms`));
  const first = quietMs > 0 ? setTimeout(giveUp, quietMs) : undefined;
  let wake: (() => void) | undefined;
  let chunk: Buffer | undefined;
  let failure: Error | undefined;
  let ended = false;
  const callback = (bytes: number, buffer: Uint8Array): boolean => {
    clearTimeout(first);
    chunk = Buffer.from(buffer.buffer, buffer.byteOffset, bytes);
    wake?.();
    return false;
  };
  const socket = connect({ path, onread: { buffer: Buffer.allocUnsafe(bufferBytes), callback } });
  socket.setTimeout(quietMs, giveUp);
  socket.on('error', (error) => (failure = error));
  for (const event of ['end', 'close'])
    socket.on(event, () => {
      clearTimeout(first);
      ended = true;
      wake?.();
    });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (chunk || ended) resolve();
      else socket.resume();
    });
  async function* read(): AsyncGenerator<Buffer> {
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
async function* bodyOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
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
    } else refusal = (refusal + body.toString('utf8')).slice(0, 4_000);
  }
  if (head) throw cutOff('the head of the answer');
  if (status !== 200) throw new EngineRefused(status, refusalIn(refusal));
}
