import { attributeLayers, ownLayers } from '../dockerfile/attribute.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import { entryFile, readEntryScript, type EntryScript } from '../image/entry-script.ts';
import { inspectExecutable } from '../image/executable/inspect.ts';
import { hiddenFiles, type HiddenFile } from '../image/hidden-files.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import { listFiles } from '../image/file-listing.ts';
import { measure } from '../image/measure.ts';
import { ownRecords } from '../image/packages/owners.ts';
import { listPackages, packageDatabases } from '../image/packages/packages.ts';
import { squash, type Squashed } from '../image/squash.ts';
import type { ImageFacts } from '../image/image.ts';
import type { OpenImage } from '../ports.ts';
import type { DuplicateSearch } from '../policy/duplicates.ts';
import type { Gathering } from '../policy/rule.ts';
import type { SecretSearch } from '../policy/secret-search.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { Digest, Measurement } from '../result/measurement.ts';
import { findDuplicates } from './duplicate-files.ts';
import { searchFiles } from './search-files.ts';

/** An image that has been read and measured, with what rules need beside the numbers. */
export interface Examined {
  readonly measurement: Measurement;
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
const maxRuleBodyBytes = 2 ** 20;

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

async function secretsOf(
  image: OpenImage,
  squashed: Squashed,
  baseLayers: number,
  gathers: readonly Gathering[] = [],
  signal: AbortSignal,
): Promise<SecretSearch | undefined> {
  const ofAll = gathers.includes('secrets-of-all-layers');
  return ofAll || gathers.includes('secrets')
    ? searchFiles(image, squashed, ofAll ? 0 : baseLayers, signal)
    : undefined;
}

/** What every rule that asks for it wants: the smallest size, of all layers when one wants those. */
async function duplicatesOf(
  image: OpenImage,
  read: { readonly layers: readonly LayerEntries[]; readonly tree: FileTree },
  baseLayers: number,
  gathers: readonly Gathering[] = [],
  signal: AbortSignal,
): Promise<DuplicateSearch | undefined> {
  const wishes = gathers.flatMap((one) => (typeof one === 'object' ? [one] : []));
  if (wishes.length === 0) return undefined;
  const minBytes = Math.min(...wishes.map(({ duplicatesFromBytes }) => duplicatesFromBytes));
  const firstLayer = wishes.some(({ of }) => of === 'all') ? 0 : baseLayers;
  return findDuplicates(image, read, { minBytes, firstLayer }, signal);
}

async function entryScriptOf(image: OpenImage, tree: FileTree, signal: AbortSignal): Promise<EntryScript | undefined> {
  const { config } = image.facts;
  const node = entryFile(tree, config);
  if (!node || node.fileBytes > maxRuleBodyBytes) return undefined;
  const body = (await image.readBodies([node], maxRuleBodyBytes, signal)).get(node.path);
  return body && readEntryScript(node, body, config);
}

function executableOf(image: OpenImage, tree: FileTree, signal: AbortSignal): Promise<ExecutableFacts | undefined> {
  const { config, platform } = image.facts;
  return inspectExecutable({
    tree,
    config,
    platform,
    read: (nodes, maxBytes) => image.readBodies(nodes, maxBytes, signal),
  });
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

/** Bodies for rules, keyed by the path asked for: symbolic links are followed as a process in the container would. */
async function readFor(
  paths: readonly string[],
  image: OpenImage,
  tree: FileTree,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const asked = paths.flatMap((path): readonly (readonly [string, FileNode])[] => {
    const node = tree.resolve(path.replace(/^\/+/, ''));
    return node ? [[path.replace(/^\/+/, ''), node]] : [];
  });
  const bodies = await image.readBodies(
    asked.map(([, node]) => node),
    maxRuleBodyBytes,
    signal,
  );
  return new Map(
    asked.flatMap(([path, node]) => {
      const body = bodies.get(node.path);
      return body ? [[path, body] as const] : [];
    }),
  );
}
