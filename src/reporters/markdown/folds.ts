import type { Measurement } from '../../result/measurement.ts';
import type { Comparison, ImageResult } from '../../result/result.ts';
import { formatBytes } from '../../units.ts';
import { commandOfLayer, gatedOf, hidingVerbs } from '../facts.ts';
import type { SourceLinks } from '../links.ts';
import { plural, policyLines } from '../verdict.ts';
import { placeOfLayer } from '../words.ts';
import { type Block, bullets, type Column, details, paragraph, stack, table } from './blocks.ts';
import { bytes, code, delta, figures, join, type Markdown, gfm, nothing, prose } from './markdown.ts';
import { phrase, place } from './words.ts';

/** A folded part of an image's report. */
export interface Fold {
  /** What a note calls it when there was no room for it. */
  readonly name:
    | 'What grew'
    | 'Layers'
    | 'Hidden copies'
    | 'Effective command'
    | 'Packages and folders'
    | 'Not checked';
  readonly block: Block;
}

/** What the folds need to know beside the image. */
export interface FoldContext {
  readonly links: SourceLinks | undefined;
  /** Rows of a table before it says how many more there are. */
  readonly maxRows: number;
}

/** The folded parts that have something to say, in the order of the page. */
export function foldsOf(image: ImageResult, context: FoldContext): readonly Fold[] {
  const { measurement, change } = gatedOf(image);
  const folds: readonly (Fold | undefined)[] = [
    change && whatGrew(change, context),
    layers(measurement, context),
    hiddenCopies(measurement, context),
    effectiveCommand(measurement),
    contents(measurement, context),
    notChecked(image),
  ];
  return folds.filter((one) => one !== undefined);
}

const left = (title: Markdown): Column => ({ title, align: 'left' });
const right = (title: Markdown): Column => ({ title, align: 'right' });

function cappedTable(
  columns: readonly Column[],
  rows: readonly (readonly Markdown[])[],
  maxRows: number,
): readonly Block[] {
  if (rows.length === 0) return [];
  const rest = rows.length - maxRows;
  return [table(columns, rows.slice(0, maxRows)), ...(rest > 0 ? [paragraph(gfm`… and ${rest} more`)] : [])];
}

function whatGrew(change: Comparison, { maxRows }: FoldContext): Fold | undefined {
  const { packages, grew, config } = change;
  const blocks = [
    ...cappedTable(packageColumns, packageRows(packages), maxRows),
    ...cappedTable(
      [left(gfm`Path`), right(nothing)],
      grew.map(({ path, deltaBytes }) => [code(path), delta(deltaBytes)]),
      maxRows,
    ),
    ...cappedTable(
      [left(gfm`Setting`), left(gfm`base`), left(gfm`this change`)],
      config.map(({ field, before, after }) => [code(field), value(before), value(after)]),
      maxRows,
    ),
  ];
  if (blocks.length === 0) return undefined;
  const counts = [
    packages.length > 0 ? plural(packages.length, 'package') : '',
    grew.length > 0 ? plural(grew.length, 'path') : '',
    config.length > 0 ? plural(config.length, 'setting') : '',
  ];
  return fold('What grew', `What grew: ${counts.filter((words) => words !== '').join(', ')}`, blocks);
}

const packageColumns = [left(gfm`Package`), left(gfm`base`), left(gfm`this change`), right(nothing)];

function packageRows(packages: Comparison['packages']): readonly (readonly Markdown[])[] {
  return packages.map(({ manager, name, before, after, deltaBytes }) => [
    join([code(name), figures(manager)], ' '),
    value(before),
    value(after),
    delta(deltaBytes),
  ]);
}

function value(side: string | undefined): Markdown {
  return side === undefined ? gfm`–` : code(side);
}

function layers(measurement: Measurement, { links, maxRows }: FoldContext): Fold {
  const rows = measurement.perLayer.map((layer, index) => [
    gfm`${index}`,
    bytes(layer.unpackedBytes),
    layer.unpackedBytes === layer.visibleBytes ? nothing : bytes(layer.unpackedBytes - layer.visibleBytes),
    layer.dockerfile ? place(layer.dockerfile, links) : phrase([placeOfLayer(measurement, index)], links),
    layer.createdBy === '' ? nothing : code(commandOfLayer(layer), 100),
  ]);
  const columns = [right(gfm`#`), right(gfm`on disk`), right(gfm`hidden`), left(gfm`Where`), left(gfm`Made by`)];
  // Own layers are what a reader can change, so the cut takes the base's first.
  const cut = Math.max(0, rows.length - maxRows);
  const note = cut > 0 ? [paragraph(gfm`The lowest ${cut} layers are left out.`)] : [];
  return fold('Layers', `Layers: ${measurement.layers}`, [...note, table(columns, rows.slice(cut))]);
}

function hiddenCopies(measurement: Measurement, { links, maxRows }: FoldContext): Fold | undefined {
  const { hidden, hiddenTotal } = measurement;
  if (hidden.length === 0) return undefined;
  const rows = hidden
    .slice(0, maxRows)
    .map(({ path, bytes: size, addedBy, hiddenBy, how }) => [
      code(path),
      bytes(size),
      phrase(
        [placeOfLayer(measurement, hiddenBy), hidingVerbs[how], placeOfLayer(measurement, addedBy), 'wrote'],
        links,
      ),
    ]);
  const rest = hiddenTotal.copies - rows.length;
  const blocks = [
    table([left(gfm`Path`), right(gfm`hidden`), left(gfm`How`)], rows),
    ...(rest > 0 ? [paragraph(gfm`… and ${rest} more`)] : []),
  ];
  const summary = `Hidden copies: ${hiddenTotal.copies}, ${formatBytes(hiddenTotal.bytes)}`;
  return fold('Hidden copies', summary, blocks);
}

function effectiveCommand({ effectiveCommand: { argv, pid1, explanation }, config }: Measurement): Fold {
  const items = [
    gfm`Runs ${argv.length === 0 ? gfm`nothing of its own` : code(JSON.stringify(argv), 400)}`,
    pid1 === undefined ? nothing : gfm`Process 1 is ${code(pid1)}`,
    prose(explanation),
    gfm`User ${config.user === '' ? gfm`not set, so root` : code(config.user)}`,
    config.workingDir === '' ? nothing : gfm`Working directory ${code(config.workingDir)}`,
    config.exposedPorts.length === 0
      ? nothing
      : gfm`Ports ${join(
          config.exposedPorts.slice(0, 20).map((port) => code(port, 40)),
          ', ',
        )}`,
  ];
  return fold('Effective command', 'Effective command', [bullets(items.filter(({ source }) => source !== ''))]);
}

function contents({ packages, largest, byKind }: Measurement, { maxRows }: FoldContext): Fold | undefined {
  const kinds = byKind
    .filter(({ unpackedBytes }) => unpackedBytes > 0)
    .toSorted((a, b) => b.unpackedBytes - a.unpackedBytes);
  const bySize = packages.toSorted((one, other) => other.bytes - one.bytes);
  const blocks = [
    ...(kinds.length === 0
      ? []
      : [
          paragraph(
            join(
              kinds.map(({ kind, unpackedBytes }) =>
                figures(`${kind.replaceAll('-', ' ')} ${formatBytes(unpackedBytes)}`),
              ),
              ' · ',
            ),
          ),
        ]),
    ...cappedTable(
      [left(gfm`Folder`), right(gfm`visible`), right(gfm`layer`)],
      largest.map(({ path, bytes: size, layer }) => [code(path), bytes(size), gfm`${layer}`]),
      maxRows,
    ),
    ...cappedTable(
      [left(gfm`Package`), left(gfm`version`), right(gfm`visible`), right(gfm`layer`)],
      bySize.map(({ name, version, bytes: size, layer }) => [code(name), code(version), bytes(size), gfm`${layer}`]),
      maxRows,
    ),
  ];
  if (blocks.length === 0) return undefined;
  const count = packages.length > 0 ? `: ${plural(packages.length, 'package')}` : '';
  return fold('Packages and folders', `Packages and folders${count}`, blocks);
}

function notChecked(image: ImageResult): Fold | undefined {
  const lines = policyLines(image).filter(({ standing }) => standing === 'passed');
  if (lines.length === 0) return undefined;
  const items = lines.map(({ rule, message }) => gfm`${code(rule)} ${prose(message)}`);
  return fold('Not checked', `Not checked, counted as passed: ${plural(lines.length, 'rule')}`, [bullets(items)]);
}

function fold(name: Fold['name'], summary: string, blocks: readonly Block[]): Fold {
  return { name, block: details(figures(summary), [stack(blocks)]) };
}
