import { randomBytes } from 'node:crypto';

/** Takes text for the runner's log, e.g. standard output. */
export type Write = (text: string) => void;

/** A stretch of the log in which the runner obeys no command. Ours are not obeyed either: end it first. */
export interface UntrustedLog {
  /** Prints whole lines; safe to call as often as text arrives. */
  print(text: string): void;
  /** Lets the runner obey again; call it in `finally`. Printing afterwards opens a new stretch. */
  end(): void;
}

/**
 * Prints text of others so that the runner reads none of it as a command: between `::stop-commands::` with a random
 * token and its resume line, with the old `##[command]` form broken up and a lone carriage return made a line end.
 * A prefix would not do: the runner finds `##[` anywhere in a line, and ends lines at `\r` too.
 */
export function untrustedLog(write: Write): UntrustedLog {
  let token: string | undefined;
  return {
    print: (text) => {
      if (text === '') return;
      if (token === undefined) {
        token = randomBytes(16).toString('hex');
        // The line may follow unfinished output of somebody else's; a command counts at the start of a line only.
        write(`\n::stop-commands::${token}\n`);
      }
      write(toPlainLines(text));
    },
    end: () => {
      if (token !== undefined) write(`::${token}::\n`);
      token = undefined;
    },
  };
}

/** Prints one untrusted text; see {@link untrustedLog}. */
export function printUntrusted(write: Write, text: string): void {
  const log = untrustedLog(write);
  try {
    log.print(text);
  } finally {
    log.end();
  }
}

/** Whole lines ended by `\n` alone, without the runner's old command form. */
export function toPlainLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('##[', '## [');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
