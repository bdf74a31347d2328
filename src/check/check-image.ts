import type { Policy, Waiver } from '../policy/policy.ts';
import type { Gathering } from '../policy/rule.ts';
import { gathersOf, needsLayers } from '../policy/wants.ts';
import type { FileListing } from '../result/file-listing.ts';
import type { ImageResult, Notice } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { BaselineAtHand, BaselineRequest } from './baseline-request.ts';
import type { History } from './history.ts';
import { understandBuild } from './understand.ts';
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

/**
 * Checks one image by as little as its policy looks at; what that takes is loaded then.
 * @throws UserError of the Dockerfile, the builder, the reader or the baseline
 */
export async function checkImage(check: ImageCheck, workshop: Workshop): Promise<CheckedImage> {
  const { image, platform, policy, build, isMeasured } = check;
  if (image.noBuild === true && image.image === undefined) {
    const { checkSources } = await import('./check-sources.ts');
    return checkSources(check, workshop);
  }
  const understood = await understandBuild(image, platform, build, workshop);
  const sent = await contextFor(gathersOf(policy), image, workshop);
  const variants = planVariants(image, understood?.report);
  const [gated, ...others] = variants;
  if ('image' in gated && others.length === 0 && !isMeasured && !needsLayers(policy)) {
    const { checkStated } = await import('./check-stated.ts');
    return checkStated({ ...check, gated, ...(sent && { context: sent }) }, workshop);
  }
  const { checkMeasured } = await import('./check-measured.ts');
  return checkMeasured(check, { variants, understood, sent }, workshop);
}
