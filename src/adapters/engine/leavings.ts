import type { Engine, EngineCall } from './api.ts';

/** An engine that knows whether this run may have left something in it. */
export interface WatchedEngine extends Engine {
  /** False where nothing was made, or all of it was seen to go: then there is nothing to look for. */
  mayHaveLeft(): boolean;
}

/** Counts what is made in the engine and what is removed again. A failed call counts as one that made something. */
export function watchLeavings(engine: Engine): WatchedEngine {
  let left = 0;
  const makes = ({ method }: EngineCall): void => {
    if (method === 'POST') left += 1;
  };
  return {
    ...engine,
    async call(call, signal) {
      makes(call);
      const answer = await engine.call(call, signal);
      if (call.method === 'DELETE' && call.path.startsWith('/containers/')) left -= 1;
      return answer;
    },
    stream: (call, signal) => {
      makes(call);
      return engine.stream(call, signal);
    },
    mayHaveLeft: () => left > 0,
  };
}
