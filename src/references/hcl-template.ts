import type { Place } from '../errors.ts';
import type { Cursor } from './hcl-cursor.ts';
import type { Expression } from './hcl-syntax.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Reads an expression: the parser's own, which reads templates in turn. */
export type ReadExpression = () => Expression;

/** Reads a text in quotes, its first quote taken. */
export function readQuoted(cursor: Cursor, readExpression: ReadExpression, place: Place): Expression {
  const parts = new Parts(cursor);
  const start = cursor.at - 1;
  for (;;) {
    const character = cursor.text[cursor.at];
    if (character === undefined || character === '\n') throw cursor.refuse('This text is not closed.', start);
    if (character === '"') break;
    if (readSequence(cursor, readExpression, parts)) continue;
    cursor.at += 1;
    parts.add(character === '\\' ? readEscape(cursor) : character);
  }
  cursor.at += 1;
  return parts.whole(place);
}

/** Reads a heredoc, its `<<` taken: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions */
export function readHeredoc(cursor: Cursor, readExpression: ReadExpression, place: Place): Expression {
  const flush = cursor.text[cursor.at] === '-';
  if (flush) cursor.at += 1;
  const word = /[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;
  word.lastIndex = cursor.at;
  const opening = word.exec(cursor.text)?.[0];
  if (opening === undefined) throw cursor.refuse('A heredoc begins with a word at the end of its line.');
  const from = cursor.at + opening.length;
  const lines: string[] = [];
  let at = from;
  for (;;) {
    if (at >= cursor.text.length) throw cursor.refuse(`The heredoc ${opening.trim()} is not closed.`);
    const end = cursor.text.indexOf('\n', at);
    const line = cursor.text.slice(at, end < 0 ? cursor.text.length : end);
    if (line.trim() === opening.trim()) {
      cursor.at = at + line.trimEnd().length;
      break;
    }
    lines.push(`${line}\n`);
    at += line.length + 1;
  }
  return withinHeredoc(cursor, { text: lines.join(''), from, flush }, readExpression, place);
}

/** The lines of a heredoc as a template; the cursor goes back into them and then behind them. */
function withinHeredoc(
  cursor: Cursor,
  { text, from, flush }: { readonly text: string; readonly from: number; readonly flush: boolean },
  readExpression: ReadExpression,
  place: Place,
): Expression {
  const indents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = flush && indents.length > 0 ? Math.min(...indents) : 0;
  const behind = cursor.at;
  const end = from + text.length;
  const parts = new Parts(cursor);
  let atLineStart = true;
  cursor.at = from;
  while (cursor.at < end) {
    if (atLineStart) {
      const blanks = /^[ \t]*/.exec(cursor.text.slice(cursor.at, cursor.at + indent))?.[0].length ?? 0;
      cursor.at += blanks;
      atLineStart = false;
      continue;
    }
    if (readSequence(cursor, readExpression, parts)) continue;
    const character = cursor.text[cursor.at] ?? '';
    parts.add(character);
    cursor.at += 1;
    atLineStart = character === '\n';
  }
  cursor.at = behind;
  return parts.whole(place);
}

/** Takes `${…}`, `$${`, `%%{`. @returns false when none of them comes next. @throws UserError for `%{…}` */
export function readSequence(cursor: Cursor, readExpression: ReadExpression, parts: Parts): boolean {
  const { text, at } = cursor;
  if (text.startsWith('$${', at) || text.startsWith('%%{', at)) {
    parts.add(text.slice(at + 1, at + 3));
    cursor.at += 3;
    return true;
  }
  if (text.startsWith('%{', at)) throw cursor.refuse('Template directives (%{…}) are not understood here.');
  if (!text.startsWith('${', at)) return false;
  if (text[at + 2] === '~') throw cursor.refuse('Trimming (${~ … ~}) is not understood here.');
  cursor.at += 2;
  const inside = cursor.within(false, () => {
    const expression = readExpression();
    cursor.expect('}');
    return expression;
  });
  parts.addExpression(inside);
  return true;
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at] ?? '';
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) {
    cursor.at += 1;
    return simple;
  }
  const digits = /^(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(cursor.text.slice(cursor.at, cursor.at + 9));
  const code = Number.parseInt(digits?.[1] ?? digits?.[2] ?? '', 16);
  if (!digits || !(code <= 0x10ffff)) throw cursor.refuse(`"\\${letter}" is no escape sequence.`);
  cursor.at += digits[0].length;
  return String.fromCodePoint(code);
}

/** What a template is put together from; neighbouring texts become one. */
export class Parts {
  readonly #cursor: Cursor;
  readonly #parts: Expression[] = [];
  #text = '';

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  add(text: string): void {
    this.#text += text;
  }

  addExpression(expression: Expression): void {
    this.#flush();
    this.#parts.push(expression);
  }

  whole(place: Place): Expression {
    if (this.#parts.length === 0) return { kind: 'literal', value: this.#text, place };
    this.#flush();
    return { kind: 'template', parts: this.#parts, place };
  }

  #flush(): void {
    if (this.#text !== '') this.#parts.push({ kind: 'literal', value: this.#text, place: this.#cursor.place() });
    this.#text = '';
  }
}
