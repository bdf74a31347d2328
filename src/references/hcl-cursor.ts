import { UserError, type Place } from '../errors.ts';

const maxDepth = 60;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** Reads a text from left to right. Line ends count, but not between brackets. */
export interface Cursor {
  readonly text: string;
  at: number;
  place(offset?: number): Place;
  /** Skips blanks and comments; line ends too where they do not count. */
  skip(): void;
  /** As {@link Cursor.skip}, with line ends. */
  skipLines(): void;
  /** Takes a mark when it comes next, after blanks. */
  take(mark: string): boolean;
  expect(mark: string): void;
  identifier(): string | undefined;
  /** Runs with line ends counting or not. @throws UserError when nested too deeply */
  within<T>(linesCount: boolean, read: () => T): T;
  refuse(message: string, offset?: number): UserError;
}

/** A cursor at the start of a file. */
export function openCursor(file: string, text: string): Cursor {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let linesCount = true;
  let depth = 0;
  const cursor: Cursor = {
    text,
    at: 0,
    place(offset = cursor.at) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    skip: () => skipBlanks(cursor, !linesCount),
    skipLines: () => skipBlanks(cursor, true),
    take(mark) {
      cursor.skip();
      if (!text.startsWith(mark, cursor.at)) return false;
      cursor.at += mark.length;
      return true;
    },
    expect(mark) {
      if (!cursor.take(mark)) throw cursor.refuse(`Here "${mark}" was expected.`);
    },
    identifier() {
      cursor.skip();
      identifier.lastIndex = cursor.at;
      const found = identifier.exec(text)?.[0];
      cursor.at += found?.length ?? 0;
      return found;
    },
    within(counts, read) {
      const before = linesCount;
      linesCount = counts;
      depth += 1;
      if (depth > maxDepth) throw cursor.refuse('The file nests too deeply.');
      const result = read();
      linesCount = before;
      depth -= 1;
      return result;
    },
    refuse: (message, offset) =>
      new UserError({
        code: 'hcl-syntax',
        message,
        place: cursor.place(offset),
        hint: 'Repair the file; `docker buildx bake --print` shows whether bake reads it.',
      }),
  };
  return cursor;
}

function skipBlanks(cursor: Cursor, withLines: boolean): void {
  const { text } = cursor;
  for (;;) {
    const character = text[cursor.at];
    if (character === ' ' || character === '\t' || character === '\r' || (withLines && character === '\n')) {
      cursor.at += 1;
    } else if (character === '#' || text.startsWith('//', cursor.at)) {
      const end = text.indexOf('\n', cursor.at);
      cursor.at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at + 2);
      if (end < 0) throw cursor.refuse('This comment is not closed.');
      cursor.at = end + 2;
    } else return;
  }
}
