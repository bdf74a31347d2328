import type { Fragment } from './tar-sparse.ts';
import type { BodySink, OpenedFile } from './tar-scanner.ts';

/** Collects the first bytes of chosen files while a tar is scanned. */
export class BodyKeeper {
  /** Stored bytes by record: for a sparse file its data without the holes. */
  readonly bodies = new Map<number, Buffer>();
  readonly #wanted: (file: OpenedFile) => number;

  /** @param wanted how many bytes of a file to keep; 0 for none. */
  constructor(wanted: (file: OpenedFile) => number) {
    this.#wanted = wanted;
  }

  readonly openBody = (file: OpenedFile): BodySink | undefined => {
    const most = Math.min(this.#wanted(file), file.bodyBytes);
    if (!(most > 0)) return undefined;
    const kept = Buffer.alloc(most);
    let fill = 0;
    return {
      push: (piece) => {
        if (fill < most) fill += piece.copy(kept, fill, 0, most - fill);
      },
      end: () => this.bodies.set(file.record, kept),
    };
  };
}

/** Puts a sparse file's stored data where it belongs, zeros between; at most `maxBytes` from the start. */
export function expandSparse(stored: Buffer, runs: readonly Fragment[], fileBytes: number, maxBytes: number): Buffer {
  const whole = Buffer.alloc(Math.min(fileBytes, maxBytes));
  let from = 0;
  for (const { offset, bytes } of runs) {
    if (offset >= whole.length || from >= stored.length) break;
    stored.copy(whole, offset, from, Math.min(stored.length, from + bytes));
    from += bytes;
  }
  return whole;
}
