import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, htmlCode, prose, text } from '../../src/reporters/markdown/markdown.ts';
import { hostileNames } from '../support/hostile.ts';

describe('foreign text in a code span', () => {
  test.each([
    ['a plain name', 'app', '`app`'],
    ['a backtick inside', 'a`b', '``a`b``'],
    ['backticks at both ends', '`a`', '`` `a` ``'],
    ['a run of three', 'a```b', '````a```b````'],
    ['a bar', 'a|b', '`a\\|b`'],
    ['a bar behind a backslash', 'a\\|b', '`a\\\\u{7c}b`'],
    ['a line end', 'a\nb\rc\td', '`a\\nb\\rc\\td`'],
    ['an escape sequence', '\u001b[31m', '`\\u{1b}[31m`'],
    ['a bidirectional override', 'a\u202eb', '`a\\u{202e}b`'],
    ['a zero-width space', 'a\u200bb', '`a\\u{200b}b`'],
    ['a byte that is no UTF-8', 'caf\udce9', '`caf\\xe9`'],
    ['a lone high surrogate', '\ud800', '`\\u{d800}`'],
    ['a mention', '@octocat', '`@\u200boctocat`'],
    ['a reference', 'acme/api#12', '`acme/api#\u200b12`'],
    ['nothing', '', '`  `'],
    ['spaces', '  ', '`    `'],
    ['a name with accents and an emoji', 'café 🚢', '`café 🚢`'],
  ])('%s', (_, untrusted, source) => {
    expect(code(untrusted).source).toBe(source);
  });

  test('is cut in the middle at 200 code points', () => {
    const { source } = code(`${'🚢'.repeat(300)}end`);
    expect(Array.from(source)).toHaveLength(202);
    expect(source).toMatch(/^`🚢{100}…🚢{96}end`$/u);
  });

  test('an escape is never cut in two', () => {
    expect(code('\u0000'.repeat(300)).source).toBe(`\`${'\\u{0}'.repeat(100)}…${'\\u{0}'.repeat(99)}\``);
  });
});

describe('foreign text as words', () => {
  test.each([
    ['emphasis', '**a** _b_ ~c~', '&#42;&#42;a&#42;&#42; &#95;b&#95; &#126;c&#126;'],
    ['a link', '[a](b)', '&#91;a&#93;(b)'],
    ['an element', '<b>', '&#60;b&#62;'],
    ['an entity', '&lt;', '&#38;lt;'],
    ['a bar', 'a|b', 'a&#124;b'],
    ['a URL', 'https://a.b', 'https:\u200b//a.b'],
    ['a bare host', 'www.a.b', 'www\u200b.a.b'],
    ['an address', 'me@a.b', 'me@\u200ba.b'],
    ['a short commit', 'at a1b2c3d4', 'at a1b2c3\u200bd4'],
    ['an emoji name', ':tada:', ':\u200btada:'],
    ['a list mark at the start', '- a', '&#45; a'],
    ['a number at the start', '1. a', '1&#46; a'],
    ['a figure at the start', '1.5 MB', '1.5 MB'],
    ['a heading mark', '# a', '&#35; a'],
  ])('%s', (_, untrusted, source) => {
    expect(text(untrusted).source).toBe(source);
  });

  test('a sentence keeps its code and escapes the rest', () => {
    expect(prose('Add `USER app` to *this*.').source).toBe('Add `USER app` to &#42;this&#42;.');
  });

  test('an odd backtick opens no code', () => {
    expect(prose('a ` b').source).toBe('a &#96; b');
  });
});

describe('whatever the text', () => {
  const anything = oneof(
    string({ unit: 'binary' }),
    string({ unit: constantFrom('`', '|', '\\', '\n', ' ', '<', '@', 'a', '\udce9', '\u202e') }),
  );

  test('a code span is one line with a fence that occurs at its ends only', () => {
    assert(
      property(anything, (untrusted) => {
        const { source } = code(untrusted);
        const [, fence = '', content = ''] = /^(`+)([\s\S]*[^`])\1$/.exec(source) ?? [];
        expect(fence).not.toBe('');
        expect(content.match(/`+/g) ?? []).not.toContain(fence);
        expect(source).not.toMatch(/[\p{Cc}\p{Cs}]|(?<!\\)\||\\\\\|/u);
      }),
      { numRuns: 150 },
    );
  });

  test('words and HTML hold no mark that has a meaning', () => {
    assert(
      property(anything, (untrusted) => {
        expect(text(untrusted).source).not.toMatch(/[<>|\\`*_[\]!~$^{}\p{Cc}\p{Cs}]|&(?!#\d+;)/u);
        expect(htmlCode(untrusted).source).toMatch(/^<code>[^<>\p{Cc}\p{Cs}]*<\/code>$/u);
      }),
      { numRuns: 150 },
    );
  });
});

test('the hostile names of the tests cover every class the escape knows', () => {
  expect(Object.keys(hostileNames).length).toBeGreaterThan(40);
});
