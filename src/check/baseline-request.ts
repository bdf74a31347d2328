import type { ReadImage } from '../compare/rewritten.ts';
import type { Gathering } from '../policy/rule.ts';
import type { Subject } from '../policy/subject.ts';
import type { Measurement } from '../result/measurement.ts';
import type { ImageResult } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import type { BuildOptions } from './workshop.ts';

/** What a change is held against, or why there is nothing. */
export type Baseline = ImageResult['baseline'];
export type NoBaseline = Extract<Baseline, { readonly state: 'none' }>;

/** A baseline, and what the rules look at where it was measured in this run. */
export interface BaselineAtHand {
  readonly baseline: Baseline;
  readonly read?: ReadImage;
  readonly subject?: Subject;
}

/** What is read of an image beside its numbers. */
export interface Wants {
  /** Absolute paths of files whose bodies the rules want. */
  readonly reads: readonly string[];
  readonly gathers: readonly Gathering[];
}

/** One image on one platform, measured, and what is known about where it came from. */
export interface BaselineRequest {
  readonly image: ImageSetting;
  /** As asked for; undefined: the builder's own. */
  readonly platform: string | undefined;
  readonly measurement: Measurement;
  readonly build: BuildOptions;
  /** What the rules want to know of an image; the baseline is asked for it as well. */
  readonly wants: Wants;
  readonly revisions: Revisions;
  /** The image as the base's configuration has it, where that differs. */
  readonly onBase?: ImageSetting;
}

/** @param reason whole sentences */
export const noBaseline = (reason: string): NoBaseline => ({ state: 'none', reason });

/** Why nothing that lives in Git can be had. */
export const noRepository: NoBaseline = noBaseline(
  'The checkout is no Git repository, so there is no commit to hold the change against.',
);
