import { applyInstruction } from './apply.ts';
import type { Applied } from './apply.ts';
import type { GlobalScope } from './expand.ts';
import type { StageGraph } from './graph.ts';
import type { ParsedDockerfile } from './parse.ts';
import { copyState, newState } from './state.ts';
import type { StageState } from './state.ts';
import type { Stage } from './stages.ts';

/** Told of every instruction after it has acted on its stage. */
export type Observe = (stage: Stage, applied: Applied, state: StageState) => void;

/**
 * Goes through all stages the target needs, in file order, and says what each comes to.
 * @throws UserError at the first instruction whose values are wrong, as the build would fail there
 */
export function evaluate(
  parsed: ParsedDockerfile,
  scope: GlobalScope,
  graph: StageGraph,
  observe: Observe = () => {},
): ReadonlyMap<number, StageState> {
  const states = new Map<number, StageState>();
  for (const stage of graph.stages) {
    if (!graph.needed.has(stage.index)) continue;
    const before = stage.base.stage === null ? undefined : states.get(stage.base.stage);
    const state = before
      ? copyState(before)
      : newState(stage.platform?.name.split('/')[0] ?? scope.platform.os, stage.base.reference ?? '');
    for (const { instruction } of stage.steps)
      observe(stage, applyInstruction(parsed, scope, state, instruction), state);
    states.set(stage.index, state);
  }
  return states;
}
