import type { Digest, Measurement } from '../result/measurement.ts';

/** What is known about the base image. */
export interface BaseKnowledge {
  /** DiffIDs of the base image, where it is at hand. */
  readonly baseDiffIds?: readonly Digest[];
  /** Layers below the boundary the history shows; used when the base image is not at hand. */
  readonly historyBaseLayers?: number;
}

/** The number of base layers and how it is known: the longest prefix shared by DiffID, else the history's boundary. */
export function baseLayersOf(
  diffIds: readonly Digest[],
  { baseDiffIds, historyBaseLayers }: BaseKnowledge,
): Pick<Measurement, 'baseLayers' | 'baseLayersFrom'> {
  if (baseDiffIds) return { baseLayers: sharedPrefix(diffIds, baseDiffIds), baseLayersFrom: 'base-image' };
  if (historyBaseLayers === undefined) return {};
  return { baseLayers: Math.min(historyBaseLayers, diffIds.length), baseLayersFrom: 'history' };
}

/** How many elements two lists share from the start. */
export function sharedPrefix(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((element, index) => element !== other[index]);
  return differs < 0 ? one.length : differs;
}
