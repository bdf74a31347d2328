import type { SourceLinks } from '../links.ts';
import { type Block, type Column, details, paragraph, stack, table } from './blocks.ts';
import { figures, gfm, type Markdown } from './markdown.ts';

/** A folded part of an image's report. */
export interface Fold {
  /** What a note calls it when there was no room for it. */
  readonly name:
    | 'What grew'
    | 'History'
    | 'Layers'
    | 'Hidden copies'
    | 'Ways of building by kind'
    | 'Effective command'
    | 'Packages and folders'
    | 'Not checked';
  readonly block: Block;
}

/** What the folds need to know beside the image. */
export interface FoldContext {
  readonly links: SourceLinks | undefined;
  /** A job summary has all tables; a comment leaves out those that a line in it stands for. */
  readonly detail: 'comment' | 'summary';
  /** Rows of a table before it says how many more there are. */
  readonly maxRows: number;
}

/** A column of words. */
export const left = (title: Markdown): Column => ({ title, align: 'left' });
/** A column of figures. */
export const right = (title: Markdown): Column => ({ title, align: 'right' });

/** A table with at most so many rows, and how many more there are; nothing without rows. */
export function cappedTable(
  columns: readonly Column[],
  rows: readonly (readonly Markdown[])[],
  maxRows: number,
): readonly Block[] {
  if (rows.length === 0) return [];
  const rest = rows.length - maxRows;
  return [table(columns, rows.slice(0, maxRows)), ...(rest > 0 ? [paragraph(gfm`… and ${rest} more`)] : [])];
}

/** A part under its summary, which holds words of ours only. */
export function fold(name: Fold['name'], summary: string, blocks: readonly Block[]): Fold {
  return { name, block: details(figures(summary), [stack(blocks)]) };
}
