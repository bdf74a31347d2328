import type { ReadImage } from '../compare/rewritten.ts';
import type { ExecutableFacts } from '../image/executable/facts.ts';
import type { EntryScript } from '../image/entry-script.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { HiddenFile } from '../image/hidden-files.ts';
import type { FileTree } from '../image/tree.ts';
import type { DuplicateSearch } from '../policy/duplicates.ts';
import type { Gathering } from '../policy/rule.ts';
import type { SecretSearch } from '../policy/secret-search.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { Digest, Measurement } from '../result/measurement.ts';

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
