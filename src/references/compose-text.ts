import type { Place, Problem } from '../errors.ts';
import { substitute, type Environment } from './compose-variables.ts';
import type { YamlScalar } from './yaml-value.ts';

/** Something that a file says, and where. */
export interface Said<T> {
  readonly value: T;
  readonly place: Place;
}

/** Reads texts of one service; what cannot be known is a problem of it, not a guess. */
export interface ComposeText {
  of(scalar: YamlScalar | undefined): string | undefined;
  readonly environment: Environment;
  readonly problems: Problem[];
}

/** Reads scalars with their variables filled in; one that cannot be is a problem. */
export function textReader(environment: Environment, problems: Problem[]): ComposeText {
  return {
    environment,
    problems,
    of(scalar) {
      if (scalar === undefined || scalar.value === null) return undefined;
      const result = substitute(scalar.text, environment);
      if ('text' in result) return result.text;
      problems.push({
        code: 'compose-variable',
        message: `"${scalar.text}" cannot be resolved: ${result.reason}.`,
        place: scalar.place,
        hint: 'Set the variable where the audit runs or in `.env`, or give it a fallback: ${NAME:-value}.',
      });
      return undefined;
    },
  };
}
