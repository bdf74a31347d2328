import type { Measurement } from '../result/measurement.ts';
import { formatBytes } from '../units.ts';
import { hidingVerbs, kindNames } from './facts.ts';
import { pullText } from './numbers.ts';
import { phrase } from './terminal/facts.ts';
import { layersOf } from './terminal/layers.ts';
import { indented, labelled, layoutWidth, pageOf, type TerminalOptions } from './terminal/page.ts';
import { foreign, type Line, own, prose, wrap } from './terminal/spans.ts';
import { table } from './terminal/table.ts';
import { plural } from './verdict.ts';
import { placeOfLayer } from './words.ts';

/** One image that was measured and not judged. */
export interface Inspection {
  /** What the user calls it. Untrusted. */
  readonly name: string;
  readonly measurement: Measurement;
}

const shownRows = 15;

/** `plimsoll inspect`: the measurement alone. */
export function renderInspection({ name, measurement }: Inspection, options: TerminalOptions): string {
  const width = layoutWidth(options);
  const title: Line = [
    foreign(name, 'bold'),
    own(' · '),
    foreign(measurement.platform),
    own(' · '),
    foreign(measurement.imageId, 'dim'),
  ];
  const sections = [
    numbers(measurement, width - 2),
    kinds(measurement, width - 2),
    layersOf(measurement, width - 2, 'listed'),
    folders(measurement, width - 2),
    packages(measurement, width - 2),
    hidden(measurement, width - 2),
    command(measurement, width - 2),
  ].filter((lines) => lines.length > 0);
  return pageOf([...wrap(title, width), ...sections.flatMap((lines) => blank.concat(indented(lines, 2)))], options);
}

const blank: readonly Line[] = [[]];

function numbers(measurement: Measurement, width: number): readonly Line[] {
  const { unpackedBytes, visibleBytes, hiddenBytes, pull, layers, baseLayers, entries } = measurement;
  const split = baseLayers === undefined ? '' : ` (${layers - baseLayers} own, ${baseLayers} base)`;
  const rows: readonly (readonly [string, string])[] = [
    ['On disk', formatBytes(unpackedBytes)],
    ['Visible', formatBytes(visibleBytes)],
    ['Hidden', formatBytes(hiddenBytes)],
    ...(pull ? [['To pull', pullText(pull)] as const] : []),
    ['Layers', `${layers}${split}`],
    ['Entries', String(entries)],
  ];
  return table(
    [{ align: 'left' }, { align: 'left' }],
    rows.map(([label, words]) => [[own(label)], [own(words, 'bold')]]),
    width,
  );
}

function kinds({ byKind, unpackedBytes }: Measurement, width: number): readonly Line[] {
  const cells = Math.max(8, Math.min(40, width - 40));
  const rows = byKind
    .filter((kind) => kind.unpackedBytes > 0)
    .toSorted((one, other) => other.unpackedBytes - one.unpackedBytes)
    .map((kind): readonly Line[] => [
      [own(kindNames[kind.kind])],
      [own(formatBytes(kind.unpackedBytes))],
      [own('█'.repeat(Math.max(1, Math.round((kind.unpackedBytes / Math.max(1, unpackedBytes)) * cells))), 'good')],
    ]);
  return table([{ align: 'left' }, { align: 'right' }, { align: 'left' }], rows, width);
}

function folders({ largest }: Measurement, width: number): readonly Line[] {
  const rows = largest.map(({ path, bytes, layer }): readonly Line[] => [
    [own(formatBytes(bytes))],
    [own(String(layer), 'dim')],
    [foreign(path, 'name')],
  ]);
  const columns = [
    { align: 'right', title: 'visible' },
    { align: 'right', title: 'layer' },
    { align: 'left', title: 'folder' },
  ] as const;
  return capped(table(columns, rows.slice(0, shownRows), width), rows.length);
}

function packages(measurement: Measurement, width: number): readonly Line[] {
  const rows = measurement.packages
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ name, version, bytes, layer }): readonly Line[] => [
      [own(formatBytes(bytes))],
      [own(String(layer), 'dim')],
      [foreign(name, 'name'), own(' '), foreign(version)],
    ]);
  const columns = [
    { align: 'right', title: 'visible' },
    { align: 'right', title: 'layer' },
    { align: 'left', title: `package (${plural(rows.length, 'package')})` },
  ] as const;
  return capped(table(columns, rows.slice(0, shownRows), width), rows.length);
}

function hidden(measurement: Measurement, width: number): readonly Line[] {
  const rows = measurement.hidden
    .slice(0, shownRows)
    .map(({ path, bytes, addedBy, hiddenBy, how }): readonly Line[] => [
      [own(formatBytes(bytes), 'warning')],
      [foreign(path, 'name')],
      phrase([placeOfLayer(measurement, hiddenBy), hidingVerbs[how], placeOfLayer(measurement, addedBy), 'wrote']),
    ]);
  const columns = [{ align: 'right', title: 'hidden' }, { align: 'left', title: 'path' }, { align: 'left' }] as const;
  return capped(table(columns, rows, width), measurement.hiddenTotal.copies);
}

function capped(lines: readonly Line[], total: number): readonly Line[] {
  return total > shownRows ? lines.concat([[own(`… and ${total - shownRows} more`, 'dim')]]) : lines;
}

function command({ effectiveCommand: { argv, explanation } }: Measurement, width: number): readonly Line[] {
  const words = argv.length === 0 ? own('nothing of its own') : foreign(JSON.stringify(argv), 'name', 400);
  return [...labelled('Runs', 6, [words], width), ...labelled('', 6, prose(explanation), width)];
}
