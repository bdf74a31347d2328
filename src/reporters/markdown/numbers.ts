import type { ImageResult } from '../../result/result.ts';
import { gatedOf, isMeasured, whyUnmeasured } from '../facts.ts';
import type { SourceLinks } from '../links.ts';
import { baselineWords, type NumberRow, numberRows } from '../numbers.ts';
import { type Block, type Column, paragraph, stack, table } from './blocks.ts';
import { figures, join, type Markdown, gfm, nothing, prose } from './markdown.ts';
import { phrase } from './words.ts';

const label: Column = { title: nothing, align: 'left' };
const before: Column = {
  title: gfm`base`,
  align: 'right',
};
const after: Column = {
  title: gfm`this&nbsp;change`,
  align: 'right',
};
const notes: Column = { title: nothing, align: 'left' };

const labels: Readonly<Record<NumberRow['label'], Markdown>> = {
  'On disk': gfm`On&nbsp;disk`,
  'To pull': gfm`To&nbsp;pull`,
  Hidden: gfm`Hidden`,
  Layers: gfm`Layers`,
};

/** The four numbers as a table; without a baseline, one column less and the reason. */
export function numbersBlock(image: ImageResult, links: SourceLinks | undefined): Block {
  if (!isMeasured(image)) return paragraph(prose(whyUnmeasured(image)));
  const rows = numberRows(gatedOf(image));
  const hasBase = image.baseline.state === 'found';
  const cells = rows.map((row) => {
    const figure = row.label === 'On disk' ? gfm`**${figures(row.after)}**` : figures(row.after);
    const said = join(
      row.notes.map((words) => phrase(words, links)),
      ' · ',
    );
    return hasBase ? [labels[row.label], figures(row.before ?? ''), figure, said] : [labels[row.label], figure, said];
  });
  const figureColumns = hasBase ? [label, before, after] : [label, { ...after, title: gfm`this&nbsp;image` }];
  const columns = rows.some((row) => row.notes.length > 0) ? [...figureColumns, notes] : figureColumns;
  const reason = image.baseline.state === 'none' ? [paragraph(prose(baselineWords(image.baseline.reason)))] : [];
  return stack([
    table(
      columns,
      cells.map((row) => row.slice(0, columns.length)),
    ),
    ...reason,
  ]);
}
