import { at, atCount, atInt, atSize } from './at.ts';
import type { LayerEntries } from './entries.ts';
import { viewTree } from './file-tree.ts';
import { unpackLayer } from './layer-tree.ts';
import { PathTable } from './path-table.ts';
import { Kind, Mark, PathTree, rootPath } from './path-tree.ts';
import { numberRecords } from './records.ts';
import type { Records } from './records.ts';
import { stackLayer } from './stacking.ts';
import type { HiddenRecord, Hiding } from './stacking.ts';
import type { FileTree } from './tree.ts';
import type { Walkable } from './walk.ts';

/** What became of a record. */
export const Fate = {
  /** A mark, a directory, a second name, or replaced by a later record of its own layer. */
  none: 0,
  visible: 1,
  hidden: 2,
} as const;

/** What stacking the layers came to. */
export interface Squashed {
  readonly tree: FileTree;
  readonly records: Records;
  /** What {@link tree} shows, by number. */
  readonly stacked: PathTree;
  /** Everything but directories, in the order it was hidden; also what has no bytes. */
  readonly hidden: readonly HiddenRecord[];
  readonly layers: readonly SquashedLayer[];
  /** Each record's {@link Fate}. */
  readonly fates: Uint8Array;
  /** Whiteouts of directories, by record: bytes of the files they hid. */
  readonly deletedTrees: ReadonlyMap<number, number>;
  /** Records of directories that hold nothing in their own layer. */
  readonly leafDirectories: readonly number[];
}

/** One layer's share; bytes by the unpacked rule. */
export interface SquashedLayer {
  readonly unpackedBytes: number;
  readonly visibleBytes: number;
  /** No records, or only directories that were there already, with the same mode and owner. */
  readonly isEmpty: boolean;
}

/**
 * Stacks layers, base first, into the tree a container sees, and tells what each layer hid.
 * Every record is hidden at most once, so the cost is linear in the records whatever is deleted.
 * @see https://github.com/opencontainers/image-spec/blob/main/layer.md#applying-changesets
 */
export function squash(layers: readonly LayerEntries[]): Squashed {
  const records = numberRecords(layers);
  const paths = new PathTable(records.count);
  const stacked = new PathTree(paths);
  stacked.records[rootPath] = ~0;
  const lower: Walkable = { records, tree: stacked };
  const upper = new PathTree(paths);
  const hiding: Hiding = { hidden: [], deletedTrees: new Map() };
  const leafDirectories: number[] = [];
  const unstacked = layers.map((entries, layer) => {
    unpackLayer(upper, lower, layer);
    const unpackedBytes = shownBytes(records, layer);
    const changed = stackLayer(lower, upper, layer, hiding);
    empty(upper, leafDirectories);
    return { unpackedBytes, isEmpty: entries.count === 0 || !changed };
  });
  paths.detach(upper);
  return {
    tree: viewTree(lower),
    stacked,
    records,
    ...hiding,
    leafDirectories,
    fates: fatesOf(records, hiding),
    layers: unstacked.map(({ unpackedBytes, isEmpty }, layer) => ({
      unpackedBytes,
      isEmpty,
      visibleBytes: shownBytes(records, layer),
    })),
  };
}

/** Empties a layer's own tree for the next one; its directories that hold nothing, whiteouts not counted as nothing, are noted. */
function empty(tree: PathTree, leafDirectories: number[]): void {
  const noteLeaf = (path: number): void => {
    if (tree.first[path] === 0 && atInt(tree.records, path) >= 0) leafDirectories.push(atInt(tree.records, path));
  };
  noteLeaf(rootPath);
  tree.takeOut(rootPath, (path, kind) => {
    if (kind === Kind.directory) noteLeaf(path);
  });
  tree.marks[rootPath] = Mark.none;
}

/** Bytes of a layer's inodes that some name shows. */
function shownBytes({ starts, layers, names, bytes }: Records, layer: number): number {
  const start = atCount(starts, layer);
  const end = start + at(layers, layer).count;
  let sum = 0;
  for (let record = start; record < end; record += 1) if (names[record]) sum += atSize(bytes, record);
  return sum;
}

function fatesOf({ names }: Records, { hidden }: Hiding): Uint8Array {
  const fates = new Uint8Array(names.length);
  for (let record = 0; record < names.length; record += 1) if (names[record]) fates[record] = Fate.visible;
  for (const { record } of hidden) fates[record] = Fate.hidden;
  return fates;
}
