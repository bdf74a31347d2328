import { withoutRoom } from './room.ts';
import { cutBlanks, isSpaceCode, space, trim } from './whitespace.ts';

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
  const flags: string[] = [];
  let at = skipSpaces(bytes, 0);
  while (bytes.startsWith('--', at)) {
    const end = endOfPlainFlag(bytes, at);
    const plain = bytes.slice(at, end);
    const quoted = quoteOrEscape.test(plain) ? readQuotedFlag(bytes, at) : undefined;
    const flag = quoted ? quoted.text : plain;
    at = quoted ? quoted.end : end;
    if (flag === '--') break;
    flags.push(flag);
    at = skipSpaces(bytes, at);
  }
  const rest = bytes.slice(at);
  return { flags: withoutRoom(flags), rest: isAscii ? rest : Buffer.from(rest, 'latin1').toString('utf8') };
}

function skipSpaces(bytes: string, start: number): number {
  let at = start;
  while (at < bytes.length && isSpaceCode(bytes.charCodeAt(at))) at += 1;
  return at;
}

/** What a flag seldom has: with none of it, it is the text up to the next white space. */
const quoteOrEscape = /['"\\]/;
const nextSpace = new RegExp(space.source, 'g');

function endOfPlainFlag(bytes: string, start: number): number {
  nextSpace.lastIndex = start;
  return nextSpace.test(bytes) ? nextSpace.lastIndex - 1 : bytes.length;
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
