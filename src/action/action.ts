import { runGate, type GateOutcome } from '../check/configured.ts';
import { explain } from '../cli/explain.ts';
import { Interrupted, UserError } from '../errors.ts';
import { exitStatusOfError } from '../exit-status.ts';
import type { Checkout } from '../ports.ts';
import { annotationsOf } from '../reporters/github.ts';
import { render } from '../reporters/registry.ts';
import { renderMarkdown } from '../reporters/markdown/comment.ts';
import type { CheckResult } from '../result/result.ts';
import { checkOf, couldNotCheck, publishCheck } from './check-run.ts';
import { outputsOf, outputsOfError } from './outputs.ts';
import type { Published, Runner } from './runner.ts';

/** The action in one function: inputs and an event in, exit status out. What cannot be published is a warning and never changes the status. */
export async function action(runner: Runner): Promise<number> {
  try {
    const token = runner.inputs.get('github-token');
    if (token !== undefined) await runner.maskSecret(token);
    // What is written last counts: a run that is killed has said that it did not check.
    await runner.writeOutputs(outputsOfError());
    refuseUnknownInputs(runner.unknownInputs);
    const checkout = runner.openCheckout(runner.root);
    requireFolder(checkout, runner);
    const repository = await runner.openRepository();
    const base = runner.pullRequest && (await runner.openBase(runner.pullRequest.baseSha, repository));
    const { fetchPolicy } = runner;
    const outcome = await runGate({
      checkout,
      folderName: runner.folderName,
      inputs: Object.fromEntries(runner.inputs),
      toolVersion: runner.version,
      ...revisionOf(runner),
      ...(repository && { repository }),
      ...(base && { base }),
      ...(fetchPolicy && { fetchPolicy }),
      beforeBuild: () => runner.refuseUnsafeBuild(),
      openWorkshop: (mode, insecure, layerCache) =>
        runner.openWorkshop(checkout, runner.progress(mode), insecure, layerCache),
    });
    runner.print(render('table', outcome.result, { columns: 120, colour: false }));
    await publish(outcome, runner);
    return outcome.result.exitStatus;
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not check', message: words }]);
    await runner.writeSummary(couldNotCheck(words).summary);
    await runner.writeOutputs(outputsOfError());
    if (!(thrown instanceof Interrupted)) await tell(await publishCheck(runner, couldNotCheck(words)), runner);
    return exitStatusOfError(thrown);
  }
}

async function publish({ result, options, ...said }: GateOutcome, runner: Runner): Promise<void> {
  const links = linksOf(runner);
  const told: Published[] = [...said.warnings.map((warning) => ({ warning })), ...said.notes.map((note) => ({ note }))];
  for (const { format, path } of options.outputs)
    await runner.writeReport(path, render(format, result, { columns: 120, colour: false }));
  if (options.summary) told.push(await runner.writeSummary(renderMarkdown(result, { ...links, detail: 'summary' })));
  if (options.annotations) await runner.annotate(annotationsOf(result));
  const { pullRequest } = runner;
  if (pullRequest && options.comment.mode !== 'never') {
    const body = renderMarkdown(result, links);
    told.push(
      options.githubToken === undefined
        ? {
            warning:
              'The pull request comment was not published: there is no token. Give `github-token`, or set `comment: never`.',
          }
        : await runner.publishComment({
            token: options.githubToken,
            pullRequest,
            mode: options.comment.mode,
            id: options.comment.id,
            outcome: result.outcome,
            changed: isChanged(result),
            body,
          }),
    );
  }
  told.push(await publishCheck(runner, checkOf(result, links)));
  told.push(await runner.writeOutputs(outputsOf(result, options.outputs)));
  for (const one of told) await tell(one, runner);
}

async function tell({ warning, note }: Published, runner: Runner): Promise<void> {
  if (note !== undefined) runner.print(note);
  if (warning !== undefined) await runner.annotate([{ level: 'warning', title: 'Plimsoll', message: warning }]);
}

/** Whether an image differs in size from its baseline. */
export function isChanged({ images }: CheckResult): boolean {
  return images.some(({ comparisons }) =>
    comparisons.some(({ kind, unpackedDeltaBytes }) => kind === 'baseline' && unpackedDeltaBytes !== 0),
  );
}

function revisionOf({ pullRequest, sha }: Runner) {
  if (pullRequest)
    return { revision: { head: pullRequest.headSha, base: pullRequest.baseSha, baseName: pullRequest.baseRef } };
  return sha === undefined ? {} : { revision: { head: sha } };
}

function linksOf({ repositoryUrl, runUrl, pullRequest, sha }: Runner) {
  const commit = pullRequest?.headSha ?? sha;
  return { fullReportUrl: runUrl, ...(commit !== undefined && { repositoryUrl, commit }) };
}

/** A checkout that is not there would look like a repository without a configuration. @throws UserError `no-folder` */
export function requireFolder(checkout: Pick<Checkout, 'kindOf'>, { inputs }: Pick<Runner, 'inputs'>): void {
  if (checkout.kindOf('.') === 'folder') return;
  throw new UserError({
    code: 'no-folder',
    message: 'The folder of the checkout is not there.',
    expected: 'a folder of the workspace',
    got: inputs.get('working-directory') ?? 'the workspace',
    hint: 'Give actions/checkout the same `path` as the input `working-directory`.',
  });
}

/** Ends the run for a misspelt input. @throws UserError `unknown-input` */
export function refuseUnknownInputs(names: readonly string[]): void {
  const [first] = names;
  if (first === undefined) return;
  throw new UserError({
    code: 'unknown-input',
    message: `The action has no input ${names.map((name) => `"${name}"`).join(', ')}.`,
    got: names.join(', '),
    hint: 'Correct the spelling; the README lists every input.',
  });
}
