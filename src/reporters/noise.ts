import type { NoiseFile, NoiseLayer, NoiseResult } from '../result/noise.ts';
import { formatBytes, formatDelta } from '../units.ts';
import { commandOfLayer } from './facts.ts';
import { nameOfLines } from './links.ts';
import { indented, layoutWidth, pageOf, type TerminalOptions } from './terminal/page.ts';
import { foreign, type Line, own, wrap } from './terminal/spans.ts';
import { table } from './terminal/table.ts';
import { plural } from './verdict.ts';

/** What readers call the causes that are known. */
const causeNames: Readonly<Record<string, string>> = {
  logs: 'logs',
  'python-bytecode': 'Python bytecode, which holds the time of its source',
  'loader-cache': 'caches of ldconfig',
  'package-manager': 'notes of the package manager',
  'font-and-manual-caches': 'caches of fonts and manual pages',
  'account-files': 'account files, which hold the day',
  'host-identity': 'names and keys made for one host',
  'temporary-files': 'temporary files',
};

/** `plimsoll compare --noise` at a terminal. */
export function renderNoise(result: NoiseResult, options: TerminalOptions): string {
  const width = layoutWidth(options);
  const sections = [layersOf(result, width - 2), knownOf(result, width - 2), unexplainedOf(result, width - 2)];
  const lines: readonly Line[] = [
    ...wrap([foreign(result.image, 'bold'), own(` built twice without the cache · ${result.platform}`)], width),
    [],
    ...indented(wrap([own(verdictOf(result))], width - 2), 2),
    ...sections.filter((some) => some.length > 0).flatMap((some) => blank.concat(indented(some, 2))),
  ];
  return pageOf(lines, options);
}

const blank: readonly Line[] = [[]];

function verdictOf({ layers, files, floorBytes, unpackedBytes: [before, after] }: NoiseResult): string {
  if (layers.every(({ state }) => state === 'same')) return 'Both builds are the same to the byte.';
  const ids = 'so digests, and what a node has to pull, are new with every build';
  if (files.length === 0) return `No file differs, only times or the order of records: ${ids}.`;
  const takes =
    before === after
      ? `both take ${formatBytes(after)}`
      : `they take ${before} and ${after} bytes (${formatDelta(after - before)})`;
  const floor =
    floorBytes === 0
      ? 'No size changes by itself, so any growth is real.'
      : `Growth up to ${formatBytes(floorBytes)} is no growth: a limit below that fails for no reason.`;
  return `${plural(files.length, 'file differs', 'files differ')}, ${takes}. ${floor}`;
}

const stateNames = { same: 'the same', times: 'times only', contents: '' } as const;

function layersOf({ layers }: NoiseResult, width: number): readonly Line[] {
  const rows = layers.map((layer) => [
    [own(String(layer.layer), 'dim')],
    [own(formatBytes(layer.unpackedBytes[0]))],
    [own(layer.state === 'contents' ? plural(layer.files, 'file') : stateNames[layer.state])],
    [layer.dockerfile ? foreign(nameOfLines(layer.dockerfile), 'name') : own('')],
    [foreign(commandOf(layer), 'dim', 120)],
  ]);
  const columns = [
    { align: 'right', title: 'layer' },
    { align: 'right', title: 'on disk' },
    { align: 'left', title: 'differs' },
    { align: 'left', title: 'where' },
    { align: 'left', title: 'made by', clip: true },
  ] as const;
  return table(columns, rows, width);
}

function commandOf({ createdBy, unpackedBytes: [unpackedBytes] }: NoiseLayer): string {
  const none = { unpackedBytes, visibleBytes: 0, entries: 0, diffId: `sha256:${'0'.repeat(64)}` } as const;
  return commandOfLayer({ createdBy, ...none });
}

const bytesOf = ({ beforeBytes = 0, afterBytes = 0 }: NoiseFile): number => Math.max(beforeBytes, afterBytes);

function knownOf({ files }: NoiseResult, width: number): readonly Line[] {
  const causes = [...new Set(files.flatMap(({ cause }) => cause ?? []))];
  if (causes.length === 0) return [];
  const rows = causes.map((cause) => {
    const members = files.filter((file) => file.cause === cause);
    const bytes = members.reduce((sum, file) => sum + bytesOf(file), 0);
    return [[own(plural(members.length, 'file'))], [own(formatBytes(bytes))], [own(causeNames[cause] ?? cause)]];
  });
  const columns = [{ align: 'right' }, { align: 'right' }, { align: 'left' }] as const;
  return [[own('Known to differ from build to build', 'bold')], ...table(columns, rows, width)];
}

const shownFiles = 20;
const hows = { contents: 'contents', 'mode-or-owner': 'mode or owner', 'only-in-one': 'in one build only' } as const;

function unexplainedOf({ files }: NoiseResult, width: number): readonly Line[] {
  const unknown = files.filter(({ cause }) => cause === undefined).toSorted((a, b) => bytesOf(b) - bytesOf(a));
  if (unknown.length === 0) return [];
  const rows = unknown
    .slice(0, shownFiles)
    .map((file) => [
      [own(formatBytes(bytesOf(file)))],
      [own(`layer ${file.layer}`)],
      [own(hows[file.how])],
      [foreign(file.path, 'name', 300)],
    ]);
  const rest = unknown.length - shownFiles;
  const columns = [{ align: 'right' }, { align: 'left' }, { align: 'left' }, { align: 'left' }] as const;
  return [
    [own('Not known to: something in the build makes them differ', 'bold')],
    ...table(columns, rows, width),
    ...(rest > 0 ? [[own(`… and ${rest} more`, 'dim')]] : []),
  ];
}
