import type { Gathering } from '../policy/rule.ts';
import type { HistoryPoint } from '../result/history.ts';
import type { ImageSetting } from '../settings/settings.ts';
import type { Revisions } from './baseline-commit.ts';

/** Recorded commits before the one under check, oldest first; without any, why. */
export interface History {
  readonly points: readonly HistoryPoint[];
  /** A sentence. */
  readonly reason?: string;
}

/** Whose history, and what of it. */
export interface HistoryRequest {
  readonly image: string;
  readonly platform: string;
  readonly revisions: Revisions;
  /** Whether releases are told apart, which takes asking the remote for its tags. */
  readonly withReleases: boolean;
}

/** Whether an image's baseline is looked for among the records. */
export function readsRecords({ baseline, noBuild }: ImageSetting, { base }: Revisions): boolean {
  return noBuild !== true && (baseline.from === 'recorded' || (baseline.from === 'default' && base !== undefined));
}

/** An image's history where a rule asks for it, or where the records are read or written anyway; else undefined. */
export async function historyOf(
  image: ImageSetting,
  platform: string,
  gathers: readonly Gathering[],
  revisions: Revisions,
): Promise<History | undefined> {
  if (!readsRecords(image, revisions) && !gathers.includes('history') && revisions.areStored !== true) return undefined;
  const { recordedHistory } = await import('./recorded-history.ts');
  return recordedHistory({ image: image.name, platform, revisions, withReleases: gathers.includes('releases') });
}
