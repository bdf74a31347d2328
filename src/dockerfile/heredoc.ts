import { WordError } from './cursor.ts';
import { expandWord, splitWords } from './words.ts';
import type { Meter, Variables } from './words.ts';
import { space } from './whitespace.ts';

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

/** Nothing in it to be expanded or unquoted. */
const plainName = /^\w+$/;

/** Reads one word as a heredoc's mark. @throws WordError when its quotes are broken */
export function readHeredocMark(word: string): HeredocMark | undefined {
  if (!word.includes('<<')) return undefined;
  const match = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return undefined;
  const chomp = match[2] === '-';
  const fileDescriptor = Math.min(Number(match[1]), Number.MAX_SAFE_INTEGER);
  if (plainName.test(rest)) return { name: rest, expand: true, chomp, fileDescriptor };
  const [name, ...more] = splitWords(rest, { escape });
  if (name === undefined || more.length > 0) return undefined;
  const [quoted = ''] = splitWords(rest, { escape, keepQuotes: true });
  return { name, expand: countQuotes(name) === countQuotes(quoted), chomp, fileDescriptor };
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
  const marks: HeredocMark[] = [];
  for (const word of wordsOf(line)) {
    const mark = readHeredocMark(word);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** What makes words more than what stands between blanks. */
const quoteOrEscape = /[$'"\\\uFEFF]/;
/** Words of a line that has none of it; the blanks behind `<<` belong to the word. */
const plainWords = new RegExp(`(?:<<${space.source}*|<|[^<${space.source.slice(1)})+`, 'g');

function wordsOf(line: string): readonly string[] {
  if (!quoteOrEscape.test(line)) return line.match(plainWords) ?? [];
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

const tab = 0x09;

/** The line a body ends at. */
export function endsHeredoc(line: string, { name, chomp }: HeredocMark): boolean {
  let start = 0;
  if (chomp) while (line.charCodeAt(start) === tab) start += 1;
  return line.startsWith(name, start) && onlyLineEnd.test(line.slice(start + name.length));
}

const onlyLineEnd = /^[\r\n]*$/;

/** The body of a COPY heredoc with its variables expanded. @throws WordError */
export function expandHeredoc(heredoc: Heredoc, variables: Variables, meter: Meter): string {
  const body = heredocBody(heredoc);
  return heredoc.expand ? expandWord(body, variables, { escape, ignoreQuotes: true, meter }).text : body;
}

function countQuotes(text: string): number {
  return text.match(/['"]/g)?.length ?? 0;
}
