import type { z } from 'zod';
import { custom, policyExtends, waiver, type ConfigFile } from './config-file.ts';
import { valueAt } from './problems.ts';
import type { YamlText } from './yaml-text.ts';

/** A configuration or policy file, read and checked for its shape. */
export interface ReadFile {
  readonly yaml: YamlText;
  readonly config: ConfigFile;
}

interface Kept<T> {
  readonly values: readonly T[];
  /** Where in the file's own list each of them stands. */
  readonly places: readonly number[];
  readonly dropped: readonly unknown[];
}

/**
 * What a file whose shape is broken somewhere says of policy and waivers everywhere else, so that one run names every
 * problem. Undefined where it cannot be told what it extends: then no name could be called a strange one.
 */
export function soundPart(yaml: YamlText): ReadFile | undefined {
  const given = valueAt(yaml.value, ['policy', 'extends']);
  const bases = policyExtends.safeParse(given);
  if (!bases.success) return undefined;
  const customs = keep(custom, valueAt(yaml.value, ['policy', 'custom']));
  // A rule that is not understood is known by its name all the same.
  const strange = new Set(customs.dropped.map((one) => valueAt(one, ['id'])));
  const waivers = keep(waiver, valueAt(yaml.value, ['waivers']), ({ rule }) => !strange.has(rule));
  const rules = valueAt(yaml.value, ['policy', 'rules']);
  const uses = isMap(rules) ? Object.entries(rules).filter(([id]) => !strange.has(id)) : [];
  const isThere = valueAt(yaml.value, ['policy']) !== undefined;
  return {
    yaml: {
      ...yaml,
      placeOf: (path, part) => yaml.placeOf(inFile(path, { customs, waivers }), part),
    },
    config: {
      version: 1,
      ...(isThere && {
        policy: {
          ...(bases.data !== undefined && { extends: bases.data }),
          rules: Object.fromEntries(uses),
          custom: [...customs.values],
        },
      }),
      waivers: [...waivers.values],
    },
  };
}

function keep<T>(schema: z.ZodType<T>, list: unknown, isWanted: (value: T) => boolean = () => true): Kept<T> {
  const all: readonly unknown[] = Array.isArray(list) ? list : [];
  const kept = all.flatMap((one, place) => {
    const { success, data } = schema.safeParse(one);
    return success && isWanted(data) ? [{ place, value: data }] : [];
  });
  const places = kept.map(({ place }) => place);
  return { values: kept.map(({ value }) => value), places, dropped: all.filter((_, at) => !places.includes(at)) };
}

/** The path in the file of a path in what was kept of it. */
function inFile(
  path: readonly PropertyKey[],
  { customs, waivers }: { readonly customs: Kept<unknown>; readonly waivers: Kept<unknown> },
): readonly PropertyKey[] {
  const lists = [
    { at: ['policy', 'custom'], places: customs.places },
    { at: ['waivers'], places: waivers.places },
  ];
  for (const { at, places } of lists) {
    const index = path[at.length];
    if (typeof index === 'number' && at.every((step, depth) => path[depth] === step))
      return [...at, places[index] ?? index, ...path.slice(at.length + 1)];
  }
  return path;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
