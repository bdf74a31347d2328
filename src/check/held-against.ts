import type { ImageSetting } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';

/** Whether an image is held against anything: then its numbers are wanted, whatever the rules look at. */
export function isHeldAgainst({ baseline: { from } }: ImageSetting, { base }: Revisions): boolean {
  return from === 'default' ? base !== undefined : from !== 'none';
}
