import { changesSince } from '../check/changes-since.ts';
import { jobsOf, planCheck } from '../check/plan.ts';
import { settingsThatCount } from '../check/policy-origin.ts';
import { explain } from '../cli/explain.ts';
import { UserError } from '../errors.ts';
import { exitStatus, exitStatusOfError } from '../exit-status.ts';
import type { CheckPlan } from '../result/plan.ts';
import { refuseUnknownInputs, requireFolder } from './action.ts';
import { couldNotCheck } from './check-run.ts';
import { tokenInputs, type Runner } from './runner.ts';

/** What the plan action needs of a runner. */
export type PlanRunner = Pick<
  Runner,
  | 'inputs'
  | 'unknownInputs'
  | 'root'
  | 'folderName'
  | 'pullRequest'
  | 'openCheckout'
  | 'openRepository'
  | 'openBase'
  | 'fetchPolicy'
  | 'writeOutputs'
  | 'writeSummary'
  | 'annotate'
  | 'maskSecret'
  | 'print'
>;

/** Every output plan/action.yml declares. */
export const planOutputNames = ['count', 'matrix', 'plan'] as const;

/** The plan action in one function: which images are to be checked here, as jobs of a matrix. It builds nothing. */
export async function planAction(runner: PlanRunner): Promise<number> {
  try {
    for (const name of tokenInputs) {
      const token = runner.inputs.get(name);
      if (token !== undefined) await runner.maskSecret(token);
    }
    refuseUnknownInputs(runner.unknownInputs);
    const maxJobs = readMaxJobs(runner.inputs.get('max-jobs') ?? '100');
    const plan = await planOf(runner);
    const jobs = jobsOf(plan, maxJobs);
    for (const { name, why } of plan.images) runner.print(`${name}: ${why}\n`);
    for (const name of plan.unchanged) runner.print(`${name}: left out, this change does not touch it.\n`);
    const written = await runner.writeOutputs(
      new Map<(typeof planOutputNames)[number], string | number>([
        ['count', jobs.length],
        ['matrix', JSON.stringify({ include: jobs })],
        ['plan', JSON.stringify(plan)],
      ]),
    );
    // Without its outputs a plan is none.
    if (written.warning !== undefined) throw new Error(written.warning);
    return exitStatus.passed;
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not plan', message: words }]);
    await runner.writeSummary(couldNotCheck(words).summary);
    return exitStatusOfError(thrown);
  }
}

async function planOf(runner: PlanRunner): Promise<CheckPlan> {
  const { images = 'changed', 'max-jobs': _maxJobs, ...inputs } = Object.fromEntries(runner.inputs);
  if (images !== 'changed' && images !== 'all')
    throw new UserError(wrong('images', images, '`changed` or `all`', 'Leave it out for `changed`.'));
  const checkout = runner.openCheckout(runner.root);
  requireFolder(checkout, runner);
  const repository = await runner.openRepository();
  const { pullRequest, fetchPolicy, folderName } = runner;
  const base = pullRequest && (await runner.openBase(pullRequest.baseSha, repository));
  const judgedBy = await settingsThatCount({
    checkout,
    inputs,
    folderName,
    ...(base && { base }),
    ...(fetchPolicy && { fetchPolicy }),
  });
  const revisions = {
    ...(repository && { repository }),
    ...(base && { base }),
    ...(pullRequest && { headSha: pullRequest.headSha }),
  };
  const changes = images === 'all' ? { unknown: 'All images were asked for.' } : await changesSince(revisions);
  const configFile = inputs['config'];
  return planCheck({ judgedBy, changes, checkout, ...(configFile !== undefined && { configFile }) });
}

/** https://docs.github.com/actions/reference/limits: a matrix makes 256 jobs at most. */
const mostJobs = 256;

function readMaxJobs(text: string): number {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count >= 1 && count <= mostJobs) return count;
  throw new UserError(wrong('max-jobs', text, `a whole number from 1 to ${mostJobs}`, 'Leave it out for 100.'));
}

function wrong(input: string, got: string, expected: string, hint: string) {
  const message = `The input \`${input}\` cannot be ${JSON.stringify(got)}.`;
  return { code: 'invalid-input', message, expected, got, hint };
}
