import { Lexer } from 'yaml';
import type { Problem } from '../errors.ts';
import { maxConfigBytes } from './config-size.ts';

/** How deep lists and maps may nest. */
export const maxDepth = 32;
const maxIndentChars = 256;

/**
 * What keeps a text from being given to the parser at all; undefined when nothing does.
 *
 * The parser recurses, and deep nesting takes the whole process down before it can throw, so depth is
 * bounded on the lexer's tokens first: brackets, block indicators in one line, and indentation.
 */
export function beforeParsing(file: string, text: string, maxBytes = maxConfigBytes): Problem | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    return {
      code: 'config-too-large',
      message: `The file is ${bytes} B; at most ${maxBytes} B are read.`,
      place: { file, line: 1 },
      expected: `at most ${maxBytes / 1024} KiB`,
      got: `${bytes} B`,
      hint: 'Split it: policies can be put into files of their own and named in `extends`.',
    };
  const line = lineTooDeep(text);
  return line === undefined ? undefined : tooDeep(file, line);
}

/** The problem of a text that nests deeper than {@link maxDepth}. */
export function tooDeep(file: string, line: number, column?: number): Problem {
  return {
    code: 'config-too-deep',
    message: 'The file nests lists and maps too deeply.',
    place: { file, line, ...(column !== undefined && { column }) },
    expected: `at most ${maxDepth} levels`,
    hint: 'No setting needs that many levels; look for a stray bracket or dash.',
  };
}

function lineTooDeep(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let indicators = 0;
  let atLineStart = true;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    // Within brackets these nest nothing, and a long map in one line has many.
    else if (brackets === 0 && (token === '-' || token === '?' || token === ':')) indicators += 1;
    const isIndent = atLineStart && /^ +$/.test(token);
    if (brackets > maxDepth || indicators > maxDepth || (isIndent && token.length > maxIndentChars)) return line;
    const newlines = token.split('\n').length - 1;
    line += newlines;
    atLineStart = newlines > 0;
    if (newlines > 0) indicators = 0;
  }
  return undefined;
}
