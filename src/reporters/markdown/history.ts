import type { ImageResult } from '../../result/result.ts';
import { notJudged, rulesSince } from '../since.ts';
import { type Trend, trendOf } from '../trend.ts';
import { type Block, paragraph } from './blocks.ts';
import { cappedTable, fold, type Fold, left, right } from './fold.ts';
import { bytes, code, delta, figures, gfm, join, type Markdown, nothing, prose } from './markdown.ts';
import { bar } from './variants.ts';

const barCells = 24;

/** How the size went over the recorded commits, in a line. */
export function historyLine(image: ImageResult): Block | undefined {
  const trend = trendOf(image);
  return trend && paragraph(gfm`History ${code(trend.spark)} ${figures(trend.words)}`);
}

/** Which rules find what the baseline did not, and which no longer do. */
export function rulesSinceLine(image: ImageResult): Block | undefined {
  const lines = rulesSince(image).map(({ label, rules }) => {
    const names = rules.map((rule) => code(rule, 60));
    return gfm`${figures(label)}: ${join(names, ', ')}`;
  });
  const why = notJudged(image);
  if (why !== undefined) lines.push(prose(why));
  return lines.length === 0 ? undefined : paragraph(join(lines, ' · '));
}

/** The sizes one by one, newest first, each with its bar: a chart that every renderer draws. */
export function historyFold(image: ImageResult, maxRows: number): Fold | undefined {
  const trend = trendOf(image);
  if (!trend) return undefined;
  const columns = [
    left(gfm`Commit`),
    left(gfm`Day`),
    right(gfm`on&nbsp;disk`),
    right(gfm`change`),
    left(nothing),
    right(gfm`layers`),
  ];
  const count = trend.rows.length - 1;
  return fold('History', `History: ${count} recorded commits`, cappedTable(columns, rowsOf(trend), maxRows));
}

function rowsOf({ rows }: Trend): readonly (readonly Markdown[])[] {
  const longest = Math.max(...rows.map(({ unpackedBytes }) => unpackedBytes));
  return rows
    .toReversed()
    .map(({ commit, day, release, unpackedBytes, deltaBytes, layers }) => [
      commit === undefined
        ? gfm`this change`
        : join([code(commit.slice(0, 12)), release === undefined ? nothing : code(release, 60)], ' '),
      day === undefined ? nothing : code(day),
      bytes(unpackedBytes),
      deltaBytes === undefined || deltaBytes === 0 ? nothing : delta(deltaBytes),
      code(bar(unpackedBytes, longest, barCells)),
      gfm`${layers}`,
    ]);
}
