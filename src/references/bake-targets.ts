import type { Problem } from '../errors.ts';
import { merged, settle, unknownOf, type OwnTarget } from './bake-attributes.ts';
import { evaluate, inner, type Scope } from './hcl-evaluate.ts';
import type { Block } from './hcl-syntax.ts';
import { asObject, asText, NoValue, type HclValue } from './hcl-value.ts';

const maxTargets = 5_000;

/** Targets by name, their matrices expanded; a matrix makes a group of its block's name. */
export function expandTargets(
  blocks: readonly Block[],
  scope: Scope,
): {
  readonly targets: ReadonlyMap<string, OwnTarget>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
} {
  const targets = new Map<string, OwnTarget>();
  const groups = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const block of blocks) {
    const [label] = block.labels;
    if (block.type !== 'target' || label === undefined) continue;
    try {
      const names: string[] = [];
      for (const combination of matrixOf(block, scope)) {
        const here = inner(scope, combination);
        const name = nameOf(block, label, here);
        if (names.includes(name)) throw new NoValue(`its matrix makes ${name} twice`);
        if (targets.size >= maxTargets) throw new NoValue(`the file has more than ${maxTargets} targets`);
        names.push(name);
        const before = targets.get(name);
        const attributes = settle(block, here);
        targets.set(name, {
          place: before?.place ?? block.place,
          attributes: merged([...(before ? [before.attributes] : []), attributes]),
        });
      }
      if (block.body.attributes.has('matrix')) groups.set(label, names);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(unknownOf(`The target ${label} cannot be known: ${thrown.message}.`, block.place));
    }
  }
  return { targets, groups, problems };
}

function matrixOf({ body }: Block, scope: Scope): readonly Readonly<Record<string, HclValue>>[] {
  const matrix = body.attributes.get('matrix');
  if (!matrix) return [{}];
  let combinations: readonly Readonly<Record<string, HclValue>>[] = [{}];
  for (const [key, values] of asObject(evaluate(matrix.expression, scope))) {
    if (!Array.isArray(values)) throw new NoValue('the values of a matrix must be lists');
    if (combinations.length * values.length > maxTargets) throw new NoValue('its matrix is too large');
    combinations = combinations.flatMap((before) => values.map((value: HclValue) => ({ ...before, [key]: value })));
  }
  return combinations;
}

function nameOf({ body }: Block, label: string, scope: Scope): string {
  const name = body.attributes.get('name');
  if (name && !body.attributes.has('matrix')) throw new NoValue('a name needs a matrix');
  const text = name ? asText(evaluate(name.expression, scope)) : label;
  if (!/^[a-zA-Z0-9_-]+$/.test(text)) throw new NoValue(`${JSON.stringify(text)} cannot be a target's name`);
  return text;
}
