import { UserError } from '../../errors.ts';
import type { LayerEntries } from '../../image/entries.ts';
import type { ImageSource } from '../../ports.ts';
import type { Engine, EngineCall } from './api.ts';
import type { DatabasesAhead } from './databases-ahead.ts';
import type { RunName } from './run-name.ts';
import { EngineRefused } from './failures.ts';
import { imageInspect, platformOf, type ImageInspect } from './facts.ts';
import type { EngineSourceOptions } from './source-options.ts';
import { openStored } from './stored-image.ts';

export type { EngineSourceOptions } from './source-options.ts';

/** Reads images that a Docker Engine (or Podman) holds. Never pulls. */
export function engineSource(engine: Engine, run: RunName, options: EngineSourceOptions = {}): ImageSource {
  return {
    async open(source, platform, signal) {
      if (source.kind !== 'engine') throw new Error(`The engine cannot open a source of kind ${source.kind}.`);
      const inspect = await inspectImage(engine, source.reference, signal);
      requirePlatform(inspect, platform, source.reference);
      const { facts, readLayers, readRecords } = await openStored(engine, run, inspect, options, signal);
      let ahead: DatabasesAhead | undefined;
      let layers: readonly LayerEntries[] = [];
      return {
        facts,
        // Whoever wants only what the image states does not load what reads it.
        readLayers: async (when, keep) => {
          const files = await import('./databases-ahead.ts');
          ahead = new files.DatabasesAhead();
          return (layers = await readLayers(when, ahead, keep));
        },
        readBodies: async (nodes, maxBytes, when) => {
          const { readBodiesFromContainer } = await import('./bodies.ts');
          const early = (await ahead?.take(nodes, maxBytes)) ?? new Map<string, Uint8Array>();
          const others = nodes.filter(({ path }) => !early.has(path));
          const wish = { imageId: inspect.Id, nodes: others, layers, maxBytes };
          const later = await readBodiesFromContainer(engine, run, wish, when);
          return new Map([...early, ...later]);
        },
        readRecords: async (records, maxBytes, when) => {
          const { readHiddenBodies } = await import('./hidden-bodies.ts');
          return readHiddenBodies({ engine, run, inspect, options, layers, readRecords }, records, maxBytes, when);
        },
      };
    },
  };
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
