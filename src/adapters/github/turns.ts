/** Runs what it is given one after the other, with a gap between. */
export function takeTurns(gapMs: number, pause: (ms: number) => Promise<void>) {
  let before: Promise<unknown> = Promise.resolve();
  let lastEndMs = Number.NEGATIVE_INFINITY;
  return <T>(run: () => Promise<T>): Promise<T> => {
    const mine = before.then(async () => {
      const restMs = lastEndMs + gapMs - Date.now();
      if (restMs > 0) await pause(restMs);
      return run().finally(() => (lastEndMs = Date.now()));
    });
    // The next in turn waits for the end of this one, however it ends; its error is its own caller's.
    before = mine.catch(() => undefined);
    return mine;
  };
}
