import { WordError } from './cursor.ts';
import { expandWord, splitWords } from './words.ts';
import type { Meter, Variables } from './words.ts';

/** What `<<NAME` announces: https://docs.docker.com/reference/dockerfile/#here-documents */
export interface HeredocMark {
  readonly name: string;
  /** Variables in the body are expanded: the name was not quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
}

export interface Heredoc extends HeredocMark {
  /** The body as it stands, tabs kept, each line with its end. */
  readonly content: string;
}

/** Marks are read with `\` whatever the escape directive says. */
const escape = '\\';

/** Reads one word as a heredoc's mark. @throws WordError when its quotes are broken */
export function readHeredocMark(word: string): HeredocMark | undefined {
  const match = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return undefined;
  const [name, ...more] = splitWords(rest, { escape });
  if (name === undefined || more.length > 0) return undefined;
  const [quoted = ''] = splitWords(rest, { escape, keepQuotes: true });
  const fileDescriptor = Math.min(Number(match[1]), Number.MAX_SAFE_INTEGER);
  return { name, expand: countQuotes(name) === countQuotes(quoted), chomp: match[2] === '-', fileDescriptor };
}

/** As {@link readHeredocMark}, with broken quotes being no mark. */
export function isHeredocMark(word: string): boolean {
  try {
    return readHeredocMark(word) !== undefined;
  } catch (error) {
    if (error instanceof WordError) return false;
    throw error;
  }
}

/** Every heredoc announced in an instruction's line. @throws WordError */
export function heredocMarksOf(line: string): readonly HeredocMark[] {
  return wordsOf(line).flatMap((word) => readHeredocMark(word) ?? []);
}

function wordsOf(line: string): readonly string[] {
  try {
    return splitWords(line, { escape, keepQuotes: true, keepEscapes: true });
  } catch (error) {
    // A line that is no sequence of words, such as one with an odd quote, announces nothing.
    if (error instanceof WordError) return [];
    throw error;
  }
}

/** The body as a shell or COPY sees it: for `<<-` without leading tabs. */
export function heredocBody({ content, chomp }: Heredoc): string {
  return chomp ? content.replace(/(^|\n)\t+/g, '$1') : content;
}

/** The line a body ends at. */
export function endsHeredoc(line: string, { name, chomp }: HeredocMark): boolean {
  const text = line.replace(/[\r\n]+$/, '');
  return (chomp ? text.replace(/^\t+/, '') : text) === name;
}

/** The body of a COPY heredoc with its variables expanded. @throws WordError */
export function expandHeredoc(heredoc: Heredoc, variables: Variables, meter: Meter): string {
  const body = heredocBody(heredoc);
  return heredoc.expand ? expandWord(body, variables, { escape, ignoreQuotes: true, meter }).text : body;
}

function countQuotes(text: string): number {
  return text.match(/['"]/g)?.length ?? 0;
}
