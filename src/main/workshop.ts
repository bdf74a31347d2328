import { randomBytes } from 'node:crypto';
import { builderOf } from '../adapters/builder.ts';
import { systemClock } from '../adapters/clock.ts';
import { runName } from '../adapters/engine/build.ts';
import { openEngine, ping, type Engine } from '../adapters/engine/api.ts';
import { findEngineHost, type Environment } from '../adapters/engine/host.ts';
import { engineSource } from '../adapters/engine/source.ts';
import { sweep } from '../adapters/engine/sweep.ts';
import { fileSource } from '../adapters/files/images.ts';
import type { OpenWorkshop } from '../check/configured.ts';
import type { Checkout, ImageSource, Progress } from '../ports.ts';

/** What a workshop is opened for. */
export interface WorkshopRequest {
  readonly environment: Environment;
  readonly checkout: Checkout;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Hosts with their ports that may be spoken to in plain http. */
  readonly insecureRegistries: readonly string[];
  /** Keeps a secret out of the log before it is first used. */
  readonly onSecret?: (secret: string) => Promise<void>;
  /** Takes a line for a person when something of ours could not be removed. */
  readonly warn: (text: string) => void;
}

/** Wires the real world to the ports. The engine is contacted when it is first needed, and only then swept. */
export function openWorkshop(request: WorkshopRequest): OpenWorkshop {
  const { environment, checkout, progress, signal, warn } = request;
  const run = runName(randomBytes(6).toString('hex'));
  let opened: Promise<Engine> | undefined;
  // An engine that never answered has nothing of ours to sweep.
  const reach = async (): Promise<Engine> => {
    const found = await openEngine(findEngineHost(environment));
    await ping(found, signal);
    return found;
  };
  const engine = (): Promise<Engine> => (opened ??= reach());

  const registry = registryOf(request);
  const images: ImageSource = {
    open: async (source, platform, when) => {
      if (source.kind === 'registry') return (await registry()).open(source, platform, when);
      return source.kind === 'engine'
        ? engineSource(await engine(), run, { note: (text) => progress.log(text) }).open(source, platform, when)
        : fileSource.open(source, platform, when);
    },
  };
  return {
    images,
    builder: {
      build: async (what, when) => builderOf(await engine(), run, environment, progress).build(what, when),
    },
    checkout,
    clock: systemClock,
    progress,
    signal,
    async close() {
      const found = await opened?.catch(() => undefined);
      if (!found) return;
      try {
        await sweep(found, run.runId);
      } catch (thrown) {
        warn(
          `What this run made in the engine (label run ${run.runId}) could not be removed: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        );
      }
    },
  };
}

/** One for all images of the run, so that they share connections, tokens and layers; loaded when first needed. */
function registryOf({ environment, insecureRegistries, onSecret }: WorkshopRequest): () => Promise<ImageSource> {
  const open = async (): Promise<ImageSource> => {
    const { registrySource } = await import('../adapters/registry/source.ts');
    const platform = `linux/${goArchitectures[process.arch] ?? process.arch}`;
    return registrySource({ environment, insecureRegistries, platform, ...(onSecret && { onSecret }) });
  };
  let opened: Promise<ImageSource> | undefined;
  return () => (opened ??= open());
}

/** What image indexes call the architectures that Node names otherwise. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
