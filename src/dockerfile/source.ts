import { UserError } from '../errors.ts';
import type { Problem } from '../errors.ts';
import { redactText } from '../redact.ts';

/** A Dockerfile's text, and where its lines are in it, so that every error can show the line it is about. */
export interface DockerfileSource {
  readonly file: string;
  /** Without a byte-order mark in front. */
  readonly text: string;
  /** Where in the text each line begins, and at last where the last one ends. */
  readonly lineStarts: readonly number[];
}

/** BuildKit reads lines into a buffer of 64 KiB, line end included, and refuses longer ones. */
const maxLineBytes = 65_536;
const shownCharacters = 200;

/** Finds the lines of a Dockerfile; bytes that are not UTF-8 become U+FFFD. A leading byte-order mark is dropped. */
export function readSource(text: Uint8Array | string, file: string): DockerfileSource {
  const decoded = typeof text === 'string' ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
  const withoutMark = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  return { file, text: withoutMark, lineStarts: findLines(withoutMark) };
}

function findLines(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', end) + 1) starts.push(end);
  if (!text.endsWith('\n') && text !== '') starts.push(text.length);
  return starts;
}

/** Some lines with their ends. @param line the first of them, from 1 @param behind the first that is not meant */
export function textOfLines({ text, lineStarts }: DockerfileSource, line: number, behind: number): string {
  return text.slice(lineStarts[line - 1], lineStarts[behind - 1]);
}

/** Where a line ends in the text, without the `\n` or `\r\n` or more of them. @param line from 1 */
export function endOfLine({ text, lineStarts }: DockerfileSource, line: number): number {
  const start = lineStarts[line - 1] ?? text.length;
  let end = lineStarts[line] ?? text.length;
  for (; end > start; end -= 1) {
    const code = text.charCodeAt(end - 1);
    if (code !== 0x0a && code !== 0x0d) break;
  }
  return end;
}

/** @throws UserError `dockerfile-line-too-long`, as BuildKit refuses it */
export function checkLineLength(source: DockerfileSource, line: number): void {
  const { lineStarts } = source;
  if (((lineStarts[line] ?? 0) - (lineStarts[line - 1] ?? 0)) * 3 < maxLineBytes) return;
  const text = textOfLines(source, line, line + 1);
  const bytes = Buffer.byteLength(text) + (text.endsWith('\n') ? 0 : 1);
  if (bytes <= maxLineBytes) return;
  throw errorAt(
    source,
    { line },
    {
      code: 'dockerfile-line-too-long',
      message: `Line ${line} of ${source.file} is longer than Docker reads.`,
      expected: `at most ${maxLineBytes - 1} bytes in a line`,
      hint: 'Break the line with the escape character, or move the text into a file or a heredoc.',
    },
  );
}

export interface Spot {
  readonly line: number;
  readonly column?: number;
}

/** An error about one place of a Dockerfile, with the text of its line; secrets in it are not shown. */
export function errorAt(source: DockerfileSource, spot: Spot, problem: Omit<Problem, 'place' | 'got'>): UserError {
  const { line, column } = spot;
  const text = redactText(
    source.text.slice(source.lineStarts[line - 1] ?? source.text.length, endOfLine(source, line)),
  );
  const got = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  const place = { file: source.file, line, ...(column !== undefined && { column }) };
  return new UserError({ ...problem, message: redactText(problem.message), place, got });
}
