/** Whether one character (a code point) belongs to a set. */
export type CharacterTest = (character: string) => boolean;

const within = (source: string): CharacterTest => {
  const set = new RegExp(`^[${source}]$`, 'u');
  return (character) => set.test(character);
};
const not =
  (test: CharacterTest): CharacterTest =>
  (character) =>
    !test(character);

// RE2's classes are ASCII: https://github.com/google/re2/wiki/Syntax
const digit = within('0-9');
const space = within('\\t\\n\\f\\r ');
const word = within('0-9A-Za-z_');
const classEscapes: Readonly<Record<string, CharacterTest>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
};
const controls: Readonly<Record<string, string>> = { a: '\u0007', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const posix: Readonly<Record<string, CharacterTest>> = {
  alnum: within('0-9A-Za-z'),
  alpha: within('A-Za-z'),
  ascii: within('\\0-\\x7f'),
  blank: within('\\t '),
  cntrl: within('\\0-\\x1f\\x7f'),
  digit,
  graph: within('!-~'),
  lower: within('a-z'),
  print: within(' -~'),
  punct: within('!-\\/:-@\\[-`\\{-~'),
  space: within('\\t\\n\\v\\f\\r '),
  upper: within('A-Z'),
  word,
  xdigit: within('0-9A-Fa-f'),
};

/**
 * What stands behind a backslash: a class such as `\d`, a control character such as `\n`, or the character itself.
 * @throws Error for letters and digits that mean something else, or nothing, in RE2.
 */
export function readEscape(character: string): CharacterTest {
  const literal = escapedLiteral(character);
  return classEscapes[character] ?? ((other) => other === literal());
}

function escapedLiteral(character: string): () => string {
  const control = controls[character];
  if (control !== undefined) return () => control;
  if (/[0-9A-Za-z]/.test(character) && !classEscapes[character]) throw new Error(`the escape \\${character}`);
  return () => character;
}

/**
 * Reads the members of `[…]` from behind the bracket on; the syntax has been checked.
 * A negated class matches `/` too, as it does in moby.
 * @throws Error for a range that runs backwards or an unknown class name.
 */
export function readClass(
  characters: readonly string[],
  from: number,
): { readonly has: CharacterTest; readonly end: number } {
  let at = from;
  const negated = characters[at] === '^';
  if (negated) at += 1;
  const members: CharacterTest[] = [];
  const single = (): string => {
    if (characters[at] === '\\') at += 1;
    const character = characters[at++] ?? '';
    return characters[at - 2] === '\\' ? escapedLiteral(character)() : character;
  };
  while (at < characters.length && characters[at] !== ']') {
    const named = characters[at] === '[' && characters[at + 1] === ':' ? posixClass(characters, at) : undefined;
    const escaped = characters[at] === '\\' ? classEscapes[characters[at + 1] ?? ''] : undefined;
    if (named ?? escaped) {
      members.push(named?.has ?? escaped ?? digit);
      at = named?.end ?? at + 2;
      continue;
    }
    const low = single();
    const isRange = characters[at] === '-' && characters[at + 1] !== ']';
    if (isRange) at += 1;
    members.push(range(low, isRange ? single() : low));
  }
  const has: CharacterTest = (character) => members.some((member) => member(character)) !== negated;
  return { has, end: at + 1 };
}

function range(low: string, high: string): CharacterTest {
  const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
  if (from > to) throw new Error(`the range ${low}-${high}, which runs backwards`);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= from && code <= to;
  };
}

/** `[:alpha:]` inside a class; text that does not end in `:]` is no name but two members. */
function posixClass(
  characters: readonly string[],
  at: number,
): { readonly has: CharacterTest; readonly end: number } | undefined {
  let end = at + 2;
  while (end < characters.length && !(characters[end] === ':' && characters[end + 1] === ']')) end += 1;
  if (end >= characters.length) return undefined;
  const name = characters.slice(at + 2, end).join('');
  const test = posix[name.replace(/^\^/, '')];
  if (!test) throw new Error(`the unknown class [:${name}:]`);
  return { has: name.startsWith('^') ? not(test) : test, end: end + 2 };
}
