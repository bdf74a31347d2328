import { endOfWord, nextCharacter, peekCharacter, startCursor, WordError } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readDoubleQuoted, readSingleQuoted } from './quotes.ts';
import { substitute } from './substitution.ts';
import { isSpace, splitSpaces } from './whitespace.ts';
import { newWordList } from './word-list.ts';
import type { WordList } from './word-list.ts';

/** Values by name; the scope a word is expanded in. */
export type Variables = ReadonlyMap<string, string>;

export interface LexerOptions {
  /** `\` or `` ` ``, as the `escape` directive sets it. */
  readonly escape: string;
  /** Leave quotes in the result. */
  readonly keepQuotes?: boolean;
  /** Leave the escape character in the result. */
  readonly keepEscapes?: boolean;
  /** Quotes are ordinary characters, as in a heredoc's body. */
  readonly ignoreQuotes?: boolean;
  /** Leave `$NAME` as written when it has no value. */
  readonly keepUnset?: boolean;
  /** How much text all words together may still come to; goes down with each. */
  readonly meter?: Meter;
}

/** Variables that double themselves (`ENV A=$A$A`) would fill any memory: expansion stops when nothing is left. */
export interface Meter {
  leftCharacters: number;
}

export interface Expansion {
  readonly text: string;
  /** The text split at blanks that no quote protects. */
  readonly words: readonly string[];
  /** Names that had a value. */
  readonly matched: ReadonlySet<string>;
  /** Names that had none, with or without a default. */
  readonly unmatched: ReadonlySet<string>;
}

/**
 * Expands a word as BuildKit's shell lexer does: quotes, escapes, `$x`, `${x}` and its modifiers.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @throws WordError
 */
export function expandWord(word: string, variables: Variables, options: LexerOptions): Expansion {
  if (!mayHoldSpecial.test(word)) return plainWord(word, options);
  const cursor = startCursor(word, variables, options);
  const { text, words } = readUntil(cursor, undefined, options.keepEscapes ?? false);
  if (options.meter) options.meter.leftCharacters -= text.length;
  return { text, words, matched: cursor.matched, unmatched: cursor.unmatched };
}

/** Anything the lexer does more with than to copy it; most words have none of it. */
const mayHoldSpecial = /[$'"\\`<\uFEFF]/;
const noNames: ReadonlySet<string> = new Set();

function plainWord(text: string, { meter }: LexerOptions): Expansion {
  if (meter) meter.leftCharacters -= text.length;
  return { text, words: splitSpaces(text).filter((word) => word !== ''), matched: noNames, unmatched: noNames };
}

/** Splits into words, nothing expanded: variables stay as written. @throws WordError */
export function splitWords(text: string, options: LexerOptions): readonly string[] {
  return expandWord(text, new Map(), { ...options, keepUnset: true }).words;
}

/**
 * Reads up to `stop`, which is consumed and not returned, or to the end when there is none.
 * @throws WordError when `stop` never comes
 */
export function readUntil(
  cursor: Cursor,
  stop: string | undefined,
  keepEscapes: boolean,
): { readonly text: string; readonly words: readonly string[] } {
  const outer = cursor.keepEscapes;
  cursor.keepEscapes = keepEscapes;
  const words = newWordList();
  let text = '';
  for (let next = peekCharacter(cursor); next !== endOfWord; next = peekCharacter(cursor)) {
    if (next === stop) {
      nextCharacter(cursor);
      cursor.keepEscapes = outer;
      return { text, words: words.all() };
    }
    const special = readSpecial(cursor, next);
    if (special === undefined) text += readPlain(cursor, words);
    else {
      text += special;
      if (text.length > (cursor.options.meter?.leftCharacters ?? Infinity))
        throw new WordError('the values expand to too much text');
      if (next === '$') words.split(special);
      else words.join(special);
    }
  }
  if (stop !== undefined) throw new WordError(`unexpected end of statement while looking for matching ${stop}`);
  cursor.keepEscapes = outer;
  return { text, words: words.all() };
}

function readSpecial(cursor: Cursor, next: string): string | undefined {
  if (next === '$') return substitute(cursor, readUntil);
  if (cursor.options.ignoreQuotes) return undefined;
  if (next === "'") return readSingleQuoted(cursor);
  if (next === '"') return readDoubleQuoted(cursor, readUntil);
  return next === '<' ? readHeredocMark(cursor) : undefined;
}

function readPlain(cursor: Cursor, words: WordList): string {
  const character = nextCharacter(cursor);
  if (character !== cursor.options.escape) {
    words.split(character);
    return character;
  }
  const kept = cursor.keepEscapes ? character : '';
  if (kept) words.join(kept);
  const escaped = nextCharacter(cursor);
  if (escaped !== endOfWord) words.join(escaped);
  return kept + escaped;
}

/** `<<` takes the blanks that follow it into its word, so that `<< EOF` is one. */
function readHeredocMark(cursor: Cursor): string {
  let text = nextCharacter(cursor);
  if (peekCharacter(cursor) !== '<') return text;
  text += nextCharacter(cursor);
  while (isSpace(peekCharacter(cursor))) text += nextCharacter(cursor);
  return text;
}
