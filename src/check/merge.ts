import { exitStatus } from '../exit-status.ts';
import type { JobFailure } from '../result/failure.ts';
import type { CheckPlan } from '../result/plan.ts';
import type { CheckResult, ImageResult, Notice } from '../result/result.ts';
import { proposalNotice } from './proposal.ts';
import { sift } from './sift-reports.ts';

/** What a job left: a result, or why what it left is refused, a sentence. */
export interface JobReport {
  readonly path: string;
  readonly result: CheckResult | { readonly refused: string };
}

/** Results of jobs that checked the images of a plan. */
export interface MergeRequest {
  readonly plan: CheckPlan;
  readonly reports: readonly JobReport[];
  /** What jobs said that could not check. */
  readonly failures: readonly JobFailure[];
  /** How GitHub says the jobs ended, all together: a report alone is not believed that everything passed. */
  readonly jobs: 'success' | 'failure' | 'cancelled' | 'skipped';
  readonly revision?: CheckResult['revision'];
  readonly toolVersion: string;
}

/** The rule under which an image stands that nobody checked. */
const notChecked = 'check-ran';

/** Joins the results of a plan's jobs into one. An image without a result is named as not checked, and the whole is not green. */
export function mergeReports(request: MergeRequest): CheckResult {
  const { plan, jobs, revision, toolVersion } = request;
  const { accepted, notices } = sift(request);
  const results = accepted.map(({ result }) => result);
  const checked = plan.images.map(({ name }) => imagesNamed(name, results));
  const images = plan.images.flatMap(({ name }, index) => {
    const found = checked[index] ?? [];
    return found.length > 0 ? found : [unchecked(name, request)];
  });
  const missing = checked.filter((found) => found.length === 0).length;
  const failed = results.some(({ outcome }) => outcome === 'fail');
  const contradiction = missing === 0 && !failed && jobs !== 'success' && images.length > 0;
  const outcome = failed || missing > 0 || contradiction ? 'fail' : 'pass';
  const proposed = joinProposals(results);
  const rules = results.find(({ policy }) => policy.rules)?.policy.rules;
  const own = new Set(results.flatMap((result) => proposalNoticesOf(result, revision?.base)));
  return {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: toolVersion },
    outcome,
    exitStatus:
      missing > 0 || contradiction ? exitStatus.userMustFix : failed ? exitStatus.policyFailed : exitStatus.passed,
    policy: { ...plan.policy, ...(rules && { rules }) },
    ...(revision && { revision }),
    images,
    ...(proposed && { proposed }),
    notices: distinct([
      ...(contradiction ? [contradicted(jobs)] : []),
      ...notices,
      ...(proposed ? [proposalNotice(proposed, outcome, revision?.base)] : []),
      ...plan.notices,
      ...results.flatMap((result) => result.notices.filter(({ message }) => !own.has(message))),
    ]),
  };
}

const imagesNamed = (wanted: string, results: readonly CheckResult[]): readonly ImageResult[] =>
  results.flatMap(({ images }) => images.filter(({ name }) => name === wanted));

function unchecked(name: string, { jobs, failures }: MergeRequest): ImageResult {
  const reason = firstLine(failures.find(({ images }) => images.includes(name))?.words) ?? withoutWords[jobs];
  return {
    name,
    platform: 'unknown',
    gated: '',
    variants: [],
    notBuilt: `It was not checked: ${reason}`,
    baseline: { state: 'none', reason: 'It was not checked.' },
    comparisons: [],
    findings: [],
    notRun: [{ rule: notChecked, level: 'error', reason, counts: 'failure' }],
    passed: [],
  };
}

const withoutWords = {
  success: 'its job left no report; look at its log.',
  failure: 'its job left no report; look at its log.',
  cancelled: 'its job was cancelled.',
  skipped: 'its job did not run.',
} as const;

function firstLine(words: string | undefined): string | undefined {
  const line = words?.split('\n').find((one) => one.trim() !== '');
  return line?.trim().slice(0, 1_000);
}

function contradicted(jobs: MergeRequest['jobs']): Notice {
  return {
    level: 'warning',
    message: `GitHub says that the jobs ended with ${jobs}, and no report says why: this is not counted as a pass. Look at their logs.`,
  };
}

function joinProposals(results: readonly CheckResult[]): CheckResult['proposed'] {
  const all = results.flatMap(({ proposed }) => proposed ?? []);
  const [first] = all;
  if (!first) return undefined;
  const outcome = all.some((one) => one.outcome === 'fail') ? 'fail' : 'pass';
  return { outcome, policy: first.policy, images: all.flatMap(({ images }) => images) };
}

/** Each job's own sentence on the proposal, which the joined one takes the place of. */
function proposalNoticesOf({ proposed, outcome }: CheckResult, base: string | undefined): readonly string[] {
  return proposed ? [proposalNotice(proposed, outcome, base).message] : [];
}

function distinct(notices: readonly Notice[]): Notice[] {
  const all = new Map(notices.map((notice) => [`${notice.level} ${notice.message}`, notice]));
  return [...all.values()];
}
