/** What the command line and the action can be told besides the configuration file. One table; flags, action.yml and its documentation follow it. */
export interface InputSpec {
  /** Kebab-case: the action's input; `--NAME` on the command line. */
  readonly name: string;
  /** One sentence, as action.yml and `--help` show it. */
  readonly description: string;
  /** `list`: a line each in the action, a repeated flag; `map`: a list of `KEY=VALUE`. */
  readonly kind: 'text' | 'choice' | 'boolean' | 'list' | 'map';
  readonly choices?: readonly string[];
  /** As text, as the action would give it; absent: nothing is said. */
  readonly default?: string;
  /** Shown in help for the value: `FILE`. */
  readonly placeholder?: string;
  /** Other spelling on the command line, as `docker build` has it. */
  readonly flag?: string;
  readonly short?: string;
  readonly on: readonly ('action' | 'cli')[];
  readonly commands: readonly Command[];
}

/** Subcommands that take inputs of this table. */
export type Command =
  | 'check'
  | 'inspect'
  | 'compare'
  | 'policy'
  | 'dockerfile'
  | 'report'
  | 'baseline'
  | 'audit'
  | 'init';

/** Where most inputs are understood. */
export const both = ['action', 'cli'] as const;

export const reportFormats = ['table', 'markdown', 'json', 'sarif', 'junit', 'html', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];
