import type { HistoryEntry } from './image.ts';

/**
 * The history line of each layer: one DiffID is used up by each entry that made a layer.
 * @returns undefined when the counts disagree (imported, squashed, other builders): then nothing is attributable.
 * @see https://github.com/opencontainers/image-spec/blob/main/config.md#properties
 */
export function historyOfLayers(
  history: readonly HistoryEntry[],
  layerCount: number,
): readonly HistoryEntry[] | undefined {
  const lines = history.filter(({ emptyLayer }) => !emptyLayer);
  return lines.length === layerCount ? lines : undefined;
}
