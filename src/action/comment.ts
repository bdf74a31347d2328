import type { FoundPull } from '../adapters/github/find-pulls.ts';
import type { EndedRun } from '../adapters/github/workflow-run.ts';
import { explain } from '../cli/explain.ts';
import { UserError } from '../errors.ts';
import { exitStatus, exitStatusOfError } from '../exit-status.ts';
import { renderMarkdown } from '../reporters/markdown/comment.ts';
import type { CheckResult } from '../result/result.ts';
import type { RunOptions } from '../settings/run-options.ts';
import { refuseUnknownInputs } from './action.ts';
import { isChanged } from './publish.ts';
import { readCommentOptions } from './comment-options.ts';
import { readForeignReport } from './comment-report.ts';
import type { CommentToPublish, Published, Runner } from './runner.ts';

/** What the comment action is handed by its composition root. */
export interface CommentRunner extends Pick<
  Runner,
  'inputs' | 'unknownInputs' | 'writeOutputs' | 'annotate' | 'maskSecret' | 'print'
> {
  /** The run that made the artifact, as the event tells it. */
  readonly ended: EndedRun;
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl: string;
  /** `owner/name` of the repository the workflow runs in. */
  readonly repository: string;
  /** @returns undefined when the run left no artifact of that name. @throws UserError `artifact-refused`, `github-unreadable` */
  readArtifact(token: string, name: string): Promise<Uint8Array | undefined>;
  /** The open pull requests whose head is the ended run's commit. @throws UserError `github-unreadable` */
  findPulls(token: string): Promise<readonly FoundPull[]>;
  publishComment(comment: CommentToPublish): Promise<Published>;
}

/** Every output comment/action.yml declares. */
export const commentOutputNames = ['state', 'comment-url'] as const;

/** What came of it, in words and as the step's outputs. */
interface Told {
  readonly state: string;
  readonly url?: string;
  readonly warnings: readonly string[];
  readonly failed?: boolean;
}

/**
 * The comment action in one function: publishes the report another run left as an artifact. That run built a stranger's
 * code, so whatever it left is data: the pull request is found by asking GitHub, and the Markdown is rendered anew.
 */
export async function commentAction(runner: CommentRunner): Promise<number> {
  try {
    const token = runner.inputs.get('github-token');
    if (token !== undefined) await runner.maskSecret(token);
    const told = await tell(runner);
    await runner.writeOutputs(outputs(told.state, told.url));
    const level = told.failed === true ? 'error' : 'warning';
    await runner.annotate(told.warnings.map((message) => ({ level, title: 'Plimsoll', message })));
    return told.failed === true ? exitStatus.userMustFix : exitStatus.passed;
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not comment', message: words }]);
    await runner.writeOutputs(outputs('failed'));
    return exitStatusOfError(thrown);
  }
}

async function tell(runner: CommentRunner): Promise<Told> {
  const { ended, inputs } = runner;
  refuseUnknownInputs(runner.unknownInputs);
  const { name, options } = readCommentOptions(inputs);
  const { githubToken: token } = options;
  if (token === undefined) throw noToken();
  if (ended.startedBy !== 'pull_request') {
    runner.print(`Nothing to comment on: the run was started by ${ended.startedBy}, not by a pull request.\n`);
    return { state: 'none', warnings: [] };
  }
  const bytes = await runner.readArtifact(token, name);
  if (!bytes) return { state: 'none', warnings: [noArtifact(name, ended)] };
  const result = readForeignReport(bytes, ended.pushed.sha);
  const pulls = meant(await runner.findPulls(token), result);
  if (pulls.length === 0) {
    runner.print('Nothing to comment on: no open pull request has the commit of that run as its head (any more).\n');
    return { state: 'none', warnings: [] };
  }
  const published: Published[] = [];
  for (const pull of pulls) published.push(await publish(runner, options, { token, pull, result }));
  for (const { note } of published) if (note !== undefined) runner.print(`${note}\n`);
  const [first] = published;
  return {
    state: first?.state ?? 'none',
    ...(first?.url !== undefined && { url: first.url }),
    warnings: published.flatMap(({ warning }) => warning ?? []),
    // To publish is all this action is for, so here a failure is one.
    failed: published.some(({ state }) => state === 'failed'),
  };
}

function publish(
  runner: CommentRunner,
  { comment }: RunOptions,
  what: { readonly token: string; readonly pull: FoundPull; readonly result: CheckResult },
): Promise<Published> {
  const { ended, serverUrl } = runner;
  const { token, pull, result } = what;
  return runner.publishComment({
    token,
    pullRequest: pull,
    mode: comment.mode,
    id: comment.id,
    outcome: result.outcome,
    changed: isChanged(result),
    body: renderMarkdown(result, {
      repositoryUrl: `${serverUrl}/${ended.pushed.repository}`,
      commit: ended.pushed.sha,
      fullReportUrl: `${serverUrl}/${runner.repository}/actions/runs/${ended.runId}`,
    }),
  });
}

/** One branch may be the head of several pull requests: then the report's base branch tells which of them is meant. */
function meant(pulls: readonly FoundPull[], { revision }: CheckResult): readonly FoundPull[] {
  const same = pulls.filter(({ baseRef }) => baseRef === revision?.baseName);
  return same.length > 0 ? same : pulls;
}

function noArtifact(name: string, { runId }: EndedRun): string {
  return `There is nothing to publish: run ${runId} left no artifact "${name}". It needs \`output: json=plimsoll.json\` and actions/upload-artifact with \`if: always()\`.`;
}

function noToken(): UserError {
  return new UserError({
    code: 'no-token',
    message: 'There is no token to publish with.',
    expected: 'the input `github-token`; by default it is the job’s own token',
    hint: 'Leave `github-token` out, or give it a token with `actions: read` and `pull-requests: write`.',
  });
}

function outputs(state: string, url = ''): ReadonlyMap<string, string> {
  return new Map([
    ['state', state],
    ['comment-url', url],
  ]);
}
