const maxPatternChars = 256;
const maxGlobstars = 8;

/** One step of a pattern: a literal character, `?`, `*`, `**`, or `**` + `/` (any number of whole folders). */
type Step =
  | { readonly is: 'literal'; readonly char: string }
  | { readonly is: 'one' | 'star' | 'globstar' | 'folders' };

/** Why a text is no pattern of ours, as the phrase "expected …"; undefined when it is one. Refuses what other matchers would read differently. */
export function globProblem(pattern: string): string | undefined {
  if (pattern === '') return 'a pattern that is not empty';
  if (pattern.length > maxPatternChars) return `a pattern of at most ${maxPatternChars} characters`;
  if (pattern.split('**').length - 1 > maxGlobstars) return `a pattern with at most ${maxGlobstars} \`**\``;
  if (/\*\*\*/.test(pattern)) return 'a pattern of `*`, `**` and `?`';
  // A reader who writes {a,b} or [ab] means something we do not do: say so instead of never matching.
  if (/(?:^|[^\\])[[\]{}]/.test(pattern) || /[!@+?*]\(/.test(pattern))
    return 'a pattern of `*`, `**` and `?` alone (write several patterns instead of `{a,b}` or `[ab]`, `\\[` for the character)';
  return pattern.endsWith('\\') ? 'a pattern that does not end in `\\`' : undefined;
}

/**
 * Makes a matcher of a whole text: `*` and `?` stay between slashes, `**` crosses them, and `a/**` + `/b` matches `a/b` too.
 *
 * Steps through the text once with the set of possible positions, so time is text × pattern, whatever the pattern.
 * @throws Error when {@link globProblem} has something to say: patterns are checked where they are read.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  const problem = globProblem(pattern);
  if (problem !== undefined) throw new Error(`Unchecked pattern ${JSON.stringify(pattern)}: expected ${problem}.`);
  const steps = readSteps(pattern);
  return (text) => {
    let positions = withSkips(steps, new Set([0]));
    for (const char of text) {
      positions = withSkips(steps, advance(steps, positions, char));
      if (positions.size === 0) return false;
    }
    return positions.has(steps.length);
  };
}

function readSteps(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i += 1) {
    const char = chars[i] ?? '';
    if (char === '\\') steps.push({ is: 'literal', char: chars[++i] ?? '' });
    else if (char === '?') steps.push({ is: 'one' });
    else if (char !== '*') steps.push({ is: 'literal', char });
    else if (chars[i + 1] !== '*') steps.push({ is: 'star' });
    else if (chars[i + 2] === '/' && (i === 0 || chars[i - 1] === '/')) {
      steps.push({ is: 'folders' });
      i += 2;
    } else {
      steps.push({ is: 'globstar' });
      i += 1;
    }
  }
  return steps;
}

/** Positions reachable without reading: past a star that matches nothing. */
function withSkips(steps: readonly Step[], positions: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set(positions);
  // A set is walked in insertion order and includes what is added on the way.
  for (const position of reached) {
    const step = steps[position]?.is;
    // A folder step that has begun a name (a negative position) may not end before its slash.
    if (step === 'star' || step === 'globstar' || step === 'folders') reached.add(position + 1);
  }
  return reached;
}

function advance(steps: readonly Step[], positions: ReadonlySet<number>, char: string): ReadonlySet<number> {
  const next = new Set<number>();
  for (const position of positions) {
    // −1 − p: inside a folder name of the `folders` step p.
    const at = position < 0 ? -1 - position : position;
    const step = steps[at];
    if (step === undefined) continue;
    if (step.is === 'folders') next.add(char === '/' ? at : -1 - at);
    else if (step.is === 'globstar' || (step.is === 'star' && char !== '/')) next.add(at);
    else if (step.is === 'one' ? char !== '/' : step.is === 'literal' && char === step.char) next.add(at + 1);
  }
  return next;
}
