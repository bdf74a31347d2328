import { clipped, type Line, own, type Span, widthOf, wrap } from './spans.ts';

/** A column of a table at a terminal. */
export interface Column {
  readonly title?: string;
  readonly align: 'left' | 'right';
  /** Cut with `…` instead of wrapped. */
  readonly clip?: boolean;
}

const gap = 2;

/** Rows in columns that fit the width: the last column takes what the others leave and is wrapped. */
export function table(columns: readonly Column[], rows: readonly (readonly Line[])[], width: number): readonly Line[] {
  if (rows.length === 0) return [];
  const titles = columns.map(({ title }): Line => (title === undefined ? [] : [own(title, 'dim')]));
  const all = columns.some(({ title }) => title !== undefined) ? [titles, ...rows] : rows;
  const widths = fitted(
    columns.map((_, index) => Math.max(...all.map((cells) => widthOf(cells[index] ?? [])))),
    width,
  );
  return all.flatMap((cells) => rowLines(cells, columns, widths));
}

/** Narrows the widest column again and again until the row fits; no column gets less than eight. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const room = width - gap * (widths.length - 1);
  for (;;) {
    const excess = widths.reduce((sum, columns) => sum + columns, 0) - room;
    const widest = Math.max(...widths);
    if (excess <= 0 || widest <= 8) return widths;
    const next = Math.max(0, ...widths.filter((columns) => columns < widest));
    // Down to the next widest in one step; where several are the widest, one column at a time.
    const step = Math.max(1, Math.min(excess, widest - next));
    widths[widths.lastIndexOf(widest)] = Math.max(
      8,
      widest - (widths.filter((columns) => columns === widest).length > 1 ? 1 : step),
    );
  }
}

function rowLines(cells: readonly Line[], columns: readonly Column[], widths: readonly number[]): readonly Line[] {
  const wrapped = columns.map((column, index) =>
    cellLines(cells[index] ?? [], widths[index] ?? 1, column.clip ?? false),
  );
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, lineIndex) =>
    trimmed(
      columns.flatMap(({ align }, index): readonly Span[] => {
        const content = wrapped[index]?.[lineIndex] ?? [];
        const fill = own(' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(content))));
        const between = index === 0 ? [] : [own(' '.repeat(gap))];
        return align === 'left' ? [...between, ...content, fill] : [...between, fill, ...content];
      }),
    ),
  );
}

function cellLines(cell: Line, width: number, clip: boolean): readonly Line[] {
  return clip && widthOf(cell) > width ? [clipped(cell, width)] : wrap(cell, width);
}

function trimmed(line: readonly Span[]): Line {
  const end = line.findLastIndex(({ text }) => text.trim() !== '');
  return line.slice(0, end + 1);
}
