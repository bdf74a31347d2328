import { cutBlanks, isSpace, trim } from './whitespace.ts';

/** An instruction's line taken apart, before its keyword gives the rest a meaning. */
export interface SplitLine {
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly rest: string;
}

export function splitInstruction(line: string): SplitLine {
  const [keyword, tail = ''] = cutBlanks(trim(line));
  const { flags, rest } = takeFlags(tail);
  return { keyword, flags, rest: trim(rest) };
}

const noFlags: readonly string[] = [];

/**
 * Takes the leading `--flag` words off; quotes around and backslashes in them are removed.
 *
 * BuildKit reads flags byte by byte and takes each byte for a character; so does this, over Latin-1,
 * that a flag with `é` comes out as it does there.
 */
function takeFlags(tail: string): { readonly flags: readonly string[]; readonly rest: string } {
  if (!tail.includes('--')) return { flags: noFlags, rest: tail };
  const flags: string[] = [];
  const bytes = Buffer.from(tail, 'utf8').toString('latin1');
  const restFrom = (at: number): string => Buffer.from(bytes.slice(at), 'latin1').toString('utf8');
  let at = 0;
  for (;;) {
    while (at < bytes.length && isSpace(bytes.charAt(at))) at += 1;
    if (at === bytes.length) return { flags, rest: '' };
    if (!bytes.startsWith('--', at)) return { flags, rest: restFrom(at) };
    const word = readFlag(bytes, at);
    if (word.text === '--') return { flags, rest: restFrom(word.end) };
    flags.push(word.text);
    at = word.end;
  }
}

function readFlag(bytes: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let quote = '';
  let at = start;
  for (; at < bytes.length; at += 1) {
    const character = bytes.charAt(at);
    if (!quote && isSpace(character)) break;
    if (quote ? character === quote : character === "'" || character === '"') quote = quote ? '' : character;
    else if (character !== '\\') text += character;
    else if (at + 1 < bytes.length) {
      at += 1;
      text += bytes.charAt(at);
    }
  }
  return { text, end: at };
}
