import { z } from 'zod';
import { readDockerArchiveStream } from '../../archive/docker-archive.ts';
import { UserError } from '../../errors.ts';
import type { LayerEntries } from '../../image/entries.ts';
import type { ImageFacts } from '../../image/image.ts';
import type { ImageSource, OpenImage } from '../../ports.ts';
import type { Engine, EngineCall } from './api.ts';
import { readBodiesFromContainer } from './bodies.ts';
import type { RunName } from './build.ts';
import { exportStream } from './export-stream.ts';
import { EngineRefused } from './failures.ts';
import { factsOfInspect, imageHistory, imageInspect, platformOf, type ImageInspect } from './facts.ts';
import { readLayerDatabase } from './layer-database.ts';

/** How an engine's images are read. */
export interface EngineSourceOptions {
  /** `auto`: from the engine's layer database where it can be had, else by export; `stream`: by export alone. */
  readonly mode?: 'auto' | 'stream';
  /** Takes why the layer database could not be used, for a log. */
  readonly note?: (text: string) => void;
}

/** Reads images that a Docker Engine (or Podman) holds. Never pulls. */
export function engineSource(
  engine: Engine,
  run: RunName,
  { mode = 'auto', note }: EngineSourceOptions = {},
): ImageSource {
  return {
    async open(source, platform, signal) {
      if (source.kind !== 'engine') throw new Error(`The engine cannot open a source of kind ${source.kind}.`);
      const inspect = await inspectImage(engine, source.reference, signal);
      requirePlatform(inspect, platform, source.reference);
      // The engine's own ID, so that a tag that moves meanwhile cannot swap the image.
      const layers = lazily((when) => readExport(engine, inspect.Id, when));
      const facts = (await quickFacts(engine, inspect, signal)) ?? (await layers(signal)).facts;
      return {
        facts,
        readLayers: async (when) =>
          (mode === 'auto' && (await fromDatabase(engine, run, inspect, note, when))) ||
          checked(facts, await layers(when)).readLayers(when),
        readBodies: (nodes, maxBytes, when) => readBodiesFromContainer(engine, run, inspect.Id, nodes, maxBytes, when),
      };
    },
  };
}

/** Facts without the export; undefined on the containerd store, whose ID is not the config's digest, and where the history is unclear. */
async function quickFacts(engine: Engine, inspect: ImageInspect, signal: AbortSignal): Promise<ImageFacts | undefined> {
  if (await usesContainerdStore(engine, signal)) return undefined;
  const call: EngineCall = {
    what: "reading the image's history",
    method: 'GET',
    path: `/images/${inspect.Id}/history`,
  };
  return factsOfInspect(inspect, imageHistory.parse(await engine.call(call, signal)));
}

const info = z.object({ DriverStatus: z.array(z.array(z.string())).nullish() });

async function usesContainerdStore(engine: Engine, signal: AbortSignal): Promise<boolean> {
  const answer = info.parse(
    await engine.call({ what: 'asking for its settings', method: 'GET', path: '/info' }, signal),
  );
  return (answer.DriverStatus ?? []).some(
    ([key, value]) => key === 'driver-type' && value?.startsWith('io.containerd.snapshotter'),
  );
}

async function inspectImage(engine: Engine, reference: string, signal: AbortSignal): Promise<ImageInspect> {
  // Nothing else is an image reference, and the text becomes part of a path.
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(reference) || reference.includes('..'))
    throw noSuchImage(reference, 'no image reference');
  const call: EngineCall = { what: `inspecting ${reference}`, method: 'GET', path: `/images/${reference}/json` };
  try {
    return imageInspect.parse(await engine.call(call, signal));
  } catch (thrown) {
    if (thrown instanceof EngineRefused && thrown.status === 404) throw noSuchImage(reference, thrown.message);
    throw thrown;
  }
}

const noSuchImage = (reference: string, got: string): UserError =>
  new UserError({
    code: 'no-such-image',
    message: `The engine has no image "${reference}".`,
    got,
    expected: 'a name or ID that `docker images` shows',
    hint: 'Build it or pull it first; this tool never pulls for you from the engine.',
  });

function requirePlatform(inspect: ImageInspect, platform: string | undefined, reference: string): void {
  const own = platformOf(inspect);
  if (platform === undefined || own === platform || own.startsWith(`${platform}/`)) return;
  throw new UserError({
    code: 'no-such-platform',
    message: `The engine's image "${reference}" is for ${own}, not for ${platform}.`,
    got: own,
    expected: platform,
    hint: 'Build or pull it with --platform, or leave the platform out.',
  });
}

/** Layers from the engine's own database; undefined where it has none to give, or anything about it is in doubt. */
async function fromDatabase(
  engine: Engine,
  run: RunName,
  { Id: id, RootFS, GraphDriver }: ImageInspect,
  note: EngineSourceOptions['note'],
  signal: AbortSignal,
): Promise<readonly LayerEntries[] | undefined> {
  const upperDir = GraphDriver?.Data?.['UpperDir'];
  if (GraphDriver?.Name !== 'overlay2' || upperDir === undefined) return undefined;
  try {
    return await readLayerDatabase(engine, run, { id, diffIds: RootFS?.Layers ?? [], upperDir }, signal);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    // The export tells the same, only slower: an engine on another machine, a socket that allows no binds, another format.
    note?.(`The engine's layer database was not used: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
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
  const archive = await readDockerArchiveStream(() => exportStream(engine, id, signal), {
    source: `engine:${id}`,
    contentSums: true,
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
