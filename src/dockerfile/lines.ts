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
  nextRaw(): { readonly text: string; readonly line: number } | undefined;
}

/** Reads a Dockerfile line by line. @param escape the continuation character. */
export function newLineReader(source: DockerfileSource, escape: string): LineReader {
  let read = 0;
  const nextRaw = (): { readonly text: string; readonly line: number } | undefined => {
    const text = source.lines[read];
    if (text === undefined) return undefined;
    read += 1;
    checkLineLength(source, read);
    return { text, line: read };
  };

  const nextLogical = (): LogicalLine | undefined => {
    let comments: Comment[] | undefined;
    for (let raw = nextRaw(); raw; raw = nextRaw()) {
      const line = withoutLineEnd(raw.text);
      const stripped = trimStart(line);
      if (stripped.startsWith('#')) (comments ??= []).push({ line: raw.line, text: trim(stripped.slice(1)) });
      else if (stripped) {
        const startColumn = line.length - stripped.length + 1;
        const { text, emptyLines } = join(stripped, nextRaw, escape);
        return { text, emptyLines, startLine: raw.line, startColumn, endLine: read, comments: comments ?? nothing };
      }
    }
    return undefined;
  };
  return { nextLogical, nextRaw };
}

/** Most instructions have neither comments nor empty lines. */
const nothing: readonly never[] = [];

/** Joins a line with those that continue it. */
function join(
  first: string,
  nextRaw: LineReader['nextRaw'],
  escape: string,
): { readonly text: string; readonly emptyLines: readonly number[] } {
  let continued = continuation(first, escape);
  if (continued === undefined) return { text: first, emptyLines: nothing };
  const emptyLines: number[] = [];
  let text = continued;
  while (continued !== undefined) {
    const raw = nextRaw();
    if (!raw) break;
    const line = withoutLineEnd(raw.text);
    if (trimStart(line).startsWith('#')) continue;
    if (isBlank(line)) {
      emptyLines.push(raw.line);
      continue;
    }
    continued = continuation(line, escape);
    text += continued ?? line;
  }
  return { text, emptyLines };
}

/** The line without the escape character at its end; undefined when it does not continue. A doubled one does not. */
function continuation(line: string, escape: string): string | undefined {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  const continues = line[end - 1] === escape && line[end - 2] !== escape;
  return continues ? line.slice(0, end - 1) : undefined;
}

/** A line without its end, `\n` or `\r\n` or more of them. */
export function withoutLineEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end -= 1;
  return line.slice(0, end);
}
