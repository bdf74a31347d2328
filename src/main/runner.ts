import { join, resolve } from 'node:path';
import { openCheckout } from '../adapters/files/checkout.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { writeReport } from '../adapters/files/reports.ts';
import { createGithubClient } from '../adapters/github/client.ts';
import { loadEvent } from '../adapters/github/event-file.ts';
import { refuseUnsafeEvent } from '../adapters/github/unsafe-event.ts';
import { noProgress, runnerProgress } from '../adapters/progress.ts';
import { readRun, type WorkflowRun } from '../adapters/runner/environment.ts';
import { readInputs, unknownInputs } from '../adapters/runner/inputs.ts';
import type { Runner } from '../action/runner.ts';
import { placeOf } from './place.ts';
import { openBase, remotePolicies } from './remote-policies.ts';
import { publishReport, publishVerdict } from './publish.ts';
import { runStep, voice } from './step.ts';
import { version } from './version.ts';

const { env } = process;

/** Where an action runs, for what only some actions need. */
export interface Step {
  /** The absolute path of the runner's workspace. */
  readonly workspace: string;
  readonly run: WorkflowRun;
  /** Fires when the step is told to stop. */
  readonly signal: AbortSignal;
}

/** Runs an action to its end and leaves with its status. @param names of the action's inputs */
export function runAction(names: readonly string[], action: (runner: Runner, step: Step) => Promise<number>): void {
  runStep(async (signal) => {
    const step = { workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(), run: readRun(env), signal };
    return action(await openRunner(names, step), step);
  });
}

/** Wires the real world to what the actions need. @throws UserError `broken-event`, `broken-environment` */
async function openRunner(names: readonly string[], { workspace, run, signal }: Step): Promise<Runner> {
  const event = await loadEvent(env);
  const inputs = readInputs(env, names);
  const place = placeOf(inputs, workspace, run.repository);
  const token = inputs.get('github-token');
  const asker = (given: string | undefined) =>
    given === undefined ? undefined : () => createGithubClient({ token: given, apiUrl: run.apiUrl, signal });
  const github = asker(token);
  // Never for this repository: a token that cannot see it would make the base look as if it had no policy.
  const policies = asker(inputs.get('policy-token') ?? token);
  return {
    version,
    ...place,
    inputs,
    unknownInputs: unknownInputs(env, names),
    pullRequest: event.kind === 'pull-request' ? event : undefined,
    sha: env['GITHUB_SHA'],
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    runUrl: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}`,
    openCheckout,
    openRepository: () => openRepository({ root: place.root, environment: env, signal, openCheckout }),
    openBase: (sha, repository) => openBase(sha, repository, run.repository, github),
    ...(policies && { fetchPolicy: remotePolicies(policies) }),
    openWorkshop: async (checkout, progress, insecureRegistries, { folder, mode }) => {
      const { openWorkshop } = await import('./workshop.ts');
      const cache = folder === undefined ? {} : { cacheFolder: resolve(workspace, folder) };
      const request = {
        environment: env,
        checkout,
        progress,
        signal,
        insecureRegistries,
        mode,
        ...cache,
        warn: voice.print,
      };
      return openWorkshop({ ...request, onSecret: voice.maskSecret });
    },
    progress: (mode) => (mode === 'none' ? noProgress : runnerProgress(voice.print)),
    refuseUnsafeBuild: () => refuseUnsafeEvent(event.name, { builds: true }),
    writeReport: (path, text) => writeReport(join(workspace, path), text),
    publishComment: (comment) => publishReport(comment, run, signal),
    publishCheckRun: (check) => publishVerdict(check, run, signal),
    ...voice,
  };
}
