import { commentAction, type CommentRunner } from '../action/comment.ts';
import { maxReportBytes, reportName } from '../action/comment-report.ts';
import { readArtifact } from '../adapters/github/artifact.ts';
import { createGithubClient, type GithubClient } from '../adapters/github/client.ts';
import { readPayload } from '../adapters/github/event-file.ts';
import { findPulls } from '../adapters/github/find-pulls.ts';
import { explainFailure, GithubError } from '../adapters/github/github-error.ts';
import { readEventName } from '../adapters/github/payload.ts';
import { readEndedRun } from '../adapters/github/workflow-run.ts';
import { readRun } from '../adapters/runner/environment.ts';
import { readInputs, unknownInputs } from '../adapters/runner/inputs.ts';
import { UserError } from '../errors.ts';
import { commentInputSpecs } from '../settings/inputs-comment.ts';
import { publishReport } from './publish.ts';
import { runStep, voice } from './step.ts';

const { env } = process;
const names = commentInputSpecs.map(({ name }) => name);

/** The composition root of the comment action. */
runStep(async (signal) => commentAction(await openRunner(signal)));

async function openRunner(signal: AbortSignal): Promise<CommentRunner> {
  const run = readRun(env);
  requireWorkflowRun(readEventName(env));
  const ended = readEndedRun(await readPayload(env));
  const { repository, serverUrl, apiUrl } = run;
  const reported = { repository, apiUrl, runId: ended.runId, runAttempt: ended.runAttempt };
  const ask = async <T>(token: string, what: (client: GithubClient) => Promise<T>): Promise<T> => {
    try {
      return await what(await createGithubClient({ token, apiUrl, signal }));
    } catch (thrown) {
      throw thrown instanceof GithubError ? unreadable(thrown) : thrown;
    }
  };
  return {
    ended,
    serverUrl,
    repository,
    inputs: readInputs(env, names),
    unknownInputs: unknownInputs(env, names),
    readArtifact: (token, name) =>
      ask(token, (client) =>
        readArtifact(client, { repository, runId: ended.runId, name }, { name: reportName, maxBytes: maxReportBytes }),
      ),
    findPulls: (token) => ask(token, (client) => findPulls(client, repository, ended.pushed)),
    publishComment: (comment) => publishReport(comment, reported, signal),
    writeOutputs: voice.writeOutputs,
    annotate: voice.annotate,
    maskSecret: voice.maskSecret,
    print: voice.print,
  };
}

function requireWorkflowRun(eventName: string): void {
  if (eventName === 'workflow_run') return;
  throw new UserError({
    code: 'wrong-event',
    message: `The comment action publishes what another run left; under the event ${eventName} there is none.`,
    expected: 'on: workflow_run',
    got: eventName,
    hint: 'Use it in a workflow of its own, as the recipe for forks in docs/recipes.md shows.',
  });
}

function unreadable(cause: GithubError): UserError {
  return new UserError(
    {
      code: 'github-unreadable',
      message: explainFailure('The report of the run could not be fetched', 'actions: read', cause),
      hint: 'The job needs `permissions: { actions: read, pull-requests: write }`.',
    },
    { cause },
  );
}
