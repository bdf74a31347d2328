import type { BodyReader } from './body-reader.ts';
import type { ExecutableFacts, Step } from './facts.ts';
import type { Place } from './look-up.ts';

/** What following a part of the chain comes to. */
export type Outcome = Omit<ExecutableFacts, 'from'>;

export const nothing: Outcome = { files: [], libraries: 0, obstacles: [], unchecked: [] };

/** All of them, in order. */
export function joined(...parts: readonly Outcome[]): Outcome {
  return {
    files: parts.flatMap(({ files }) => files),
    libraries: parts.reduce((sum, { libraries }) => sum + libraries, 0),
    obstacles: parts.flatMap(({ obstacles }) => obstacles),
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
  };
}

/** How the chain came to a file. */
export type Way = Pick<Step, 'caller' | 'through'>;

/** What stays the same along the chain. */
export interface Scene {
  readonly place: Place;
  /** Of PATH. */
  readonly directories: readonly string[];
  /** As in the image's platform: `amd64`. */
  readonly architecture: string;
  /** LD_LIBRARY_PATH. */
  readonly libraryPath: string | undefined;
  readonly reader: BodyReader;
}
