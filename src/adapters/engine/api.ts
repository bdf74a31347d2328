import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import { DeadlinePassed, explainEngineFailure } from './failures.ts';
import type { EngineHost } from './host.ts';
import { dial, openModem } from './modem.ts';
import { ask, upgrade } from './request.ts';

/** One call of the Engine API: https://docs.docker.com/reference/api/engine/ */
export interface EngineCall {
  /** What is being done, for error messages: `inspecting the image`. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'DELETE' | 'HEAD';
  /** Without a version: the engine's newest is used. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  /** A tar as the request's body. */
  readonly tar?: Readable;
  /** Of a stream: how long the engine may stay silent, in milliseconds; without limit when absent. */
  readonly quietMs?: number;
}

/** A connection to one Docker Engine. Everything it throws is in the user's words, or {@link EngineRefused}. */
export interface Engine {
  readonly host: EngineHost;
  /** Is told of an image's bytes as they come, for progress. */
  readonly onBytes?: (bytes: number) => void;
  /** A short call with its own deadline of 30 s; the answer is parsed JSON, or undefined when there is none. */
  call(call: EngineCall, signal: AbortSignal): Promise<unknown>;
  /** A long call: the body as it comes, cut when the signal fires or the engine is silent for too long. */
  stream(call: EngineCall, signal: AbortSignal): Promise<IncomingMessage>;
  /** Upgrades a connection to h2c, for BuildKit's session. */
  upgrade(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Duplex>;
}

type Send = (call: EngineCall, signal: AbortSignal) => Promise<IncomingMessage>;

const controlDeadlineMs = 30_000;
/** Node's own agents ask every second whether the other end is still there, or, over TLS, never. */
const keepAliveMs = 30_000;
const maxAnswerBytes = 64 * 2 ** 20;

/** Opens the engine at `host`. Nothing is sent yet: {@link ping} tells whether one answers. */
export function openEngine(host: EngineHost): Engine {
  let opened: Promise<Dockerode> | undefined;
  const send: Send = async (call, signal) =>
    call.tar ? dial(await (opened ??= openModem(host)), call, signal) : ask(host, call, signal);
  const explained = async <T>(what: string, signal: AbortSignal, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      throw explainEngineFailure(thrown, host, what, signal);
    }
  };
  return {
    host,
    call: (call, signal) =>
      explained(
        call.what,
        signal,
        withDeadline(controlDeadlineMs, signal, async (both) => readJson(await send(call, both))),
      ),
    stream: (call, signal) => explained(call.what, signal, openStream(send, call, signal)),
    upgrade: (path, headers, signal) =>
      explained(
        'opening a build session',
        signal,
        withDeadline(controlDeadlineMs, signal, (both) => upgrade(host, path, headers, both)),
      ),
  };
}

/** @throws UserError `docker-unavailable`, `docker-permission`, `docker-tls`. */
export async function ping(engine: Engine, signal: AbortSignal): Promise<void> {
  await engine.call({ what: 'greeting it', method: 'GET', path: '/version' }, signal);
}

/** Runs work that must end in time; the signal it gets fires at the deadline or when the caller cancels. */
async function withDeadline<T>(ms: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  const both = AbortSignal.any([signal, deadline.signal]);
  try {
    return await new Promise<T>((resolve, reject) => {
      // Raced, not only aborted: a modem that swallows the abort must not hang the run.
      both.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      if (both.aborted) reject(new Error('aborted'));
      work(both).then(resolve, reject);
    });
  } catch (thrown) {
    if (deadline.signal.aborted && !signal.aborted)
      throw new DeadlinePassed(`no answer within ${ms} ms`, { cause: thrown });
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

/** A connection that may be silent for long: what is in between must not forget it, nor an end that is gone be waited for. */
async function openStream(send: Send, call: EngineCall, signal: AbortSignal): Promise<IncomingMessage> {
  const answer = await openInTime(send, call, signal);
  answer.socket.setKeepAlive(true, keepAliveMs);
  return answer;
}

async function openInTime(send: Send, call: EngineCall, signal: AbortSignal): Promise<IncomingMessage> {
  const { quietMs } = call;
  if (quietMs === undefined) return send(call, signal);
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), quietMs);
  try {
    const answer = await send(call, AbortSignal.any([signal, silent.signal]));
    const tooQuiet = new DeadlinePassed(`nothing came for ${quietMs} ms`);
    return answer.setTimeout(quietMs, () => answer.destroy(tooQuiet));
  } catch (thrown) {
    if (!silent.signal.aborted || signal.aborted) throw thrown;
    throw new DeadlinePassed(`no answer within ${quietMs} ms`, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}

async function readJson(answer: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error(`The engine's answer is larger than ${maxAnswerBytes} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.trim() === '' || !(answer.headers['content-type'] ?? '').includes('json') ? undefined : JSON.parse(text);
}
