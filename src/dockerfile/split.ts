import { withoutRoom } from './room.ts';
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

/** Anything in a flag that is more than a plain character of ASCII, blanks other than the space that ends it included. */
const notPlain = /[^!#-&(-[\]-~]/;

/** Takes the leading `--flag` words off; quotes around and backslashes in them are removed. */
function takeFlags(tail: string): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let at = skipBlanks(tail, 0);
  while (tail.startsWith('--', at)) {
    const space = tail.indexOf(' ', at);
    const end = space < 0 ? tail.length : space;
    const flag = tail.slice(at, end);
    if (notPlain.test(flag)) return takeOddFlags(tail.slice(at), flags);
    at = end;
    if (flag === '--') break;
    flags.push(flag);
    at = skipBlanks(tail, at);
  }
  return { flags: withoutRoom(flags), rest: tail.slice(at) };
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); code = text.charCodeAt(at))
    at += 1;
  return at;
}

/**
 * The same for flags with quotes, escapes, or characters beyond ASCII.
 *
 * BuildKit reads flags byte by byte and takes each byte for a character; so does this, over Latin-1,
 * that a flag with `é` comes out as it does there.
 */
function takeOddFlags(
  tail: string,
  before: readonly string[],
): { readonly flags: readonly string[]; readonly rest: string } {
  const bytes = Buffer.from(tail, 'utf8').toString('latin1');
  const flags = [...before];
  let at = 0;
  while (bytes.startsWith('--', at)) {
    const { text, end } = readQuotedFlag(bytes, at);
    at = end;
    if (text === '--') break;
    flags.push(text);
    while (at < bytes.length && isSpaceCode(bytes.charCodeAt(at))) at += 1;
  }
  return { flags, rest: Buffer.from(bytes.slice(at), 'latin1').toString('utf8') };
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
