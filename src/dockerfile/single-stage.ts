import type { Stage } from './stages.ts';

/**
 * The stage that would have shipped had the author not copied its result into a small last stage.
 *
 * Of the stages that the target's chain copies from (COPY --from, not mounts), the one with most COPY instructions;
 * among equals the one copied from last. Null when nothing is copied from a stage, as in every single-stage Dockerfile.
 */
export function singleStageOf(stages: readonly Stage[], target: number): number | null {
  const copies = new Map<number, number>();
  const lastFirst = chainOf(stages, target)
    .flatMap((index) => stageAt(stages, index).uses)
    .flatMap((use) => (use.via === 'copy' ? (use.stage ?? []) : []))
    .toReversed();
  for (const stage of lastFirst) copies.set(stage, (copies.get(stage) ?? 0) + 1);
  const most = Math.max(0, ...copies.values());
  return [...copies].find(([, count]) => count === most)?.[0] ?? null;
}

/** The target and the stages it is FROM, the one with the base image first. */
export function chainOf(stages: readonly Stage[], target: number): readonly number[] {
  const chain: number[] = [];
  for (let index: number | null = target; index !== null; index = stageAt(stages, index).base.stage) chain.push(index);
  return chain.toReversed();
}

/** @throws Error for an index that no stage has: our own mistake */
export function stageAt(stages: readonly Stage[], index: number): Stage {
  const stage = stages[index];
  if (!stage) throw new Error(`There is no stage ${index}.`);
  return stage;
}
