import type { BodyKeeper } from '../../archive/bodies.ts';
import type { LayerSource, WantedBody } from '../../archive/contents.ts';
import { keepOnTheWay, keepWanted, readBodiesOfPieces, readPieces } from '../../archive/layer-whole.ts';
import { brokenArchive, Budget } from '../../archive/limits.ts';
import type { ScannedTar } from '../../archive/tar-entries.ts';
import { UserError } from '../../errors.ts';
import type { KeepBody } from '../../ports.ts';
import { counted } from '../read-meter.ts';
import { checkAgain, checkWhole } from './blob-check.ts';
import { blobPieces, type BlobOf } from './blob-pieces.ts';
import type { Repository } from './contents.ts';
import type { KnownLayers, ReadLayer } from './known-layers.ts';

/** Enough to keep two cores inflating while a third blob is on its way. */
const concurrentBlobs = 3;

/** Reads layers of a repository, several at once, each distinct one once and checked in full. */
export class LayerReader {
  readonly #from: Repository;
  readonly #known: KnownLayers;

  constructor(from: Repository, known: KnownLayers) {
    this.#from = from;
    this.#known = known;
  }

  /** In the order given. @throws UserError */
  async readLayers(
    layers: readonly LayerSource[],
    signal: AbortSignal,
    keep?: KeepBody,
  ): Promise<readonly ScannedTar[]> {
    const budget = new Budget(this.#from.limits);
    for (const layer of layers) refuseForeign(layer);
    const queue = layers.toSorted((one, other) => (other.blobBytes ?? 0) - (one.blobBytes ?? 0)).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const read = new Map<string, ReadLayer>();
    const work = async (): Promise<void> => {
      for (const layer of queue)
        read.set(
          keyOf(layer),
          await this.#known.get(keyOf(layer), () => this.#read(layer, budget, either, keepOnTheWay(budget, keep))),
        );
    };
    const workers = Array.from({ length: concurrentBlobs }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    return layers.map((layer) => {
      const { scan } = read.get(keyOf(layer)) ?? {};
      if (!scan) throw new Error(`${layer.where} was not read`);
      return scan;
    });
  }

  /** Bodies from the start; the layer is fetched again as far as it takes, and compared with what it was. @throws UserError */
  async readBodies(layers: readonly LayerSource[], wanted: readonly WantedBody[], signal: AbortSignal) {
    const bodies: (Buffer | undefined)[] = wanted.map(() => undefined);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const asked = here.map(([, body]) => body);
      const read = () => this.#readBodies(layer, asked, signal);
      const found = await this.#known.bodies(keyOf(layer), asked, read);
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }

  /** A layer known from elsewhere, such as a cache, was not fetched yet: it is read whole, once, its bodies on the way. */
  async #readBodies(
    layer: LayerSource,
    wanted: readonly WantedBody[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, Buffer>> {
    const { limits } = this.#from;
    const keeper = keepWanted(wanted);
    const read = () => this.#read(layer, new Budget(limits), signal, keeper);
    const known = this.#known.checkpointsOf(keyOf(layer));
    const checkpoints = known ?? (await this.#known.get(keyOf(layer), read)).checkpoints;
    if (wanted.every(({ record }) => keeper.bodies.has(record))) return keeper.bodies;
    const blob = this.#blobOf(layer);
    const pieces = checkAgain(blobPieces(this.#from.registry, blob, signal), blob, checkpoints);
    return readBodiesOfPieces(pieces, layer, wanted, { limits }, signal);
  }

  async #read(layer: LayerSource, budget: Budget, signal: AbortSignal, keeper?: BodyKeeper): Promise<ReadLayer> {
    const { registry, onBytes } = this.#from;
    const blob = this.#blobOf(layer);
    const checkpoints: Buffer[] = [];
    const pieces = checkWhole(counted(blobPieces(registry, blob, signal), onBytes), blob, checkpoints);
    // The blob's own digest is taken on the way here.
    const { blobDigest: _checked, ...unpacked } = layer;
    const options = { budget, contentSums: true, verifyLayers: true, ...(keeper && { keeper }) };
    return { scan: await readPieces(pieces, unpacked, options, signal), checkpoints };
  }

  #blobOf({ blobDigest, blobBytes, where }: LayerSource): BlobOf {
    if (blobDigest === undefined || blobBytes === undefined) throw new Error(`${where} has no blob`);
    return { repository: this.#from.repository, digest: blobDigest, bytes: blobBytes, where };
  }
}

/** Two images may state different DiffIDs for the same blob, and one of them would be wrong. */
function keyOf({ blobDigest, blobBytes, diffId }: LayerSource): string {
  return `${blobDigest} ${blobBytes} ${diffId}`;
}

function refuseForeign({ isForeign, where, diffId }: LayerSource): void {
  if (isForeign === true) {
    throw new UserError({
      code: 'missing-layer',
      message: `${where} is not distributed with the image, and this tool does not follow it to its owner.`,
      hint: 'Images with foreign layers can only be measured from an archive or a layout in which these are stored too.',
    });
  }
  if (diffId === undefined) throw brokenArchive(where, 'the config states no DiffID for it');
}
