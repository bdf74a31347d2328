import { keepsAll, knownLayers, noLayerCache } from '../../archive/layer-cache.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { LayerEntries } from '../../image/entries.ts';
import type { Engine } from './api.ts';
import type { DatabasesAhead } from './databases-ahead.ts';
import type { ImageInspect } from './facts.ts';
import type { StoredImage } from './layer-database.ts';
import type { RunName } from './run-name.ts';
import type { EngineSourceOptions } from './source-options.ts';
import { unlessRefused } from './unless-refused.ts';

/** What is read, from where, and what is taken along. */
interface Reading {
  readonly engine: Engine;
  readonly run: RunName;
  readonly inspect: ImageInspect;
  readonly options: EngineSourceOptions;
  readonly ahead: DatabasesAhead;
}

/** Layers from the engine's own database; undefined where it has none to give, or anything about it is in doubt. */
export async function fromDatabase(
  reading: Reading,
  signal: AbortSignal,
): Promise<readonly LayerEntries[] | undefined> {
  const { engine, run, inspect, options, ahead } = reading;
  const { Id: id, RootFS, GraphDriver } = inspect;
  const upperDir = GraphDriver?.Data?.['UpperDir'];
  const diffIds = RootFS?.Layers ?? [];
  const { cache = noLayerCache } = options;
  // The engine takes as long to open a container as the cache to unpack its layers.
  if (await keepsAll(cache, diffIds, 'crc64')) ahead.start(engine, run, id, signal);
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
  const both = readLayerDatabase(engine, run, { ...image, beside }, signal);
  const layers = await unlessRefused(engine, both.layers, {}, signal);
  if (layers) {
    ahead.expect(both.ended.then(() => bodies));
    return layers;
  }
  ahead.start(engine, run, image.id, signal);
  return unlessRefused(engine, readLayerDatabase(engine, run, image, signal).layers, options, signal);
}
