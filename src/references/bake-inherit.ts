import type { Problem } from '../errors.ts';
import type { BakeTarget } from './bake.ts';
import { merged, unknownOf, type Attributes, type OwnTarget } from './bake-attributes.ts';
import { asList, asObject, asText, isList, NoValue, type HclValue } from './hcl-value.ts';

/** A target with what it inherits, later ones and its own words winning. */
export function inheritTarget(name: string, targets: ReadonlyMap<string, OwnTarget>): BakeTarget {
  const own = targets.get(name);
  if (!own) throw new Error(`There is no target ${name}.`);
  const problems: Problem[] = [];
  const attributes = inherited(name, targets, problems, []);
  for (const [key, settled] of attributes)
    if ('reason' in settled)
      problems.push(unknownOf(`The ${key} of the target ${name} cannot be known: ${settled.reason}.`, settled.place));
  const read = <T>(key: string, convert: (value: HclValue) => T): T | undefined => {
    const settled = attributes.get(key);
    if (!settled || 'reason' in settled || settled.value === null) return undefined;
    try {
      return convert(settled.value);
    } catch (thrown) {
      if (!(thrown instanceof NoValue)) throw thrown;
      problems.push(unknownOf(`The ${key} of the target ${name} cannot be: ${thrown.message}.`, settled.place));
      return undefined;
    }
  };
  const inline = read('dockerfile-inline', asText);
  const target = read('target', asText);
  return {
    name,
    place: own.place,
    context: read('context', asText) ?? '.',
    ...(inline === undefined
      ? { dockerfile: read('dockerfile', asText) || 'Dockerfile' }
      : { dockerfileInline: inline }),
    ...(target !== undefined && { target }),
    args: read('args', asTexts) ?? {},
    contexts: read('contexts', asTexts) ?? {},
    tags: read('tags', (value) => asList(value).flatMap(textUnlessEmpty)) ?? [],
    platforms: read('platforms', (value) => asList(value).flatMap(textUnlessEmpty)) ?? [],
    problems,
  };
}

function inherited(
  name: string,
  targets: ReadonlyMap<string, OwnTarget>,
  problems: Problem[],
  above: readonly string[],
): Attributes {
  const own = targets.get(name);
  if (!own) throw new Error(`There is no target ${name}.`);
  const inherits = own.attributes.get('inherits');
  const names = inherits && 'value' in inherits && inherits.value !== null ? textsOf(inherits.value) : [];
  const parents = names.flatMap((parent): readonly Attributes[] => {
    if (targets.has(parent) && !above.includes(parent) && parent !== name)
      return [inherited(parent, targets, problems, [...above, name])];
    const reason = targets.has(parent) ? 'inherits itself' : 'is not in this file';
    if (inherits)
      problems.push(unknownOf(`What the target inherits cannot be known: ${parent} ${reason}.`, inherits.place));
    return [];
  });
  return merged([...parents, own.attributes]);
}

function textsOf(value: HclValue): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

const textUnlessEmpty = (value: HclValue): readonly string[] => (value === '' || value === null ? [] : [asText(value)]);

/** Null values of a map are left out, as bake does. */
function asTexts(value: HclValue): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...asObject(value)].flatMap(([key, item]) => (item === null ? [] : [[key, asText(item)] as const])),
  );
}
