import { Refusal } from './refusal.ts';
import type { Keyword } from './instruction.ts';
import { withoutRoom } from './room.ts';
import { cutBlanks, isSpaceCode, splitBlanks, trimStart } from './whitespace.ts';

/** What stands behind keyword and flags, read in the way of the keyword. */
export interface Arguments {
  readonly form: 'shell' | 'json';
  readonly values: readonly string[];
}

/**
 * Reads the arguments as BuildKit's parser does for each keyword; ENV and LABEL give `key, value, '='` for each pair.
 * @throws Refusal
 */
export function readArguments(keyword: Keyword | undefined, rest: string, escape: string): Arguments {
  switch (keyword) {
    case 'ADD':
    case 'COPY':
    case 'VOLUME':
      return readJson(rest) ?? shell(rest ? splitBlanks(rest) : []);
    case 'CMD':
    case 'ENTRYPOINT':
    case 'RUN':
    case 'SHELL':
      return readJson(rest) ?? readWhole(rest);
    case 'HEALTHCHECK':
      return readHealthcheck(rest);
    case 'EXPOSE':
    case 'FROM':
      return shell(rest ? splitBlanks(rest) : []);
    case 'ENV':
    case 'LABEL':
      return shell(readPairs(keyword, rest, escape));
    case 'ARG':
      return shell(quotedWords(rest, escape));
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      return readWhole(rest);
    case 'ONBUILD':
    case undefined:
    default:
      return shell([]);
  }
}

function shell(values: readonly string[]): Arguments {
  return { form: 'shell', values };
}

function readWhole(rest: string): Arguments {
  return shell(rest ? [rest] : []);
}

/** An array of strings; anything that is not JSON is no array and no error, an array of other things is one. */
function readJson(rest: string): Arguments | undefined {
  const text = trimStart(rest);
  if (!text.startsWith('[')) return undefined;
  const values = parseArray(text);
  if (!values) return undefined;
  if (!values.every((value) => typeof value === 'string'))
    throw new Refusal('An array of arguments may hold strings only.', 'a JSON array of strings');
  // Go has no lone surrogates: its decoder puts U+FFFD in their place.
  const lone = /\p{Cs}/gu;
  return {
    form: 'json',
    values: escapesAny.test(text) ? values.map((value) => value.replace(lone, '\uFFFD')) : values,
  };
}

/** What alone can bring in a surrogate without its other half. */
const escapesAny = /\\u/;

function parseArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readHealthcheck(rest: string): Arguments {
  let end = 0;
  while (end < rest.length && !isSpaceCode(rest.charCodeAt(end))) end += 1;
  if (end === 0) return shell([]);
  const command = trimStart(rest.slice(end));
  const { form, values } = readJson(command) ?? readWhole(command);
  return { form, values: [rest.slice(0, end), ...values] };
}

/** `KEY value` of old, or `key=value …`: whether the first word has `=` decides. */
function readPairs(keyword: string, rest: string, escape: string): readonly string[] {
  const words = quotedWords(rest, escape);
  const [first] = words;
  if (first === undefined) return [];
  if (!first.includes('=')) {
    const [key, value] = cutBlanks(rest);
    if (value === undefined) throw new Refusal(`${keyword} must have two arguments.`, `${keyword} KEY=VALUE`);
    return [key, value, ''];
  }
  const pairs: string[] = [];
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 0) throw new Refusal(`There is no = in ${JSON.stringify(word)}.`, `${keyword} KEY=VALUE …`);
    pairs.push(word.slice(0, equals), word.slice(equals + 1), '=');
  }
  return withoutRoom(pairs);
}

const singleQuote = 0x27;
const doubleQuote = 0x22;

/** Splits at blanks outside quotes; quotes and escapes stay in the words, to be resolved by expansion. */
export function quotedWords(rest: string, escape: string): readonly string[] {
  const words: string[] = [];
  const escapeCode = escape.charCodeAt(0);
  // An escape at the very end is dropped, unless another protects it.
  let end = rest.length;
  let start = -1;
  let quote = 0;
  for (let at = 0; at < end; at += 1) {
    const code = rest.charCodeAt(at);
    if (quote === 0 && isSpaceCode(code)) {
      if (start >= 0) words.push(rest.slice(start, at));
      start = -1;
      continue;
    }
    if (code === escapeCode && quote !== singleQuote) {
      if (at + 1 === rest.length) {
        end = at;
        continue;
      }
      if (start < 0) start = at;
      at += 1;
    } else if (quote !== 0 ? code === quote : code === singleQuote || code === doubleQuote)
      quote = quote !== 0 ? 0 : code;
    if (start < 0) start = at;
  }
  if (start >= 0) words.push(rest.slice(start, end));
  return withoutRoom(words);
}
