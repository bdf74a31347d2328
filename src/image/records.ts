import { at, atCount, atText } from './at.ts';
import { EntryType } from './entries.ts';
import type { LayerEntries } from './entries.ts';

/** All records of all layers under one numbering, base layer first: record `starts[layer] + index`. */
export interface Records {
  readonly layers: readonly LayerEntries[];
  readonly count: number;
  /** Number of each layer's first record. */
  readonly starts: Uint32Array;
  readonly layerOf: Uint32Array;
  readonly types: Uint8Array;
  /** What the unpacked rule counts: a regular file's size, a symbolic link's target in bytes, 0 for all else. */
  readonly bytes: Float64Array;
  /** How many names show this record's inode; 0 = replaced or hidden. Changes while layers are stacked. */
  readonly names: Uint32Array;
  /** Number of the path each record is at; opaque marks have none. */
  readonly places: Int32Array;
  /** Number of the path as spelled, of records that symbolic links led elsewhere. */
  readonly spelled: Map<number, number>;
  /** Paths of records that a symbolic link in their own tar led elsewhere. */
  readonly landed: Map<number, string>;
  /** Hard links that gave their inode another mode, owner or capabilities than its own record, by the inode's record. */
  readonly restated: Map<number, number>;
}

/** Puts the layers' arrays behind each other. */
export function numberRecords(layers: readonly LayerEntries[]): Records {
  const starts = new Uint32Array(layers.length);
  let count = 0;
  for (const [index, layer] of layers.entries()) {
    starts[index] = count;
    count += layer.count;
  }
  const layerOf = new Uint32Array(count);
  const types = new Uint8Array(count);
  const bytes = new Float64Array(count);
  for (const [index, layer] of layers.entries()) {
    const start = atCount(starts, index);
    layerOf.fill(index, start, start + layer.count);
    types.set(layer.types.subarray(0, layer.count), start);
    bytes.set(layer.fileBytes.subarray(0, layer.count), start);
    for (const [record, target] of layer.linkTargets)
      if (layer.types[record] === EntryType.symlink) bytes[start + record] = storedBytes(target);
  }
  return {
    layers,
    count,
    starts,
    layerOf,
    types,
    bytes,
    names: new Uint32Array(count),
    places: new Int32Array(count),
    spelled: new Map(),
    landed: new Map(),
    restated: new Map(),
  };
}

/** The layer of a record and its index there. */
export function originOf(records: Records, record: number): { layer: number; entries: LayerEntries; index: number } {
  const layer = atCount(records.layerOf, record);
  return { layer, entries: at(records.layers, layer), index: record - atCount(records.starts, layer) };
}

/** Where a record's content stands in the image's root, without leading slash. */
export function pathOf(records: Records, record: number): string {
  const { entries, index } = originOf(records, record);
  return records.landed.get(record) ?? atText(entries.paths, index);
}

/** Length of a name as stored: UTF-8, a lone surrogate U+DC80…U+DCFF being one byte that is not UTF-8. */
export function storedBytes(text: string): number {
  // With the flag `u` only surrogates that stand alone match.
  const escaped = text.match(/[\uDC80-\uDCFF]/gu)?.length ?? 0;
  return Buffer.byteLength(text) - 2 * escaped;
}
