/** White space as Go's `unicode.IsSpace` has it: with U+0085, without U+FEFF. BuildKit trims and splits by it. */
export const space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const spaces = new RegExp(`${space.source}+`);

/** @param code a UTF-16 code unit: all white space is one. */
export function isSpaceCode(code: number): boolean {
  return code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : space.test(String.fromCharCode(code));
}

/** The parts between white space of any kind; '' before leading and after trailing space. */
export function splitSpaces(text: string): readonly string[] {
  return space.test(text) ? text.split(spaces) : [text];
}

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpaceCode(text.charCodeAt(start))) start += 1;
  return start === 0 ? text : text.slice(start);
}

/** Trims both ends in linear time, which a `\s+$` pattern would not on long runs of blanks. */
export function trim(text: string): string {
  let end = text.length;
  while (end > 0 && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  return trimStart(end === text.length ? text : text.slice(0, end));
}

/** A blank within a line, as BuildKit's parser splits at: no line feed, and nothing beyond ASCII. */
export function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || (code >= 0x0b && code <= 0x0d);
}

/** Splits at runs of blanks within a line, as BuildKit's parser does; keeps an empty last part. */
export function splitBlanks(text: string): readonly string[] {
  return text.split(/[\t\v\f\r ]+/);
}

/** Splits once, at the first run of blanks: `[head, rest]`, or `[head]` when there is none. */
export function cutBlanks(text: string): readonly [string, string?] {
  let end = 0;
  while (end < text.length && !isBlankCode(text.charCodeAt(end))) end += 1;
  if (end === text.length) return [text];
  let rest = end + 1;
  while (rest < text.length && isBlankCode(text.charCodeAt(rest))) rest += 1;
  return [text.slice(0, end), text.slice(rest)];
}

/** A text's characters as Go's runes: code points, so that a pattern's `?` is one of them. */
export function codePoints(text: string): readonly string[] {
  return Array.from(text);
}
