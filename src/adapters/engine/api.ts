import { IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions as HttpsOptions } from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import { DeadlinePassed, EngineRefused, explainEngineFailure } from './failures.ts';
import type { EngineHost } from './host.ts';

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
}

/** A connection to one Docker Engine. Everything it throws is in the user's words, or {@link EngineRefused}. */
export interface Engine {
  readonly host: EngineHost;
  /** A short call with its own deadline of 30 s; the answer is parsed JSON, or undefined when there is none. */
  call(call: EngineCall, signal: AbortSignal): Promise<unknown>;
  /** A long call without a deadline: the body as it comes, cut when the signal fires. */
  stream(call: EngineCall, signal: AbortSignal): Promise<IncomingMessage>;
  /** Upgrades a connection to h2c, for BuildKit's session. */
  upgrade(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Duplex>;
}

const controlDeadlineMs = 30_000;
const maxAnswerBytes = 64 * 2 ** 20;

/** Opens the engine at `host`. Nothing is sent yet: {@link ping} tells whether one answers. */
export async function openEngine(host: EngineHost): Promise<Engine> {
  const { default: Docker } = await import('dockerode');
  const docker = new Docker(modemOptions(host));
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
        withDeadline(controlDeadlineMs, signal, async (both) => readJson(await dial(docker, call, both))),
      ),
    stream: (call, signal) => explained(call.what, signal, dial(docker, call, signal)),
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

function modemOptions({ address, tls }: EngineHost): object {
  // Undefined members are given on purpose: the library fills what is missing from its own reading of the environment.
  const none = {
    host: undefined,
    port: undefined,
    socketPath: undefined,
    ca: undefined,
    cert: undefined,
    key: undefined,
  };
  return {
    ...none,
    ...address,
    ...(tls && { ca: tls.ca, cert: tls.cert, key: tls.key, agent: new HttpsAgent({ rejectUnauthorized: tls.verify }) }),
    protocol: tls ? 'https' : 'http',
    pathPrefix: '/',
    timeout: undefined,
  };
}

interface ModemError extends Error {
  readonly statusCode?: number;
}
interface Modem {
  dial(options: object, callback: (error: ModemError | null, answer: unknown) => void): void;
}

/** Sends a call through dockerode's modem and hands back the answer's stream, whatever its length. */
function dial(docker: Dockerode, call: EngineCall, signal: AbortSignal): Promise<IncomingMessage> {
  const modem = docker.modem as Modem;
  return new Promise((resolve, reject) => {
    modem.dial(
      {
        // Without the question mark the modem ignores the query.
        path: `${call.path}${call.path.includes('?') ? '&' : '?'}`,
        method: call.method,
        options: { _query: call.query ?? {}, _body: call.json ?? {} },
        isStream: true,
        abortSignal: signal,
        statusCodes: { 200: true, 201: true, 204: true, 304: true },
        ...(call.tar && { file: call.tar }),
      },
      (error, answer) => {
        if (answer instanceof IncomingMessage) resolve(answer);
        else if (error?.statusCode)
          reject(new EngineRefused(error.statusCode, error.message.replace(/^\(HTTP code \d+\) \S+ - /, '').trim()));
        else reject(error ?? new Error('The engine gave no answer.'));
      },
    );
  });
}

function upgrade(
  host: EngineHost,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Duplex> {
  const { address, tls } = host;
  const options: HttpsOptions = {
    ...address,
    ...(tls && { ca: tls.ca, cert: tls.cert, key: tls.key, rejectUnauthorized: tls.verify }),
    path,
    method: 'POST',
    headers: { Connection: 'Upgrade', ...headers },
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = tls ? httpsRequest(options) : httpRequest(options);
    request.on('upgrade', (_answer, socket: Duplex, head: Buffer) => {
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.on('response', (answer) => {
      answer.resume();
      reject(new EngineRefused(answer.statusCode ?? 0, 'it does not open build sessions'));
    });
    request.on('error', reject);
    request.end();
  });
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
