import { contentKinds } from '../result/content-kinds.ts';
import type { Measurement } from '../result/measurement.ts';
import type { ImageResult } from '../result/result.ts';
import { kindNames } from './facts.ts';

/** The ways of building beside each other, kind by kind. */
export interface VariantKinds {
  /** Names of variants, untrusted, the largest first. */
  readonly variants: readonly string[];
  /** Bytes of each variant; every column sums to what the variant takes on disk. */
  readonly rows: readonly { readonly name: string; readonly bytes: readonly number[] }[];
}

/** What each way of building is made of; undefined where there is one way only. */
export function variantKinds({ variants }: ImageResult): VariantKinds | undefined {
  if (variants.length < 2) return undefined;
  const sorted = variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes);
  // A base that is not told apart on one side would make its whole image look like the author's own.
  const isSplit = sorted.every(({ measurement }) => isOwnKnown(measurement));
  const bytes = sorted.map(({ measurement }) => bytesByKind(measurement, isSplit));
  const kinds = contentKinds.map((kind) => ({
    name: isSplit && kind === 'base-system' ? 'system files added' : kindNames[kind],
    bytes: bytes.map((of) => of.kinds.get(kind) ?? 0),
  }));
  const base = { name: 'base image', bytes: bytes.map((of) => of.base) };
  return {
    variants: sorted.map(({ name }) => name),
    rows: [...kinds, base]
      .filter((row) => row.bytes.some((one) => one > 0))
      .toSorted((one, other) => Math.max(...other.bytes) - Math.max(...one.bytes)),
  };
}

const isOwnKnown = ({ byKind }: Measurement): boolean => byKind.every(({ ownBytes }) => ownBytes !== undefined);

function bytesByKind({ byKind, unpackedBytes }: Measurement, isSplit: boolean) {
  const kinds = new Map(byKind.map(({ kind, unpackedBytes: all, ownBytes = 0 }) => [kind, isSplit ? ownBytes : all]));
  const named = [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { kinds, base: unpackedBytes - named };
}
