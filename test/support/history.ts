import type { HistoryPoint } from '../../src/result/history.ts';

/** A commit of so many hex digits that tests can tell apart. */
export const aCommit = (count: number): string => count.toString(16).padStart(40, '0');

/** A recorded commit; the n-th is of the n-th day of November 2023 and after, on a base of 100 bytes in one layer. */
export function aPoint(count: number, unpackedBytes: number, details: Partial<HistoryPoint> = {}): HistoryPoint {
  return {
    commit: aCommit(count),
    committedAt: Date.UTC(2023, 10, count) / 1000,
    unpackedBytes,
    hiddenBytes: 0,
    layers: 2,
    baseLayers: 1,
    baseBytes: 100,
    baseHiddenBytes: 0,
    ...details,
  };
}
