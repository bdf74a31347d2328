import { noiseOf } from '../compare/noise.ts';
import { UserError } from '../errors.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { ImageSource, OpenImage } from '../ports.ts';
import type { Measurement } from '../result/measurement.ts';
import type { NoiseFile, NoiseLayer, NoiseResult } from '../result/noise.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { examineVariant } from './examine-variant.ts';
import { understandBuild } from './understand.ts';
import { planVariants } from './variants.ts';
import { variantsWithoutSecrets } from './without-secrets.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

/**
 * Builds an image twice without the cache and tells what differs although the source did not.
 * @throws UserError of the Dockerfile and the builder; `layers-differ` where the builds do not have the same layers
 */
export async function measureNoise(
  image: ImageSetting,
  build: BuildOptions,
  toolVersion: string,
  workshop: Workshop,
): Promise<NoiseResult> {
  const one = await builtAnew(image, build, workshop, 'first');
  const other = await builtAnew(image, build, workshop, 'second');
  const { measurement: before } = one;
  const { measurement: after } = other;
  if (before.layers !== after.layers) throw differentLayers(before, after);
  const first = before.baseLayers ?? 0;
  const layers: NoiseLayer[] = [];
  const files: NoiseFile[] = [];
  for (const [layer, { diffId, unpackedBytes, createdBy, dockerfile }] of before.perLayer.entries()) {
    const twin = after.perLayer[layer];
    const [mine, its] = [one.entries[layer], other.entries[layer]];
    if (layer < first || !twin || !mine || !its) continue;
    const found = diffId === twin.diffId ? [] : noiseOf(mine, its);
    files.push(...found.map((file): NoiseFile => ({ ...file, path: `/${file.path}`, layer })));
    layers.push({
      layer,
      state: diffId === twin.diffId ? 'same' : found.length === 0 ? 'times' : 'contents',
      unpackedBytes: [unpackedBytes, twin.unpackedBytes],
      files: found.length,
      createdBy,
      ...(dockerfile && { dockerfile }),
    });
  }
  return {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: toolVersion },
    image: image.name,
    platform: before.platform,
    imageIds: [before.imageId, after.imageId],
    unpackedBytes: [before.unpackedBytes, after.unpackedBytes],
    floorBytes: layers.reduce((sum, { unpackedBytes: [a, b] }) => sum + Math.abs(b - a), 0),
    layers,
    files,
  };
}

interface Built {
  readonly measurement: Measurement;
  readonly entries: readonly LayerEntries[];
}

/** One build, measured; the layers' records are kept, which a measurement does not. */
async function builtAnew(
  image: ImageSetting,
  build: BuildOptions,
  workshop: Workshop,
  which: 'first' | 'second',
): Promise<Built> {
  const [platform] = image.platforms;
  const understood = await understandBuild(image, platform, build, workshop);
  const [plan] = planVariants({ ...image, findVariants: false, variants: [] }, understood?.report);
  const opened: OpenImage[] = [];
  const images = keeping(workshop.images, opened);
  const context = { platform, understood, reads: [], build: { ...build, noCache: true, cacheTo: [] } };
  const named = { ...plan, name: `${image.name}, the ${which} of two` };
  const { examined } = await examineVariant(named, context, { ...workshop, images });
  const own = opened.find(({ facts }) => facts.imageId === examined.measurement.imageId);
  if (!own) throw new Error('The built image was not opened.');
  const [clean = { measurement: examined.measurement }] = variantsWithoutSecrets([examined]);
  return { measurement: clean.measurement, entries: await own.readLayers(workshop.signal) };
}

/** Images that remember their layers and are remembered. */
function keeping(images: ImageSource, opened: OpenImage[]): ImageSource {
  return {
    async open(source, platform, signal) {
      const image = await images.open(source, platform, signal);
      let layers: Promise<readonly LayerEntries[]> | undefined;
      const kept: OpenImage = { ...image, readLayers: (within, keep) => (layers ??= image.readLayers(within, keep)) };
      opened.push(kept);
      return kept;
    },
  };
}

function differentLayers(before: Measurement, after: Measurement): UserError {
  return new UserError({
    code: 'layers-differ',
    message: `Two builds of the same source have ${before.layers} and ${after.layers} layers: they cannot be held against each other.`,
    hint: 'Something in the Dockerfile or its build context changed between the builds; run it again on files that nobody writes to.',
  });
}
