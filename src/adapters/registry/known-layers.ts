import type { ScannedTar } from '../../archive/tar-entries.ts';
import type { WantedBody } from '../../archive/contents.ts';
import type { Checkpoints } from './blob-check.ts';
import { together } from './together.ts';

/** A layer that was read and checked. */
export interface ReadLayer {
  readonly scan: ScannedTar;
  readonly checkpoints: Checkpoints;
}

/** What is kept of layers and bodies that no image at hand uses: an audit comes back to its base images again and again. */
const maxKeptBytes = 96 * 2 ** 20;
const maxBodyBytes = 8 * 2 ** 20;
/** What a record takes in arrays and names, about. */
const bytesPerRecord = 160;

/** Layers that images of one run share, each fetched once: those under way, in use, and as many others as there is room for. */
export class KnownLayers {
  readonly #under = new Map<string, Promise<ReadLayer>>();
  readonly #read = new Map<string, { readonly scan: WeakRef<ScannedTar>; readonly checkpoints: Checkpoints }>();
  readonly #bodiesUnder = new Map<string, Promise<ReadonlyMap<number, Buffer>>>();
  /** Least recently used first. */
  readonly #kept = new Map<string, { readonly scan?: ScannedTar; readonly bodies: Map<number, Buffer> }>();
  #keptBytes = 0;

  /** What a layer that was checked can be compared with, though nobody may hold its records any more. */
  checkpointsOf(key: string): Checkpoints | undefined {
    return this.#read.get(key)?.checkpoints;
  }

  /** @param key says all that was checked: the blob, its length and its DiffID. */
  async get(key: string, read: () => Promise<ReadLayer>): Promise<ReadLayer> {
    const known = this.#read.get(key);
    const scan = known?.scan.deref();
    if (known && scan) {
      this.#keep(key, { scan });
      return { scan, checkpoints: known.checkpoints };
    }
    const layer = await together(this.#under, key, read);
    this.#read.set(key, { scan: new WeakRef(layer.scan), checkpoints: layer.checkpoints });
    this.#keep(key, { scan: layer.scan });
    return layer;
  }

  /** Bodies of a layer, by record; those that were read before, or are being read for another image, are not read again. */
  async bodies(
    key: string,
    wanted: readonly WantedBody[],
    read: () => Promise<ReadonlyMap<number, Buffer>>,
  ): Promise<ReadonlyMap<number, Buffer>> {
    const before = this.#kept.get(key)?.bodies;
    if (before && wanted.every(({ record, bytes }) => (before.get(record)?.length ?? -1) >= bytes)) return before;
    const what = `${key} ${wanted.map(({ record, bytes }) => `${record}:${bytes}`).join(' ')}`;
    const bodies = await together(this.#bodiesUnder, what, read);
    // What a search of all files reads is not what the next image asks for.
    const bytes = [...bodies.values()].reduce((sum, { length }) => sum + length, 0);
    if (bytes <= maxBodyBytes) this.#keep(key, { bodies });
    return bodies;
  }

  #keep(
    key: string,
    { scan, bodies }: { readonly scan?: ScannedTar; readonly bodies?: ReadonlyMap<number, Buffer> },
  ): void {
    const before = this.#kept.get(key);
    this.#drop(key);
    const held = scan ?? before?.scan;
    const longest = new Map(before?.bodies);
    for (const [record, body] of bodies ?? [])
      if (body.length >= (longest.get(record)?.length ?? 0)) longest.set(record, body);
    const kept = { ...(held && { scan: held }), bodies: longest };
    if (weightOf(kept) > maxKeptBytes) return;
    this.#kept.set(key, kept);
    this.#keptBytes += weightOf(kept);
    for (const [oldest] of this.#kept) {
      if (this.#keptBytes <= maxKeptBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#keptBytes -= weightOf(kept);
  }
}

function weightOf({ scan, bodies }: { readonly scan?: ScannedTar; readonly bodies: ReadonlyMap<number, Buffer> }) {
  const all = [...bodies.values(), ...(scan?.bodies?.values() ?? [])];
  return all.reduce((sum, { length }) => sum + length, (scan?.entries.paths.length ?? 0) * bytesPerRecord);
}
