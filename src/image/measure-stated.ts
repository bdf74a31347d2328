import type { StatedMeasurement } from '../result/measurement.ts';
import { baseLayersOf, type BaseKnowledge } from './base-layers.ts';
import { effectiveCommand } from './effective-command.ts';
import type { ImageFacts } from './image.ts';

/** What is known beyond what the image states. */
export interface StatedExtras extends BaseKnowledge {
  /** An estimate of the compressed layers, for sources without blobs. */
  readonly estimatedPullBytes?: number;
}

/** The numbers an image states without its layers being read. */
export function measureStated(facts: ImageFacts, extras: StatedExtras = {}): StatedMeasurement {
  const { imageId, platform, diffIds, blobs, config } = facts;
  const exactBytes = blobs?.reduce((sum, { bytes }) => sum + bytes, 0);
  const pullBytes = exactBytes ?? extras.estimatedPullBytes;
  return {
    imageId,
    platform,
    ...(pullBytes !== undefined && { pull: { bytes: pullBytes, exact: exactBytes !== undefined } }),
    layers: diffIds.length,
    ...baseLayersOf(diffIds, extras),
    config,
    effectiveCommand: effectiveCommand(config),
  };
}
