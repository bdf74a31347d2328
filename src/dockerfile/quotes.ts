import { endOfWord, nextCharacter, peekCharacter, WordError } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { substitute } from './substitution.ts';
import type { ReadUntil } from './substitution.ts';

/** Nothing is special between single quotes, not even the escape character. */
export function readSingleQuoted(cursor: Cursor): string {
  const quote = cursor.options.keepQuotes ? "'" : '';
  let text = quote;
  nextCharacter(cursor);
  for (;;) {
    const character = nextCharacter(cursor);
    if (character === "'") return text + quote;
    if (character === endOfWord)
      throw new WordError('unexpected end of statement while looking for matching single-quote');
    text += character;
  }
}

/** Between double quotes variables are expanded, and the escape character protects `"`, `$` and itself only. */
export function readDoubleQuoted(cursor: Cursor, read: ReadUntil): string {
  const quote = cursor.options.keepQuotes ? '"' : '';
  let text = quote;
  nextCharacter(cursor);
  for (;;) {
    const next = peekCharacter(cursor);
    if (next === endOfWord) throw new WordError('unexpected end of statement while looking for matching double-quote');
    if (next === '$') {
      text += substitute(cursor, read);
      continue;
    }
    const character = nextCharacter(cursor);
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
