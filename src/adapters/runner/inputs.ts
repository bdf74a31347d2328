import type { Environment } from './environment.ts';

const prefix = 'INPUT_';

/**
 * Reads the action's inputs that were given. The runner passes `max-growth` as `INPUT_MAX-GROWTH`, and an input left
 * out without a default as empty text: both count as not given.
 * @param names as in action.yml, lower case.
 */
export function readInputs(env: Environment, names: readonly string[]): ReadonlyMap<string, string> {
  const given = names.flatMap((name): readonly (readonly [string, string])[] => {
    const value = env[variableOf(name)]?.trim();
    return value ? [[name, value]] : [];
  });
  return new Map(given);
}

/** Inputs somebody set that the action does not have: a misspelt input must not be a quiet no-op. Lower case, sorted. */
export function unknownInputs(env: Environment, names: readonly string[]): readonly string[] {
  const known = new Set(names.map(variableOf));
  return Object.keys(env)
    .filter((variable) => variable.startsWith(prefix) && !known.has(variable) && env[variable])
    .map((variable) => variable.slice(prefix.length).toLowerCase())
    .sort();
}

function variableOf(name: string): string {
  return `${prefix}${name.replaceAll(' ', '_').toUpperCase()}`;
}
