import { UserError } from '../errors.ts';
import type { DataHandler, Inflater, RatioMeter } from './inflater.ts';
import { brokenArchive } from './limits.ts';

/** zstd in JavaScript, loaded only where it is needed. It checks no content checksums. */
export function scriptInflater(where: string, meter: RatioMeter, onData: DataHandler): Inflater {
  const broken = (cause: unknown): Error => {
    if (cause instanceof UserError) return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    return brokenArchive(where, text, { cause });
  };
  let isStopped = false;
  let isStarted = false;
  const engine = import('fzstd').then(
    ({ Decompress }) =>
      new Decompress((data) => {
        if (!isStopped) void onData(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
      }),
  );
  let work: Promise<void> = Promise.resolve();
  const feed = (piece: Uint8Array, isLast: boolean): Promise<void> => {
    work = work
      .then(async () => (await engine).push(piece, isLast))
      .catch((thrown: unknown) => {
        throw broken(thrown);
      });
    work.catch(() => undefined);
    return work;
  };
  return {
    push(piece) {
      meter.addInput(piece.length);
      isStarted = true;
      return feed(Buffer.from(piece), false);
    },
    end: () => (isStarted ? feed(new Uint8Array(0), true) : Promise.reject(broken('it is empty'))),
    destroy: () => {
      isStopped = true;
    },
  };
}
