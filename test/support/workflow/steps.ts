import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { environment } from '../git.ts';
import { runStep, type StepEnd } from '../runner.ts';
import { asText, fill, type Contexts } from './expressions.ts';
import { actionFile } from './file.ts';
import type { JobWorld } from './world.ts';

/** What a step came to: outputs, and whether it failed. */
export interface StepResult {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly end?: StepEnd;
}

type Inputs = Readonly<Record<string, string>>;
const done: StepResult = { failed: false, outputs: {} };

/** What a step is given. */
interface Given {
  readonly with: Inputs;
  readonly env: Inputs;
}

/** Other people's actions, as far as their documentation says what they do; ours run as they are. @throws Error for one that is not known */
export async function useAction(
  uses: string,
  { with: given, env }: Given,
  job: JobWorld,
  contexts: Contexts,
): Promise<StepResult> {
  if (uses.startsWith('./')) return runOurs(resolve(job.workspace, uses), { with: given, env }, job, contexts);
  const [, name, sha] = /^([\w-]+\/[\w-]+)@([0-9a-f]{40})$/.exec(uses) ?? [];
  if (name === undefined || sha === undefined) throw new Error(`${uses} is not pinned by its commit.`);
  if (name === 'actions/checkout') return checkOut(given, job);
  if (name === 'actions/upload-artifact') return upload(given, job);
  if (name === 'actions/download-artifact') return download(given, job);
  throw new Error(`This runner does not know ${name}.`);
}

function checkOut(given: Inputs, { world, workspace, mayPush }: JobWorld): StepResult {
  const repository = given['repository'] || world.repository;
  const folder = join(workspace, given['path'] ?? '.');
  world.checkouts.push({ repository, ref: given['ref'] ?? '' });
  if (repository === world.tool.repository) {
    if (given['ref'] !== world.tool.sha) throw new Error(`The tool has no revision ${given['ref']}.`);
    symlinkSync(world.tool.folder, folder);
    return done;
  }
  if (repository !== world.repository || given['ref']) throw new Error(`This runner cannot check ${repository} out.`);
  const isKept = given['persist-credentials'] === 'true';
  if (!isKept && given['persist-credentials'] !== 'false') throw new Error('The token would lie in the checkout.');
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'advice.detachedHead=false', ...args], { cwd: folder, env: environment, stdio: 'pipe' });
  };
  const depth = given['fetch-depth'] ?? '1';
  git('init', '--quiet');
  git('remote', 'add', 'origin', world.url);
  git('fetch', '--quiet', '--no-tags', ...(depth === '0' ? [] : [`--depth=${depth}`]), 'origin', world.github.sha);
  git('checkout', '--quiet', world.github.sha);
  // Without credentials nothing can be fetched any more, and with those that only read nothing can be pushed.
  if (!isKept) git('remote', 'set-url', 'origin', 'file:///nonexistent');
  else if (!mayPush) git('remote', 'set-url', '--push', 'origin', 'file:///forbidden');
  return done;
}

function upload(given: Inputs, { world, workspace }: JobWorld): StepResult {
  const name = given['name'] ?? 'artifact';
  const from = join(workspace, given['path'] ?? '');
  if (!existsSync(from) || (statSync(from).isDirectory() && readdirSync(from).length === 0))
    return { ...done, failed: given['if-no-files-found'] === 'error' };
  const to = join(world.artifacts, name);
  if (/[":<>|*?\\/\r\n]/.test(name)) throw new Error(`No artifact may be called ${name}.`);
  if (existsSync(to) && given['overwrite'] !== 'true') throw new Error(`There is an artifact ${name} already.`);
  cpSync(from, statSync(from).isDirectory() ? to : join(to, basename(from)), { recursive: true });
  return done;
}

/** By a pattern: a folder for each artifact, none of them is no failure. By name: what is in that one, which must be there. */
function download(given: Inputs, { world, workspace }: JobWorld): StepResult {
  const to = join(workspace, given['path'] ?? '.');
  const { pattern, name: only } = given;
  if (only !== undefined) {
    const from = join(world.artifacts, only);
    if (existsSync(from)) cpSync(from, to, { recursive: true });
    return { ...done, failed: !existsSync(from) };
  }
  if (pattern === undefined) throw new Error('This runner downloads by a pattern or a name.');
  const [first = '', last = ''] = pattern.split('*');
  const found = existsSync(world.artifacts) ? readdirSync(world.artifacts) : [];
  for (const name of found.filter((one) => one.startsWith(first) && one.endsWith(last)))
    cpSync(join(world.artifacts, name), join(to, name), { recursive: true });
  return done;
}

async function runOurs(
  folder: string,
  { with: given, env }: Given,
  job: JobWorld,
  contexts: Contexts,
): Promise<StepResult> {
  const { inputs, runs } = actionFile.parse(parse(readFileSync(join(folder, 'action.yml'), 'utf8')));
  const strangers = Object.keys(given).filter((name) => !Object.hasOwn(inputs, name));
  if (strangers.length > 0) throw new Error(`${folder} has no input ${strangers.join(', ')}.`);
  const defaults = Object.entries(inputs).map(([name, { default: text }]) => [name, asText(fill(text, contexts))]);
  const end = await start(
    job,
    job.world.node,
    [join(folder, runs.main)],
    {
      ...Object.fromEntries(defaults),
      ...given,
    },
    env,
  );
  return { failed: end.exitStatus !== 0, outputs: Object.fromEntries(end.outputs), end };
}

/** A `run:` step, as the runner starts bash where no shell is named. */
export async function runScript(text: string, env: Inputs, job: JobWorld): Promise<StepResult> {
  const end = await start(job, 'bash', ['-e', '-c', text], {}, env);
  return { failed: end.exitStatus !== 0, outputs: Object.fromEntries(end.outputs), end };
}

async function start(
  job: JobWorld,
  program: string,
  args: readonly string[],
  inputs: Inputs,
  env: Inputs = {},
): Promise<StepEnd> {
  const { world, workspace } = job;
  const { DOCKER_HOST } = process.env;
  return runStep({
    program,
    args,
    inputs,
    eventName: world.github.event_name,
    event: world.github.event,
    apiUrl: world.apiUrl,
    repository: world.repository,
    cwd: workspace,
    runId: world.github.run_id,
    environment: {
      GITHUB_SHA: world.github.sha,
      HOME: dirname(workspace),
      ...(DOCKER_HOST !== undefined && { DOCKER_HOST }),
      ...env,
    },
  });
}
