import { UserError } from '../../errors.ts';
import type { Problem } from '../../errors.ts';

/** Environment variables as a value; only `main/` reads the process's own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Which run of which repository this is, as the runner's default variables tell. */
export interface WorkflowRun {
  /** `owner/name` of the repository the workflow runs in. */
  readonly repository: string;
  readonly runId: number;
  /** Counts from 1; a re-run keeps the run's id. */
  readonly runAttempt: number;
  /** REST API without a trailing slash; GitHub Enterprise Server has its own. */
  readonly apiUrl: string;
  readonly serverUrl: string;
}

const repositoryName = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;

/** Whether text is `owner/name` in the characters GitHub allows. */
export function isRepositoryName(text: string): boolean {
  return repositoryName.test(text) && !text.split('/').some((part) => part === '.' || part === '..');
}

/**
 * Reads the runner's default variables: https://docs.github.com/actions/reference/workflows-and-actions/variables
 * @throws UserError `broken-environment` naming every variable that is missing or malformed.
 */
export function readRun(env: Environment): WorkflowRun {
  const problems: Problem[] = [];
  const read = (name: string, fits: (value: string) => boolean, expected: string, otherwise = ''): string => {
    const value = env[name] ?? otherwise;
    if (!fits(value)) problems.push(brokenVariable(name, env[name], expected));
    return value;
  };
  const run: WorkflowRun = {
    repository: read('GITHUB_REPOSITORY', isRepositoryName, 'OWNER/NAME'),
    runId: Number(read('GITHUB_RUN_ID', isCount, 'a positive whole number')),
    runAttempt: Number(read('GITHUB_RUN_ATTEMPT', isCount, 'a positive whole number', '1')),
    apiUrl: read('GITHUB_API_URL', isHttpUrl, 'an http or https address', 'https://api.github.com').replace(/\/+$/, ''),
    serverUrl: read('GITHUB_SERVER_URL', isHttpUrl, 'an http or https address', 'https://github.com').replace(
      /\/+$/,
      '',
    ),
  };
  const [first, ...others] = problems;
  if (first) throw new UserError([first, ...others]);
  return run;
}

function isCount(value: string): boolean {
  return /^[1-9]\d{0,15}$/.test(value) && Number.isSafeInteger(Number(value));
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function brokenVariable(name: string, got: string | undefined, expected: string): Problem {
  return {
    code: 'broken-environment',
    message: got === undefined ? `The variable ${name} is not set.` : `The variable ${name} is malformed.`,
    expected,
    ...(got === undefined ? {} : { got: got.slice(0, 200) }),
    hint: 'GitHub Actions sets it; outside of Actions use the command line instead of the action.',
  };
}
