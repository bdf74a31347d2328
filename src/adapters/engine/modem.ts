import { IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions as HttpsOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { EngineCall } from './api.ts';
import { EngineRefused } from './failures.ts';
import type { EngineHost } from './host.ts';

/** Options of dockerode for this host. */
export function modemOptions({ address, tls }: EngineHost): object {
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

/** An answer that breaks tells whoever reads it; when nobody does any more, that is no uncaught error. */
const toItsReader = (): void => {};

interface ModemError extends Error {
  readonly statusCode?: number;
}
interface Modem {
  dial(options: object, callback: (error: ModemError | null, answer: unknown) => void): void;
}

/** Sends a call through dockerode's modem and hands back the answer's stream, whatever its length. */
export function dial(docker: Dockerode, call: EngineCall, signal: AbortSignal): Promise<IncomingMessage> {
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
        if (answer instanceof IncomingMessage) resolve(answer.on('error', toItsReader));
        else if (error?.statusCode)
          reject(new EngineRefused(error.statusCode, error.message.replace(/^\(HTTP code \d+\) \S+ - /, '').trim()));
        else reject(error ?? new Error('The engine gave no answer.'));
      },
    );
  });
}

/** Upgrades a fresh connection to h2c. */
export function upgrade(
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
