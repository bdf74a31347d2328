import type { Progress } from '../ports.ts';
import { visible } from '../visible.ts';
import type { Write } from './runner/log.ts';

/** How progress is shown: rewritten in place on a terminal, a line a step elsewhere. */
export interface ProgressStyle {
  readonly live: boolean;
  readonly columns: number;
  /** Prints the build's own log as it comes. */
  readonly showLog: boolean;
}

/** Says nothing. */
export const noProgress: Progress = { step: () => ({ update: () => {}, done: () => {} }), log: () => {} };

/** Progress on a terminal, which other output has to make way for. */
export interface TerminalProgress extends Progress {
  /** Takes away what is drawn of steps under way; call it before anything else is printed. */
  clear(): void;
}

interface OpenStep {
  readonly text: string;
  readonly startedMs: number;
  detail: string;
}

const clearLine = '\r\u001b[K';
const tickMs = 1_000;

/**
 * Progress for a person: one line a step, with the time it took; on a live terminal the innermost step under way is
 * drawn below, with its seconds. Nothing it is given can move the cursor or colour the screen.
 */
export function terminalProgress(write: Write, { live, columns, showLog }: ProgressStyle): TerminalProgress {
  const open: OpenStep[] = [];
  let ticks: NodeJS.Timeout | undefined;
  const fitted = (text: string): string => fit(text, Math.max(20, columns - 1));
  const draw = (): void => {
    const step = open.at(-1);
    if (live && step) write(clearLine + fitted(`… ${step.text}${step.detail}${waited(step)}`));
  };
  const rest = (): void => {
    clearInterval(ticks);
    ticks = undefined;
  };
  return {
    step(text) {
      const step: OpenStep = { text, startedMs: Date.now(), detail: '' };
      open.push(step);
      draw();
      if (live) ticks ??= setInterval(draw, tickMs).unref();
      return {
        update: (detail) => {
          step.detail = `: ${detail}`;
          draw();
        },
        done: (detail) => {
          open.splice(open.indexOf(step), 1);
          write(`${live ? clearLine : ''}${fitted(ended(text, detail, step.startedMs))}\n`);
          draw();
          if (open.length === 0) rest();
        },
      };
    },
    log(text) {
      if (!showLog) return;
      for (const one of text.split('\n')) if (one.trim() !== '') write(`${fitted(`  ${one}`)}\n`);
    },
    clear() {
      if (live && open.length > 0) write(clearLine);
      open.length = 0;
      rest();
    },
  };
}

/** Made visible, and cut once more: what is made visible takes more room than it had. */
function fit(text: string, columns: number): string {
  const shown = visible(text, columns);
  return shown.length <= columns ? shown : `${shown.slice(0, columns - 1)}…`;
}

/** `✓ Reading api: 5 layers (0.7 s)`; a build's step that failed ends with that word. */
function ended(text: string, detail: string | undefined, startedMs: number): string {
  const mark = detail === 'failed' ? '✗' : '✓';
  return `${mark} ${text}${detail === undefined ? '' : `: ${detail}`} (${seconds(Date.now() - startedMs)})`;
}

function waited({ startedMs }: OpenStep): string {
  const whole = Math.floor((Date.now() - startedMs) / 1000);
  return whole > 0 ? ` (${whole} s)` : '';
}

/** A step that takes longer says so before it ends. */
const slowMs = 3_000;

/** Progress for a workflow's log: a line a step. @param print takes text of others, such as `untrustedLog`'s */
export function runnerProgress(print: Write): Progress {
  return {
    step(text) {
      const startedMs = Date.now();
      const slow = setTimeout(() => print(`… ${text}`), slowMs).unref();
      return {
        update: () => {},
        done: (detail) => {
          clearTimeout(slow);
          print(ended(text, detail, startedMs));
        },
      };
    },
    log: print,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
