import { attributeLayers, ownLayers } from '../dockerfile/attribute.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import type { ReadImage } from '../compare/rewritten.ts';
import type { EntryScript } from '../image/entry-script.ts';
import type { LayerEntries } from '../image/entries.ts';
import { hiddenFiles, type HiddenFile } from '../image/hidden-files.ts';
import type { FileTree } from '../image/tree.ts';
import { listFiles } from '../image/file-listing.ts';
import { measure } from '../image/measure.ts';
import { ownRecords } from '../image/packages/owners.ts';
import { listPackages, packageDatabases } from '../image/packages/packages.ts';
import { squash } from '../image/squash.ts';
import type { ImageFacts } from '../image/image.ts';
import type { OpenImage } from '../ports.ts';
import type { DuplicateSearch } from '../policy/duplicates.ts';
import type { Gathering } from '../policy/rule.ts';
import type { SecretSearch } from '../policy/secret-search.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { Digest, Measurement } from '../result/measurement.ts';
import { duplicatesOf, entryScriptOf, executableOf, readFor, secretsOf } from './gather.ts';

/** An image that has been read and measured, with what rules need beside the numbers. */
export interface Examined {
  readonly measurement: Measurement;
  readonly layers: readonly LayerEntries[];
  readonly tree: FileTree;
  readonly hidden: Iterable<HiddenFile>;
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  readonly executable?: ExecutableFacts;
  readonly entryScript?: EntryScript;
  readonly secrets?: SecretSearch;
  readonly duplicates?: DuplicateSearch;
  /** Every file it ships, for reports that show them; made when it is asked for. */
  readonly listFiles: () => FileListing;
}

/** What a comparison of contents needs of it. */
export function readImage({ tree, layers, measurement: { baseLayers } }: Examined): ReadImage {
  return { tree, layers, baseLayers };
}

/** What is known about the image from outside of it. */
export interface Surroundings {
  readonly dockerfile?: DockerfileReport;
  /** DiffIDs of the base image, where it is at hand. */
  readonly baseDiffIds?: readonly Digest[];
  /** Absolute paths of files whose bodies the policy's rules want. */
  readonly reads: readonly string[];
  /** Facts the policy's rules want beyond that. */
  readonly gathers?: readonly Gathering[];
}

const maxDatabaseBytes = 64 * 2 ** 20;

/** Reads an opened image's layers and the few bodies that are wanted, and measures it. */
export async function examine(image: OpenImage, around: Surroundings, signal: AbortSignal): Promise<Examined> {
  const { facts } = image;
  const layers = await image.readLayers(signal);
  const squashed = squash(layers);
  const databases = packageDatabases(squashed.tree);
  const contents = await image.readBodies(databases, maxDatabaseBytes, signal);
  const packages = listPackages(squashed.tree, contents);
  const measurement = measure(
    { ...facts, layers },
    { squashed, packages, ...attributionOf(facts, around), ...baseOf(around) },
  );
  const { tree } = squashed;
  const bodies = await readFor(around.reads, image, tree, signal);
  const executable = around.gathers?.includes('executable') ? await executableOf(image, tree, signal) : undefined;
  const entryScript = around.gathers?.includes('entry-script') ? await entryScriptOf(image, tree, signal) : undefined;
  const baseLayers = measurement.baseLayers ?? 0;
  const secrets = await secretsOf(image, squashed, baseLayers, around.gathers, signal);
  const duplicates = await duplicatesOf(image, { layers, tree }, baseLayers, around.gathers, signal);
  return {
    measurement,
    layers,
    tree,
    hidden: hiddenFiles(squashed),
    bodies,
    listFiles: () => listFiles(squashed, ownRecords(squashed, packages)),
    ...(executable && { executable }),
    ...(entryScript && { entryScript }),
    ...(secrets && { secrets }),
    ...(duplicates && { duplicates }),
  };
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
