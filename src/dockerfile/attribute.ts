import type { HistoryEntry } from '../image/image.ts';
import type { DockerfileReport, HistoryReport, InstructionReport } from '../result/dockerfile.ts';
import type { DockerfileLines } from '../result/measurement.ts';
import { readCreatedBy } from './created-by.ts';
import { compareTexts } from './history-match.ts';

/** Which instruction wrote which history line, as far as that is certain. */
interface Alignment {
  /** By index of the history. */
  readonly made: ReadonlyMap<number, HistoryReport>;
  /** How many history lines are the base image's; undefined when the Dockerfile's instructions were not all found. */
  readonly baseEntries: number | undefined;
}

/**
 * The Dockerfile lines that made each layer, base layer first; one for each history entry that made a layer.
 *
 * Layers of the base image stand on the FROM line of the outermost stage. Where a match is not certain it is undefined.
 * @param report of the very stage the image was built from, with its build arguments
 */
export function attributeLayers(
  history: readonly HistoryEntry[],
  report: DockerfileReport,
): readonly (DockerfileLines | undefined)[] {
  const { made, baseEntries } = align(history, report);
  const base = outermostFrom(report);
  return history.flatMap(({ emptyLayer }, index) => {
    if (emptyLayer) return [];
    const entry = made.get(index);
    if (entry) return [{ file: report.file, startLine: entry.startLine, endLine: entry.endLine }];
    return [baseEntries !== undefined && index < baseEntries ? base : undefined];
  });
}

/**
 * How many of the image's layers the Dockerfile made, by its history; the rest are the base image's.
 * @returns undefined when history and Dockerfile do not fit together
 */
export function ownLayers(history: readonly HistoryEntry[], report: DockerfileReport): number | undefined {
  const { baseEntries } = align(history, report);
  return baseEntries === undefined
    ? undefined
    : history.slice(baseEntries).filter(({ emptyLayer }) => !emptyLayer).length;
}

/** Walks both from their ends, where no base image is in the way, instruction by instruction. */
function align(history: readonly HistoryEntry[], report: DockerfileReport): Alignment {
  const open = linesLeftToBase(report);
  const made = new Map<number, HistoryReport>();
  let at = history.length - 1;
  for (const expected of report.history.toReversed()) {
    at = skipExtras(history, at, expected, made.size === 0);
    const actual = history[at];
    const read = actual && readCreatedBy(actual);
    if (!actual || read?.keyword !== expected.keyword) return { made, baseEntries: undefined };
    const same = compareTexts(expected, read) || open.has(expected.startLine);
    if (!same) return { made, baseEntries: undefined };
    // An instruction that only states config has made no layer; a builder that lumps layers puts them anywhere.
    if (actual.emptyLayer || makesLayers(expected)) made.set(at, expected);
    at -= 1;
  }
  const rest = history.slice(0, at + 1);
  const isScratch = report.stages[outermostStage(report)]?.base.reference === 'scratch';
  if (isScratch && rest.some(({ emptyLayer }) => !emptyLayer)) return { made, baseEntries: undefined };
  return { made, baseEntries: rest.length };
}

/** Lines no instruction is expected for: ONBUILD (of the classic builder), `--label` at the very end, a squash's merge. */
function skipExtras(history: readonly HistoryEntry[], from: number, expected: HistoryReport, atEnd: boolean): number {
  let at = from;
  for (let entry = history[at]; entry; entry = history[at]) {
    const keyword = readCreatedBy(entry)?.keyword;
    const isMerge = entry.createdBy === '' && entry.comment.startsWith('merge ');
    const isLabel = atEnd && entry.emptyLayer && keyword === 'LABEL' && expected.keyword !== 'LABEL';
    if (keyword !== 'ONBUILD' && !isMerge && !isLabel) return at;
    at -= 1;
  }
  return at;
}

function makesLayers({ keyword }: HistoryReport): boolean {
  return ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword);
}

/** First lines of instructions whose values a base image decides too: by its ENV, or by its directory. */
function linesLeftToBase({ instructions }: DockerfileReport): ReadonlySet<number> {
  const isOpen = ({ keyword, arguments: words, original, onbuild }: InstructionReport): boolean => {
    if (onbuild) return isOpen(onbuild);
    if (keyword === 'WORKDIR' && !/^["']?\//.test(words[0] ?? '')) return true;
    return keyword !== 'RUN' && original.includes('$');
  };
  return new Set(instructions.filter(isOpen).map(({ startLine }) => startLine));
}

function outermostStage({ stages, final }: DockerfileReport): number {
  let index = final.stage;
  for (let below = stages[index]?.base.stage; below !== null && below !== undefined; below = stages[index]?.base.stage)
    index = below;
  return index;
}

function outermostFrom(report: DockerfileReport): DockerfileLines | undefined {
  const startLine = report.stages[outermostStage(report)]?.startLine;
  const from = report.instructions.find((instruction) => instruction.startLine === startLine);
  return from && { file: report.file, startLine: from.startLine, endLine: from.endLine };
}
