import { Interrupted, UserError } from '../../errors.ts';
import { ProcessFailed, runProcess } from '../process.ts';
import { signalWithin } from '../../deadline.ts';

/** Environment variables as a value. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Git in one folder. */
export interface Git {
  /** Runs a git command and returns what it prints. @throws GitFailed; Interrupted */
  run(args: readonly string[], more?: GitCall): Promise<string>;
}

export interface GitCall {
  readonly input?: string;
  readonly environment?: Environment;
  /** Replaces the run's own, for cleaning up after it was stopped. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** Git ended with a status that means no. */
export class GitFailed extends UserError {
  /** Git's exit status; absent when it did not start, was killed or took too long. */
  readonly status?: number;

  constructor(command: string, why: string, status?: number, options?: { readonly cause?: unknown }) {
    super(
      {
        code: 'git-failed',
        message: `\`git ${command}\` failed: ${why}`,
        hint: 'Check that this is a Git checkout with its remote, and that `git fetch` works in it.',
      },
      options,
    );
    if (status !== undefined) this.status = status;
  }
}

const maxOutputChars = 64 * 2 ** 20;
const localTimeoutMs = 60_000;

/** Nothing that the repository or a hook could make git start, and no work in the background that outlives us. */
const guards = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['protocol.ext.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['core.quotePath', 'false'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** Git in a folder, with the caller's own configuration and credentials but no prompts, hooks or replaced objects. */
export function gitIn(folder: string, environment: Environment, signal: AbortSignal): Git {
  const base = gitEnvironment(environment);
  return {
    async run(args, more = {}) {
      const whole = more.signal ?? signal;
      const deadline = signalWithin(whole, more.timeoutMs ?? localTimeoutMs);
      try {
        return await runProcess({
          program: 'git',
          args: ['-C', folder, ...guards, ...args],
          environment: { ...base, ...more.environment },
          signal: deadline,
          maxOutputChars,
          ...(more.input !== undefined && { input: more.input }),
        });
      } catch (thrown) {
        throw asGitFailure(thrown, args[0] ?? '', whole);
      }
    },
  };
}

function asGitFailure(thrown: unknown, command: string, whole: AbortSignal): unknown {
  if (thrown instanceof Interrupted && !whole.aborted) return new GitFailed(command, 'it took too long.');
  if (!(thrown instanceof ProcessFailed)) return thrown;
  const last = thrown.stderr.trim().split('\n').slice(-3).join(' ').slice(0, 500);
  return new GitFailed(command, last || thrown.message, thrown.status, { cause: thrown });
}

/** Variables that point git to another repository, or let it start programs for us; set when we are called from a hook. */
const kept =
  /^GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|CONFIG_COUNT|CONFIG_(KEY|VALUE)_\d+|HTTP_USER_AGENT|SSL_\w+|PROXY_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;

/** What the runner lends to us and no helper of git's needs. */
const lent = /^(ACTIONS_|INPUT_|STATE_)/;

function gitEnvironment(environment: Environment): Environment {
  const own = Object.entries(environment).filter(
    ([name]) => !lent.test(name) && (!name.startsWith('GIT_') || kept.test(name)),
  );
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}
