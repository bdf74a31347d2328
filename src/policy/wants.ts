import type { Policy } from './policy.ts';
import type { Gathering } from './rule.ts';

type Uses = Pick<Policy, 'uses'>;

/** Absolute paths of the files whose bodies the rules want. */
export function readsOf({ uses }: Uses): readonly string[] {
  return [...new Set(uses.flatMap(({ rule }) => rule.reads ?? []))];
}

/** Costly facts the rules want, with the options they have here. */
export function gathersOf({ uses }: Uses): readonly Gathering[] {
  return [
    ...new Set(
      uses.flatMap(({ rule, options }) => [
        ...(rule.gathers ?? []),
        // Options were parsed by this very rule's schema, which AnyRule has forgotten.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        ...(rule.gathersFor?.(options as never) ?? []),
      ]),
    ),
  ];
}

/** Facts about today or the past, which say nothing of an image as it was. */
const ofToday: ReadonlySet<Gathering> = new Set(['history', 'releases', 'published-base', 'base-proof']);

/** What rules want to know of a baseline, to be judged as the change is. */
export function gathersOfBefore(gathers: readonly Gathering[]): readonly Gathering[] {
  return gathers.filter((one) => !ofToday.has(one));
}

/** Whether any rule looks at what only the layers tell: sizes on disk, files, growth. */
export function needsLayers({ uses }: Uses): boolean {
  return uses.some(({ rule }) => rule.withoutImage !== true && rule.withoutLayers !== true);
}

/** Why no layer was read, as a report says it. */
export const layersNotNeeded = 'No rule of the policy looks into the layers, so they were not read.';
