import type { HistoryNumbers } from '../result/history.ts';
import type { Measurement } from '../result/measurement.ts';

/** What a measurement adds to a history. */
export type Counted = Pick<Measurement, 'unpackedBytes' | 'hiddenBytes' | 'layers' | 'baseLayers'> & {
  readonly hiddenTotal: Pick<Measurement['hiddenTotal'], 'byBaseLayersBytes'>;
  readonly perLayer: readonly Pick<Measurement['perLayer'][number], 'unpackedBytes'>[];
};

/** The numbers of a measurement that a history keeps. */
export function numbersOf(
  { unpackedBytes, hiddenBytes, layers, baseLayers, hiddenTotal, perLayer }: Counted,
  about: Pick<HistoryNumbers, 'base' | 'waivers'> = {},
): HistoryNumbers {
  const { byBaseLayersBytes } = hiddenTotal;
  return {
    unpackedBytes,
    hiddenBytes,
    layers,
    ...(baseLayers !== undefined && {
      baseLayers,
      baseBytes: perLayer.slice(0, baseLayers).reduce((sum, layer) => sum + layer.unpackedBytes, 0),
    }),
    ...(byBaseLayersBytes !== undefined && { baseHiddenBytes: byBaseLayersBytes }),
    ...about,
  };
}

/** A number of an image, how much of it is the base image's, and which image that is. */
export interface Part {
  readonly total: number;
  /** Absent where it is not known. */
  readonly ofBase?: number | undefined;
  readonly base?: string | undefined;
}

/** What an image takes on disk. */
export const unpackedPart = ({ unpackedBytes, baseBytes, base }: HistoryNumbers): Part => ({
  total: unpackedBytes,
  ofBase: baseBytes,
  base,
});

/**
 * By how much a number grew that the author answers for: the base image's share stands apart, because it may be built anew
 * under an unchanged Dockerfile; where the Dockerfile names another image, that is the author's doing too.
 * @returns undefined where the base image's share is not known on both sides.
 */
export function ownGrowth(before: Part, after: Part): number | undefined {
  const growth = after.total - before.total;
  if (isOtherBase(before.base, after.base)) return growth;
  if (before.ofBase === undefined || after.ofBase === undefined) return undefined;
  return growth - (after.ofBase - before.ofBase);
}

/** Whether two FROM references name different images. A newer digest of one tag is the same image, built anew. */
export function isOtherBase(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && withoutDigest(before) !== withoutDigest(after);
}

const withoutDigest = (reference: string): string => reference.replace(/(?<=.)@sha(?:256|512):[0-9a-f]+$/, '');
