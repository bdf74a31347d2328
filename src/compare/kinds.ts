import { contentKinds } from '../result/content-kinds.ts';
import type { ContentKind, Measurement } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';
import type { Split } from './split.ts';

/**
 * The difference by kind, what did not change left out; the parts sum to it.
 * @param split when given, the base images' difference stands apart and the kinds are those of own layers.
 */
export function changedKinds(before: Measurement, after: Measurement, split: Split | undefined): Comparison['byKind'] {
  const own = split && ownKinds(before, after);
  const parts: Comparison['byKind'] = own ?? deltas(unpackedOf(before), unpackedOf(after));
  const baseDeltaBytes = split && own ? split.after.baseBytes - split.before.baseBytes : 0;
  return [...parts, { kind: 'base-image' as const, deltaBytes: baseDeltaBytes }].filter(
    ({ deltaBytes }) => deltaBytes !== 0,
  );
}

type Sums = ReadonlyMap<ContentKind, number>;

/** Undefined where a side's own parts are not known, or do not sum to its own layers (its base was learned here). */
function ownKinds(before: Measurement, after: Measurement): Comparison['byKind'] | undefined {
  const [ownBefore, ownAfter] = [ownOf(before), ownOf(after)];
  return ownBefore && ownAfter && deltas(ownBefore, ownAfter);
}

function ownOf({ byKind }: Measurement): Sums | undefined {
  const sums = new Map<ContentKind, number>();
  for (const { kind, ownBytes } of byKind) {
    if (ownBytes === undefined) return undefined;
    sums.set(kind, ownBytes);
  }
  return sums;
}

function unpackedOf({ byKind }: Measurement): Sums {
  return new Map(byKind.map(({ kind, unpackedBytes }) => [kind, unpackedBytes]));
}

function deltas(before: Sums, after: Sums): Comparison['byKind'] {
  return contentKinds.map((kind) => ({ kind, deltaBytes: (after.get(kind) ?? 0) - (before.get(kind) ?? 0) }));
}
