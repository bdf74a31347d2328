import { compare } from '../compare/compare.ts';
import { rewrittenFiles } from '../compare/rewritten.ts';
import { changedRules, outcomesOf } from '../compare/rules.ts';
import { judge } from '../policy/judge.ts';
import type { Policy, Waiver } from '../policy/policy.ts';
import type { Gathering } from '../policy/rule.ts';
import { gathersOf, needsLayers, readsOf } from '../policy/wants.ts';
import { keyOfImage, type FileListing } from '../result/file-listing.ts';
import type { Comparison, ImageResult, Notice, VariantResult } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Baseline, BaselineAtHand, BaselineRequest } from './baseline-request.ts';
import { readImage } from './examine.ts';
import { examineVariant, type ExaminedVariant } from './examine-variant.ts';
import type { History } from './history.ts';
import { checkSources } from './check-sources.ts';
import { checkStated } from './check-stated.ts';
import { understandBuild } from './understand.ts';
import { subjectOf } from './subject-of.ts';
import { planVariants } from './variants.ts';
import { contextFor } from './weigh.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

/** One image on one platform, and what it is judged by. */
export interface ImageCheck {
  readonly image: ImageSetting;
  /** Undefined: the builder's own. */
  readonly platform: string | undefined;
  readonly policy: Policy;
  readonly build: BuildOptions;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Waivers in force for it. */
  readonly waivers: number;
  /** What is recorded of its past; undefined where nobody asked for it. */
  readonly findHistory: (platform: string, gathers: readonly Gathering[]) => Promise<History | undefined>;
  /** Whether its numbers are wanted whatever the rules look at. */
  readonly isMeasured: boolean;
  /** What it is held against, once it is measured. */
  readonly findBaseline: (measured: Omit<BaselineRequest, 'revisions' | 'onBase' | 'wants'>) => Promise<BaselineAtHand>;
  /** Where its files are put, under its key; absent where no report shows them. */
  readonly listings?: Map<string, FileListing>;
}

/** An image's part of the result, with the waivers that spoke of it. */
export interface CheckedImage {
  readonly result: ImageResult;
  readonly waiversMatched: readonly Waiver[];
  /** What the report must say of it besides. */
  readonly notices?: readonly Notice[];
}

/** Builds, measures, compares and judges one image. @throws UserError of the Dockerfile, the builder, the reader or the baseline */
export async function checkImage(check: ImageCheck, workshop: Workshop): Promise<CheckedImage> {
  const { image, platform, policy, build, today, waivers, isMeasured, findBaseline, findHistory } = check;
  if (image.noBuild === true && image.image === undefined) return checkSources(check, workshop);
  const understood = await understandBuild(image, platform, build, workshop);
  const [reads, gathers] = [readsOf(policy), gathersOf(policy)];
  const sent = await contextFor(gathers, image, workshop);
  const [gatedPlan, ...otherPlans] = planVariants(image, understood?.report);
  if ('image' in gatedPlan && otherPlans.length === 0 && !isMeasured && !needsLayers(policy))
    return checkStated({ ...check, gated: gatedPlan, ...(sent && { context: sent }) }, workshop);
  const context = { platform, understood, build };
  const gated = await examineVariant(gatedPlan, { ...context, reads, gathers }, workshop);
  const others: ExaminedVariant[] = [];
  const wanted = image.noBuild === true ? otherPlans.filter((plan) => 'image' in plan) : otherPlans;
  for (const plan of wanted) others.push(await examineVariant(plan, { ...context, reads: [] }, workshop));

  const { measurement } = gated.examined;
  const named = { name: image.name, platform: measurement.platform };
  const found = await findBaseline({ image, platform, measurement, build });
  const baseline = judged(found, policy, today);
  const history = await findHistory(measurement.platform, gathers);
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
