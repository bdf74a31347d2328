import { attributeLayers, ownLayers } from '../dockerfile/attribute.ts';
import type { LayerEntries } from '../image/entries.ts';
import { listFiles } from '../image/file-listing.ts';
import { hiddenFiles } from '../image/hidden-files.ts';
import type { ImageFacts } from '../image/image.ts';
import { measure } from '../image/measure.ts';
import { ownRecords } from '../image/packages/owners.ts';
import { listPackages, packageDatabases } from '../image/packages/packages.ts';
import { squash } from '../image/squash.ts';
import type { OpenImage } from '../ports.ts';
import type { Examined, Surroundings } from './examined.ts';
import type * as Gathering from './gather.ts';

const maxDatabaseBytes = 64 * 2 ** 20;

/** Stacks the layers of an image that was read, and measures it with the few bodies that are wanted beside. */
export async function analyse(
  image: OpenImage,
  layers: readonly LayerEntries[],
  around: Surroundings,
  signal: AbortSignal,
): Promise<Examined> {
  const { facts } = image;
  const squashed = squash(layers);
  const databases = packageDatabases(squashed.tree);
  const contents = await image.readBodies(databases, maxDatabaseBytes, signal);
  const packages = listPackages(squashed.tree, contents);
  const measurement = measure(
    { ...facts, layers },
    { squashed, packages, ...attributionOf(facts, around), ...baseOf(around) },
  );
  const gathered = await gatheredFor(image, { layers, squashed }, measurement.baseLayers ?? 0, around, signal);
  return {
    measurement,
    layers,
    tree: squashed.tree,
    hidden: hiddenFiles(squashed),
    listFiles: () => listFiles(squashed, ownRecords(squashed, packages)),
    ...gathered,
  };
}

/** What gathers is loaded where rules ask for something. */
async function gatheredFor(...asked: Parameters<typeof Gathering.gather>): Promise<Gathering.Gathered> {
  const [, , , { reads, gathers = [] }] = asked;
  if (reads.length === 0 && gathers.length === 0) return { bodies: new Map() };
  const { gather } = await import('./gather.ts');
  return gather(...asked);
}

/** What the Dockerfile tells of the layers: the lines that made them, and where the base image ends. */
function attributionOf({ history, diffIds }: ImageFacts, { dockerfile: report }: Surroundings) {
  if (!report) return {};
  const lines = attributeLayers(history, report);
  // A history that does not fit the layers says nothing about them.
  if (lines.length !== diffIds.length) return {};
  const own = ownLayers(history, report);
  return {
    dockerfile: new Map(lines.flatMap((one, layer) => (one ? [[layer, one] as const] : []))),
    ...(own !== undefined && { historyBaseLayers: diffIds.length - own }),
  };
}

function baseOf({ baseDiffIds }: Surroundings) {
  return baseDiffIds && { baseDiffIds };
}
