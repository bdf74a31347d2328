/**
 * Fires once the time has passed. A plain `AbortSignal.timeout` that nothing knows but a signal made of it by
 * `AbortSignal.any` is collected as garbage by Node.js 20 and then never fires: what waits for it waits for ever.
 * @param ms at least 0
 */
export function timeoutSignal(ms: number): AbortSignal {
  const signal = AbortSignal.timeout(ms);
  // One that is listened to is kept until it fires: https://dom.spec.whatwg.org/#abort-signal-garbage-collection
  signal.addEventListener('abort', () => undefined, { once: true });
  return signal;
}

/** Fires with the other signal, and at the latest once the time has passed. @param ms at least 0 */
export function signalWithin(signal: AbortSignal, ms: number): AbortSignal {
  return AbortSignal.any([signal, timeoutSignal(ms)]);
}
