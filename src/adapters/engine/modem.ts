import { IncomingMessage } from 'node:http';
import type Dockerode from 'dockerode';
import type { EngineCall } from './api.ts';
import { EngineRefused } from './failures.ts';
import type { EngineHost, EngineTls } from './host.ts';
import { toItsReader } from './request.ts';

/** Options of dockerode for this host. */
async function modemOptions({ address, tls }: EngineHost): Promise<object> {
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
    ...(tls && { ca: tls.ca, cert: tls.cert, key: tls.key, agent: await agentFor(tls) }),
    protocol: tls ? 'https' : 'http',
    pathPrefix: '/',
    timeout: undefined,
  };
}

async function agentFor({ verify }: EngineTls): Promise<object> {
  const { Agent } = await import('node:https');
  return new Agent({ rejectUnauthorized: verify });
}

/** dockerode with this host; it takes longer to load than most questions take to answer. */
export async function openModem(host: EngineHost): Promise<Dockerode> {
  const { default: Docker } = await import('dockerode');
  return new Docker(await modemOptions(host));
}

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
