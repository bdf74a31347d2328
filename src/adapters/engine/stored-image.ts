import { noLayerCache } from '../../archive/layer-cache.ts';
import type { LayerEntries } from '../../image/entries.ts';
import type { ImageFacts } from '../../image/image.ts';
import type { KeepBody, OpenImage } from '../../ports.ts';
import type { Engine, EngineCall } from './api.ts';
import { checked, lazily, readExport } from './exported-image.ts';
import { factsOfInspect, imageHistory, platformOf, type ImageInspect } from './facts.ts';
import type { DatabasesAhead } from './databases-ahead.ts';
import type { RunName } from './run-name.ts';
import { isPodman, readSettings, type EngineSettings } from './settings.ts';
import type { EngineSourceOptions } from './source-options.ts';
import { fromDatabase } from './stored-layers.ts';
import { unlessRefused } from './unless-refused.ts';

/** An image whose layers can be read. */
export interface Opened {
  readonly facts: ImageFacts;
  /** @param ahead is begun, or filled, on the way */
  readonly readLayers: (
    signal: AbortSignal,
    ahead: DatabasesAhead,
    keep?: KeepBody,
  ) => Promise<readonly LayerEntries[]>;
  /** Bodies of records, where the same way brings them. */
  readonly readRecords?: OpenImage['readRecords'];
}

/** The image by the quickest way the engine allows; every way tells the same. */
export async function openStored(
  engine: Engine,
  run: RunName,
  inspect: ImageInspect,
  options: EngineSourceOptions,
  signal: AbortSignal,
): Promise<Opened> {
  const { mode = 'auto', cache = noLayerCache } = options;
  // Only the classic store, and Podman's, tell of folders; there is no need to ask more.
  const isClassic = inspect.GraphDriver?.Data?.['UpperDir'] !== undefined;
  const settings: Partial<EngineSettings> = isClassic ? {} : await readSettings(engine, signal);
  // By the engine's own ID, so that a tag that moves meanwhile cannot swap the image.
  const whole = lazily((when) => readExport(engine, inspect.Id, when));
  const exported = async (facts: ImageFacts, when: AbortSignal): Promise<readonly LayerEntries[]> =>
    checked(facts, await whole(when)).readLayers(when);
  if (settings.contentRoots && mode === 'auto') {
    const image = { id: inspect.Id, platform: platformOf(inspect), roots: settings.contentRoots };
    const { openContentStore } = await import('./content-store.ts');
    const stored = await unlessRefused(engine, openContentStore(engine, run, image, cache, signal), options, signal);
    if (stored) {
      const { facts, readLayers, readRecords } = stored;
      return {
        facts,
        readRecords,
        readLayers: async (when, ahead, keep) => {
          ahead.start(engine, run, inspect.Id, when);
          return (await unlessRefused(engine, readLayers(when, keep), options, when)) ?? exported(facts, when);
        },
      };
    }
  }
  const facts =
    (settings.contentRoots
      ? undefined
      : await unlessRefused(engine, quickFacts(engine, inspect, signal), options, signal)) ??
    (await whole(signal)).facts;
  return {
    facts,
    readLayers: async (when, ahead) => {
      const read = mode === 'auto' ? await fromDatabase({ engine, run, inspect, options, ahead }, when) : undefined;
      if (read) return read;
      ahead.start(engine, run, inspect.Id, when);
      return exported(facts, when);
    },
  };
}

/**
 * Facts without the export; undefined where the history is unclear, or the inspection does not tell all of the config, as
 * Podman's leaves out HEALTHCHECK, SHELL and ONBUILD. Not for the containerd store, whose ID is not the config's digest.
 */
async function quickFacts(engine: Engine, inspect: ImageInspect, signal: AbortSignal): Promise<ImageFacts | undefined> {
  // No other engine has a driver of this name; what has another is asked.
  if (inspect.GraphDriver?.Name !== 'overlay2' && (await isPodman(engine, signal))) return undefined;
  const call: EngineCall = {
    what: "reading the image's history",
    method: 'GET',
    path: `/images/${inspect.Id}/history`,
  };
  return factsOfInspect(inspect, imageHistory.parse(await engine.call(call, signal)));
}
