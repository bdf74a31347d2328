import type { Progress } from '../ports.ts';
import { visible } from '../reporters/visible.ts';
import { untrustedLog, type Write } from './runner/log.ts';

/** How progress is shown: rewritten in place on a terminal, a line a step elsewhere. */
export interface ProgressStyle {
  readonly live: boolean;
  readonly columns: number;
  /** Prints the build's own log as it comes. */
  readonly showLog: boolean;
}

/** Says nothing. */
export const noProgress: Progress = { step: () => ({ update: () => {}, done: () => {} }), log: () => {} };

/** Progress for a person: one line a step, with the time it took. Nothing it is given can move the cursor or colour the screen. */
export function terminalProgress(write: Write, { live, columns, showLog }: ProgressStyle): Progress {
  const line = (text: string, isLast: boolean): void => {
    const fitted = visible(text, Math.max(20, columns - 1));
    write(live ? `\r\u001b[K${fitted}${isLast ? '\n' : ''}` : `${fitted}\n`);
  };
  return {
    step(text) {
      const startedMs = Date.now();
      if (live) line(`… ${text}`, false);
      return {
        update: (detail) => {
          if (live) line(`… ${text}: ${detail}`, false);
        },
        done: (detail) =>
          line(`✓ ${text}${detail === undefined ? '' : `: ${detail}`} (${seconds(Date.now() - startedMs)})`, true),
      };
    },
    log(text) {
      if (!showLog) return;
      for (const one of text.split('\n')) if (one.trim() !== '') line(`  ${one}`, true);
    },
  };
}

/** Progress for a workflow's log, in which the runner obeys nothing of it. */
export function runnerProgress(write: Write): Progress {
  const print = (text: string): void => {
    const log = untrustedLog(write);
    try {
      log.print(text);
    } finally {
      log.end();
    }
  };
  return {
    step(text) {
      const startedMs = Date.now();
      print(`… ${text}`);
      return {
        update: () => {},
        done: (detail) =>
          print(`✓ ${text}${detail === undefined ? '' : `: ${detail}`} (${seconds(Date.now() - startedMs)})`),
      };
    },
    log: print,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
