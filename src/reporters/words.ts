import type { DockerfileLines, Measurement } from '../result/measurement.ts';

/** A phrase every format can print: strings are ours and safe, the rest is untrusted and the format's to escape. */
export type Words = readonly Word[];
export type Word = string | { readonly lines: DockerfileLines } | { readonly name: string };

/** The Dockerfile lines that made a layer, or its place in the stack. */
export function placeOfLayer({ perLayer, baseLayers }: Measurement, index: number): Word {
  const lines = perLayer[index]?.dockerfile;
  if (baseLayers !== undefined && index < baseLayers) return 'the base image';
  return lines ? { lines } : `layer ${index}`;
}
