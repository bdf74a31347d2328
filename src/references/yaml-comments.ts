import { Lexer } from 'yaml';

/** A comment, and the lines that it speaks of. */
export interface YamlComment {
  /** Without `#` and the spaces around it. */
  readonly text: string;
  /** Its own, counted from 1. */
  readonly line: number;
  /** The line it ends, or the next one, with everything that is indented below it. */
  readonly startLine: number;
  readonly endLine: number;
}

/** The marker the lexer puts before the text of a scalar, in which `#` begins no comment. */
const scalarMark = '\u001f';

/** The comments of a YAML text. Also one that cannot be parsed has them. */
export function commentsOf(text: string): readonly YamlComment[] {
  const lines = text.split('\n');
  const found: YamlComment[] = [];
  let line = 1;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== scalarMark) {
      const start = isOwnLine(lines[line - 1]) ? nextLine(lines, line) : line;
      const words = token.replace(/^#+/, '').trim();
      if (start !== undefined) found.push({ text: words, line, startLine: start, endLine: endOf(lines, start) });
    }
    line += token.split('\n').length - 1;
    before = token;
  }
  return found;
}

const isOwnLine = (line = ''): boolean => line.trimStart().startsWith('#');
const isNothing = (line: string): boolean => line.trim() === '' || isOwnLine(line);
const isItem = (line: string): boolean => /^\s*-(\s|$)/.test(line);
const indentOf = (line: string): number => line.length - line.trimStart().length;

function nextLine(lines: readonly string[], line: number): number | undefined {
  const index = lines.findIndex((one, at) => at >= line && !isNothing(one));
  return index < 0 ? undefined : index + 1;
}

/** The last line that is indented more; the items of a key's list may be indented as the key. */
function endOf(lines: readonly string[], start: number): number {
  const first = lines[start - 1] ?? '';
  const indent = indentOf(first);
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isNothing(line)) continue;
    const isInside = indentOf(line) > indent || (indentOf(line) === indent && isItem(line) && !isItem(first));
    if (!isInside) break;
    end = index + 1;
  }
  return end;
}
