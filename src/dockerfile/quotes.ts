import { endOfWord, nextCharacter, peekCharacter, readTo, WordError } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { substitute } from './substitution.ts';
import type { ReadUntil } from './substitution.ts';

const singleQuote = /'/g;
const specialInDouble = /["$\\`]/g;

/** Nothing is special between single quotes, not even the escape character. */
export function readSingleQuoted(cursor: Cursor): string {
  const quote = cursor.options.keepQuotes ? "'" : '';
  nextCharacter(cursor);
  const text = readTo(cursor, singleQuote);
  if (nextCharacter(cursor) === endOfWord)
    throw new WordError('unexpected end of statement while looking for matching single-quote');
  return quote + text + quote;
}

/** Between double quotes variables are expanded, and the escape character protects `"`, `$` and itself only. */
export function readDoubleQuoted(cursor: Cursor, read: ReadUntil): string {
  const quote = cursor.options.keepQuotes ? '"' : '';
  let text = quote;
  nextCharacter(cursor);
  for (;;) {
    text += readTo(cursor, specialInDouble);
    if (peekCharacter(cursor) === '$') {
      text += substitute(cursor, read);
      continue;
    }
    const character = nextCharacter(cursor);
    if (character === endOfWord)
      throw new WordError('unexpected end of statement while looking for matching double-quote');
    if (character === '"') return text + quote;
    text += character === cursor.options.escape ? readQuotedEscape(cursor) : character;
  }
}

function readQuotedEscape(cursor: Cursor): string {
  const { escape } = cursor.options;
  const kept = cursor.keepEscapes ? escape : '';
  const next = peekCharacter(cursor);
  if (next === endOfWord) return kept;
  return kept + (next === '"' || next === '$' || next === escape ? nextCharacter(cursor) : escape);
}
