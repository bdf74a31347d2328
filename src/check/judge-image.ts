import type { Policy, Waiver } from '../policy/policy.ts';
import { gathersOf, readsOf } from '../policy/wants.ts';
import { waiversInForce } from '../policy/waiver.ts';
import type { ImageResult, Notice } from '../result/result.ts';
import type { Settings } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import type { BaselineAtHand, Wants } from './baseline-request.ts';
import type { CheckRequest } from './check.ts';
import { checkImage, type ImageCheck } from './check-image.ts';
import { isHeldAgainst } from './held-against.ts';
import { historyOf } from './history.ts';
import { inlineWaivers } from './inline-waivers.ts';
import { once } from './remember.ts';
import type { Workshop } from './workshop.ts';

/** What came of one image. */
export interface Judged {
  readonly images: readonly ImageResult[];
  readonly inline: readonly Waiver[];
  readonly waiversMatched: readonly Waiver[];
  readonly notices: readonly Notice[];
}

/** What its judging needs beside the settings. */
export interface Judging {
  readonly request: CheckRequest;
  readonly shop: Workshop;
  readonly baselines: Map<string, Promise<BaselineAtHand>>;
  /** The revision whose inline waivers count; absent: all of the checkout's. */
  readonly waiversOf?: Revisions['base'];
  readonly listings?: CheckRequest['listings'];
}

/** One image on all its platforms; nothing when these settings do not have it. */
export async function judgeImage(name: string, { images, policy }: Settings, judging: Judging): Promise<Judged> {
  const { request, shop, baselines, waiversOf, listings } = judging;
  const image = images.find((one) => one.name === name);
  if (!image) return { images: [], inline: [], waiversMatched: [], notices: [] };
  const { waivers: inline, all, notices } = await inlineWaivers(image, shop.checkout, waiversOf);
  const onBase = request.imagesOnBase?.find((one) => one.name === name);
  const { revisions = {} } = request;
  const wants = wantsOf(request);
  const baselineOf: ImageCheck['findBaseline'] = (measured) => {
    const key = JSON.stringify([measured.image.baseline, measured.platform, measured.measurement.imageId]);
    return once(baselines, key, async () => {
      const { findBaseline } = await import('./baseline.ts');
      return findBaseline({ ...measured, wants, revisions, ...(onBase && { onBase }) }, shop);
    });
  };
  // A change answers for the waivers it brings, though they do not count yet.
  const brought = [...(request.proposed ?? { policy }).policy.waivers, ...all];
  const withInline: Policy = { ...policy, waivers: [...policy.waivers, ...inline] };
  const today = shop.clock.today();
  const isMeasured = revisions.areStored === true || isHeldAgainst(image, revisions);
  const checked = [];
  for (const platform of image.platforms.length > 0 ? image.platforms : [undefined]) {
    const how: ImageCheck = {
      image,
      platform,
      policy: withInline,
      build: request.build,
      today,
      waivers: waiversInForce(brought, name, today),
      findHistory: (measured, gathers) => historyOf(image, measured, gathers, revisions),
      isMeasured,
      findBaseline: baselineOf,
      ...(listings && { listings }),
    };
    checked.push(await checkImage(how, shop));
  }
  return {
    images: checked.map(({ result }) => result),
    inline,
    waiversMatched: checked.flatMap(({ waiversMatched }) => waiversMatched),
    notices: [...notices, ...checked.flatMap((one) => one.notices ?? [])],
  };
}

/** Of a baseline both policies want to know the same, so that it is had once. */
function wantsOf({ settings, proposed }: CheckRequest): Wants {
  const policies = [settings, ...(proposed ? [proposed] : [])].map(({ policy }) => policy);
  return {
    reads: [...new Set(policies.flatMap(readsOf))],
    gathers: [...new Set(policies.flatMap(gathersOf))],
  };
}
