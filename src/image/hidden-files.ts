import type { HiddenCopy } from '../result/measurement.ts';
import { atSize, atText } from './at.ts';
import { EntryType } from './entries.ts';
import { originOf, pathOf } from './records.ts';
import type { Squashed } from './squash.ts';

/** A file whose bytes ship although no container sees them, and where its body is. */
export interface HiddenFile extends HiddenCopy {
  /** As the layer's entries have it: no link followed, no leading slash. */
  readonly entryPath: string;
  /** Index in the layer that added it. */
  readonly record: number;
  /** Whether it has a body; a symbolic link has bytes and none. */
  readonly isRegular: boolean;
}

/** Everything with bytes that a later layer hid, in the order it was hidden; made anew each time it is walked. */
export function hiddenFiles({ records, hidden }: Squashed): Iterable<HiddenFile> {
  return {
    *[Symbol.iterator]() {
      for (const { record, hiddenBy, how } of hidden) {
        const bytes = atSize(records.bytes, record);
        if (bytes === 0) continue;
        const { layer, entries, index } = originOf(records, record);
        const entryPath = atText(entries.paths, index);
        const path = `/${pathOf(records, record)}`;
        const isRegular = records.types[record] === EntryType.file;
        yield { path, entryPath, bytes, addedBy: layer, hiddenBy, how, record: index, isRegular };
      }
    },
  };
}
