import { codePoints } from './whitespace.ts';
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
  readonly characters: readonly string[];
  readonly variables: Variables;
  readonly options: LexerOptions;
  readonly matched: Set<string>;
  readonly unmatched: Set<string>;
  at: number;
  depth: number;
  keepEscapes: boolean;
}

export function startCursor(word: string, variables: Variables, options: LexerOptions): Cursor {
  return {
    characters: codePoints(word.startsWith('\uFEFF') ? word.slice(1) : word),
    variables,
    options,
    matched: new Set(),
    unmatched: new Set(),
    at: 0,
    depth: 0,
    keepEscapes: options.keepEscapes ?? false,
  };
}

export function peekCharacter(cursor: Cursor): string {
  return cursor.characters[cursor.at] ?? endOfWord;
}

export function nextCharacter(cursor: Cursor): string {
  const character = peekCharacter(cursor);
  cursor.at += 1;
  return character;
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
  (value === undefined ? cursor.unmatched : cursor.matched).add(name);
  return value;
}
