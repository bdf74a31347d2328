import { formatBytes } from '../units.ts';
import { visible } from '../visible.ts';

/** A stored measurement, as a list shows it. */
export interface RecordLine {
  readonly image: string;
  readonly platform: string;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly committedAt: number;
  readonly measurement: { readonly unpackedBytes: number; readonly layers: number };
}

/** `plimsoll baseline show` as text: a line for each record, in the order given. */
export function renderRecords(records: readonly RecordLine[]): string {
  const rows = records.map(({ image, platform, commit, committedAt, measurement: { unpackedBytes, layers } }) => [
    visible(image, 80),
    visible(platform, 40),
    new Date(committedAt * 1000).toISOString().slice(0, 10),
    commit.slice(0, 12),
    formatBytes(unpackedBytes),
    `${layers} layers`,
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
