import { runGate } from '../check/configured.ts';
import { explain } from '../cli/explain.ts';
import { Interrupted, UserError } from '../errors.ts';
import { exitStatusOfError } from '../exit-status.ts';
import type { Checkout } from '../ports.ts';
import { render } from '../reporters/registry.ts';
import type { JobFailure } from '../result/failure.ts';
import { couldNotCheck, publishCheck } from './check-run.ts';
import { outputsOfError } from './outputs.ts';
import { publish, revisionOf, tell } from './publish.ts';
import { tokenInputs, type Runner } from './runner.ts';

/** The action in one function: inputs and an event in, exit status out. What cannot be published is a warning and never changes the status. */
export async function action(runner: Runner): Promise<number> {
  try {
    for (const name of tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== undefined) await runner.maskSecret(token);
    }
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
      openWorkshop: (mode, insecure, layerReading) =>
        runner.openWorkshop(checkout, runner.progress(mode), insecure, layerReading),
    });
    runner.print(await render('table', outcome.result, { columns: 120, colour: false }));
    await publish(outcome, runner);
    return outcome.result.exitStatus;
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not check', message: words }]);
    await runner.writeSummary(couldNotCheck(words).summary);
    await runner.writeOutputs(outputsOfError());
    await leaveFailure(words, runner);
    if (!(thrown instanceof Interrupted)) await tell(await publishCheck(runner, couldNotCheck(words)), runner);
    return exitStatusOfError(thrown);
  }
}

async function leaveFailure(words: string, runner: Runner): Promise<void> {
  const path = runner.inputs.get('failure-file');
  if (path === undefined) return;
  const images = (runner.inputs.get('only') ?? '').split('\n').flatMap((line) => line.trim() || []);
  const failure: JobFailure = { schemaVersion: 1, images, words };
  await runner.writeReport(path, `${JSON.stringify(failure)}\n`);
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
