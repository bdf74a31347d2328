import type { IncomingHttpHeaders } from 'node:http';
import { Interrupted } from '../../errors.ts';
import { Dropped } from './exchange.ts';
import { onAbort } from './on-abort.ts';

/** How long a registry is put up with. */
export interface Patience {
  /** Tries after the first. */
  readonly maxRetries: number;
  /** The wait before the first retry; it doubles each time. */
  readonly baseMs: number;
  /** A server that asks for a longer wait is not waited for. */
  readonly maxWaitMs: number;
  /** How long it may stay silent, connecting included. */
  readonly idleMs: number;
  /** How long a document may take altogether. */
  readonly documentMs: number;
}

export const defaultPatience: Patience = {
  maxRetries: 4,
  baseMs: 500,
  maxWaitMs: 60_000,
  idleMs: 15_000,
  documentMs: 60_000,
};

/** What a try came to, as far as repeating it goes. */
interface Tried {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * True for answers that may be another the next time: of HTTP's own statuses, and of those that a proxy in front gives when
 * it and the server behind it do not come together: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
 */
const mayPass = (status: number): boolean => passing.has(status) || (status >= 520 && status <= 529);

/** Asks again after what may pass: dropped connections, 408, 429 and most of 5xx. @returns the last answer. @throws Dropped the last one */
export async function patiently<T extends Tried>(
  ask: () => Promise<T>,
  patience: Patience,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const tried = await ask().catch((thrown: unknown) => {
      if (thrown instanceof Dropped && tries <= patience.maxRetries) return thrown;
      throw thrown;
    });
    const isDropped = tried instanceof Dropped;
    if (!isDropped && (!mayPass(tried.status) || tries > patience.maxRetries)) return tried;
    const named = isDropped ? undefined : namedWaitMs(tried.headers);
    const ms = named ?? patience.baseMs * 2 ** (tries - 1);
    if (!isDropped && ms > patience.maxWaitMs) return tried;
    await pause(Math.min(ms, patience.maxWaitMs), signal);
  }
}

/** Waits. @throws Interrupted */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw cancelled();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      stopWaiting();
      resolve();
    }, ms);
    const stopWaiting = onAbort(signal, () => {
      clearTimeout(timer);
      reject(cancelled());
    });
  });
}

function cancelled(): Interrupted {
  return new Interrupted('Cancelled while waiting for a registry.');
}

/** `retry-after` in seconds or as a date, held against the server's own clock. */
export function namedWaitMs(headers: IncomingHttpHeaders): number | undefined {
  const after = headers['retry-after'];
  if (after === undefined) return undefined;
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const serverMs = Date.parse(headers.date ?? '');
  const ms = Date.parse(after) - (Number.isNaN(serverMs) ? Date.now() : serverMs);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
