import { readClass, readEscape } from './ignore-class.ts';
import { checkSyntax } from './ignore-syntax.ts';

/** Matches one path, components separated by `/`, without a leading slash. */
export type PathMatcher = (path: string) => boolean;

/** One position of a pattern: `set` tests a character, `any` and `star` do not match `/`, `deep` matches all but a line's end. */
type Step =
  | {
      readonly kind: 'set';
      readonly has: (character: string) => boolean;
      readonly repeated?: boolean;
      /** The one character it is, where every match must have it. */
      readonly literal?: string;
    }
  /** Steps `skip` ahead may be jumped over: `(…/)?`. */
  | { readonly kind: 'optional'; readonly skip: number }
  | { readonly kind: 'start' };

const notSlash = (character: string): boolean => character !== '/';
const notLineEnd = (character: string): boolean => character !== '\n';
const exactly =
  (wanted: string) =>
  (character: string): boolean =>
    character === wanted;

/**
 * Compiles a cleaned pattern as moby's patternmatcher does, with its peculiarities: `**` at the start compares ends and
 * at the end compares beginnings, `**` between matches any number of folders, `^` keeps its regular-expression meaning.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go
 * @throws Error with the reason when the pattern is malformed.
 */
export function compilePattern(pattern: string): PathMatcher {
  checkSyntax(pattern);
  const { steps, kind } = readSteps(Array.from(pattern));
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') return startsWith(pattern.slice(0, -2));
  if (kind === 'suffix') return endsWith(pattern.slice(2));
  const mayMatch = quickLook(steps);
  return (path) => mayMatch(path) && run(steps, path);
}

/** Characters that every match begins with, ends with and holds: they rule out nearly all paths of a context at once. */
function quickLook(steps: readonly Step[]): PathMatcher {
  const runs: string[] = [''];
  for (const step of steps) {
    const literal = step.kind === 'set' ? step.literal : undefined;
    if (literal === undefined) runs.push('');
    else runs.push((runs.pop() ?? '') + literal);
  }
  const [first = ''] = runs;
  const last = runs.at(-1) ?? '';
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one));
  return (path) => path.startsWith(first) && path.endsWith(last) && path.includes(longest);
}

const startsWith =
  (prefix: string): PathMatcher =>
  (path) =>
    path.startsWith(prefix);

const endsWith =
  (suffix: string): PathMatcher =>
  (path) =>
    path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));

type Kind = 'exact' | 'prefix' | 'suffix' | 'steps';

function readSteps(characters: readonly string[]): { readonly steps: readonly Step[]; readonly kind: Kind } {
  const steps: Step[] = [];
  let kind: Kind = 'exact';
  let round = 0;
  let at = 0;
  while (at < characters.length) {
    const character = characters[at++] ?? '';
    if (character === '*' && characters[at] === '*') {
      at += characters[at + 1] === '/' ? 2 : 1;
      if (at < characters.length) {
        steps.push(
          { kind: 'optional', skip: 2 },
          { kind: 'set', has: notLineEnd, repeated: true },
          { kind: 'set', has: exactly('/') },
        );
        kind = 'steps';
      } else if (kind === 'exact') kind = 'prefix';
      else {
        steps.push({ kind: 'set', has: notLineEnd, repeated: true });
        kind = 'steps';
      }
      if (round === 0) kind = 'suffix';
    } else if (character === '*' || character === '?') {
      steps.push({ kind: 'set', has: notSlash, ...(character === '*' && { repeated: true }) });
      kind = 'steps';
    } else if (character === '\\' && at < characters.length) {
      steps.push({ kind: 'set', has: readEscape(characters[at++] ?? '') });
      kind = 'steps';
    } else if (character === '[') {
      const set = readClass(characters, at);
      steps.push({ kind: 'set', has: set.has });
      at = set.end;
      kind = 'steps';
    } else {
      if (character === ']') kind = 'steps';
      steps.push(character === '^' ? { kind: 'start' } : { kind: 'set', has: exactly(character), literal: character });
    }
    round += 1;
  }
  return { steps, kind };
}

/** Simulates all alternatives at once: time is the product of both lengths, whatever the stars. */
function run(steps: readonly Step[], path: string): boolean {
  let threads = follow(steps, [0], true);
  for (const character of path) {
    const next: number[] = [];
    for (const at of threads) {
      const step = steps[at];
      if (step?.kind === 'set' && step.has(character)) next.push(step.repeated ? at : at + 1);
    }
    if (next.length === 0) return false;
    threads = follow(steps, next, false);
  }
  return threads.has(steps.length);
}

function follow(steps: readonly Step[], from: readonly number[], atStart: boolean): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const step = steps[at];
    if (step?.kind === 'optional') open.push(at + 1, at + 1 + step.skip);
    else if (step?.kind === 'start' ? atStart : step?.kind === 'set' && step.repeated) open.push(at + 1);
  }
  return reached;
}
