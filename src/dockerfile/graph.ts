import { UserError } from '../errors.ts';
import { instructionError } from './expand.ts';
import type { BuildOptions } from './expand.ts';
import { nearest } from '../nearest.ts';
import type { ParsedDockerfile } from './parse.ts';
import { chainOf, singleStageOf, stageAt } from './single-stage.ts';
import type { Stage } from './stages.ts';

/** How the stages hang together, seen from the one that is built. */
export interface StageGraph {
  readonly stages: readonly Stage[];
  /** Index of the stage that is built. */
  readonly target: number;
  /** The target and the stages it is `FROM`, the one with the base image first. */
  readonly chain: readonly number[];
  /** What the target needs, itself included. */
  readonly needed: ReadonlySet<number>;
  /** What it does not. */
  readonly unused: readonly number[];
  /** Needed stages in the order they can be built; those of one step in parallel. */
  readonly waves: readonly (readonly number[])[];
  /** See {@link singleStageOf}. */
  readonly singleStage: number | null;
}

/** @throws UserError for an unknown target, a cycle, or a stage used before it is defined */
export function readGraph(parsed: ParsedDockerfile, stages: readonly Stage[], options: BuildOptions): StageGraph {
  const target = findTarget(parsed, stages, options.target);
  refuseCycles(parsed, stages);
  const needed = neededBy(stages, target);
  for (const stage of stages) if (needed.has(stage.index)) refuseLaterStages(parsed, stage);
  return {
    stages,
    target,
    chain: chainOf(stages, target),
    needed,
    unused: stages.filter(({ index }) => !needed.has(index)).map(({ index }) => index),
    waves: wavesOf(stages, needed),
    singleStage: singleStageOf(stages, target),
  };
}

function findTarget(parsed: ParsedDockerfile, stages: readonly Stage[], name: string | undefined): number {
  if (!name) return stages.length - 1;
  const stage = stages.findLast((candidate) => candidate.name === name.toLowerCase());
  if (stage) return stage.index;
  const names = stages.flatMap((candidate) => candidate.name ?? []);
  const meant = nearest(name, names);
  throw new UserError({
    code: 'dockerfile-unknown-target',
    message: `${parsed.source.file} has no stage ${JSON.stringify(name)}.`,
    place: { file: parsed.source.file, line: 1 },
    expected: names.length > 0 ? `one of ${names.join(', ')}` : 'no target: no stage has a name',
    got: name,
    hint: meant === undefined ? 'Name a stage with FROM … AS NAME, or correct the target.' : `Did you mean ${meant}?`,
  });
}

/** Stages whose content a stage copies or mounts. */
function usedBy(stage: Stage): readonly number[] {
  return stage.uses.flatMap((use) => use.stage ?? []);
}

function dependenciesOf(stage: Stage): readonly number[] {
  return [...(stage.base.stage === null ? [] : [stage.base.stage]), ...usedBy(stage)];
}

function refuseCycles(parsed: ParsedDockerfile, stages: readonly Stage[]): void {
  const done = new Set<number>();
  for (const { index: root } of stages) {
    const open = new Set<number>();
    const todo: { readonly index: number; readonly leave: boolean }[] = [{ index: root, leave: false }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { index, leave } = next;
      const stage = stages[index];
      if (leave) open.delete(index);
      if (leave) done.add(index);
      if (leave || done.has(index) || !stage) continue;
      open.add(index);
      todo.push({ index, leave: true });
      for (const used of usedBy(stage)) {
        if (open.has(used)) throw cycleAt(parsed, stage, used);
        todo.push({ index: used, leave: false });
      }
    }
  }
}

function cycleAt(parsed: ParsedDockerfile, stage: Stage, used: number): UserError {
  const step = stage.steps.find(({ uses }) => uses.some((use) => use.stage === used));
  const message = `Stage ${labelOf(stage)} needs itself: stages copy from each other in a circle.`;
  return instructionError(
    parsed,
    step?.instruction ?? stage.from,
    'dockerfile-stage-cycle',
    message,
    'a stage defined above',
  );
}

function refuseLaterStages(parsed: ParsedDockerfile, stage: Stage): void {
  for (const { instruction, uses } of stage.steps) {
    const later = uses.find((use) => use.stage !== null && use.stage >= stage.index);
    if (!later) continue;
    const message = `Stage ${later.written} is used before it is defined.`;
    throw instructionError(parsed, instruction, 'dockerfile-stage-order', message, 'a stage defined above');
  }
}

function neededBy(stages: readonly Stage[], target: number): ReadonlySet<number> {
  const needed = new Set([target]);
  // A set's iteration also visits what is added on the way.
  for (const index of needed) for (const dependency of dependenciesOf(stageAt(stages, index))) needed.add(dependency);
  return needed;
}

function wavesOf(stages: readonly Stage[], needed: ReadonlySet<number>): readonly (readonly number[])[] {
  const depths = new Map<number, number>();
  // Every dependency stands above its user, so one pass in file order is enough.
  for (const stage of stages)
    if (needed.has(stage.index))
      depths.set(
        stage.index,
        Math.max(0, ...dependenciesOf(stage).map((dependency) => (depths.get(dependency) ?? 0) + 1)),
      );
  const waves: number[][] = [];
  for (const [index, depth] of depths) (waves[depth] ??= []).push(index);
  return waves;
}

function labelOf({ name, index }: Stage): string {
  return name ?? String(index);
}
