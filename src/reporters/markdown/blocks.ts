import type { Markdown } from './markdown.ts';

const isBlock = Symbol('Block');

/** One or more whole lines of Markdown, without blank lines at its ends. */
export interface Block {
  readonly source: string;
  readonly [isBlock]: true;
}

const make = (source: string): Block => ({ source, [isBlock]: true });

export const heading = (level: 3 | 4, content: Markdown): Block => make(`${'#'.repeat(level)} ${content.source}`);

export const paragraph = (...lines: readonly Markdown[]): Block => make(lines.map((line) => line.source).join('\n'));

export const bullets = (items: readonly Markdown[]): Block => make(items.map((item) => `- ${item.source}`).join('\n'));

/** A column's heading and where its cells stand. */
export interface Column {
  readonly title: Markdown;
  readonly align: 'left' | 'right';
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table; every row has one cell a column. */
export function table(columns: readonly Column[], rows: readonly (readonly Markdown[])[]): Block {
  return make(
    [
      line(columns.map(({ title }) => title.source)),
      line(columns.map(({ align }) => (align === 'left' ? ':--' : '--:'))),
      ...rows.map((cells) => line(cells.map(({ source }) => source))),
    ].join('\n'),
  );
}

/** A part that opens on a click. `summary` stands where Markdown is not read: words of our own, figures or {@link htmlCode}. */
export function details(summary: Markdown, blocks: readonly Block[]): Block {
  return make(`<details>\n<summary>${summary.source}</summary>\n\n${stack(blocks).source}\n\n</details>`);
}

/** Blocks below each other. */
export function stack(blocks: readonly Block[]): Block {
  return make(
    blocks
      .map((block) => block.source)
      .filter((source) => source !== '')
      .join('\n\n'),
  );
}
