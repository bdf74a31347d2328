import type { Place, Problem } from '../errors.ts';
import { evaluate, type Scope } from './hcl-evaluate.ts';
import type { Block } from './hcl-syntax.ts';
import { isObject, NoValue, type HclValue } from './hcl-value.ts';

/** The attributes that say what is built; the others change nothing about it. */
const wanted = [
  'context',
  'dockerfile',
  'dockerfile-inline',
  'target',
  'args',
  'contexts',
  'tags',
  'platforms',
  'inherits',
] as const;
/** An attribute's value, or why it cannot be known. */
export type Settled = { readonly place: Place } & ({ readonly value: HclValue } | { readonly reason: string });
export type Attributes = ReadonlyMap<string, Settled>;

/** A target as its own blocks say, nothing inherited yet. */
export interface OwnTarget {
  readonly place: Place;
  readonly attributes: Attributes;
}

/** Evaluates what is wanted of a target's block; what has no value keeps the reason. */
export function settle({ body }: Block, scope: Scope): Attributes {
  return new Map(
    wanted.flatMap((key): readonly (readonly [string, Settled])[] => {
      const attribute = body.attributes.get(key);
      if (!attribute) return [];
      const { place } = attribute;
      try {
        return [[key, { place, value: evaluate(attribute.expression, scope) }]];
      } catch (thrown) {
        if (thrown instanceof NoValue) return [[key, { place, reason: thrown.message }]];
        throw thrown;
      }
    }),
  );
}

/** Later ones win; arguments and contexts are merged by name. Null takes nothing away: it says nothing. */
export function merged(all: readonly Attributes[]): Attributes {
  const result = new Map<string, Settled>();
  for (const attributes of all)
    for (const [key, settled] of attributes) {
      const before = result.get(key);
      if ('value' in settled && settled.value === null) continue;
      const isMap = key === 'args' || key === 'contexts';
      if (isMap && before && 'reason' in before) continue;
      if (
        isMap &&
        before &&
        'value' in before &&
        'value' in settled &&
        isObject(before.value) &&
        isObject(settled.value)
      )
        result.set(key, { place: settled.place, value: new Map([...before.value, ...settled.value]) });
      else result.set(key, settled);
    }
  return result;
}

/** Something of a bake file that cannot be known here. */
export function unknownOf(message: string, place: Place): Problem {
  return {
    code: 'bake-unknown',
    message,
    place,
    hint: 'Set the variables it depends on where the audit runs, or name the image in the configuration.',
  };
}
