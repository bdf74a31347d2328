import { describe, expect, test } from 'vitest';
import { visible } from '../src/visible.ts';

// The letters of our own sentences take a shorter way: a letter that is hidden beside them sends them the long one.
const ownLetters = Array.from('·‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧≈✓✗');

describe('foreign text made visible', () => {
  test.each(ownLetters)('%s is shown, alone and beside what is hidden', (letter) => {
    expect(visible(letter)).toBe(letter);
    expect(visible(`${letter}\u200b`)).toBe(`${letter}\\u{200b}`);
  });

  test.each([
    ['line ends and tabs', '\n\r\t', '\\n\\r\\t'],
    ['C0 controls', '\0\u0008\u001b', '\\u{0}\\u{8}\\u{1b}'],
    ['delete and C1 controls', '\u007f\u0085\u009b', '\\u{7f}\\u{85}\\u{9b}'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['bidirectional overrides', '\u202a\u202e', '\\u{202a}\\u{202e}'],
    ['bidirectional isolates', '\u2066\u2069', '\\u{2066}\\u{2069}'],
    ['direction marks', '\u200e\u200f\u061c', '\\u{200e}\\u{200f}\\u{61c}'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff', '\\u{200b}\\u{200c}\\u{200d}\\u{2060}\\u{feff}'],
    ['soft hyphen', '\u00ad', '\\u{ad}'],
    ['tag characters', '\u{e0001}\u{e0041}', '\\u{e0001}\\u{e0041}'],
    ['variation selectors', '\ufe0f\u{e0100}', '\\u{fe0f}\\u{e0100}'],
    ['annotation marks', '\ufff9\ufffb', '\\u{fff9}\\u{fffb}'],
    ['spaces that are not the space', '\u00a0\u2003\u3000', '\\u{a0}\\u{2003}\\u{3000}'],
    ['blank letters', '\u3164\u2800', '\\u{3164}\\u{2800}'],
    ['private use and unassigned', '\ue000\u0378\ufffe', '\\u{e000}\\u{378}\\u{fffe}'],
    ['bytes that are no UTF-8', '\udc80\udcff', '\\x80\\xff'],
    ['other lone surrogates', '\udc7f\ud800', '\\u{dc7f}\\u{d800}'],
    ['the fourth mark on one letter', 'a\u0301\u0302\u0303\u0304', 'a\u0301\u0302\u0303\\u{304}'],
    ['letters of any script, and emoji', 'naïve Ünï 日本 ไทย 🚢', 'naïve Ünï 日本 ไทย 🚢'],
    ['what only formats mind', '<a href="x">`|*@#&</a>', '<a href="x">`|*@#&</a>'],
  ])('%s', (_, untrusted, shown) => {
    expect(visible(untrusted)).toBe(shown);
  });

  test.each([
    ['abcdefghij', 10, 'abcdefghij'],
    ['abcdefghijk', 10, 'abcde…hijk'],
    ['\u0001\u0002\u0003\u0004', 3, '\\u{1}…\\u{4}'],
    [`start${'x'.repeat(1_000_000)}end`, 9, 'star…xend'],
  ])('%# is cut in the middle', (untrusted, maxUnits, shown) => {
    expect(visible(untrusted, maxUnits)).toBe(shown);
  });
});
