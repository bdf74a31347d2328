import { createGunzip } from 'node:zlib';
import { release } from '../../archive/release.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { TarSplitReader } from '../../archive/tar-split.ts';

/** Inflating runs on threads of its own: one is read while another is inflated. */
const atOnce = 2;
/** Hundreds of thousands of files take so much. The engine is done the sooner the less it waits for us. */
const maxHeldBytes = 8 * 2 ** 20;
const inflatedChunkBytes = 2 ** 18;

/** One after the other. */
interface Lane {
  heldBytes: number;
  last: Promise<unknown>;
}

/** Layers' records that have come, compressed as they lie in the engine's database, and are read a few at a time. */
export class RecordQueue {
  readonly #lanes = Array.from({ length: atOnce }, (): Lane => ({ heldBytes: 0, last: Promise.resolve() }));

  /** Reads a layer's records when its turn comes. A failure is no unhandled one before somebody awaits it. */
  read(compressed: readonly Buffer[], openReader: () => TarSplitReader): Promise<ScannedTar> {
    const lane = this.#lanes.reduce((one, other) => (other.heldBytes < one.heldBytes ? other : one));
    const bytes = compressed.reduce((sum, { length }) => sum + length, 0);
    lane.heldBytes += bytes;
    const read = lane.last.then(() => inflate(compressed, openReader()));
    const settle = (): void => void (lane.heldBytes -= bytes);
    lane.last = read.then(settle, settle);
    return read;
  }

  /** Resolves when more may come. */
  async room(): Promise<void> {
    for (;;) {
      const held = this.#lanes.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
      if (held <= maxHeldBytes) return;
      const fullest = this.#lanes.reduce((one, other) => (other.heldBytes > one.heldBytes ? other : one));
      await fullest.last;
    }
  }
}

async function inflate(compressed: readonly Buffer[], reader: TarSplitReader): Promise<ScannedTar> {
  const gunzip = createGunzip({ chunkSize: inflatedChunkBytes });
  for (const piece of compressed) gunzip.write(piece);
  gunzip.end();
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    reader.push(chunk);
    release(chunk);
  }
  return reader.end();
}
