import type { DockerfileLines, Measurement } from '../result/measurement.ts';

/** The Dockerfile lines a layer came from, where that is certain. */
export function locationOf(measurement: Measurement, layer: number): DockerfileLines | undefined {
  return measurement.perLayer[layer]?.dockerfile;
}

/** A layer in a sentence: `Dockerfile:9`, else `layer 3`. Layers count from 0, the base's first. */
export function describeLayer(measurement: Measurement, layer: number): string {
  const lines = locationOf(measurement, layer);
  return lines ? `${lines.file}:${lines.startLine}` : `layer ${layer}`;
}

/** The first layer that is not the base image's; 0 when that is not known, so that nothing is overlooked. */
export function firstOwnLayer(measurement: Measurement, of: 'own' | 'all' = 'own'): number {
  return of === 'own' ? (measurement.baseLayers ?? 0) : 0;
}
