import type { Comparison } from '../../result/result.ts';
import { rewrittenWords } from '../rewritten.ts';
import { plural } from '../verdict.ts';
import { paragraph } from './blocks.ts';
import { cappedTable, fold, type Fold, type FoldContext, left, right } from './fold.ts';
import { code, delta, figures, gfm, join, type Markdown, nothing, prose } from './markdown.ts';

/** What changed since the baseline: packages, paths, settings. */
export function whatGrew(change: Comparison, { maxRows }: FoldContext): Fold | undefined {
  const { packages, grew, config } = change;
  const rewritten = rewrittenWords(change);
  const blocks = [
    ...cappedTable(packageColumns, packageRows(packages), maxRows),
    ...cappedTable(
      [left(gfm`Path`), right(nothing)],
      grew.map(({ path, ofBase, deltaBytes }) => [
        ofBase ? join([code(path), figures('base image')], ' ') : code(path),
        delta(deltaBytes),
      ]),
      maxRows,
    ),
    ...cappedTable(
      [left(gfm`Setting`), left(gfm`base`), left(gfm`this change`)],
      config.map(({ field, before, after }) => [code(field), value(before), value(after)]),
      maxRows,
    ),
    ...(rewritten === undefined ? [] : [paragraph(prose(rewritten))]),
  ];
  if (blocks.length === 0) return undefined;
  const counts = [
    packages.length > 0 ? plural(packages.length, 'package') : '',
    grew.length > 0 ? plural(grew.length, 'path') : '',
    config.length > 0 ? plural(config.length, 'setting') : '',
    rewritten === undefined ? '' : 'other contents',
  ];
  return fold('What grew', `What grew: ${counts.filter((words) => words !== '').join(', ')}`, blocks);
}

const packageColumns = [left(gfm`Package`), left(gfm`base`), left(gfm`this change`), right(nothing)];

function packageRows(packages: Comparison['packages']): readonly (readonly Markdown[])[] {
  return packages.map(({ manager, name, before, after, ofBase, deltaBytes }) => [
    join([code(name), figures(ofBase ? `${manager}, base image` : manager)], ' '),
    value(before),
    value(after),
    delta(deltaBytes),
  ]);
}

function value(side: string | undefined): Markdown {
  return side === undefined ? gfm`–` : code(side);
}
