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
          print(`✓ ${text}${detail === undefined ? '' : `: ${detail}`} (${seconds(Date.now() - startedMs)})`);
        },
      };
    },
    log: print,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
