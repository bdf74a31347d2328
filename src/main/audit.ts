import { join, resolve } from 'node:path';
import { auditAction, type AuditRunner } from '../action/audit.ts';
import type { IssuesToPublish } from '../action/audit-issues.ts';
import { openCheckout } from '../adapters/files/checkout.ts';
import { listFiles } from '../adapters/files/list-files.ts';
import { writeReport } from '../adapters/files/reports.ts';
import { createGithubClient } from '../adapters/github/client.ts';
import { loadEvent } from '../adapters/github/event-file.ts';
import { noProgress, runnerProgress } from '../adapters/progress.ts';
import { annotate, maskSecret } from '../adapters/runner/commands.ts';
import { readRun, type WorkflowRun } from '../adapters/runner/environment.ts';
import { readInputs, unknownInputs } from '../adapters/runner/inputs.ts';
import { untrustedLog } from '../adapters/runner/log.ts';
import { writeOutputs, writeSummary } from '../adapters/runner/outputs.ts';
import type { Published } from '../action/runner.ts';
import { explain } from '../cli/explain.ts';
import { exitStatusOfError } from '../exit-status.ts';
import { auditActionInputSpecs } from '../settings/inputs-audit-action.ts';
import { placeOf } from './place.ts';
import { publishAuditIssues } from './publish.ts';
import { remotePolicies } from './remote-policies.ts';
import { stopSignal } from './signals.ts';
import { version } from './version.ts';

const { env, stdout } = process;
const log = untrustedLog((chunk) => stdout.write(chunk));
const print = (text: string): void => log.print(text);
const names = auditActionInputSpecs.map(({ name }) => name);

/** The composition root of the audit action. */
async function main(): Promise<number> {
  try {
    return await auditAction(await openRunner(stopSignal()));
  } catch (thrown) {
    // Only what goes wrong before there is a runner to speak to, such as a broken event.
    log.print(explain(thrown));
    return exitStatusOfError(thrown);
  } finally {
    log.end();
  }
}

async function openRunner(signal: AbortSignal): Promise<AuditRunner> {
  const run = readRun(env);
  const event = await loadEvent(env);
  const inputs = readInputs(env, names);
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const policyToken = inputs.get('policy-token') ?? inputs.get('github-token');
  return {
    version,
    workspace,
    ...placeOf(inputs, workspace, run.repository),
    inputs,
    unknownInputs: unknownInputs(env, names),
    pullRequest: event.kind === 'pull-request' ? event : undefined,
    sha: env['GITHUB_SHA'],
    repositoryUrl: `${run.serverUrl}/${run.repository}`,
    runUrl: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}`,
    openCheckout,
    listFiles,
    ...(policyToken !== undefined && {
      fetchPolicy: remotePolicies(() => createGithubClient({ token: policyToken, apiUrl: run.apiUrl, signal })),
    }),
    openWorkshop: async (checkout, progress, insecureRegistries, { folder }) => {
      const { openWorkshop } = await import('./workshop.ts');
      const cache = folder === undefined ? {} : { cacheFolder: resolve(workspace, folder) };
      const request = { environment: env, checkout, progress, signal, insecureRegistries, ...cache, warn: print };
      return openWorkshop({ ...request, onSecret: mask });
    },
    progress: (mode) => (mode === 'none' ? noProgress : runnerProgress(print)),
    writeReport: (path, text) => writeReport(join(workspace, path), text),
    ...told(run, signal),
  };
}

/** The ways to tell what came of it. */
function told(run: WorkflowRun, signal: AbortSignal) {
  return {
    writeOutputs: async (outputs: ReadonlyMap<string, string | number>) =>
      asPublished(await writeOutputs(env['GITHUB_OUTPUT'], outputs)),
    writeSummary: async (markdown: string) => asPublished(await writeSummary(env['GITHUB_STEP_SUMMARY'], markdown)),
    annotate: async (annotations: Parameters<typeof annotate>[0]) => {
      log.end();
      await annotate(annotations);
    },
    publishIssues: (issues: IssuesToPublish) => publishAuditIssues(issues, run, signal),
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

void main().then((status) => stdout.write('', () => process.exit(status)));
