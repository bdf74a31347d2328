import type { LexerOptions, Variables } from './words.ts';

/** A word that cannot be expanded; callers turn it into a UserError with its place. */
export class WordError extends Error {
  override readonly name = 'WordError';
}

/** What reading past the last character gives. */
export const endOfWord = '';
/** Nested `${…}` deeper than this is refused: it would exhaust the stack, and nobody writes it. */
const deepestNesting = 100;

/** Where the lexer stands in a word; the one thing here that changes. */
export interface Cursor {
  readonly word: string;
  readonly variables: Variables;
  readonly options: LexerOptions;
  /** Names that had no value; undefined before the first. */
  unmatched: Set<string> | undefined;
  /** In UTF-16 code units: all that is special is ASCII. */
  at: number;
  depth: number;
  keepEscapes: boolean;
}

export function startCursor(word: string, variables: Variables, options: LexerOptions): Cursor {
  return {
    word: word.startsWith('\uFEFF') ? word.slice(1) : word,
    variables,
    options,
    unmatched: undefined,
    at: 0,
    depth: 0,
    keepEscapes: options.keepEscapes ?? false,
  };
}

export function peekCharacter({ word, at }: Cursor): string {
  return word.charAt(at);
}

export function nextCharacter(cursor: Cursor): string {
  const character = cursor.word.charAt(cursor.at);
  cursor.at += 1;
  return character;
}

/** Reads on to the first character of a set, or to the end. @param set a pattern with the flag `g` */
export function readTo(cursor: Cursor, set: RegExp): string {
  const { word, at } = cursor;
  set.lastIndex = at;
  cursor.at = set.test(word) ? set.lastIndex - 1 : Math.max(at, word.length);
  return word.slice(at, cursor.at);
}

/** Runs `read` one `${…}` deeper. @throws WordError when nested absurdly deep */
export function nested<T>(cursor: Cursor, read: () => T): T {
  cursor.depth += 1;
  if (cursor.depth > deepestNesting) throw new WordError(`substitutions nested deeper than ${deepestNesting}`);
  const result = read();
  cursor.depth -= 1;
  return result;
}

export function lookUp(cursor: Cursor, name: string): string | undefined {
  const value = cursor.variables.get(name);
  if (value === undefined) (cursor.unmatched ??= new Set()).add(name);
  return value;
}
