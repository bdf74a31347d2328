import type { Comparison } from '../result/result.ts';
import { formatDelta, formatPair, formatRatio } from '../units.ts';
import { changeLines, sentence } from './terminal/facts.ts';
import { indented, layoutWidth, pageOf, type TerminalOptions } from './terminal/page.ts';
import { foreign, type Line, own, wrap } from './terminal/spans.ts';
import { table } from './terminal/table.ts';

/** `plimsoll compare`: two measurements, before and after. */
export function renderComparison(comparison: Comparison, options: TerminalOptions): string {
  const width = layoutWidth(options);
  const { before, after, beforeBytes, afterBytes, unpackedDeltaBytes } = comparison;
  const [one, other] = formatPair(beforeBytes, afterBytes);
  const share =
    beforeBytes > 0
      ? ` (${unpackedDeltaBytes < 0 ? '−' : '+'}${formatRatio(Math.abs(unpackedDeltaBytes) / beforeBytes)})`
      : '';
  const deltas: readonly (readonly [string, string])[] = [
    ['On disk', `${one} → ${other}: ${formatDelta(unpackedDeltaBytes)}${share}`],
    ...(comparison.ownDeltaBytes === undefined ? [] : [['Own layers', formatDelta(comparison.ownDeltaBytes)] as const]),
    ...(comparison.baseDeltaBytes === undefined
      ? []
      : [['Base image', formatDelta(comparison.baseDeltaBytes)] as const]),
    ...(comparison.pullDelta
      ? [['To pull', `${comparison.pullDelta.exact ? '' : '≈ '}${formatDelta(comparison.pullDelta.bytes)}`] as const]
      : []),
    ['Hidden', formatDelta(comparison.hiddenDeltaBytes)],
    ['Layers', countDelta(comparison.layersDelta)],
  ];
  const kindLines = comparison.byKind.length > 0 ? wrap(sentence(comparison, false), width - 2) : [];
  const sections = [
    table(
      [{ align: 'left' }, { align: 'left' }],
      deltas.map(([label, words]) => [[own(label)], [own(words)]]),
      width - 2,
    ),
    kindLines,
    changeLines(comparison, width - 2),
  ].filter((lines) => lines.length > 0);
  const title: Line = [foreign(before, 'bold'), own(' → '), foreign(after, 'bold')];
  return pageOf([...wrap(title, width), ...sections.flatMap((lines) => blank.concat(indented(lines, 2)))], options);
}

/** A difference of counts in the signs that differences of bytes have. */
function countDelta(delta: number): string {
  return `${delta > 0 ? '+' : delta < 0 ? '−' : '±'}${Math.abs(delta)}`;
}

const blank: readonly Line[] = [[]];
