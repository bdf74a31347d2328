import { at } from './at.ts';
/** Marks on a directory of one layer's own tree. */
export const Mark = {
  none: 0,
  /** `.wh..wh..opq`: nothing of the lower directory stays. */
  opaque: 1,
  /** A whiteout of the same name stands in the same layer. */
  whitedOut: 2,
  /** A whiteout stands somewhere below. */
  holdsWhiteouts: 4,
} as const;

/**
 * Directories as a structure of arrays. A child is a number: a record ≥ 0, or a directory `id` as `~id` (< 0).
 * One table serves all layers, so that a layer's directory can become part of the stacked tree without a copy.
 */
export interface Directories {
  readonly children: Map<string, number>[];
  /** Record that describes it, or `~layer` (< 0) where no record does and the layer only implies it. */
  readonly records: number[];
  readonly marks: number[];
}

/** An empty table. */
export function noDirectories(): Directories {
  return { children: [], records: [], marks: [] };
}

/** Adds an empty directory. @returns its id. */
export function addDirectory(table: Directories, record: number): number {
  const id = table.children.length;
  table.children.push(new Map());
  table.records.push(record);
  table.marks.push(Mark.none);
  return id;
}

/** The children of a directory. */
export function childrenOf(table: Directories, id: number): Map<string, number> {
  return at(table.children, id);
}

/** Empties a directory and all below it; calls back with every record that was there, in no defined order. */
export function takeOut(table: Directories, id: number, visit: (record: number) => void): void {
  const pending = [id];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const children = childrenOf(table, next);
    for (const child of children.values())
      if (child < 0) pending.push(~child);
      else visit(child);
    children.clear();
  }
}
