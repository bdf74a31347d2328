import { compare } from '../compare/compare.ts';
import { rewrittenFiles } from '../compare/rewritten.ts';
import { changedRules, outcomesOf } from '../compare/rules.ts';
import type { WeighedContext } from '../dockerfile/context.ts';
import { judge } from '../policy/judge.ts';
import type { Policy } from '../policy/policy.ts';
import { gathersOf, readsOf } from '../policy/wants.ts';
import { keyOfImage } from '../result/file-listing.ts';
import type { Comparison, ImageResult, VariantResult } from '../result/result.ts';
import type { Baseline, BaselineAtHand } from './baseline-request.ts';
import type { CheckedImage, ImageCheck } from './check-image.ts';
import { readImage } from './examined.ts';
import { examineVariant } from './examine-variant.ts';
import type { ExaminedVariant } from './examined-variant.ts';
import { subjectOf } from './subject-of.ts';
import type { UnderstoodDockerfile } from './understand.ts';
import type { VariantPlan } from './variants.ts';
import type { Workshop } from './workshop.ts';

/** What is known of an image before it is built or read. */
export interface Prepared {
  readonly variants: VariantPlan;
  readonly understood: UnderstoodDockerfile | undefined;
  /** The build context, where a rule asked for it. */
  readonly sent: WeighedContext | undefined;
}

/** Builds or reads the image with its layers, measures it, compares and judges. @throws UserError of the builder, the reader or the baseline */
export async function checkMeasured(
  check: ImageCheck,
  { variants, understood, sent }: Prepared,
  workshop: Workshop,
): Promise<CheckedImage> {
  const { image, platform, policy, build, today, waivers, findBaseline, findHistory } = check;
  const [gatedPlan, ...otherPlans] = variants;
  const [reads, gathers] = [readsOf(policy), gathersOf(policy)];
  const context = { platform, understood, build };
  const gated = await examineVariant(gatedPlan, { ...context, reads, gathers }, workshop);
  const others: ExaminedVariant[] = [];
  const wanted = image.noBuild === true ? otherPlans.filter((plan) => 'image' in plan) : otherPlans;
  for (const plan of wanted) others.push(await examineVariant(plan, { ...context, reads: [] }, workshop));

  const { measurement } = gated.examined;
  const named = { name: image.name, platform: measurement.platform };
  const [found, history] = await Promise.all([
    findBaseline({ image, platform, measurement, build }),
    findHistory(measurement.platform, gathers),
  ]);
  const baseline = judged(found, policy, today);
  const change = changeSince(found, gated);
  const alternatives = others.map((other) => against(other, gated));
  const subject = subjectOf({
    imageName: image.name,
    gated,
    baseline,
    change,
    history,
    waivers,
    understood,
    sent,
    stages: alternatives[others.findIndex(isSingleStage)],
  });
  const { findings, notRun, passed, waiversMatched } = judge(policy, subject, today);
  const result: ImageResult = {
    ...named,
    gated: gated.name,
    variants: [gated, ...others].map(asResult),
    baseline,
    comparisons: [...(change ? [change] : []), ...alternatives],
    ...(baseline.state === 'found' &&
      baseline.rules && {
        rulesSince: changedRules(baseline.rules, outcomesOf({ findings, passed })),
      }),
    ...(history && history.points.length > 0 && { history: [...history.points] }),
    waivers,
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed],
  };
  check.listings?.set(keyOfImage(result), gated.examined.listFiles());
  return { result, waiversMatched };
}

/** A baseline that was measured in this run, with what the policy that judges the change says of it. */
function judged({ baseline, subject }: BaselineAtHand, policy: Policy, today: string): Baseline {
  if (baseline.state === 'none' || !subject) return baseline;
  return { ...baseline, rules: outcomesOf(judge(policy, subject, today)) };
}

function changeSince({ baseline, read }: BaselineAtHand, gated: ExaminedVariant): Comparison | undefined {
  if (baseline.state === 'none') return undefined;
  const rewritten = read && rewrittenFiles(read, readImage(gated.examined));
  return compare(baseline.measurement, gated.examined.measurement, {
    kind: 'baseline',
    before: baseline.from,
    after: gated.name,
    bases: { before: baseline.base, after: gated.base },
    ...(rewritten && { rewritten }),
  });
}

/** Another variant is the "before": what choosing the gated one saves. */
function against(other: ExaminedVariant, gated: ExaminedVariant): Comparison {
  return compare(other.examined.measurement, gated.examined.measurement, {
    kind: 'variant',
    before: other.name,
    after: gated.name,
    bases: { before: other.base, after: gated.base },
  });
}

const isSingleStage = ({ name }: ExaminedVariant): boolean => name === 'single-stage';

function asResult({ name, source, built, base, examined }: ExaminedVariant): VariantResult {
  return { name, source, built, ...(base !== undefined && { base }), measurement: examined.measurement };
}
