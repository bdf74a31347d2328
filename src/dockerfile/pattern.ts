import { codePoints } from './whitespace.ts';

/** A step of a shell pattern: one exact character, any one (`?`), or any run (`*`). Neither wildcard crosses a line's end. */
type Step = { readonly kind: 'exactly'; readonly character: string } | { readonly kind: 'any' | 'run' };
export type ShellPattern = readonly Step[];

/** Where a pattern matched, in characters (code points). */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the pattern of `${x#p}`, `${x%p}` or `${x/p/r}`: `*`, `?`, and a backslash before `*`, `?`, `\`, `}` or `/`.
 * @returns the reason as text when an escape means nothing.
 */
export function readPattern(text: string): ShellPattern | string {
  const steps: Step[] = [];
  const characters = codePoints(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const next = characters[at + 1];
    if (character === '*') {
      if (steps.at(-1)?.kind !== 'run') steps.push({ kind: 'run' });
    } else if (character === '?') steps.push({ kind: 'any' });
    else if (character !== '\\') steps.push({ kind: 'exactly', character });
    else if (next === '}' || next === '/') continue;
    else if (next === '*' || next === '?' || next === '\\') {
      steps.push({ kind: 'exactly', character: next });
      at += 1;
    } else return `invalid escape '\\${next ?? ''}'`;
  }
  return steps;
}

/**
 * Finds the leftmost match from `from` on; among those the one a backtracking matcher would take first.
 *
 * Simulates all alternatives at once, so the time is the product of both lengths however many stars there are.
 */
export function matchPattern(
  pattern: ShellPattern,
  text: readonly string[],
  { greedy, anchored, from = 0 }: { readonly greedy: boolean; readonly anchored: boolean; readonly from?: number },
): Match | undefined {
  let threads: readonly Thread[] = [];
  let found: Match | undefined;
  for (let at = from; at <= text.length; at += 1) {
    const seeded = !found && (at === from || !anchored) ? [...threads, { step: 0, start: at }] : threads;
    const alive = follow(pattern, seeded, greedy);
    const next: Thread[] = [];
    for (const thread of alive) {
      if (thread.step === pattern.length) {
        found = { start: thread.start, end: at };
        break; // Whatever stands behind it has lower priority.
      }
      const advanced = consume(pattern, thread, text[at]);
      if (advanced) next.push(advanced);
    }
    threads = next;
    if (threads.length === 0 && (found || anchored)) break;
  }
  return found;
}

interface Thread {
  readonly step: number;
  readonly start: number;
  /** Inside a run that has just been entered or continued. */
  readonly inRun?: boolean;
}

/** Puts threads where they wait for a character, first choice first, each waiting place once. */
function follow(pattern: ShellPattern, threads: readonly Thread[], greedy: boolean): readonly Thread[] {
  const waiting: Thread[] = [];
  const seen = new Set<number>();
  const add = ({ step, start }: Thread): void => {
    if (seen.has(step)) return;
    seen.add(step);
    const here = { step, start };
    if (pattern[step]?.kind !== 'run') {
      waiting.push(here);
      return;
    }
    if (greedy) waiting.push({ ...here, inRun: true });
    add({ step: step + 1, start });
    if (!greedy) waiting.push({ ...here, inRun: true });
  };
  for (const thread of threads) add(thread);
  return waiting;
}

function consume(pattern: ShellPattern, thread: Thread, character: string | undefined): Thread | undefined {
  const step = pattern[thread.step];
  if (character === undefined || !step) return undefined;
  if (step.kind === 'exactly')
    return step.character === character ? { step: thread.step + 1, start: thread.start } : undefined;
  if (character === '\n') return undefined;
  return { step: thread.inRun ? thread.step : thread.step + 1, start: thread.start };
}
