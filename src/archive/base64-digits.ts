// Base64 in a buffer, read in place: Node's own decoder takes text, and all of it. RFC 4648, section 4

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The values of digits by their code, 255 of what is none. */
export const digitValues = new Uint8Array(256).fill(255);
for (let value = 0; value < digits.length; value += 1) digitValues[digits.charCodeAt(value)] = value;

/** `=`: what a text is filled up with. */
export const fill = 0x3d;

/** Bytes that a text stands for: three for four digits, less those filled up. */
export function base64Length(text: Buffer, start: number, end: number): number {
  const filled = end - start < 4 || text[end - 1] !== fill ? 0 : text[end - 2] === fill ? 2 : 1;
  return ((end - start) >> 2) * 3 - filled;
}

/**
 * Decodes `count` bytes of the text that begins at `start`, from its byte `from` on, and what shares digits with them.
 * @param into room for five bytes more
 * @returns where in it the first of them is; −1 where there is no base64.
 */
export function decodeSome(text: Buffer, start: number, from: number, count: number, into: Uint8Array): number {
  const group = Math.floor(from / 3);
  let digit = start + 4 * group;
  const bytes = from - 3 * group + count;
  let wrong = 0;
  for (let at = 0; at < bytes; at += 3, digit += 4) {
    const first = digitValues[text[digit] ?? 0] ?? 255;
    const second = digitValues[text[digit + 1] ?? 0] ?? 255;
    const third = digitValues[text[digit + 2] ?? 0] ?? 255;
    const fourth = digitValues[text[digit + 3] ?? 0] ?? 255;
    wrong |= first | second | third | fourth;
    into[at] = (first << 2) | (second >> 4);
    into[at + 1] = (second << 4) | (third >> 2);
    into[at + 2] = (third << 6) | fourth;
  }
  return wrong > 63 ? -1 : from - 3 * group;
}
