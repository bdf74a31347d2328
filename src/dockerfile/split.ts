import { cutBlanks, isSpaceCode, trim } from './whitespace.ts';

/** An instruction's line taken apart, before its keyword gives the rest a meaning. */
export interface SplitLine {
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly rest: string;
}

const noFlags: readonly string[] = [];

export function splitInstruction(line: string): SplitLine {
  const [keyword, tail = ''] = cutBlanks(trim(line));
  if (!mayBeginWithFlag(tail)) return { keyword, flags: noFlags, rest: trim(tail) };
  const { flags, rest } = takeFlags(tail);
  return { keyword, flags, rest: trim(rest) };
}

/** Most instructions have none, and their text is left alone. */
function mayBeginWithFlag(tail: string): boolean {
  return tail.startsWith('--') || isSpaceCode(tail.charCodeAt(0));
}

const notAscii = /[^\0-\x7f]/;

/**
 * Takes the leading `--flag` words off; quotes around and backslashes in them are removed.
 *
 * BuildKit reads flags byte by byte and takes each byte for a character; so does this, over Latin-1,
 * that a flag with `é` comes out as it does there.
 */
function takeFlags(tail: string): { readonly flags: readonly string[]; readonly rest: string } {
  const isAscii = !notAscii.test(tail);
  const bytes = isAscii ? tail : Buffer.from(tail, 'utf8').toString('latin1');
  const restFrom = (at: number): string =>
    isAscii ? tail.slice(at) : Buffer.from(bytes.slice(at), 'latin1').toString('utf8');
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (at < bytes.length && isSpaceCode(bytes.charCodeAt(at))) at += 1;
    if (at === bytes.length) return { flags, rest: '' };
    if (!bytes.startsWith('--', at)) return { flags, rest: restFrom(at) };
    const word = readFlag(bytes, at);
    if (word.text === '--') return { flags, rest: restFrom(word.end) };
    flags.push(word.text);
    at = word.end;
  }
}

/** What a flag seldom has: with none of it, it is the text up to the next white space. */
const quoteOrEscape = /['"\\]/;
const toSpace = /[\t\n\v\f\r \u0085\u00a0]|$/g;

function readFlag(bytes: string, start: number): { readonly text: string; readonly end: number } {
  toSpace.lastIndex = start;
  const end = toSpace.exec(bytes)?.index ?? bytes.length;
  const plain = bytes.slice(start, end);
  return quoteOrEscape.test(plain) ? readQuotedFlag(bytes, start) : { text: plain, end };
}

function readQuotedFlag(bytes: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let quote = '';
  let at = start;
  for (; at < bytes.length; at += 1) {
    const character = bytes.charAt(at);
    if (!quote && isSpaceCode(bytes.charCodeAt(at))) break;
    if (quote ? character === quote : character === "'" || character === '"') quote = quote ? '' : character;
    else if (character !== '\\') text += character;
    else if (at + 1 < bytes.length) {
      at += 1;
      text += bytes.charAt(at);
    }
  }
  return { text, end: at };
}
