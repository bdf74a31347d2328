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
/** Bytes come thousands of times a second; nobody reads faster than this. */
const redrawMs = 100;

/**
 * Progress for a person: one line a step, with what it came to and the time it took; on a live terminal the innermost
 * step under way is drawn below. Nothing it is given can move the cursor or colour the screen.
 */
export function terminalProgress(write: Write, style: ProgressStyle): TerminalProgress {
  const fitted = (text: string): string => fit(text, Math.max(20, style.columns - 1));
  const log = (text: string): void => {
    if (!style.showLog) return;
    for (const one of text.split('\n')) if (one.trim() !== '') write(`${fitted(`  ${one}`)}\n`);
  };
  return style.live ? liveProgress(write, fitted, log) : lineProgress((text) => write(`${fitted(text)}\n`), log);
}

function liveProgress(write: Write, fitted: (text: string) => string, log: Progress['log']): TerminalProgress {
  const open: OpenStep[] = [];
  let ticks: NodeJS.Timeout | undefined;
  let drawnMs = 0;
  const draw = (): void => {
    const step = open.at(-1);
    drawnMs = Date.now();
    if (step) write(clearLine + fitted(underWay(step)));
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
      ticks ??= setInterval(draw, tickMs).unref();
      return {
        update: (detail) => {
          step.detail = `: ${detail}`;
          if (Date.now() - drawnMs >= redrawMs) draw();
        },
        done: (detail) => {
          open.splice(open.indexOf(step), 1);
          write(`${clearLine}${fitted(ended(text, detail, step.startedMs))}\n`);
          draw();
          if (open.length === 0) rest();
        },
      };
    },
    log,
    clear() {
      if (open.length > 0) write(clearLine);
      open.length = 0;
      rest();
    },
  };
}

/** A step that takes longer says so before it ends, and again from time to time: a log without end looks hung. */
const slowMs = 3_000;
const againMs = 30_000;

/** A line a step, for logs. */
function lineProgress(line: (text: string) => void, log: Progress['log']): TerminalProgress {
  const timers = new Map<OpenStep, NodeJS.Timeout>();
  const say = (step: OpenStep): void => {
    line(underWay(step));
    timers.set(step, setTimeout(say, againMs, step).unref());
  };
  return {
    step(text) {
      const step: OpenStep = { text, startedMs: Date.now(), detail: '' };
      timers.set(step, setTimeout(say, slowMs, step).unref());
      return {
        update: (detail) => (step.detail = `: ${detail}`),
        done: (detail) => {
          clearTimeout(timers.get(step));
          timers.delete(step);
          line(ended(text, detail, step.startedMs));
        },
      };
    },
    log,
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Progress for a workflow's log. @param print takes text of others, such as `untrustedLog`'s */
export function runnerProgress(print: Write): Progress {
  return lineProgress(print, print);
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

/** `… Reading api: 1.2 GB (12 s)` */
function underWay({ text, detail, startedMs }: OpenStep): string {
  const whole = Math.floor((Date.now() - startedMs) / 1000);
  return `… ${text}${detail}${whole > 0 ? ` (${whole} s)` : ''}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
