import type { Measurement } from '../../result/measurement.ts';
import type { ImageResult } from '../../result/result.ts';
import { formatBytes } from '../../units.ts';
import { commandOfLayer, gatedOf, hidingVerbs, isMeasured } from '../facts.ts';
import { notCheckedByReason, plural } from '../verdict.ts';
import { placeOfLayer } from '../words.ts';
import { bullets, paragraph, table } from './blocks.ts';
import { whatGrew } from './changes.ts';
import { cappedTable, fold, type Fold, type FoldContext, left, right } from './fold.ts';
import { historyFold } from './history.ts';
import { bytes, code, figures, gfm, join, nothing, prose } from './markdown.ts';
import { variantKindsFold } from './variants.ts';
import { phrase, place } from './words.ts';

/** The folded parts that have something to say, in the order of the page. */
export function foldsOf(image: ImageResult, context: FoldContext): readonly Fold[] {
  return [...(isMeasured(image) ? foldsOfImage(image, context) : []), notChecked(image)].filter(
    (one) => one !== undefined,
  );
}

function foldsOfImage(image: ImageResult, context: FoldContext): readonly (Fold | undefined)[] {
  const { measurement, change } = gatedOf(image);
  return [
    change && whatGrew(change, context),
    variantKindsFold(image),
    context.detail === 'summary' ? historyFold(image, context.maxRows) : undefined,
    layers(measurement, context),
    hiddenCopies(measurement, context),
    effectiveCommand(measurement),
    contents(measurement, context),
  ];
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
  const reasons = notCheckedByReason(image);
  if (reasons.length === 0) return undefined;
  const count = reasons.reduce((sum, [, rules]) => sum + rules.length, 0);
  const items = reasons.map(
    ([reason, rules]) =>
      gfm`${prose(reason)} ${join(
        rules.map((rule) => code(rule)),
        ', ',
      )}`,
  );
  return fold('Not checked', `Not checked, counted as passed: ${plural(count, 'rule')}`, [bullets(items)]);
}
