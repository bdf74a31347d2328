import { visible } from '../../visible.ts';

/** How a piece of text looks; each stands for one meaning, not for one colour. */
export type Style = 'bold' | 'dim' | 'error' | 'warning' | 'good' | 'name';

/** A piece of text on one line, free of control characters. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** A line before it is cut to the width of the terminal. */
export type Line = readonly Span[];

const sgr: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  good: [32, 39],
  name: [36, 39],
};

/** Words of ours. */
export const own = (text: string, style?: Style): Span => (style ? { text, style } : { text });

/** Foreign text: what would move the cursor, colour or hide something is shown as an escape. */
export const foreign = (untrusted: string, style?: Style, maxUnits?: number): Span =>
  own(visible(untrusted, maxUnits), style);

/** A sentence of a rule: names in backticks stand out, untrusted parts are made visible. */
export function prose(untrusted: string): Line {
  const parts = visible(untrusted, 600).split(/`([^`]+)`/);
  return parts
    .map((part, index) => (index % 2 === 1 ? own(part, 'name') : own(part)))
    .filter(({ text }) => text !== '');
}

/** The line as it is written; with `colour`, wrapped in SGR sequences. */
export function paint(line: Line, colour: boolean): string {
  return line
    .map(({ text, style }) => {
      if (!colour || !style || text.trim() === '') return text;
      const [on, off] = sgr[style];
      return `\u001b[${on}m${text}\u001b[${off}m`;
    })
    .join('');
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** ASCII, boxes, and the dashes, quotes and marks of our own sentences: most lines are not looked at letter by letter. */
const oneColumnEach = /^[ -~\u00b7\u2010-\u2027\u2190-\u2193\u2248\u2500-\u259f\u2713\u2717]*$/;

/** Columns a text takes: two for East Asian wide characters and emoji, none for combining marks (Unicode annex 11). */
export function columnsOf(text: string): number {
  if (oneColumnEach.test(text)) return text.length;
  return Array.from(text).reduce((sum, point) => sum + (/\p{M}/u.test(point) ? 0 : wide.test(point) ? 2 : 1), 0);
}

/** Columns of a whole line. */
export function widthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** The line broken at spaces into lines of at most `width` columns; a longer word is broken inside. */
export function wrap(line: Line, width: number): readonly Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of line.flatMap((span) => words(span, width))) {
    const columns = columnsOf(word.text);
    const current = lines.at(-1) ?? [];
    if (used + columns > width && used > 0) {
      lines.push([]);
      used = 0;
      if (word.text.trim() === '') continue;
    }
    if (used === 0 && current.length > 0 && word.text.trim() === '') continue;
    lines.at(-1)?.push(word);
    used += columns;
  }
  return lines;
}

/** Words and the spaces between them, none wider than a whole line. */
function words({ text, style }: Span, width: number): readonly Span[] {
  return text
    .split(/( +)/)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, width))
    .map((word) => own(word, style));
}

function pieces(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word];
  const cut: string[] = [''];
  let used = 0;
  for (const point of word) {
    const columns = columnsOf(point);
    if (used + columns > width) {
      cut.push('');
      used = 0;
    }
    cut[cut.length - 1] += point;
    used += columns;
  }
  return cut;
}

/** The beginning of a line with `…` where the rest was. */
export function clipped(line: Line, width: number): Line {
  const kept: Span[] = [];
  let room = width - 1;
  for (const { text, style } of line) {
    const [first = ''] = columnsOf(text) <= room ? [text] : pieces(text, Math.max(1, room));
    kept.push(own(first, style));
    room -= columnsOf(first);
    if (first !== text || room <= 0) break;
  }
  return [...kept, own('…')];
}
