const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs something when the signal fires, however many wait for it: a signal has one listener for all of them, where Node
 * takes more than ten for a leak.
 * @returns what ends the waiting.
 */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  const known = waiting.get(signal);
  const set = known ?? new Set<() => void>();
  if (!known) {
    waiting.set(signal, set);
    signal.addEventListener('abort', () => [...set].forEach((each) => each()), { once: true });
  }
  set.add(run);
  return () => void set.delete(run);
}
