import { type Line, own, paint, type Style, wrap } from './spans.ts';

/** How wide the terminal is, and whether it shows colours. */
export interface TerminalOptions {
  /** Columns; reports are laid out for at least 40 and at most 120. */
  readonly width: number;
  readonly colour: boolean;
}

/** The columns a report is laid out for. */
export function layoutWidth({ width }: TerminalOptions): number {
  return Math.min(120, Math.max(40, Math.floor(width)));
}

/** Lines moved to the right. */
export function indented(lines: readonly Line[], columns: number): readonly Line[] {
  const margin: Line = [own(' '.repeat(columns))];
  return lines.map((line) => (line.length === 0 ? line : margin.concat(line)));
}

/** A paragraph behind a label: `to pass  Lose 12 MB …`, wrapped under its own first word. */
export function labelled(
  label: string,
  labelColumns: number,
  line: Line,
  width: number,
  style: Style = 'dim',
): readonly Line[] {
  const [first = [], ...others] = wrap(line, width - labelColumns);
  return [[own(label.padEnd(labelColumns), style), ...first], ...indented(others, labelColumns)];
}

/** The page as text that ends with a line end. */
export function pageOf(lines: readonly Line[], { colour }: TerminalOptions): string {
  return `${lines.map((line) => paint(disarmed(line), colour).trimEnd()).join('\n')}\n`;
}

/**
 * A CI runner obeys lines that begin with `::name` and `##[name]` anywhere; ours begin with neither.
 * The words of a report rarely hold either, so the escape is not made up for.
 */
function disarmed(line: Line): Line {
  const whole = line.map(({ text }) => text).join('');
  const startsCommand = /^\s*::/.test(whole);
  if (!startsCommand && !whole.includes('##[')) return line;
  return [own((startsCommand ? whole.replace(':', '\\u{3a}') : whole).replaceAll('##[', '#\\u{23}['))];
}
