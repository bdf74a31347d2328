import { endOfWord, lookUp, nested, nextCharacter, peekCharacter, WordError } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { matchPattern, readPattern } from './pattern.ts';
import type { ShellPattern } from './pattern.ts';
import { codePoints } from './whitespace.ts';

const maxSteps = 2_000_000;

/** `readUntil` of words.ts; given as an argument because the two call each other. */
export type ReadUntil = (cursor: Cursor, stop: '}' | '/', keepEscapes: boolean) => string;

/** Reads and expands `$x` or `${x…}` at the cursor. @throws WordError */
export function substitute(cursor: Cursor, read: ReadUntil): string {
  nextCharacter(cursor);
  if (peekCharacter(cursor) === '{') return nested(cursor, () => substituteBraced(cursor, read));
  const name = readName(cursor);
  if (!name) return '$';
  return lookUp(cursor, name) ?? (cursor.options.keepUnset ? `$${name}` : '');
}

function substituteBraced(cursor: Cursor, read: ReadUntil): string {
  nextCharacter(cursor);
  const first = peekCharacter(cursor);
  if (first === endOfWord) throw new WordError("syntax error: missing '}'");
  if ('{}:'.includes(first)) throw new WordError('syntax error: bad substitution');
  const name = readName(cursor);
  const modifier = nextCharacter(cursor);
  if (modifier === '}') return lookUp(cursor, name) ?? (cursor.options.keepUnset ? `\${${name}}` : '');
  if (modifier === '/') return substituteReplaced(cursor, read, name);
  if (modifier === ':') return substituteModified(cursor, read, name, nextCharacter(cursor), ':');
  if (modifier !== endOfWord && '+-?#%'.includes(modifier)) return substituteModified(cursor, read, name, modifier, '');
  const shown = modifier && String.fromCodePoint(cursor.word.codePointAt(cursor.at - 1) ?? 0);
  throw new WordError(`unsupported modifier (${shown}) in substitution`);
}

function substituteModified(cursor: Cursor, read: ReadUntil, name: string, modifier: string, colon: string): string {
  const trims = modifier === '#' || modifier === '%';
  const word = readPart(cursor, read, '}', trims);
  const value = lookUp(cursor, name);
  if (value === undefined && cursor.options.keepUnset) return `\${${name}${colon}${modifier}${word}}`;
  const counts = value !== undefined && !(colon && value === '');
  if (modifier === '-') return counts ? value : word;
  if (modifier === '+') return counts ? word : '';
  if (trims) return trimPattern(value ?? '', word, modifier);
  if (modifier !== '?') throw new WordError(`unsupported modifier (${colon}${modifier}) in substitution`);
  if (counts) return value;
  throw new WordError(`${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`);
}

function readPart(cursor: Cursor, read: ReadUntil, stop: '}' | '/', keepEscapes: boolean): string {
  try {
    return read(cursor, stop, keepEscapes);
  } catch (error) {
    if (!(error instanceof WordError) || peekCharacter(cursor) !== endOfWord) throw error;
    throw new WordError(`syntax error: missing '${stop}'${stop === '/' ? ' in ${}' : ''}`, { cause: error });
  }
}

/** `#` and `%` take the shortest match off, doubled the longest. */
function trimPattern(value: string, word: string, modifier: string): string {
  const greedy = word.startsWith(modifier);
  const text = greedy ? word.slice(1) : word;
  const steps = patternOf(modifier === '%' ? reversedPattern(text) : text);
  const characters = modifier === '%' ? codePoints(value).toReversed() : codePoints(value);
  limitWork(steps, characters.length);
  const match = matchPattern(steps, characters, { greedy, anchored: true });
  const rest = characters.slice(match?.end ?? 0);
  return (modifier === '%' ? rest.toReversed() : rest).join('');
}

/** The pattern read backwards; an escape stays in front of what it escapes. */
function reversedPattern(text: string): string {
  return (text.match(/\\[^]|[^]/gu) ?? []).toReversed().join('');
}

function substituteReplaced(cursor: Cursor, read: ReadUntil, name: string): string {
  const everywhere = peekCharacter(cursor) === '/';
  if (everywhere) nextCharacter(cursor);
  const pattern = readPart(cursor, read, '/', true);
  const replacement = readPart(cursor, read, '}', true);
  const value = lookUp(cursor, name);
  if (value === undefined && cursor.options.keepUnset) return `\${${name}/${pattern}/${replacement}}`;
  return replacePattern(value ?? '', patternOf(pattern), replacement, everywhere);
}

function replacePattern(value: string, steps: ShellPattern, replacement: string, everywhere: boolean): string {
  const characters = codePoints(value);
  limitWork(steps, characters.length);
  let text = '';
  let copied = 0;
  let from = 0;
  while (from <= characters.length) {
    const match = matchPattern(steps, characters, { greedy: true, anchored: false, from });
    if (!match) break;
    const matched = characters.slice(match.start, match.end).join('');
    const adjacent = match.end === match.start && match.start === copied && copied > 0;
    if (!adjacent) {
      text +=
        characters.slice(copied, match.start).join('') + (everywhere ? template(replacement, matched) : replacement);
      copied = match.end;
    }
    if (!everywhere) break;
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return text + characters.slice(copied).join('');
}

/** In `${x//p/r}` the replacement is a Go template: `$0` is what matched, `$$` a dollar, other groups are empty. */
function template(replacement: string, matched: string): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare?: string, braced?: string) => {
    if (whole === '$$') return '$';
    return /^0+$/.test(bare ?? braced ?? '') ? matched : '';
  });
}

/** Matching takes the product of both lengths: refused where that would take minutes. */
function limitWork(steps: ShellPattern, characters: number): void {
  if (steps.length * characters > maxSteps) throw new WordError('the pattern is too long for its value');
}

function patternOf(text: string): ShellPattern {
  const steps = readPattern(text);
  if (typeof steps === 'string') throw new WordError(`invalid pattern (${text}) in substitution: ${steps}`);
  return steps;
}

/** A name: digits, one special parameter, or letters, digits and `_`. */
function readName(cursor: Cursor): string {
  const first = peekCharacter(cursor);
  if (first !== endOfWord && '@*#?-$!'.includes(first)) return nextCharacter(cursor);
  const isDigit = /^\d/.test(first);
  const name = matchHere(cursor, isDigit ? digits : letters);
  const next = cursor.word.charCodeAt(cursor.at + name.length);
  const whole =
    next < 0x80 || Number.isNaN(next) ? name : matchHere(cursor, isAnyDigit(cursor) ? anyDigits : anyLetters);
  cursor.at += whole.length;
  return whole;
}

const digits = /[0-9]*/y;
const letters = /[A-Za-z0-9_]*/y;
// Letters and digits of all scripts, which are seldom met and slow to look for.
const anyDigits = /\p{Nd}*/uy;
const anyLetters = /[\p{L}\p{Nd}_]*/uy;

function matchHere({ word, at }: Cursor, pattern: RegExp): string {
  pattern.lastIndex = at;
  return pattern.exec(word)?.[0] ?? '';
}

const isAnyDigit = (cursor: Cursor): boolean => matchHere(cursor, anyDigits) !== '';
