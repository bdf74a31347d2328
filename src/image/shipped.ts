import { at } from './at.ts';
import { Fate } from './squash.ts';
import type { Squashed } from './squash.ts';

/** Bytes an image ships: a regular file's or a symbolic link's, visible or hidden. */
export interface Shipped {
  readonly record: number;
  readonly path: string;
  readonly bytes: number;
  readonly layer: number;
  readonly isVisible: boolean;
}

/** Calls back with every record that has bytes, base layer first. One object serves all calls: nothing may keep it. */
export function forEachShipped(
  { records, fates }: Squashed,
  firstLayer: number,
  visit: (shipped: Shipped) => void,
): void {
  const shipped = { record: 0, path: '', bytes: 0, layer: 0, isVisible: false };
  for (let layer = firstLayer; layer < records.layers.length; layer += 1) {
    const { count, paths } = at(records.layers, layer);
    const start = at(records.starts, layer);
    shipped.layer = layer;
    for (let index = 0; index < count; index += 1) {
      const record = start + index;
      const fate = fates[record];
      const bytes = at(records.bytes, record);
      if (bytes === 0 || fate === Fate.none) continue;
      shipped.record = record;
      shipped.path = (records.landed.size > 0 ? records.landed.get(record) : undefined) ?? at(paths, index);
      shipped.bytes = bytes;
      shipped.isVisible = fate === Fate.visible;
      visit(shipped);
    }
  }
}
