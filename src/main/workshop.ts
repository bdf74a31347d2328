import { randomBytes } from 'node:crypto';
import { discreetBuilder } from '../adapters/discreet-builder.ts';
import { builderOf } from '../adapters/builder.ts';
import { systemClock } from '../adapters/clock.ts';
import { runName } from '../adapters/engine/build.ts';
import { cacheFolder, type CacheFolder } from '../adapters/cache/folder.ts';
import { openEngine, ping, type Engine } from '../adapters/engine/api.ts';
import { helperThreads } from '../adapters/engine/context-thread.ts';
import { weighContext } from '../adapters/engine/context-weigh.ts';
import { findEngineHost, type Environment } from '../adapters/engine/host.ts';
import { enginePlatform } from '../adapters/engine/platform.ts';
import { engineSource } from '../adapters/engine/source.ts';
import { sweep } from '../adapters/engine/sweep.ts';
import { fileSource } from '../adapters/files/images.ts';
import { readMeter, type OnBytes } from '../adapters/read-meter.ts';
import { noLayerCache, type LayerCache } from '../archive/layer-cache.ts';
import type { OpenWorkshop } from '../check/configured.ts';
import type { Checkout, ImageSource, Progress, RegistryLists } from '../ports.ts';

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
  /** The folder of layers that were read; none: nothing is kept. */
  readonly cacheFolder?: string;
  /** Takes a line for a person when something of ours could not be removed. */
  readonly warn: (text: string) => void;
}

/** Wires the real world to the ports. The engine is contacted when it is first needed, and only then swept. */
export function openWorkshop(request: WorkshopRequest): OpenWorkshop {
  const { environment, checkout, signal, warn } = request;
  const { progress, onBytes } = readMeter(request.progress);
  const run = runName(randomBytes(6).toString('hex'));
  let opened: Promise<Engine> | undefined;
  // An engine that never answered has nothing of ours to sweep.
  const reach = async (): Promise<Engine> => {
    const found = { ...(await openEngine(findEngineHost(environment))), onBytes };
    await ping(found, signal);
    return found;
  };
  const engine = (): Promise<Engine> => (opened ??= reach());

  const layers = request.cacheFolder === undefined ? undefined : openCache(request, request.cacheFolder);
  const cache = layers ?? noLayerCache;
  const registry = registryOf(request, cache, onBytes);
  const files = fileSource(cache, onBytes);
  const note = (text: string): void => progress.log(text);
  const images: ImageSource = {
    open: async (source, platform, when) => {
      if (source.kind === 'registry') return (await registry()).open(source, platform, when);
      if (source.kind !== 'engine') return files.open(source, platform, when);
      return engineSource(await engine(), run, { note, cache }).open(source, platform, when);
    },
  };
  let platform: Promise<string> | undefined;
  const helpers = helperThreads(import.meta.dirname);
  return {
    images,
    registries: {
      tags: async (name, when) => (await registry()).tags(name, when),
      platforms: async (reference, when) => (await registry()).platforms(reference, when),
    },
    builderPlatform: () => (platform ??= engine().then((found) => enginePlatform(found, signal))),
    contexts: { weigh: (context, when) => weighContext(context, environment, when, helpers) },
    builder: discreetBuilder(environment, progress, async (shown) =>
      builderOf(await engine(), run, environment, shown),
    ),
    checkout,
    clock: systemClock,
    progress,
    signal,
    async close() {
      await layers?.close();
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

/** The key comes by the environment, as secrets do: who has it may say what a layer holds. */
function openCache({ environment, warn }: WorkshopRequest, folder: string): CacheFolder {
  return cacheFolder({ folder, key: environment['PLIMSOLL_CACHE_KEY'] ?? '', note: warn });
}

/** One for all images of the run, so that they share connections, tokens and layers; loaded when first needed. */
function registryOf(
  { environment, insecureRegistries, onSecret }: WorkshopRequest,
  cache: LayerCache,
  onBytes: OnBytes,
): () => Promise<ImageSource & RegistryLists> {
  const open = async (): Promise<ImageSource & RegistryLists> => {
    const { registrySource } = await import('../adapters/registry/source.ts');
    const platform = `linux/${goArchitectures[process.arch] ?? process.arch}`;
    return registrySource({ environment, insecureRegistries, platform, cache, onBytes, ...(onSecret && { onSecret }) });
  };
  let opened: Promise<ImageSource & RegistryLists> | undefined;
  return () => (opened ??= open());
}

/** What image indexes call the architectures that Node names otherwise. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
