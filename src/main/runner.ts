import { join, resolve } from 'node:path';
import { openCheckout } from '../adapters/files/checkout.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { writeReport } from '../adapters/files/reports.ts';
import { createGithubClient } from '../adapters/github/client.ts';
import { loadEvent } from '../adapters/github/event-file.ts';
import { refuseUnsafeEvent } from '../adapters/github/unsafe-event.ts';
import { noProgress, runnerProgress } from '../adapters/progress.ts';
import { annotate, maskSecret } from '../adapters/runner/commands.ts';
import { readRun } from '../adapters/runner/environment.ts';
import { readInputs, unknownInputs } from '../adapters/runner/inputs.ts';
import { untrustedLog } from '../adapters/runner/log.ts';
import { writeOutputs, writeSummary } from '../adapters/runner/outputs.ts';
import type { Published, Runner } from '../action/runner.ts';
import { explain } from '../cli/explain.ts';
import { exitStatusOfError } from '../exit-status.ts';
import { placeOf } from './place.ts';
import { openBase, remotePolicies } from './remote-policies.ts';
import { publishReport, publishVerdict } from './publish.ts';
import { stopSignal } from './signals.ts';
import { version } from './version.ts';

const { env, stdout } = process;
/** One stretch in which the runner obeys nothing, ended only for commands of our own. */
const log = untrustedLog((chunk) => stdout.write(chunk));
const print = (text: string): void => log.print(text);

/** Runs an action to its end and leaves with its status. */
export function runAction(names: readonly string[], action: (runner: Runner) => Promise<number>): void {
  const main = async (): Promise<number> => {
    try {
      return await action(await openRunner(names, stopSignal()));
    } catch (thrown) {
      // Only what goes wrong before there is a runner to speak to, such as a broken event.
      log.print(explain(thrown));
      return exitStatusOfError(thrown);
    } finally {
      log.end();
    }
  };
  void main().then((status) => stdout.write('', () => process.exit(status)));
}

/** Wires the real world to what the actions need. @param names of the action's inputs @throws UserError `broken-event`, `broken-environment` */
async function openRunner(names: readonly string[], signal: AbortSignal): Promise<Runner> {
  const run = readRun(env);
  const event = await loadEvent(env);
  const inputs = readInputs(env, names);
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
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
    openWorkshop: async (checkout, progress, insecureRegistries, { folder }) => {
      const { openWorkshop } = await import('./workshop.ts');
      const cache = folder === undefined ? {} : { cacheFolder: resolve(workspace, folder) };
      const request = { environment: env, checkout, progress, signal, insecureRegistries, ...cache, warn: print };
      return openWorkshop({ ...request, onSecret: mask });
    },
    progress: (mode) => (mode === 'none' ? noProgress : runnerProgress(print)),
    refuseUnsafeBuild: () => refuseUnsafeEvent(event.name, { builds: true }),
    writeReport: (path, text) => writeReport(join(workspace, path), text),
    writeOutputs: async (outputs) => asPublished(await writeOutputs(env['GITHUB_OUTPUT'], outputs)),
    writeSummary: async (markdown) => asPublished(await writeSummary(env['GITHUB_STEP_SUMMARY'], markdown)),
    annotate: async (annotations) => {
      log.end();
      await annotate(annotations);
    },
    publishComment: (comment) => publishReport(comment, run, signal),
    publishCheckRun: (check) => publishVerdict(check, run, signal),
    maskSecret: mask,
    print,
  };
}

function asPublished(write: Awaited<ReturnType<typeof writeOutputs>>): Published {
  return write.state === 'failed' ? { warning: write.warning } : {};
}

async function mask(secret: string): Promise<void> {
  log.end();
  await maskSecret(secret);
}
