import { checkLineLength, endOfLine, textOfLines } from './source.ts';
import type { DockerfileSource } from './source.ts';
import { isSpaceCode, trim } from './whitespace.ts';

export interface Comment {
  readonly line: number;
  /** Without the `#` and the blanks around. */
  readonly text: string;
}

/** An instruction's line with its continuation lines joined, comments and empty lines in between dropped. */
export interface LogicalLine {
  readonly text: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** Comment lines since the instruction before, in their order. */
  readonly comments: readonly Comment[];
  /** Empty lines inside a continuation, which BuildKit warns about. */
  readonly emptyLines: readonly number[];
}

export interface LineReader {
  /** The next line that says something; undefined at the end. */
  nextLogical(): LogicalLine | undefined;
  /** The next line as it stands, for heredocs; undefined at the end. */
  nextRaw(): string | undefined;
  /** How many lines have been read. */
  readLines(): number;
}

/** Most instructions have neither comments nor empty lines. */
const nothing: readonly never[] = [];

/** Reads a Dockerfile line by line. @param escape the continuation character. */
export function newLineReader(source: DockerfileSource, escape: string): LineReader {
  const { text, lineStarts } = source;
  const lineCount = lineStarts.length - 1;
  const escapeCode = escape.charCodeAt(0);
  let read = 0;
  /** Where the next line starts; undefined at the end. */
  const advance = (): number | undefined => {
    if (read === lineCount) return undefined;
    read += 1;
    checkLineLength(source, read);
    return lineStarts[read - 1];
  };

  const nextLogical = (): LogicalLine | undefined => {
    let comments: Comment[] | undefined;
    for (let start = advance(); start !== undefined; start = advance()) {
      const end = endOfLine(source, read);
      const begin = skipSpaces(text, start, end);
      if (begin === end) continue;
      if (text.charCodeAt(begin) === commentCode) {
        (comments ??= []).push({ line: read, text: trim(text.slice(begin + 1, end)) });
        continue;
      }
      const startLine = read;
      const continued = continuationEnd(text, begin, end, escapeCode);
      const emptyLines: number[] = [];
      return {
        text: continued < 0 ? text.slice(begin, end) : joinRest(text.slice(begin, continued), emptyLines),
        startLine,
        startColumn: begin - start + 1,
        endLine: read,
        comments: comments ?? nothing,
        emptyLines: emptyLines.length > 0 ? emptyLines : nothing,
      };
    }
    return undefined;
  };

  /** Joins the lines that continue the one before. */
  const joinRest = (first: string, emptyLines: number[]): string => {
    const parts = [first];
    for (let start = advance(); start !== undefined; start = advance()) {
      const end = endOfLine(source, read);
      const begin = skipSpaces(text, start, end);
      if (begin === end) emptyLines.push(read);
      else if (text.charCodeAt(begin) !== commentCode) {
        const continued = continuationEnd(text, start, end, escapeCode);
        parts.push(text.slice(start, continued < 0 ? end : continued));
        if (continued < 0) break;
      }
    }
    return parts.join('');
  };
  return {
    nextLogical,
    nextRaw: () => (advance() === undefined ? undefined : textOfLines(source, read, read + 1)),
    readLines: () => read,
  };
}

const commentCode = 0x23;

function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the escape character stands at the end of a line; -1 when it does not continue. A doubled one does not. */
function continuationEnd(text: string, start: number, lineEnd: number, escapeCode: number): number {
  let last = lineEnd - 1;
  for (let code = text.charCodeAt(last); code === 0x20 || code === 0x09; code = text.charCodeAt(last)) last -= 1;
  const continues =
    last >= start &&
    text.charCodeAt(last) === escapeCode &&
    !(last > start && text.charCodeAt(last - 1) === escapeCode);
  return continues ? last : -1;
}
