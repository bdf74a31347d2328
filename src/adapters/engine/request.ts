import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { EngineCall } from './api.ts';
import { EngineRefused } from './failures.ts';
import type { EngineHost } from './host.ts';

const maxRefusalBytes = 64 * 1024;

/** An answer that breaks tells whoever reads it; when nobody does any more, that is no uncaught error. */
export const toItsReader = (): void => {};

/** Sends a call that brings no more than JSON, without dockerode: only who builds loads that. @throws EngineRefused */
export async function ask(host: EngineHost, call: EngineCall, signal: AbortSignal): Promise<IncomingMessage> {
  const body = call.json === undefined ? undefined : JSON.stringify(call.json);
  const headers =
    body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const request = await requestTo(host, { path: pathOf(call), method: call.method, headers, signal });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject).end(body);
  });
  const { statusCode = 0 } = answer.on('error', toItsReader);
  if (statusCode >= 200 && statusCode < 300) return answer;
  throw new EngineRefused(statusCode, refusalIn(await textOf(answer)));
}

/** Upgrades a fresh connection to h2c. */
export async function upgrade(
  host: EngineHost,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Duplex> {
  const options = { path, method: 'POST', headers: { Connection: 'Upgrade', ...headers }, signal };
  const request = await requestTo(host, options);
  return new Promise((resolve, reject) => {
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

/** TLS is loaded for engines behind it alone. */
async function requestTo({ address, tls }: EngineHost, options: RequestOptions): Promise<ClientRequest> {
  // Without the empty name Node compiles a large expression to see whether the host is an address, for TLS that is not there.
  if (!tls) return httpRequest({ servername: '', ...address, ...options });
  const { request } = await import('node:https');
  const { ca, cert, key, verify } = tls;
  return request({ ...address, ca, cert, key, rejectUnauthorized: verify, ...options });
}

/** A call's path and query, as the request line has them. */
export function pathOf({ path, query = {} }: EngineCall): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > maxRefusalBytes) break;
  }
  return text;
}

/** The engine's sentence of its `{"message": …}`, or whatever it sent. */
export function refusalIn(text: string): string {
  try {
    const data = JSON.parse(text) as unknown;
    if (typeof data === 'object' && data !== null && 'message' in data) return String(data.message).trim();
  } catch {
    // A proxy in front of the engine answers in its own words.
  }
  return text.trim();
}
