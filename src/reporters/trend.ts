import type { HistoryPoint } from '../result/history.ts';
import type { ImageResult } from '../result/result.ts';
import { formatBytes, formatDelta, formatRatio } from '../units.ts';
import { gatedOf, isMeasured } from './facts.ts';
import { plural } from './verdict.ts';

/** One size of an image's past, or its present. */
export interface TrendRow {
  /** `2026-11-28`; absent for what is under check. */
  readonly day?: string;
  /** Untrusted; absent for what is under check. */
  readonly commit?: string;
  /** Untrusted. */
  readonly release?: string;
  readonly unpackedBytes: number;
  /** Against the row before; absent for the first. */
  readonly deltaBytes?: number;
  readonly layers: number;
}

/** How an image's size went over its recorded commits up to now. */
export interface Trend {
  /** Oldest first; the last is what is under check. */
  readonly rows: readonly TrendRow[];
  /** `▁▂▃▅█` */
  readonly spark: string;
  /** `100.1 MB → 117.4 MB (+17.2 %) over 12 recorded commits since 2026-10-01` */
  readonly words: string;
}

/** The trend of an image; undefined with less than two recorded commits, of which the numbers say all. */
export function trendOf(image: ImageResult): Trend | undefined {
  const { history = [] } = image;
  if (history.length < 2 || !isMeasured(image)) return undefined;
  const { unpackedBytes, layers } = gatedOf(image).measurement;
  return trendThrough(history, { unpackedBytes, layers });
}

/** The trend through recorded commits, oldest first, and on to a present where there is one. */
export function trendThrough(
  points: readonly Pick<HistoryPoint, 'commit' | 'committedAt' | 'unpackedBytes' | 'layers' | 'release'>[],
  now?: Pick<TrendRow, 'unpackedBytes' | 'layers'>,
): Trend | undefined {
  const [first] = points;
  if (!first) return undefined;
  const past = points.map(({ commit, committedAt, release, unpackedBytes, layers }) => ({
    day: dayOf(committedAt),
    commit,
    ...(release !== undefined && { release }),
    unpackedBytes,
    layers,
  }));
  const all: readonly TrendRow[] = now ? [...past, now] : past;
  const rows = all.map((row, index): TrendRow => {
    const before = all[index - 1];
    return before ? { ...row, deltaBytes: row.unpackedBytes - before.unpackedBytes } : row;
  });
  const sizes = rows.map(({ unpackedBytes }) => unpackedBytes);
  return { rows, spark: sparkline(sizes), words: wordsOf(sizes, points.length, dayOf(first.committedAt)) };
}

/** Seconds since 1970 as a day in UTC; what no calendar has is left out. */
function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function wordsOf(sizes: readonly number[], recorded: number, day: string): string {
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  const over = `over ${plural(recorded, 'recorded commit')}${day === '' ? '' : ` since ${day}`}`;
  if (first === last) return `${formatBytes(last)}, as it was, ${over}`;
  const ratio = first === 0 ? undefined : (last - first) / first;
  const change =
    ratio === undefined ? formatDelta(last - first) : `${ratio < 0 ? '−' : '+'}${formatRatio(Math.abs(ratio))}`;
  const [from, to] = [formatBytes(first), formatBytes(last)];
  // Sizes that read alike say nothing beside each other.
  return from === to
    ? `${to}, ${formatDelta(last - first)} (${change}) ${over}`
    : `${from} → ${to} (${change}) ${over}`;
}

const levels = '▁▂▃▄▅▆▇█';
/** Sizes that differ by less than this share of the largest are drawn nearly level: noise is no mountain. */
const leastRangeRatio = 0.02;
const sparkCells = 30;

/** The newest sizes as one line of blocks between the smallest and the largest of them. */
export function sparkline(sizes: readonly number[]): string {
  const shown = sizes.slice(-sparkCells);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const range = Math.max(most - least, most * leastRangeRatio, 1);
  return shown.map((size) => levels[Math.round(((size - least) / range) * (levels.length - 1))] ?? '').join('');
}
