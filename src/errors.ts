/** A place in a text file the user can open. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** In UTF-16 code units, as editors count; absent where the whole line is meant. */
  readonly column?: number;
}

/** One thing the user can fix: what is wrong, where, what was expected, what to do. */
export interface Problem {
  /** Stable kebab-case name of the kind of problem, e.g. `unknown-rule`. */
  readonly code: string;
  /** A whole sentence. */
  readonly message: string;
  readonly place?: Place;
  readonly expected?: string;
  readonly got?: string;
  /** Last lines of what a program printed, untrusted; shown below the message. */
  readonly output?: readonly string[];
  /** What to do next, a whole sentence. */
  readonly hint: string;
}

/** The user must fix something: arguments, configuration, Dockerfile, or the environment. Exit status 2, no stack shown. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly [Problem, ...Problem[]], options?: { readonly cause?: unknown }) {
    const list = 'code' in problems ? [problems] : problems;
    super(list.map((problem) => problem.message).join('\n'), options);
    this.problems = list;
  }
}

/** The run was cancelled by a signal or a deadline of the caller's. Exit status 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
