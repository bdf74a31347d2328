import { checkLineLength } from './source.ts';
import type { DockerfileSource } from './source.ts';
import { isBlank, trim, trimStart } from './whitespace.ts';

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
}

/** Most instructions have neither comments nor empty lines. */
const nothing: readonly never[] = [];

/** Reads a Dockerfile line by line. @param escape the continuation character. */
export function newLineReader(source: DockerfileSource, escape: string): LineReader {
  const { lines } = source;
  const escapeCode = escape.charCodeAt(0);
  let read = 0;
  const nextRaw = (): string | undefined => {
    const text = lines[read];
    if (text === undefined) return undefined;
    read += 1;
    checkLineLength(source, read, text);
    return text;
  };

  const nextLogical = (): LogicalLine | undefined => {
    let comments: Comment[] | undefined;
    for (let raw = nextRaw(); raw !== undefined; raw = nextRaw()) {
      const line = withoutLineEnd(raw);
      const stripped = trimStart(line);
      if (stripped === '') continue;
      if (isComment(stripped)) {
        (comments ??= []).push({ line: read, text: trim(stripped.slice(1)) });
        continue;
      }
      const startLine = read;
      const startColumn = line.length - stripped.length + 1;
      const continued = continuation(stripped, escapeCode);
      const emptyLines: number[] = [];
      const text = continued === undefined ? stripped : continued + joinRest(emptyLines);
      return {
        text,
        startLine,
        startColumn,
        endLine: read,
        comments: comments ?? nothing,
        emptyLines: emptyLines.length > 0 ? emptyLines : nothing,
      };
    }
    return undefined;
  };

  /** Joins the lines that continue the one before. */
  const joinRest = (emptyLines: number[]): string => {
    let text = '';
    for (let raw = nextRaw(); raw !== undefined; raw = nextRaw()) {
      const line = withoutLineEnd(raw);
      if (isComment(trimStart(line))) continue;
      if (isBlank(line)) {
        emptyLines.push(read);
        continue;
      }
      const continued = continuation(line, escapeCode);
      text += continued ?? line;
      if (continued === undefined) break;
    }
    return text;
  };
  return { nextLogical, nextRaw };
}

const isComment = (stripped: string): boolean => stripped.charCodeAt(0) === 0x23;

/** The line without the escape character at its end; undefined when it does not continue. A doubled one does not. */
function continuation(line: string, escapeCode: number): string | undefined {
  let end = line.length;
  for (let code = line.charCodeAt(end - 1); code === 0x20 || code === 0x09; code = line.charCodeAt(end - 1)) end -= 1;
  const continues = line.charCodeAt(end - 1) === escapeCode && line.charCodeAt(end - 2) !== escapeCode;
  return continues ? line.slice(0, end - 1) : undefined;
}

/** How long a line is without its end, `\n` or `\r\n` or more of them. */
export function lengthWithoutEnd(line: string): number {
  let end = line.length;
  for (let code = line.charCodeAt(end - 1); code === 0x0a || code === 0x0d; code = line.charCodeAt(end - 1)) end -= 1;
  return end;
}

function withoutLineEnd(line: string): string {
  const end = lengthWithoutEnd(line);
  return end === line.length ? line : line.slice(0, end);
}
