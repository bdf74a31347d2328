import { spawn } from 'node:child_process';
import { Interrupted } from '../errors.ts';

/** One program to run, without a shell. */
export interface ProcessCall {
  readonly program: string;
  readonly args: readonly string[];
  /** All the program sees; nothing is inherited. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What it prints to standard error, as it comes. */
  readonly onStderr?: (bytes: Uint8Array) => void;
  /** Written to its standard input, which is empty otherwise. */
  readonly input?: string;
  /** Standard output is wanted whole, and more than this is a failure; without it, output is cut at a million characters. */
  readonly maxOutputChars?: number;
}

/** A program that did not start, or ended with anything but 0. */
export class ProcessFailed extends Error {
  override readonly name = 'ProcessFailed';
  /** Absent when it did not start or was killed. */
  readonly status?: number;
  /** Last characters of standard error, untrusted. */
  readonly stderr: string;
  /** What it printed to standard output, untrusted. */
  readonly stdout: string;

  constructor(
    message: string,
    stderr: string,
    status?: number,
    options?: { readonly cause?: unknown; readonly stdout?: string },
  ) {
    super(message, options);
    this.stderr = stderr;
    this.stdout = options?.stdout ?? '';
    if (status !== undefined) this.status = status;
  }
}

const killAfterMs = 3_000;
const cutAtChars = 1_000_000;

/**
 * Runs a program and returns its standard output. The exit status alone decides; what stands on stderr does not.
 *
 * Cancelled: SIGTERM, and SIGKILL three seconds later, as the docker command is deaf to signals while its engine hangs.
 * @throws ProcessFailed; Interrupted when the signal fired.
 */
export async function runProcess(call: ProcessCall): Promise<string> {
  const { program, args, environment, signal, onStderr, input, maxOutputChars } = call;
  if (signal.aborted) throw new Interrupted(`Cancelled before ${program} was started.`);
  const child = spawn(program, args, {
    env: definedOnly(environment),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stdout = '';
  let stderr = '';
  // A program that ends without reading its input closes the pipe; its exit status tells what came of it.
  child.stdin.on('error', () => undefined).end(input ?? '');
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout = (stdout + text).slice(0, (maxOutputChars ?? cutAtChars - 1) + 1);
    if (maxOutputChars !== undefined && stdout.length > maxOutputChars) child.kill('SIGKILL');
  });
  child.stderr.on('data', (bytes: Buffer) => {
    stderr = (stderr + bytes.toString('latin1')).slice(-4_000);
    onStderr?.(bytes);
  });
  let killer: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    child.kill('SIGTERM');
    killer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  };
  signal.addEventListener('abort', cancel, { once: true });
  const tail = (): string => Buffer.from(stderr, 'latin1').toString('utf8');
  try {
    const [status, killedBy] = await new Promise<readonly [number | null, string | null]>((resolve, reject) => {
      child.on('error', (cause) => reject(new ProcessFailed(`${program} did not run.`, tail(), undefined, { cause })));
      // Not `close`: a grandchild that holds the pipes open must not keep us. But output that is wanted whole ends there.
      if (maxOutputChars === undefined) child.on('exit', (code, by) => setTimeout(() => resolve([code, by]), 0));
      child.on('close', (code, by) => resolve([code, by]));
    });
    if (signal.aborted) throw new Interrupted(`Cancelled while ${program} ran.`);
    if (maxOutputChars !== undefined && stdout.length > maxOutputChars)
      throw new ProcessFailed(`${program} printed more than ${maxOutputChars} characters.`, tail());
    if (status === 0) return stdout;
    throw new ProcessFailed(`${program} ended with ${killedBy ?? String(status)}.`, tail(), status ?? undefined, {
      stdout,
    });
  } finally {
    clearTimeout(killer);
    signal.removeEventListener('abort', cancel);
  }
}

const definedOnly = (environment: ProcessCall['environment']): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Variables of the runner that no builder needs and whoever holds them may act for us. */
const ours = /^(GITHUB_|GH_TOKEN$|GH_ENTERPRISE_TOKEN$|ACTIONS_|INPUT_|STATE_|RUNNER_TOKEN)/i;

/** The environment for a builder: without tokens and the runner's files, but for variables that were asked for by name. */
export function builderEnvironment(
  environment: ProcessCall['environment'],
  askedFor: readonly string[] = [],
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !ours.test(name) || askedFor.includes(name)),
  );
}
