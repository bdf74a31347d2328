import { knownLayers, noLayerCache, type LayerCache } from '../../archive/layer-cache.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { LayerEntries } from '../../image/entries.ts';
import { UserError } from '../../errors.ts';
import type { ImageFacts } from '../../image/image.ts';
import type { KeepBody, OpenImage } from '../../ports.ts';
import type { Engine, EngineCall } from './api.ts';
import { explainEngineFailure } from './failures.ts';
import { factsOfInspect, imageHistory, platformOf, type ImageInspect } from './facts.ts';
import type { DatabasesAhead } from './databases-ahead.ts';
import type { StoredImage } from './layer-database.ts';
import type { RunName } from './run-name.ts';
import { isPodman, readSettings, type EngineSettings } from './settings.ts';

/** How an engine's images are read. */
export interface EngineSourceOptions {
  /** `auto`: from what the engine keeps of the layers where it can be had, else by export; `stream`: by export alone. */
  readonly mode?: 'auto' | 'stream';
  /** Takes why the engine's own files could not be used, for a log. */
  readonly note?: (text: string) => void;
  /** Layers that were read before; without one nothing is kept. */
  readonly cache?: LayerCache;
}

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

/** What is read, from where, and what is taken along. */
interface Reading {
  readonly engine: Engine;
  readonly run: RunName;
  readonly inspect: ImageInspect;
  readonly options: EngineSourceOptions;
  readonly ahead: DatabasesAhead;
}

/** Layers from the engine's own database; undefined where it has none to give, or anything about it is in doubt. */
async function fromDatabase(reading: Reading, signal: AbortSignal): Promise<readonly LayerEntries[] | undefined> {
  const { engine, run, inspect, options, ahead } = reading;
  const { Id: id, RootFS, GraphDriver } = inspect;
  const upperDir = GraphDriver?.Data?.['UpperDir'];
  const diffIds = RootFS?.Layers ?? [];
  const { cache = noLayerCache } = options;
  const known = await knownLayers(cache, diffIds, 'crc64');
  const wanted = [...diffIds.keys()].filter((layer) => !known[layer]);
  if (wanted.length > 0 && (GraphDriver?.Name !== 'overlay2' || upperDir === undefined)) return undefined;
  if (wanted.length === 0) ahead.start(engine, run, id, signal);
  const read =
    wanted.length === 0 ? none : await readStored(reading, { id, diffIds, upperDir: upperDir ?? '', wanted }, signal);
  if (!read) return undefined;
  return diffIds.map((diffId, layer) => {
    const scanned = known[layer] ?? read.get(layer);
    if (!scanned) throw new Error(`layer ${layer} was not read`);
    if (!known[layer]) cache.put(diffId, scanned);
    return scanned.entries;
  });
}

const none: ReadonlyMap<number, ScannedTar> = new Map();

/** The database in one archive with the package databases; alone where the image has something else in that place. */
async function readStored(
  { engine, run, options, ahead }: Reading,
  image: StoredImage,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, ScannedTar> | undefined> {
  const { readLayerDatabase } = await import('./layer-database.ts');
  const { databaseFolder, databaseKeeper } = await import('./databases-ahead.ts');
  const { openBody, bodies } = databaseKeeper();
  const beside = { folder: databaseFolder, openBody };
  const both = await unlessRefused(engine, readLayerDatabase(engine, run, { ...image, beside }, signal), {}, signal);
  if (both) {
    ahead.found(bodies);
    return both;
  }
  ahead.start(engine, run, image.id, signal);
  return unlessRefused(engine, readLayerDatabase(engine, run, image, signal), options, signal);
}

/** What a quicker way came to; undefined when it did not work: an engine on another machine, a socket that allows no mounts, another format. */
export async function unlessRefused<T>(
  engine: Engine,
  work: Promise<T>,
  { note }: EngineSourceOptions,
  signal: AbortSignal,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    const explained = explainEngineFailure(thrown, engine.host, 'reading the image', signal);
    if (signal.aborted) throw explained;
    // One that does not answer will not export the image either.
    if (explained instanceof UserError && explained.problems.some(({ code }) => code === 'docker-unavailable'))
      throw explained;
    note?.(`The engine is asked for the whole image: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return undefined;
  }
}

/** Several callers, one export. A failed one may be tried again. */
function lazily(work: (signal: AbortSignal) => Promise<OpenImage>): (signal: AbortSignal) => Promise<OpenImage> {
  let running: Promise<OpenImage> | undefined;
  return (signal) => {
    running ??= work(signal).catch((thrown: unknown) => {
      running = undefined;
      throw thrown;
    });
    return running;
  };
}

async function readExport(engine: Engine, id: string, signal: AbortSignal): Promise<OpenImage> {
  const { readDockerArchiveStream } = await import('../../archive/docker-archive.ts');
  const { exportStream } = await import('./export-stream.ts');
  const archive = await readDockerArchiveStream(() => exportStream(engine, id, signal), {
    source: `engine:${id}`,
    contentSums: true,
    // Bodies are read from a container.
    keepBody: () => 0,
    signal,
  });
  const image = await archive.open();
  return { ...image, facts: { ...image.facts, source: `engine:${image.facts.imageId}` } };
}

/** The export and the inspection must tell of the same image. */
function checked(facts: ImageFacts, image: OpenImage): OpenImage {
  if (image.facts.imageId === facts.imageId && String(image.facts.diffIds) === String(facts.diffIds)) return image;
  throw new Error(`The engine exported ${image.facts.imageId} when asked for ${facts.imageId}.`);
}
