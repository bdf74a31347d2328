import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A command as the runner of GitHub Actions would obey it. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const registered = (
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path ' +
  'notice remove-matcher save-state set-env set-output stop-commands warning'
).split(' ');

/** The runner's reading of one output stream: which lines it obeys, in order; the resume line of stop-commands is not among them. */
export function obeyedCommands(output: string): readonly ObeyedCommand[] {
  const obeyed: ObeyedCommand[] = [];
  let stopToken: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line, stopToken === undefined ? registered : [...registered, stopToken]);
    if (!command) continue;
    if (stopToken !== undefined) {
      if (command.name === stopToken) stopToken = undefined;
      continue;
    }
    obeyed.push(command);
    if (command.name === 'stop-commands') stopToken = command.data.toLowerCase();
  }
  return obeyed;
}

/** `::name key=value,…::data` at a line's start after white space, or `##[name key=value;…]data` anywhere in it. */
function parseCommand(line: string, names: readonly string[]): ObeyedCommand | undefined {
  const match = /^\s*::(.*?)::(.*)$/s.exec(line);
  const [separator, head, data] = match ? [',', match[1], match[2]] : [';', ...oldForm(line)];
  if (head === undefined || data === undefined) return undefined;
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(head) ?? [];
  if (!names.includes(name.toLowerCase())) return match ? parseOld(line, names) : undefined;
  return { name: name.toLowerCase(), properties: propertiesIn(rest, separator), data: unescape(data) };
}

function parseOld(line: string, names: readonly string[]): ObeyedCommand | undefined {
  const [head, data] = oldForm(line);
  return head === undefined || data === undefined || !names.includes((head.split(' ')[0] ?? '').toLowerCase())
    ? undefined
    : { name: (head.split(' ')[0] ?? '').toLowerCase(), properties: {}, data };
}

function oldForm(line: string): readonly [] | readonly [string, string] {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  return start < 0 || end < 0 ? [] : [line.slice(start + 3, end), line.slice(end + 1)];
}

function propertiesIn(text: string, separator: string): Readonly<Record<string, string>> {
  const pairs = text.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), unescape(pair.slice(at + 1))] as const];
  });
  return Object.fromEntries(pairs);
}

function unescape(text: string): string {
  const escapes = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return Object.entries(escapes).reduce((whole, [escaped, plain]) => whole.replaceAll(escaped, plain), text);
}

/** Reads a file of `name=value` and `name<<DELIMITER` as the runner reads GITHUB_OUTPUT. @throws Error where the runner would. */
export function parseFileCommands(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else if (heredoc > 0 && heredoc + 2 < line.length) {
      const end = lines.indexOf(line.slice(heredoc + 2), at + 1);
      if (end < 0) throw new Error(`Matching delimiter not found '${line.slice(heredoc + 2)}'`);
      values.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'));
      at = end;
    } else throw new Error(`Invalid format '${line}'`);
  }
  return values;
}

/** What a step is started with. */
export interface Step {
  readonly program: string;
  readonly args: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName: string;
  readonly event: unknown;
  readonly apiUrl: string;
  readonly repository: string;
  readonly cwd?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Sends a signal once the log has said something, as the runner does when a workflow is cancelled. */
  readonly stop?: { readonly when: string | RegExp; readonly signal: NodeJS.Signals };
}

/** How a step ended, and what the runner took from it. */
export interface StepEnd {
  /** Undefined when a signal ended it. */
  readonly exitStatus: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly ObeyedCommand[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** From the first signal to the end; undefined where none was sent. */
  readonly stoppingMs: number | undefined;
}

/** Starts a program as the runner starts a step of an action, and reads what it leaves. */
export async function runStep(step: Step): Promise<StepEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-step-'));
  try {
    const file = (name: string, text = ''): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const [output, summary] = [file('output'), file('summary')];
    const child = spawn(step.program, step.args, {
      ...(step.cwd === undefined ? {} : { cwd: step.cwd }),
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ...stepEnvironment(step, { event: file('event.json', JSON.stringify(step.event)), output, summary }),
        RUNNER_TEMP: folder,
        ...step.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    let stopped: number | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (!step.stop || stdout.search(patternOf(step.stop.when)) < 0) return;
      stopped ??= performance.now();
      child.kill(step.stop.signal);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const exitStatus = await new Promise<number | undefined>((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve(code ?? undefined));
    });
    return {
      exitStatus,
      stdout,
      stderr,
      commands: [...obeyedCommands(stdout), ...obeyedCommands(stderr)],
      outputs: parseFileCommands(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      stoppingMs: stopped === undefined ? undefined : performance.now() - stopped,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function patternOf(when: string | RegExp): RegExp {
  return typeof when === 'string' ? new RegExp(when.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) : when;
}

/** The variables the runner sets for a step. */
export function stepEnvironment(
  step: Step,
  paths: { readonly event: string; readonly output: string; readonly summary: string },
): Readonly<Record<string, string>> {
  const inputs = Object.entries(step.inputs ?? {}).map(
    ([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const,
  );
  return {
    ...Object.fromEntries(inputs),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_EVENT_PATH: paths.event,
    GITHUB_OUTPUT: paths.output,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_API_URL: step.apiUrl,
    GITHUB_SERVER_URL: new URL(step.apiUrl).origin,
    GITHUB_REPOSITORY: step.repository,
    GITHUB_RUN_ID: String(step.runId ?? 1000),
    GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
    GITHUB_WORKSPACE: step.cwd ?? process.cwd(),
  };
}
