import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { Checkpoints } from './blob-check.ts';

/** A layer that was read and checked. */
export interface ReadLayer {
  readonly scan: ScannedTar;
  readonly checkpoints: Checkpoints;
}

/** Layers that images of one run share, each fetched once: those under way, and those an image at hand still uses. */
export class KnownLayers {
  readonly #under = new Map<string, Promise<ReadLayer>>();
  readonly #read = new Map<string, { readonly scan: WeakRef<ScannedTar>; readonly checkpoints: Checkpoints }>();

  /** What a layer that was checked can be compared with, though nobody may hold its records any more. */
  checkpointsOf(key: string): Checkpoints | undefined {
    return this.#read.get(key)?.checkpoints;
  }

  /** @param key says all that was checked: the blob, its length and its DiffID. */
  async get(key: string, read: () => Promise<ReadLayer>): Promise<ReadLayer> {
    const known = this.#read.get(key);
    const scan = known?.scan.deref();
    if (known && scan) return { scan, checkpoints: known.checkpoints };
    const under = this.#under.get(key) ?? read();
    this.#under.set(key, under);
    try {
      const layer = await under;
      this.#read.set(key, { scan: new WeakRef(layer.scan), checkpoints: layer.checkpoints });
      return layer;
    } finally {
      this.#under.delete(key);
    }
  }
}
