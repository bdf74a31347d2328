import { judge } from '../policy/judge.ts';
import type { Waiver } from '../policy/policy.ts';
import { verdict, type VerdictOptions } from '../policy/verdict.ts';
import { waiverNotices } from '../policy/waiver.ts';
import { compare } from '../compare/compare.ts';
import type { CheckResult, Comparison, ImageResult } from '../result/result.ts';
import type { ImageSetting, Settings } from '../settings/settings.ts';
import { findBaseline } from './baseline.ts';
import {
  examineReference,
  examineVariant,
  type BuildOptions,
  type ExaminedVariant,
  type Workshop,
} from './workshop.ts';
import { understandDockerfile } from './understand.ts';
import { planVariants } from './variants.ts';

/** A run of the gate: what to check and how to sum it up. */
export interface CheckRequest {
  readonly settings: Settings;
  readonly verdict: VerdictOptions;
  readonly build: BuildOptions;
  readonly revision?: CheckResult['revision'];
  readonly toolVersion: string;
}

/** The whole product in one function: build, measure, compare, judge. */
export async function check(request: CheckRequest, workshop: Workshop): Promise<CheckResult> {
  const { settings } = request;
  const today = workshop.clock.today();
  const images: ImageResult[] = [];
  const matched = new Set<Waiver>();
  for (const image of settings.images) {
    for (const platform of image.platforms.length > 0 ? image.platforms : [undefined]) {
      const checked = await checkImage(image, platform, request, workshop, today);
      images.push(checked.result);
      for (const waiver of checked.waiversMatched) matched.add(waiver);
    }
  }
  const { policy } = settings;
  return {
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: request.toolVersion },
    ...verdict(images, request.verdict),
    policy: { sources: [...policy.sources], digest: policy.digest, rules: policy.uses.map(inForce) },
    ...(request.revision && { revision: request.revision }),
    images,
    notices: [...waiverNotices(policy, matched, today)],
  };
}

async function checkImage(
  image: ImageSetting,
  platform: string | undefined,
  request: CheckRequest,
  workshop: Workshop,
  today: string,
) {
  const { policy } = request.settings;
  const understood = await understandDockerfile(image, platform, workshop.checkout);
  const reads = [...new Set(policy.uses.flatMap(({ rule }) => rule.reads ?? []))];
  const [gatedPlan, ...otherPlans] = planVariants(image, understood?.report);
  const context = { platform, understood, reads, build: request.build };

  const gated = await examineVariant(gatedPlan, context, workshop);
  const others: ExaminedVariant[] = [];
  for (const plan of otherPlans) others.push(await examineVariant(plan, { ...context, reads: [] }, workshop));

  const { measurement } = gated.examined;
  const baseline = await findBaseline(
    image.baseline,
    { name: image.name, platform: measurement.platform },
    workshop.checkout,
    async (reference) => (await examineReference(reference, platform, workshop)).measurement,
  );
  const change =
    baseline.state === 'found'
      ? compare(baseline.measurement, measurement, { kind: 'baseline', before: baseline.from, after: gated.name })
      : undefined;
  const alternatives = others.map((other) => against(other, gated));
  const judged = judge(
    policy,
    {
      imageName: image.name,
      measurement,
      tree: gated.examined.tree,
      bodies: gated.examined.bodies,
      ...(understood && { dockerfile: understood.report }),
      ...(change && { change }),
      ...(baseline.state === 'none' && { noBaselineReason: baseline.reason }),
      ...stagesOf(others, alternatives),
      ...(gated.context && { context: gated.context }),
    },
    today,
  );
  const { findings, notRun, passed, waiversMatched } = judged;
  const result: ImageResult = {
    name: image.name,
    platform: measurement.platform,
    gated: gated.name,
    variants: [gated, ...others].map(({ name, source, built, base, examined }) => ({
      name,
      source,
      built,
      ...(base !== undefined && { base }),
      measurement: examined.measurement,
    })),
    baseline,
    comparisons: [...(change ? [change] : []), ...alternatives],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed],
  };
  return { result, waiversMatched };
}

/** Another variant is the "before": what choosing the gated one saves. */
function against(other: ExaminedVariant, gated: ExaminedVariant): Comparison {
  return compare(other.examined.measurement, gated.examined.measurement, {
    kind: 'variant',
    before: other.name,
    after: gated.name,
  });
}

function stagesOf(others: readonly ExaminedVariant[], comparisons: readonly Comparison[]) {
  const stages = comparisons[others.findIndex(({ name }) => name === 'single-stage')];
  return stages && { stages };
}

function inForce({ rule, level, origin }: Settings['policy']['uses'][number]) {
  const { id, summary, why, howToPass } = rule;
  return { id, level, summary, why, howToPass, origin };
}
