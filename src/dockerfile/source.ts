import { UserError } from '../errors.ts';
import type { Problem } from '../errors.ts';

/** A Dockerfile's text by lines, so that every error can show the line it is about. */
export interface DockerfileSource {
  readonly file: string;
  /** With their line ends. */
  readonly lines: readonly string[];
}

/** BuildKit reads lines into a buffer of 64 KiB, line end included, and refuses longer ones. */
const maxLineBytes = 65_536;
const shownCharacters = 200;

/** Splits a Dockerfile into lines; bytes that are not UTF-8 become U+FFFD. A leading byte-order mark is dropped. */
export function readSource(text: Uint8Array | string, file: string): DockerfileSource {
  const decoded = typeof text === 'string' ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
  return { file, lines: splitLines(decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded) };
}

function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** @throws UserError `dockerfile-line-too-long`, as BuildKit refuses it */
export function checkLineLength(source: DockerfileSource, line: number, text: string): void {
  if (text.length * 3 < maxLineBytes) return;
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

/** An error about one place of a Dockerfile, with the text of its line. */
export function errorAt(source: DockerfileSource, spot: Spot, problem: Omit<Problem, 'place' | 'got'>): UserError {
  const { line, column } = spot;
  const text = (source.lines[line - 1] ?? '').replace(/[\r\n]+$/, '');
  const got = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  const place = { file: source.file, line, ...(column !== undefined && { column }) };
  return new UserError({ ...problem, place, got });
}
