import type { Comparison, ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta, formatRatio } from '../../units.ts';
import { carriedBy } from '../carried.ts';
import { gatedOf, kindsInWords, variantComparisons } from '../facts.ts';
import { nameOfLines } from '../links.ts';
import { baselineWords, numberRows } from '../numbers.ts';
import { rewrittenWords } from '../rewritten.ts';
import type { Words } from '../words.ts';
import { trendOf } from '../trend.ts';
import { labelled } from './page.ts';
import { columnsOf, foreign, type Line, own, prose, type Span, wrap } from './spans.ts';
import { table } from './table.ts';

/** A phrase as spans, its parts a space apart. */
export function phrase(words: Words): Line {
  return words.flatMap((word, index): readonly Span[] => {
    const span =
      typeof word === 'string'
        ? own(word)
        : 'lines' in word
          ? foreign(nameOfLines(word.lines), 'name')
          : foreign(word.name, 'name');
    return index > 0 ? [own(' '), span] : [span];
  });
}

/** The four numbers, with the baseline beside them where there is one. */
export function numbersOf(image: ImageResult, width: number): readonly Line[] {
  const hasBase = image.baseline.state === 'found';
  const rows = numberRows(gatedOf(image)).map((row): readonly Line[] => {
    const notes = row.notes.flatMap((words, index) => [...(index > 0 ? [own(' · ')] : []), ...phrase(words)]);
    const after: Line = [own(row.after, 'bold')];
    return hasBase ? [[own(row.label)], [own(row.before ?? '')], after, notes] : [[own(row.label)], after, notes];
  });
  const left = { align: 'left' } as const;
  const columns = hasBase
    ? [left, { align: 'right', title: 'base' } as const, { align: 'right', title: 'this change' } as const, left]
    : [left, { align: 'right' } as const, left];
  const { baseline } = image;
  const reason = baseline.state === 'none' ? wrap(prose(baselineWords(baseline.reason)), width) : [];
  return [...table(columns, rows, width), ...reason, ...trendLines(image, width)];
}

/** How the size went over the recorded commits. */
function trendLines(image: ImageResult, width: number): readonly Line[] {
  const trend = trendOf(image);
  return trend ? labelled('History', 9, [own(trend.spark, 'bold'), own(` ${trend.words}`)], width) : [];
}

/** Ways of building as bars of their size, and what stays behind by kind. */
export function variantsOf(image: ImageResult, width: number): readonly Line[] {
  const comparisons = variantComparisons(image);
  if (comparisons.length === 0) return [];
  const longest = Math.max(...image.variants.map(({ measurement }) => measurement.unpackedBytes), 1);
  const names = Math.min(
    30,
    Math.max(...image.variants.map(({ name }) => columnsOf(foreign(name, undefined, 30).text))),
  );
  const cells = Math.max(8, Math.min(48, width - names - 13));
  const bars = image.variants
    .toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes)
    .map(({ name, measurement: { unpackedBytes } }): readonly Line[] => [
      [foreign(name, name === image.gated ? 'bold' : undefined, 30)],
      [own(formatBytes(unpackedBytes))],
      [
        own(
          '█'.repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round((unpackedBytes / longest) * cells))),
          name === image.gated ? 'good' : 'dim',
        ),
      ],
    ]);
  const sentences = comparisons.flatMap((comparison) => wrap(sentence(comparison, comparisons.length > 1), width));
  return [...table([{ align: 'left' }, { align: 'right' }, { align: 'left' }], bars, width), ...sentences];
}

/** `425.9 MB (78.4 %) stay behind: compilers 268.0 MB, …`. */
export function sentence(comparison: Comparison, named: boolean): Line {
  const { before, after, beforeBytes, unpackedDeltaBytes } = comparison;
  const kinds = kindsInWords(comparison);
  const share = beforeBytes > 0 ? ` (${formatRatio(Math.abs(unpackedDeltaBytes) / beforeBytes)})` : '';
  const amount =
    unpackedDeltaBytes < 0
      ? `${formatBytes(-unpackedDeltaBytes)}${share} stay behind`
      : `${formatDelta(unpackedDeltaBytes)}${unpackedDeltaBytes > 0 ? share : ''}`;
  const names = named ? [foreign(before, 'name'), own(' → '), foreign(after, 'name'), own(': ')] : [];
  return [...names, own(amount, 'bold'), own(kinds === '' ? '' : `: ${kinds}`)];
}

/** What only a build needs and ships all the same. */
export function carriedLines(image: ImageResult, width: number): readonly Line[] {
  const carried = carriedBy(image);
  if (!carried) return [];
  const parts = carried.parts.flatMap((words, index) => [own(index === 0 ? ': ' : ', '), ...phrase(words)]);
  return wrap([own(carried.intro, 'bold'), ...parts], width);
}

const shownRows = 10;

/** What grew since the baseline: packages, then paths, then settings. */
export function changesOf(image: ImageResult, width: number): readonly Line[] {
  const { change } = gatedOf(image);
  return change ? changeLines(change, width) : [];
}

const value = (side: string | undefined): Span => (side === undefined ? own('–') : foreign(side, undefined, 60));

const baseMark = ({ ofBase }: { readonly ofBase?: boolean | undefined }): readonly Span[] =>
  ofBase ? [own(' (base image)', 'dim')] : [];

/** The rows of a comparison, capped. */
export function changeLines(change: Comparison, width: number): readonly Line[] {
  const { packages, grew, config } = change;
  const rows: readonly (readonly Line[])[] = [
    ...packages.map((row) => [
      [own(formatDelta(row.deltaBytes))],
      [foreign(row.name, 'name'), own(' '), value(row.before), own(' → '), value(row.after), ...baseMark(row)],
    ]),
    ...grew.map((row) => [[own(formatDelta(row.deltaBytes))], [foreign(row.path, 'name'), ...baseMark(row)]]),
    ...config.map((row) => [
      [own('')],
      [foreign(row.field, 'name'), own(' '), value(row.before), own(' → '), value(row.after)],
    ]),
  ];
  const words = rewrittenWords(change);
  const rewritten = words === undefined ? [] : wrap([own(words)], width);
  if (rows.length === 0 && rewritten.length === 0) return [];
  const rest = rows.length - shownRows;
  const shown = table([{ align: 'right' }, { align: 'left' }], rows.slice(0, shownRows), width);
  return [[own('Changed', 'bold')], ...shown, ...(rest > 0 ? [[own(`… and ${rest} more`, 'dim')]] : []), ...rewritten];
}
