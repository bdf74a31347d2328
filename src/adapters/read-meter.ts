import type { Progress } from '../ports.ts';
import { formatBytes } from '../units.ts';

/** Takes the number of bytes of an image that have just come. */
export type OnBytes = (bytes: number) => void;

/** Tells the step under way how many bytes it has read. */
export interface ReadMeter {
  /** To be used in place of the progress it was made of. */
  readonly progress: Progress;
  readonly onBytes: OnBytes;
}

/** An archive at hand is read header by header: not each of a million is worth words. */
const tellEveryBytes = 1_000_000;

/** Counts what sources read, for the innermost step under way: they know bytes, and the step knows what they are for. */
export function readMeter(progress: Progress): ReadMeter {
  const open: { readonly update: (text: string) => void; bytes: number; toldBytes: number }[] = [];
  return {
    onBytes(bytes) {
      const step = open.at(-1);
      if (!step) return;
      step.bytes += bytes;
      if (step.bytes - step.toldBytes < tellEveryBytes) return;
      step.toldBytes = step.bytes;
      step.update(`${formatBytes(step.bytes)} read`);
    },
    progress: {
      log: (text) => progress.log(text),
      step(text) {
        const inner = progress.step(text);
        const update = (detail: string): void => inner.update(detail);
        const step = { update, bytes: 0, toldBytes: 0 };
        open.push(step);
        return {
          update,
          done: (detail) => {
            const index = open.indexOf(step);
            if (index >= 0) open.splice(index, 1);
            inner.done(detail);
          },
        };
      },
    },
  };
}

/** The same pieces, counted as they pass; each is counted before it is used. */
export async function* counted<T extends Uint8Array>(
  pieces: AsyncIterable<T>,
  onBytes: OnBytes | undefined,
): AsyncGenerator<T> {
  for await (const piece of pieces) {
    onBytes?.(piece.length);
    yield piece;
  }
}
