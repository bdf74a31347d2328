import { formatBytes, formatDelta } from '../units.ts';
import { visible } from '../visible.ts';
import { trendThrough, type TrendRow } from './trend.ts';

/** A stored measurement, as a list shows it. */
export interface RecordLine {
  readonly image: string;
  readonly platform: string;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly committedAt: number;
  readonly measurement: { readonly unpackedBytes: number; readonly layers: number };
}

const barCells = 30;

/** `plimsoll baseline show` as text: of each image and platform the trend, then a line for each record, newest first. */
export function renderRecords(records: readonly RecordLine[]): string {
  const groups = new Map<string, RecordLine[]>();
  for (const record of records) {
    const name = `${visible(record.image, 80)} · ${visible(record.platform, 40)}`;
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return [...groups].map(([name, members]) => groupText(name, members)).join('\n');
}

function groupText(name: string, members: readonly RecordLine[]): string {
  const oldestFirst = members.toSorted((one, other) => one.committedAt - other.committedAt);
  const trend = trendThrough(
    oldestFirst.map(({ commit, committedAt, measurement: { unpackedBytes, layers } }) => ({
      commit,
      committedAt,
      unpackedBytes,
      layers,
    })),
  );
  if (!trend) return '';
  const summary = trend.rows.length > 1 ? `\n${trend.spark}  ${trend.words}` : '';
  return `${name}${summary}\n${linesOf(trend.rows)}`;
}

function linesOf(rows: readonly TrendRow[]): string {
  const longest = Math.max(1, ...rows.map(({ unpackedBytes }) => unpackedBytes));
  const cells = rows
    .toReversed()
    .map(({ commit = '', day = '', unpackedBytes, deltaBytes = 0, layers }) => [
      `  ${day}`,
      visible(commit.slice(0, 12)),
      formatBytes(unpackedBytes).padStart(8),
      (deltaBytes === 0 ? '' : formatDelta(deltaBytes)).padStart(9),
      `${String(layers).padStart(3)} ${layers === 1 ? 'layer' : 'layers'}`,
      '█'.repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round((unpackedBytes / longest) * barCells))),
    ]);
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return cells.map((row) => `${line(row)}\n`).join('');
}
