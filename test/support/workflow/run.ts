import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StepEnd } from '../runner.ts';
import { asText, fill, isMet, type Contexts } from './expressions.ts';
import type { Workflow, WorkflowJob } from './file.ts';
import { runScript, useAction, type StepResult } from './steps.ts';
import type { WorkflowWorld } from './world.ts';

export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

/** One job that ran, or did not. */
export interface JobRun {
  readonly id: string;
  readonly name: string;
  readonly result: JobResult;
  readonly outputs: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  /** By the step's name. */
  readonly steps: ReadonlyMap<string, StepEnd>;
}

/** What came of a workflow. */
export interface WorkflowRun {
  readonly jobs: readonly JobRun[];
  readonly outputs: Readonly<Record<string, string>>;
  /** As GitHub shows it: the worst of its jobs. */
  readonly conclusion: JobResult;
}

/** How a workflow is called. */
export interface Call {
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Takes the machine of a job away before its first step. */
  readonly lose?: Fate;
  /** Ends a job so after its last step, whatever came of it. */
  readonly after?: Fate;
}

/** What befalls a job, if anything. */
type Fate = (job: { readonly id: string; readonly matrix: Readonly<Record<string, unknown>> }) => JobResult | undefined;

/** Runs a reusable workflow's jobs in the order of their needs, each in a folder of its own. @throws Error where GitHub would not start it */
export async function runWorkflow(workflow: Workflow, world: WorkflowWorld, call: Call = {}): Promise<WorkflowRun> {
  const inputs = inputsOf(workflow, call.inputs ?? {});
  const secrets = { ...noSecrets(workflow), ...call.secrets };
  for (const [id, { permissions = {} }] of Object.entries(workflow.jobs)) refuseMore(id, permissions, world.granted);
  const runs = new Map<string, readonly JobRun[]>();
  for (const id of inOrder(workflow)) {
    const job = workflow.jobs[id];
    if (job) runs.set(id, await runJobs(id, job, { workflow, world, call, inputs, secrets, runs }));
  }
  const jobs = [...runs.values()].flat();
  const last = Object.fromEntries([...runs].map(([id, all]) => [id, { outputs: outputsOf(all) }]));
  const declared = Object.entries(workflow.on.workflow_call.outputs);
  const outputs = declared.map(([name, { value }]) => [name, asText(fill(value, { jobs: last }))] as const);
  return { jobs, outputs: Object.fromEntries(outputs), conclusion: worst(jobs.map(({ result }) => result)) };
}

interface Running {
  readonly workflow: Workflow;
  readonly world: WorkflowWorld;
  readonly call: Call;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly runs: ReadonlyMap<string, readonly JobRun[]>;
}

/** A token of a called workflow may be narrower than its caller's, never wider: https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows */
function refuseMore(id: string, asked: Readonly<Record<string, string>>, granted: WorkflowWorld['granted']): void {
  for (const [scope, level] of Object.entries(asked)) {
    const given = granted[scope] ?? 'none';
    if (level !== 'none' && given !== 'write' && given !== level)
      throw new Error(`startup failure: the job ${id} asks for ${scope}: ${level}, but is allowed ${given}.`);
  }
}

function inputsOf({ on }: Workflow, given: NonNullable<Call['inputs']>): Readonly<Record<string, unknown>> {
  const { inputs } = on.workflow_call;
  for (const [name, value] of Object.entries(given)) {
    const type = inputs[name]?.type;
    if (type !== typeof value) throw new Error(`startup failure: the input ${name} is ${type ?? 'not declared'}.`);
  }
  const lacking = Object.entries(inputs).find(([name, one]) => one.required && given[name] === undefined);
  if (lacking) throw new Error(`startup failure: the input ${lacking[0]} is required.`);
  return Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, given[name] ?? one.default ?? '']));
}

const noSecrets = ({ on }: Workflow) =>
  Object.fromEntries(Object.keys(on.workflow_call.secrets).map((name) => [name, '']));

function inOrder({ jobs }: Workflow): readonly string[] {
  const order: string[] = [];
  while (order.length < Object.keys(jobs).length) {
    const next = Object.entries(jobs).find(
      ([id, job]) => !order.includes(id) && needsOf(job).every((need) => order.includes(need)),
    );
    if (!next) throw new Error('startup failure: jobs need each other in a circle.');
    order.push(next[0]);
  }
  return order;
}

const needsOf = ({ needs = [] }: WorkflowJob): readonly string[] => (typeof needs === 'string' ? [needs] : needs);

async function runJobs(id: string, job: WorkflowJob, running: Running): Promise<readonly JobRun[]> {
  const { world, inputs, runs } = running;
  // Where neither the job nor its workflow says any, they are those of the caller.
  const permissions = job.permissions ?? running.workflow.permissions ?? world.granted;
  const needs = needsOf(job).map((need) => [need, runs.get(need) ?? []] as const);
  const results = needs.map(([, all]) => worst(all.map(({ result }) => result)));
  const contexts: Contexts = {
    github: githubOf(world, permissions),
    inputs,
    needs: Object.fromEntries(
      needs.map(([need, all], index) => [need, { result: results[index], outputs: outputsOf(all) }]),
    ),
    vars: {},
  };
  // A job whose need was skipped is skipped too, unless it says otherwise.
  const standing = { failed: results.some((result) => result !== 'success'), cancelled: false };
  if (!isMet(job.if, contexts, standing))
    return [{ id, name: id, result: 'skipped', outputs: {}, permissions, steps: new Map() }];
  // Side by side, as GitHub runs them.
  return Promise.all(
    matrixOf(job, contexts).map(async (matrix, index): Promise<JobRun> => {
      const here = { ...contexts, matrix, strategy: { 'job-index': index } };
      const known = { id, name: asText(fill(job.name ?? id, here)), permissions };
      const lost = running.call.lose?.({ id, matrix });
      if (lost) return { ...known, result: lost, outputs: {}, steps: new Map() };
      const after = running.call.after?.({ id, matrix });
      return { ...known, ...(await runSteps(job, here, running, permissions)), ...(after && { result: after }) };
    }),
  );
}

/** A matrix of `include` alone: a job for each. @throws Error for none, as GitHub does */
function matrixOf({ strategy }: WorkflowJob, contexts: Contexts): readonly Readonly<Record<string, unknown>>[] {
  if (!strategy) return [{}];
  const matrix = fill(strategy.matrix, contexts);
  const include: unknown =
    typeof matrix === 'object' && matrix !== null && 'include' in matrix ? matrix.include : undefined;
  if (!Array.isArray(include) || include.length === 0) throw new Error('startup failure: the matrix has no jobs.');
  if (include.length > 256) throw new Error('startup failure: the matrix has more than 256 jobs.');
  return include;
}

async function runSteps(
  { steps, outputs = {}, 'runs-on': runsOn }: WorkflowJob,
  contexts: Contexts,
  { world, secrets }: Running,
  permissions: JobRun['permissions'],
): Promise<Pick<JobRun, 'result' | 'outputs' | 'steps'>> {
  const home = mkdtempSync(join(tmpdir(), 'plimsoll-job-'));
  const workspace = join(home, 'work');
  mkdirSync(workspace);
  const ends = new Map<string, StepEnd>();
  const byId: Record<string, { readonly outputs: Readonly<Record<string, string>>; readonly outcome: string }> = {};
  let failed = false;
  try {
    fill(runsOn, contexts);
    for (const step of steps) {
      const seen = { ...contexts, steps: byId, job: jobOf(world, failed), runner: { os: 'Linux' }, env: {} };
      if (!isMet(step.if, seen, { failed, cancelled: false })) continue;
      const within = { ...seen, secrets };
      const texts = (values: Readonly<Record<string, unknown>> = {}) =>
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(fill(value, within))]));
      const machine = { world, workspace, mayPush: permissions['contents'] === 'write' && !world.isFork };
      const end: StepResult =
        step.uses === undefined
          ? await runScript(asText(fill(step.run, within)), texts(step.env), machine)
          : await useAction(step.uses, { with: texts(step.with), env: texts(step.env) }, machine, within);
      if (step.id !== undefined) byId[step.id] = { outputs: end.outputs, outcome: end.failed ? 'failure' : 'success' };
      if (end.end) ends.set(step.name ?? step.uses ?? step.run ?? '', end.end);
      failed ||= end.failed && step['continue-on-error'] !== true;
    }
    const said = Object.entries(outputs).map(([name, value]) => [
      name,
      asText(fill(value, { ...contexts, steps: byId })),
    ]);
    return { result: failed ? 'failure' : 'success', outputs: Object.fromEntries(said), steps: ends };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The token can what the job asks for; of a pull request from a fork it only reads. */
function githubOf({ repository, github, isFork }: WorkflowWorld, permissions: JobRun['permissions']) {
  const mayWrite = !isFork && Object.values(permissions).includes('write');
  return { ...github, repository, token: mayWrite ? 'token-of-the-job' : 'token-of-a-fork' };
}

function jobOf({ tool, tellsRevision }: WorkflowWorld, failed: boolean) {
  const own = tellsRevision ? { workflow_repository: tool.repository, workflow_sha: tool.sha } : {};
  return { status: failed ? 'failure' : 'success', ...own };
}

/** Of a matrix the last job's count, where it says something. */
const outputsOf = (all: readonly JobRun[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...all.map(({ outputs }) => outputs));

function worst(results: readonly JobResult[]): JobResult {
  return (['failure', 'cancelled', 'success'] as const).find((one) => results.includes(one)) ?? 'skipped';
}
