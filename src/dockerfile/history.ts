import type { HistoryReport } from '../result/dockerfile.ts';
import type { Applied } from './apply.ts';
import { formatDurationNs } from './duration.ts';
import type { HealthcheckDetail } from './instruction.ts';
import { shellOf } from './state.ts';
import type { StageState } from './state.ts';

/**
 * The line BuildKit writes into an image's history for an instruction; undefined for ONBUILD, which leaves none.
 *
 * @param argsBudget characters left for the ARG values that stand in front of every RUN; beyond it they are left out
 */
export function historyOf(
  { instruction, values }: Applied,
  state: StageState,
  argsBudget: number,
): HistoryReport | undefined {
  const { keyword, startLine, endLine, detail } = instruction;
  if (detail.kind === 'ONBUILD' || detail.kind === 'FROM') return undefined;
  const joined = values.join(' ');
  const entry = (createdBy: string, text: string, emptyLayer: boolean): HistoryReport => ({
    keyword,
    createdBy,
    text,
    emptyLayer,
    startLine,
    endLine,
  });
  switch (detail.kind) {
    case 'RUN': {
      const shellWords = detail.command.form === 'json' ? 0 : shellOf(state).length;
      const text = shellWords === 0 ? joined : values.slice(shellWords).join(' ');
      return entry(`RUN ${argsInFront(state, argsBudget)}${joined} # buildkit`, text, false);
    }
    case 'COPY':
    case 'ADD':
      return entry(`${keyword} ${joined} # buildkit`, values.filter((word) => !word.startsWith('--')).join(' '), false);
    case 'WORKDIR': {
      const path = joined.replaceAll('\\', state.os === 'windows' ? '/' : '\\');
      return entry(`WORKDIR ${path}`, path, path === '/');
    }
    case 'CMD':
    case 'ENTRYPOINT':
      return entry(`${keyword} [${values.map(quote).join(' ')}]`, joined, true);
    case 'EXPOSE':
    case 'VOLUME':
    case 'SHELL':
      return entry(`${keyword} [${joined}]`, joined, true);
    case 'HEALTHCHECK':
      return entry(`HEALTHCHECK ${describeHealthcheck(detail)}`, detail.test.join(' '), true);
    case 'ARG':
    case 'ENV':
    case 'LABEL':
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
      return entry(`${keyword} ${joined}`, joined, true);
    default:
      throw neverHappens(detail);
  }
}

function neverHappens(detail: never): Error {
  return new Error(`No history for ${JSON.stringify(detail)}`);
}

/** `|2 A=1 B=2 `: the ARGs a RUN sees, with the values they have by then. */
function argsInFront({ declaredArgs }: StageState, budget: number): string {
  if (declaredArgs.size === 0 || budget <= 0) return '';
  const text = `|${declaredArgs.size} ${[...declaredArgs.values()].join(' ')} `;
  return text.length > budget ? '' : text;
}

function describeHealthcheck({
  test,
  intervalNs,
  timeoutNs,
  startPeriodNs,
  startIntervalNs,
  retries,
}: HealthcheckDetail): string {
  const times = `Interval:${formatDurationNs(intervalNs)} Timeout:${formatDurationNs(timeoutNs)}`;
  const starts = `StartPeriod:${formatDurationNs(startPeriodNs)} StartInterval:${formatDurationNs(startIntervalNs)}`;
  return `{Test:[${test.join(' ')}] ${times} ${starts} Retries:${retries}}`;
}

/** As Go's `%q` writes a string. */
function quote(text: string): string {
  return JSON.stringify(text)
    .replace(/\\u0007/g, '\\a')
    .replace(/\\u000b/g, '\\v')
    .replace(/\\u00([0-9a-f]{2})/g, '\\x$1')
    .replace(/\u007f/g, '\\x7f');
}
