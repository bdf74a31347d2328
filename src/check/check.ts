import type { Waiver } from '../policy/policy.ts';
import { verdict, type VerdictOptions } from '../policy/verdict.ts';
import { waiverNotices } from '../policy/waiver.ts';
import type { CheckResult, ImageResult } from '../result/result.ts';
import type { Settings } from '../settings/settings.ts';
import { checkImage } from './check-image.ts';
import { withoutSecrets } from './without-secrets.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

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
      const checked = await checkImage(
        { image, platform, policy: settings.policy, build: request.build, today },
        workshop,
      );
      images.push(checked.result);
      for (const waiver of checked.waiversMatched) matched.add(waiver);
    }
  }
  const { policy } = settings;
  return withoutSecrets({
    schemaVersion: 1,
    tool: { name: 'plimsoll', version: request.toolVersion },
    ...verdict(images, request.verdict),
    policy: { sources: [...policy.sources], digest: policy.digest, rules: policy.uses.map(inForce) },
    ...(request.revision && { revision: request.revision }),
    images,
    notices: [...waiverNotices(policy, matched, today)],
  });
}

/** A rule in force with its words, so that a stored report explains itself. */
function inForce({ rule, level, origin }: Settings['policy']['uses'][number]) {
  const { id, summary, why, howToPass } = rule;
  return { id, level, summary, why, howToPass, origin };
}
