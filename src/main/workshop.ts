import { randomBytes } from 'node:crypto';
import { systemClock } from '../adapters/clock.ts';
import type { Environment } from '../adapters/engine/host.ts';
import { enginePlatform } from '../adapters/engine/platform.ts';
import { runName } from '../adapters/engine/run-name.ts';
import { engineSource } from '../adapters/engine/source.ts';
import { readMeter, type OnBytes } from '../adapters/read-meter.ts';
import { noLayerCache, type LayerCache } from '../archive/layer-cache.ts';
import type { OpenWorkshop } from '../check/configured.ts';
import type { Checkout, ImageSource, Progress, RegistryLists } from '../ports.ts';
import { engineOnDemand } from './engine.ts';
import { layerCacheOnDemand } from './layer-cache.ts';

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
  /** How an engine's images are read; default: by the shortest way. */
  readonly mode?: 'auto' | 'stream';
  /** Takes a line for a person when something of ours could not be removed. */
  readonly warn: (text: string) => void;
}

/**
 * Wires the real world to the ports; each part of it is loaded when it is first needed. The engine is contacted then, and
 * swept where something of ours may be left in it.
 */
export function openWorkshop(request: WorkshopRequest): OpenWorkshop {
  const { environment, checkout, mode, signal, warn } = request;
  const { progress, onBytes } = readMeter(request.progress);
  const run = runName(randomBytes(6).toString('hex'));
  const engine = engineOnDemand({ environment, run, onBytes, signal, warn });
  const { cacheFolder: folder } = request;
  // The key comes by the environment, as secrets do: who has it may say what a layer holds.
  const key = environment['PLIMSOLL_CACHE_KEY'] ?? '';
  const layers = folder === undefined ? undefined : layerCacheOnDemand({ folder, key, note: warn });
  const cache = layers ?? noLayerCache;
  const registry = registryOf(request, cache, onBytes);
  const note = (text: string): void => progress.log(text);
  const images: ImageSource = {
    open: async (source, platform, when) => {
      if (source.kind === 'registry') return (await registry()).open(source, platform, when);
      if (source.kind !== 'engine') {
        const { fileSource } = await import('../adapters/files/images.ts');
        return fileSource(cache, onBytes).open(source, platform, when);
      }
      return engineSource(await engine.open(), run, { note, cache, ...(mode && { mode }) }).open(
        source,
        platform,
        when,
      );
    },
  };
  let platform: Promise<string> | undefined;
  return {
    images,
    registries: {
      tags: async (name, when) => (await registry()).tags(name, when),
      platforms: async (reference, when) => (await registry()).platforms(reference, when),
    },
    builderPlatform: () => (platform ??= engine.open().then((found) => enginePlatform(found, signal))),
    contexts: {
      weigh: async (context, when) => {
        const { weighContext } = await import('../adapters/engine/context-weigh.ts');
        const { helperThreads } = await import('../adapters/engine/context-thread.ts');
        return weighContext(context, environment, when, helperThreads(import.meta.dirname));
      },
    },
    builder: {
      build: async (build, when) => {
        const { openBuilder } = await import('./builder.ts');
        return openBuilder(engine.openForBuild, run, environment, progress).build(build, when);
      },
    },
    checkout,
    clock: systemClock,
    progress,
    signal,
    async close() {
      await layers?.close();
      await engine.close();
    },
  };
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
