import { at, atCount, atInt, atSize, atText } from './at.ts';
import { Fate } from './squash.ts';
import type { Squashed } from './squash.ts';

/** Bytes an image ships: a regular file's or a symbolic link's, visible or hidden. */
export interface Shipped {
  readonly record: number;
  readonly path: string;
  /** Number of the folder it is in. */
  readonly folder: number;
  readonly bytes: number;
  readonly layer: number;
  readonly isVisible: boolean;
}

/** Adds up something over the records that have bytes. */
export interface Tally<Sum> {
  /** Takes the next one; the object is another's after the call. */
  readonly take: (shipped: Shipped) => void;
  readonly sum: () => Sum;
}

/** Calls back with every record that has bytes, base layer first. One object serves all calls: nothing may keep it. */
export function forEachShipped({ records, fates, stacked }: Squashed, visit: (shipped: Shipped) => void): void {
  const shipped = { record: 0, path: '', folder: 0, bytes: 0, layer: 0, isVisible: false };
  for (let layer = 0; layer < records.layers.length; layer += 1) {
    const { count, paths } = at(records.layers, layer);
    const start = atCount(records.starts, layer);
    shipped.layer = layer;
    for (let index = 0; index < count; index += 1) {
      const record = start + index;
      const fate = fates[record];
      const bytes = atSize(records.bytes, record);
      if (bytes === 0 || fate === Fate.none) continue;
      shipped.record = record;
      shipped.path = (records.landed.size > 0 ? records.landed.get(record) : undefined) ?? atText(paths, index);
      shipped.folder = stacked.paths.parentOf(atInt(records.places, record));
      shipped.bytes = bytes;
      shipped.isVisible = fate === Fate.visible;
      visit(shipped);
    }
  }
}

/** Asks once for each folder what holds for all that lies in it. */
export function perFolder<T>({ stacked }: Squashed, ask: (folder: string) => T): (shipped: Shipped) => T {
  const answers: T[] = [];
  /** One more than the answer's index; 0 where it was not asked. */
  const known = new Uint32Array(stacked.paths.count);
  return ({ folder, path }) => {
    if (known[folder] === 0) known[folder] = answers.push(ask(path.slice(0, Math.max(path.lastIndexOf('/'), 0))));
    return at(answers, atCount(known, folder) - 1);
  };
}
