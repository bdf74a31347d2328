import { mergeReports, type JobReport, type MergeRequest } from '../check/merge.ts';
import { explain } from '../cli/explain.ts';
import { Interrupted, UserError } from '../errors.ts';
import { exitStatusOfError } from '../exit-status.ts';
import { render } from '../reporters/registry.ts';
import { jobFailure, type JobFailure } from '../result/failure.ts';
import { checkPlan, type CheckPlan } from '../result/plan.ts';
import { readInputs } from '../settings/read-inputs.ts';
import { readRunOptions } from '../settings/run-options.ts';
import { refuseUnknownInputs } from './action.ts';
import { couldNotCheck, publishCheck } from './check-run.ts';
import { readForeignReport, reportName } from './comment-report.ts';
import { outputsOfError } from './outputs.ts';
import { publish, revisionOf, tell, type Publisher } from './publish.ts';
import type { Runner } from './runner.ts';

/** A file that a job left. */
export interface LeftFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the merge action needs of a runner. */
export interface MergeRunner extends Publisher, Pick<Runner, 'version' | 'unknownInputs' | 'maskSecret'> {
  /** Files of these names below a folder of the workspace, by path; none where the folder is not there. @throws UserError */
  readLeft(folder: string, names: readonly string[]): Promise<readonly LeftFile[]>;
}

const failureName = 'failure.json';
const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const;

/** The merge action in one function: what the jobs of a plan left becomes one result, one comment, one verdict. */
export async function mergeAction(runner: MergeRunner): Promise<number> {
  try {
    const token = runner.inputs.get('github-token');
    if (token !== undefined) await runner.maskSecret(token);
    await runner.writeOutputs(outputsOfError());
    refuseUnknownInputs(runner.unknownInputs);
    const { plan, jobs, reports, ...inputs } = Object.fromEntries(runner.inputs);
    const { values, problems } = readInputs(inputs);
    const { options, problems: more } = readRunOptions(values);
    const [first, ...others] = [...problems, ...more];
    if (first) throw new UserError([first, ...others]);
    const left = await readLeft(reports ?? 'plimsoll-reports', runner);
    const result = mergeReports({
      ...left,
      plan: readPlan(plan),
      jobs: readJobs(jobs),
      ...revisionOf(runner),
      toolVersion: runner.version,
    });
    runner.print(await render('table', result, { columns: 120, colour: false }));
    // Each job has annotated its lines already.
    await publish(
      { result, options: { ...options, annotations: false }, listings: new Map(), warnings: [], notes: [] },
      runner,
    );
    return result.exitStatus;
  } catch (thrown) {
    const words = explain(thrown);
    runner.print(words);
    await runner.annotate([{ level: 'error', title: 'Plimsoll could not join the results', message: words }]);
    await runner.writeSummary(couldNotCheck(words).summary);
    await runner.writeOutputs(outputsOfError());
    if (!(thrown instanceof Interrupted)) await tell(await publishCheck(runner, couldNotCheck(words)), runner);
    return exitStatusOfError(thrown);
  }
}

async function readLeft(folder: string, runner: MergeRunner): Promise<Pick<MergeRequest, 'reports' | 'failures'>> {
  const files = await runner.readLeft(folder, [reportName, failureName]);
  const head = runner.pullRequest?.headSha ?? runner.sha ?? '';
  return {
    reports: files.filter(isReport).map(({ path, bytes }): JobReport => ({ path, result: readReport(bytes, head) })),
    failures: files.filter((file) => !isReport(file)).flatMap(({ bytes }) => readFailure(bytes)),
  };
}

const isReport = ({ path }: LeftFile): boolean => path.split('/').at(-1) === reportName;

/** The jobs built what a pull request says: what they left is data to look at, as the report of a fork is. */
function readReport(bytes: Uint8Array, head: string): JobReport['result'] {
  try {
    return readForeignReport(bytes, head);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { refused: thrown.message };
  }
}

/** A failure only lends its words; without them the image is not checked all the same. */
function readFailure(bytes: Uint8Array): readonly JobFailure[] {
  try {
    const parsed = jobFailure.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? [parsed.data] : [];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
}

function readPlan(text: string | undefined): CheckPlan {
  if (text === undefined) throw noPlan('nothing');
  try {
    return checkPlan.parse(JSON.parse(text));
  } catch (cause) {
    throw noPlan(cause instanceof Error ? cause.message : text);
  }
}

function noPlan(got: string): UserError {
  return new UserError({
    code: 'no-plan',
    message: 'There is no plan to hold the reports against, so nothing is known to have been checked.',
    expected: 'the output `plan` of plimsoll/plimsoll/plan',
    got,
    hint: 'Look at the job that plans: it says what is wrong.',
  });
}

function readJobs(text: string | undefined): MergeRequest['jobs'] {
  const known = jobResults.find((one) => one === text);
  if (known) return known;
  throw new UserError({
    code: 'invalid-input',
    message: 'The input `jobs` does not say how the jobs ended.',
    expected: `one of ${jobResults.join(', ')}`,
    got: text ?? 'nothing',
    hint: 'Give `jobs: ${{ needs.JOB.result }}`.',
  });
}
