import { ping, type Engine } from './api.ts';

const askEveryMs = 30_000;

/** A step may be silent for as long as it likes, but an engine that answers nothing else either is frozen: then the signal fires. */
export function watchEngine(
  engine: Engine,
  signal: AbortSignal,
): { readonly signal: AbortSignal; failure(): unknown; stop(): void } {
  const frozen = new AbortController();
  const timer = setInterval(() => {
    ping(engine, signal).catch((thrown: unknown) => frozen.abort(thrown));
  }, askEveryMs);
  return {
    signal: AbortSignal.any([signal, frozen.signal]),
    failure: () => frozen.signal.reason,
    stop: () => clearInterval(timer),
  };
}
