import type { Measurement } from '../result/measurement.ts';
import type { ImageResult } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';
import type { BuildOptions } from './workshop.ts';

/** What a change is held against, or why there is nothing. */
export type Baseline = ImageResult['baseline'];
export type NoBaseline = Extract<Baseline, { readonly state: 'none' }>;

/** One image on one platform, measured, and what is known about where it came from. */
export interface BaselineRequest {
  readonly image: ImageSetting;
  /** As asked for; undefined: the builder's own. */
  readonly platform: string | undefined;
  readonly measurement: Measurement;
  readonly build: BuildOptions;
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
