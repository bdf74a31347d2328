import { entryFile, readEntryScript, type EntryScript } from '../image/entry-script.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import { inspectExecutable } from '../image/executable/inspect.ts';
import type { Squashed } from '../image/squash.ts';
import type { FileNode, FileTree } from '../image/tree.ts';
import type { DuplicateSearch } from '../policy/duplicates.ts';
import type { Gathering } from '../policy/rule.ts';
import type { SecretSearch } from '../policy/secret-search.ts';
import type { OpenImage } from '../ports.ts';
import { findDuplicates } from './duplicate-files.ts';
import type { Examined, Surroundings } from './examined.ts';
import { searchFiles } from './search-files.ts';

const maxRuleBodyBytes = 2 ** 20;

/** What rules want beyond the numbers. */
export type Gathered = Pick<Examined, 'bodies' | 'executable' | 'entryScript' | 'secrets' | 'duplicates'>;

/** Reads what the policy's rules asked for. @param baseLayers how many of the layers are the base image's */
export async function gather(
  image: OpenImage,
  { layers, squashed }: { readonly layers: readonly LayerEntries[]; readonly squashed: Squashed },
  baseLayers: number,
  { reads, gathers = [] }: Pick<Surroundings, 'reads' | 'gathers'>,
  signal: AbortSignal,
): Promise<Gathered> {
  const { tree } = squashed;
  // Side by side: an executable is followed from library to library, and each answer is waited for.
  const [bodies, executable, entryScript, secrets, duplicates] = await Promise.all([
    readFor(reads, image, tree, signal),
    gathers.includes('executable') ? executableOf(image, tree, signal) : undefined,
    gathers.includes('entry-script') ? entryScriptOf(image, tree, signal) : undefined,
    secretsOf(image, squashed, baseLayers, gathers, signal),
    duplicatesOf(image, { layers, tree }, baseLayers, gathers, signal),
  ]);
  return {
    bodies,
    ...(executable && { executable }),
    ...(entryScript && { entryScript }),
    ...(secrets && { secrets }),
    ...(duplicates && { duplicates }),
  };
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

/** Secrets in files, of all layers or of own ones; nothing where no rule asks. */
async function secretsOf(
  image: OpenImage,
  squashed: Squashed,
  baseLayers: number,
  gathers: readonly Gathering[],
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
  gathers: readonly Gathering[],
  signal: AbortSignal,
): Promise<DuplicateSearch | undefined> {
  const wishes = gathers.flatMap((one) => (typeof one === 'object' ? [one] : []));
  if (wishes.length === 0) return undefined;
  const minBytes = Math.min(...wishes.map(({ duplicatesFromBytes }) => duplicatesFromBytes));
  const firstLayer = wishes.some(({ of }) => of === 'all') ? 0 : baseLayers;
  return findDuplicates(image, read, { minBytes, firstLayer }, signal);
}

/** The script the container starts with, where it is one. */
async function entryScriptOf(image: OpenImage, tree: FileTree, signal: AbortSignal): Promise<EntryScript | undefined> {
  const { config } = image.facts;
  const node = entryFile(tree, config);
  if (!node || node.fileBytes > maxRuleBodyBytes) return undefined;
  const body = (await image.readBodies([node], maxRuleBodyBytes, signal)).get(node.path);
  return body && readEntryScript(node, body, config);
}

/** What the container starts, followed to its last library. */
function executableOf(image: OpenImage, tree: FileTree, signal: AbortSignal): Promise<ExecutableFacts | undefined> {
  const { config, platform } = image.facts;
  return inspectExecutable({
    tree,
    config,
    platform,
    read: (nodes, maxBytes) => image.readBodies(nodes, maxBytes, signal),
  });
}
