import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Interrupted } from '../../errors.ts';
import { reachOfAddress, type Reach } from './address.ts';
import { onAbort } from './on-abort.ts';
import { ForbiddenAddress, type Allowed, type Dialer } from './dialer.ts';

/** One request and where it may go. */
export interface Request {
  readonly url: URL;
  readonly allowed: Allowed;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one the request is a GET. */
  readonly form?: URLSearchParams;
}

/** A server's answer; its body must be read or discarded. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of the last request: redirects lead away. */
  readonly url: URL;
  /** Of the other end; undefined through a proxy. */
  readonly reach: Reach | undefined;
  /** @throws Dropped when it is cut or stalls. */
  readonly body: AsyncIterable<Buffer>;
  readonly discard: () => void;
}

/** No whole answer came: refused, cut, silent for too long. What was asked may be asked again. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/** The other end did not prove who it is, or speaks no TLS. */
export class TlsFailed extends Error {
  override readonly name = 'TlsFailed';
}

/** Sends one request. @throws Dropped, TlsFailed, ForbiddenAddress, Interrupted */
export async function exchange(dialer: Dialer, request: Request, signal: AbortSignal): Promise<Answer> {
  const { url, allowed, headers, form } = request;
  if (signal.aborted) throw cancelled(url);
  const { idleMs, documentMs } = dialer.patience;
  let why: string | undefined;
  const giveUp = (reason: string): void => {
    why = reason;
    outgoing.destroy(new Error(reason));
  };
  const explain = (cause: unknown): Error => {
    if (signal.aborted) return cancelled(url);
    if (why !== undefined) return new Dropped(why, { cause });
    return explainFailure(cause);
  };
  const body = form?.toString();
  const outgoing = dialer.request(url, allowed, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      'accept-encoding': 'identity',
      'user-agent': 'plimsoll',
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
  outgoing.on(
    'close',
    onAbort(signal, () => outgoing.destroy(new Error('cancelled'))),
  );
  outgoing.on('timeout', () => giveUp(`nothing came for ${idleMs / 1000} s`));
  // Headers may trickle in without ever being idle.
  const timer = setTimeout(() => giveUp(`no answer came within ${documentMs / 1000} s`), documentMs);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve);
    outgoing.on('error', (cause) => reject(explain(cause)));
    outgoing.end(body);
  }).finally(() => clearTimeout(timer));
  // A body that is not read yet when the connection breaks must not count as unhandled.
  response.on('error', () => undefined);
  const address = response.socket.remoteAddress;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    url,
    reach: address === undefined ? undefined : reachOfAddress(address),
    body: piecesOf(response, explain),
    discard: () => response.destroy(),
  };
}

async function* piecesOf(response: IncomingMessage, explain: (cause: unknown) => Error): AsyncGenerator<Buffer> {
  const pieces = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await pieces.next().catch((cause: unknown) => {
        throw explain(cause);
      });
      if (next.done === true) break;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

function explainFailure(cause: unknown): Error {
  if (cause instanceof ForbiddenAddress) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const isTls = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH)/.test(code);
  return isTls ? new TlsFailed(code, { cause }) : new Dropped(code || message || 'the connection was lost', { cause });
}

function cancelled(url: URL): Interrupted {
  return new Interrupted(`Cancelled while asking ${url.host}.`);
}

/** A whole body. @returns undefined when it is larger than the cap; what declares itself larger is not read at all. @throws Dropped */
export async function readBody(answer: Answer, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.discard();
    return undefined;
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer.body) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      answer.discard();
      return undefined;
    }
    pieces.push(piece);
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}
