import type { DockerfileLines } from './measurement.ts';

/** A file that two builds of one source do not have alike. */
export interface NoiseFile {
  /** Absolute, untrusted. */
  readonly path: string;
  readonly layer: number;
  readonly how: 'contents' | 'mode-or-owner' | 'only-in-one';
  readonly beforeBytes?: number;
  readonly afterBytes?: number;
  /** Absent: nothing is known to make such a file differ. */
  readonly cause?: string;
}

/** One of the image's own layers, built twice. */
export interface NoiseLayer {
  readonly layer: number;
  /** `same` to the byte; `times`: only modification times or the order of records; `contents`: files differ. */
  readonly state: 'same' | 'times' | 'contents';
  readonly unpackedBytes: readonly [number, number];
  readonly files: number;
  readonly createdBy: string;
  readonly dockerfile?: DockerfileLines;
}

/** Two builds of one source without the cache: the JSON of `plimsoll compare --noise`. */
export interface NoiseResult {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'plimsoll'; readonly version: string };
  readonly image: string;
  readonly platform: string;
  readonly imageIds: readonly [string, string];
  readonly unpackedBytes: readonly [number, number];
  /** Growth up to this is no growth: the absolute difference of every own layer, added up. */
  readonly floorBytes: number;
  readonly layers: readonly NoiseLayer[];
  /** By layer, then path. */
  readonly files: readonly NoiseFile[];
}
