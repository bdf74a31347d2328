import { openEngine, ping, type Engine } from '../adapters/engine/api.ts';
import { settledContainers } from '../adapters/engine/container.ts';
import { findEngineHost, type Environment } from '../adapters/engine/host.ts';
import { watchLeavings, type WatchedEngine } from '../adapters/engine/leavings.ts';
import type { RunName } from '../adapters/engine/run-name.ts';

/** The engine of a run, found when it is first needed. */
export interface EngineOnDemand {
  /** To ask it. */
  open(): Promise<Engine>;
  /** To build in it, which begins with much that is in vain where none answers: it is greeted first. */
  readonly openForBuild: () => Promise<Engine>;
  /** Removes what this run may have left in it. */
  close(): Promise<void>;
}

interface EngineRequest {
  readonly environment: Environment;
  readonly run: RunName;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
  /** Takes a line for a person when something of ours could not be removed. */
  readonly warn: (text: string) => void;
}

/** A run that was cancelled is killed 7.5 s later: after this it still says what it left behind. */
const sweepCancelledMs = 2_000;

/** Nothing is looked up and nobody contacted before the first call. */
export function engineOnDemand({ environment, run, onBytes, signal, warn }: EngineRequest): EngineOnDemand {
  let found: WatchedEngine | undefined;
  let mayHaveBuilt = false;
  const open = async (): Promise<WatchedEngine> =>
    (found ??= watchLeavings({ ...openEngine(findEngineHost(environment)), onBytes }));
  return {
    open,
    async openForBuild() {
      const engine = await open();
      await ping(engine, signal);
      // The docker command builds there too, which no call of ours tells.
      mayHaveBuilt = true;
      return engine;
    },
    async close() {
      if (!found) return;
      // One that was cancelled has little time, and the sweep waits no longer than that.
      if (!signal.aborted) await settledContainers(run.runId);
      if (!mayHaveBuilt && !found.mayHaveLeft()) return;
      try {
        const { sweep } = await import('../adapters/engine/sweep.ts');
        await sweep(found, run.runId, signal.aborted ? sweepCancelledMs : undefined);
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        warn(`What this run made in the engine (label run ${run.runId}) could not be removed: ${why}`);
      }
    },
  };
}
