import { endOfWord, nextCharacter, peekCharacter, readTo, startCursor, WordError } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readDoubleQuoted, readSingleQuoted } from './quotes.ts';
import { substitute } from './substitution.ts';
import { isSpaceCode, splitSpaces } from './whitespace.ts';
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
  /** Names that had no value, with or without a default. */
  readonly unmatched: ReadonlySet<string>;
}

const noNames: ReadonlySet<string> = new Set();
/** Anything the lexer does more with than to copy it; most words have none of it. */
const mayHoldSpecial = /[$'"\\`<\uFEFF]/;

/**
 * Expands a word as BuildKit's shell lexer does: quotes, escapes, `$x`, `${x}` and its modifiers.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @throws WordError
 */
export function expandWord(word: string, variables: Variables, options: LexerOptions): Expansion {
  const cursor = mayHoldSpecial.test(word) ? startCursor(word, variables, options) : undefined;
  const text = cursor ? readUntil(cursor, undefined, cursor.keepEscapes) : word;
  if (options.meter) options.meter.leftCharacters -= text.length;
  return { text, unmatched: cursor?.unmatched ?? noNames };
}

/** Expands a word and splits it at the blanks that no quote protects. @throws WordError */
export function expandToWords(word: string, variables: Variables, options: LexerOptions): readonly string[] {
  if (!mayHoldSpecial.test(word)) {
    if (options.meter) options.meter.leftCharacters -= word.length;
    return splitSpaces(word).filter((part) => part !== '');
  }
  const cursor = startCursor(word, variables, options);
  const words = newWordList();
  const text = readUntil(cursor, undefined, cursor.keepEscapes, words);
  if (options.meter) options.meter.leftCharacters -= text.length;
  return words.all();
}

/** Splits into words, nothing expanded: variables stay as written. @throws WordError */
export function splitWords(text: string, options: LexerOptions): readonly string[] {
  return expandToWords(text, noVariables, { ...options, keepUnset: true });
}

const noVariables: Variables = new Map();
/** What may be special outside of quotes, by what ends the text. */
const special = { none: /[$'"\\`<]/g, '}': /[$'"\\`<}]/g, '/': /[$'"\\`</]/g };

/**
 * Reads up to `stop`, which is consumed and not returned, or to the end when there is none.
 * @param words where to put the words of it, where they are wanted
 * @throws WordError when `stop` never comes
 */
export function readUntil(cursor: Cursor, stop: '}' | '/' | undefined, keepEscapes: boolean, words?: WordList): string {
  const outer = cursor.keepEscapes;
  cursor.keepEscapes = keepEscapes;
  let text = '';
  for (;;) {
    const plain = readTo(cursor, special[stop ?? 'none']);
    text += plain;
    words?.split(plain);
    const next = peekCharacter(cursor);
    if (next === endOfWord || next === stop) break;
    const read = readSpecial(cursor, next);
    if (read === undefined) text += readEscaped(cursor, words);
    else {
      text += read;
      if (text.length > (cursor.options.meter?.leftCharacters ?? Infinity))
        throw new WordError('the values expand to too much text');
      if (next === '$') words?.split(read);
      else words?.join(read);
    }
  }
  if (stop !== undefined && nextCharacter(cursor) === endOfWord)
    throw new WordError(`unexpected end of statement while looking for matching ${stop}`);
  cursor.keepEscapes = outer;
  return text;
}

function readSpecial(cursor: Cursor, next: string): string | undefined {
  if (next === '$') return substitute(cursor, readUntil);
  if (cursor.options.ignoreQuotes) return undefined;
  if (next === "'") return readSingleQuoted(cursor);
  if (next === '"') return readDoubleQuoted(cursor, readUntil);
  return next === '<' ? readHeredocMark(cursor) : undefined;
}

/** The escape character with what it protects; whatever else is not special after all stands for itself. */
function readEscaped(cursor: Cursor, words: WordList | undefined): string {
  const character = nextCharacter(cursor);
  if (character !== cursor.options.escape) {
    words?.split(character);
    return character;
  }
  const text = (cursor.keepEscapes ? character : '') + nextCharacter(cursor);
  words?.join(text);
  return text;
}

/** `<<` takes the blanks that follow it into its word, so that `<< EOF` is one. */
function readHeredocMark(cursor: Cursor): string {
  let text = nextCharacter(cursor);
  if (peekCharacter(cursor) !== '<') return text;
  text += nextCharacter(cursor);
  while (isSpaceCode(cursor.word.charCodeAt(cursor.at))) text += nextCharacter(cursor);
  return text;
}
