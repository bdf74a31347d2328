import type { Place, Problem } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** An unknown key, with the name it was probably meant to be. */
export function unknownKey(key: string, known: readonly string[], place: Place | undefined, kind = 'key'): Problem {
  const meant = nearest(key, known);
  const list = known.map((name) => `\`${name}\``).join(', ');
  return {
    code: kind === 'rule' ? 'unknown-rule' : 'unknown-key',
    message: `There is no ${kind} \`${key}\`.`,
    ...(place && { place }),
    ...(known.length > 0 && { expected: known.length > 12 ? `the name of a known ${kind}` : `one of ${list}` }),
    got: key,
    hint:
      meant === undefined ? `Remove it, or look up the ${kind}s in the documentation.` : `Did you mean \`${meant}\`?`,
  };
}

/** A value as the user may have written it, on one short line. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return typeof value === 'string' ? `\`${short}\`` : short;
}
