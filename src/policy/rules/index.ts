// Written by scripts/generate.mjs; change the files it is made of and run that again.
import type { AnyRule } from '../rule.ts';
import { allowedBaseImages } from './allowed-base-images.ts';
import { execForm } from './exec-form.ts';
import { maxGrowth } from './max-growth.ts';
import { maxHiddenBytes } from './max-hidden-bytes.ts';
import { maxLayers } from './max-layers.ts';
import { maxPullSize } from './max-pull-size.ts';
import { maxUnpackedSize } from './max-unpacked-size.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { nonRoot } from './non-root.ts';
import { pinnedBaseImage } from './pinned-base-image.ts';

/** Every rule there is, by id. */
export const rules: readonly AnyRule[] = [
  allowedBaseImages,
  execForm,
  maxGrowth,
  maxHiddenBytes,
  maxLayers,
  maxPullSize,
  maxUnpackedSize,
  noLatestTag,
  nonRoot,
  pinnedBaseImage,
];
