import type { Checkout } from '../ports.ts';
import type { Changes } from '../repository-port.ts';
import type { CheckPlan } from '../result/plan.ts';
import type { Notice } from '../result/result.ts';
import type { Settings } from '../settings/settings.ts';
import { whyAffected } from './affected.ts';
import { configPlaces } from './find-config.ts';
import type { JudgedBy } from './policy-origin.ts';

/** What a plan is made from. */
export interface PlanRequest {
  readonly judgedBy: Pick<JudgedBy, 'settings' | 'proposed' | 'notices'>;
  /** The configuration that was named, if one was. */
  readonly configFile?: string;
  /** Absent: all images are checked, for this reason, a sentence. */
  readonly changes: Changes | { readonly unknown: string };
  readonly checkout: Checkout;
}

/** Chooses the images a change may alter; all of them when it changes what they are judged by. Builds nothing. */
export async function planCheck({ judgedBy, configFile, changes, checkout }: PlanRequest): Promise<CheckPlan> {
  const { settings, proposed, notices } = judgedBy;
  const whyAll = 'unknown' in changes ? changes.unknown : whyAllAreJudged(changes, configFile, [settings, proposed]);
  const images: { name: string; why: string }[] = [];
  const unchanged: string[] = [];
  const isContextJudged = settings.policy.uses.some(
    ({ level, rule }) => level === 'error' && rule.gathers?.includes('context') === true,
  );
  for (const image of settings.images) {
    const why =
      whyAll ?? ('unknown' in changes ? undefined : await whyAffected(image, { changes, isContextJudged }, checkout));
    if (why === undefined) unchanged.push(image.name);
    else images.push({ name: image.name, why });
  }
  const { sources, digest } = settings.policy;
  const policy = { sources: [...sources], digest };
  return { schemaVersion: 1, images, unchanged, policy, notices: [...notices, ...untouched(unchanged, settings)] };
}

function whyAllAreJudged(
  { paths }: Changes,
  configFile: string | undefined,
  settings: readonly (Settings | undefined)[],
): string | undefined {
  const sources = settings
    .flatMap((one) => one?.policy.sources ?? [])
    .map((source) => source.replace(/@[0-9a-f]+$/, ''));
  const files = new Set([...configPlaces, ...sources, ...(configFile === undefined ? [] : [configFile])]);
  const changed = paths.find((path) => files.has(path));
  return changed === undefined ? undefined : `${changed} changed, which all images are judged by.`;
}

function untouched(unchanged: readonly string[], { images }: Settings): readonly Notice[] {
  if (unchanged.length === 0) return [];
  const all = unchanged.length === images.length;
  const which = all ? 'No image is' : `${unchanged.length} of ${images.length} images are not`;
  return [{ level: 'notice', message: `${which} touched by this change${all ? '' : ', so they were not checked'}.` }];
}

/** A part of a plan that is one job of a matrix. */
export interface PlannedJob {
  /** Counts from 1, with zeros in front, for names of artifacts. */
  readonly id: string;
  readonly label: string;
  /** Names of images, a line each, for the input `only`. */
  readonly only: string;
}

/** Jobs for a matrix: one an image while there may be as many, then several images a job. */
export function jobsOf({ images }: CheckPlan, maxJobs: number): readonly PlannedJob[] {
  const count = Math.min(images.length, maxJobs);
  const shares = Array.from({ length: count }, (_, index) => images.filter((_image, at) => at % count === index));
  return shares.map((share, index) => {
    const [first, ...others] = share.map(({ name }) => name);
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const id = String(index + 1).padStart(String(count).length, '0');
    return { id, label: `${first ?? ''}${more}`, only: share.map(({ name }) => name).join('\n') };
  });
}
