import type { AuditResult } from '../../result/audit.ts';
import { indented, layoutWidth, pageOf, type TerminalOptions } from '../terminal/page.ts';
import { foreign, own, prose, wrap, type Line } from '../terminal/spans.ts';
import { sharing } from './fleet-words.ts';
import { sinceInWords, trendsOf } from './history-words.ts';
import { headline, linesOf, lostShards, noticesOf, placeInWords, type AuditLine } from './lines.ts';
import { rowsOf } from './rows.ts';
import { basesTable, imagesTable, staleBases } from './terminal-fleet.ts';

/** The audit for a terminal: what came of it, what could not be looked at, images worst first, findings. */
export function renderAuditTerminal(result: AuditResult, options: TerminalOptions): string {
  const width = layoutWidth(options);
  const { fleet } = result;
  const rows = rowsOf(result);
  const style = result.outcome === 'pass' ? 'good' : 'error';
  return pageOf(
    [
      [own('Plimsoll audit ', 'bold'), own(headline(result), style)],
      ...sharing(result).flatMap((sentence) => wrap([own(sentence, 'dim')], width)),
      ...sinceInWords(result).flatMap((sentence) => wrap([own(sentence)], width)),
      ...trendsOf(result).flatMap(({ what, spark, words }) => wrap([own(`${what} ${spark} ${words}`, 'dim')], width)),
      ...notLookedAt(result, width),
      ...imagesTable(rows, width),
      ...rows.flatMap(({ image }) => findingLines(linesOf(image), image.name, width)),
      ...staleBases(fleet, width),
      ...basesTable(fleet, width),
      ...noticesOf(result).flatMap(({ message }) => [[], ...wrap(prose(message), width)]),
    ],
    options,
  );
}

function notLookedAt(result: AuditResult, width: number): readonly Line[] {
  const { notAudited, problems, skipped } = result;
  const lost = lostShards(result);
  const images = notAudited.flatMap(({ name, reason, uses }) => [
    ...wrap([foreign(name, 'name'), own('  '), foreign(reason, undefined, 400)], width - 2),
    ...uses
      .slice(0, 3)
      .map(({ place, what }): Line => [
        own('  '),
        foreign(`${place.file}:${place.line}`, 'dim'),
        own('  '),
        foreign(what, 'dim'),
      ]),
  ]);
  const files = problems.flatMap(({ message, place, hint }) => [
    ...wrap(
      [...(place ? [foreign(placeInWords(place), 'name'), own('  ')] : []), foreign(message, undefined, 400)],
      width - 2,
    ),
    ...wrap([own('  '), foreign(hint, 'dim', 400)], width - 2),
  ]);
  return [
    ...(lost === undefined ? [] : [[], ...wrap([own(lost, 'error')], width)]),
    ...section('Could not be audited', images),
    ...section('Could not be read or known', files),
    ...(skipped.length === 0
      ? []
      : [[], [own(`${skipped.length} built here, not audited as images (--format json lists them)`, 'dim')]]),
  ];
}

function section(title: string, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [[], [own(title, 'error')], ...indented(lines, 2)];
}

function findingLines(lines: readonly AuditLine[], name: string, width: number): readonly Line[] {
  if (lines.length === 0) return [];
  const body = lines.flatMap(({ standing, rule, message, toPass, places }) => {
    const style = standing === 'waived' ? 'dim' : standing;
    const where = places
      .slice(0, 3)
      .map(({ file, line }) => `${file}:${line}`)
      .join(', ');
    const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
    return [
      ...wrap([own(`${standing} `, style), foreign(rule, 'name'), own('  '), ...prose(message)], width - 2),
      ...(where === '' ? [] : indented(wrap([foreign(where + more, 'dim')], width - 4), 2)),
      ...(toPass === '' ? [] : indented(wrap([own('to pass  ', 'dim'), ...prose(toPass)], width - 4), 2)),
    ];
  });
  return [[], [foreign(name, 'bold')], ...indented(body, 2)];
}
