import type { Measurement } from '../result/measurement.ts';

/** Unpacked bytes of base layers and of own ones; they sum to the measurement's. */
export interface Share {
  readonly baseBytes: number;
  readonly ownBytes: number;
}

/** Both sides, split at their base layers. */
export interface Split {
  readonly before: Share;
  readonly after: Share;
}

/** @returns undefined when the base layers of a side are neither known nor to be learned from the other side. */
export function splitAtBase(before: Measurement, after: Measurement): Split | undefined {
  const baseBefore = before.baseLayers ?? sharedBase(before, after);
  const baseAfter = after.baseLayers ?? sharedBase(after, before);
  if (baseBefore === undefined || baseAfter === undefined) return undefined;
  return { before: share(before, baseBefore), after: share(after, baseAfter) };
}

/** An image that begins with all the base layers of the other, by DiffID, has the same base. */
function sharedBase(unknown: Measurement, known: Measurement): number | undefined {
  if (!known.baseLayers) return undefined;
  const base = known.perLayer.slice(0, known.baseLayers);
  return base.every(({ diffId }, layer) => unknown.perLayer[layer]?.diffId === diffId) ? known.baseLayers : undefined;
}

function share({ perLayer }: Measurement, baseLayers: number): Share {
  return { baseBytes: sumOf(perLayer.slice(0, baseLayers)), ownBytes: sumOf(perLayer.slice(baseLayers)) };
}

function sumOf(layers: Measurement['perLayer']): number {
  return layers.reduce((bytes, { unpackedBytes }) => bytes + unpackedBytes, 0);
}
