import type { CheckResult } from '../result/result.ts';
import { policyLines, type PolicyLine } from './verdict.ts';
import { visible } from '../visible.ts';

/** An annotation as data; the adapter hands it to the runner in the runner's own escaping. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** At most 4,096 characters, on one line, nothing invisible in it. */
  readonly message: string;
  readonly title: string;
  /** A file of the checkout with lines from 1; absent where the finding has no line. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** The runner keeps ten of a level for each step; the last one of ours says how many more there are. */
const keptPerLevel = 9;
const maxCharacters = 4096;
const levels = { error: 'error', warning: 'warning', waived: 'notice', passed: undefined } as const;

/** Annotations of a result, worst first, at most ten of a level. */
export function annotationsOf({ images }: CheckResult): readonly Annotation[] {
  const lines = images.flatMap(policyLines);
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = lines
      .filter(({ standing }) => levels[standing] === level)
      .toSorted((one, other) => (other.bytes ?? 0) - (one.bytes ?? 0));
    const rest = ofLevel.length - keptPerLevel;
    const kept = rest > 1 ? ofLevel.slice(0, keptPerLevel) : ofLevel;
    const annotations: readonly Annotation[] = kept.map((line) => annotation(level, line));
    if (rest <= 1) return annotations;
    return annotations.concat({
      level,
      title: 'plimsoll',
      message: `and ${rest} more of this level; the report lists them all.`,
    });
  });
}

function annotation(level: Annotation['level'], line: PolicyLine): Annotation {
  const waived = line.waiver
    ? ` Waived until ${line.waiver.expires} by ${line.waiver.owner}: ${line.waiver.reason}`
    : '';
  const paths = line.paths.length > 0 ? ` (${line.paths.slice(0, 5).join(', ')})` : '';
  const toPass = line.toPass === '' ? '' : ` To pass: ${line.toPass}`;
  const message = visible(`${line.image}: ${line.message}${paths}${waived}${toPass}`, maxCharacters);
  return {
    level,
    title: visible(line.rule, 100),
    message: cut(message),
    ...(line.location && {
      file: line.location.file,
      startLine: line.location.startLine,
      endLine: line.location.endLine,
    }),
  };
}

/** The cap counts UTF-16 units; escapes take several each. */
function cut(message: string): string {
  return message.length <= maxCharacters
    ? message
    : `${message.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The annotations as lines of a log, for `--format github` outside of the action. */
export function renderGithub(result: CheckResult): string {
  return annotationsOf(result).map(commandLine).join('');
}

function commandLine({ level, title, message, file, startLine, endLine }: Annotation): string {
  const properties = [
    ['file', file],
    ['line', startLine],
    ['endLine', endLine],
    ['title', title],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${escapeData(message)}\n`;
}

// The runner's own escaping: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '#%23[');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
