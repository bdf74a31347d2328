import { describe, expect, test } from 'vitest';
import { isTelling, redactor } from '../src/known-secrets.ts';

const secret = 'CaNaRy-7f3a/9Zq+secret value';
const redact = redactor([secret]);
const hidden = '(28 characters, not shown)';

describe('a secret whose value is known is taken out', () => {
  test.each<[string, string, string]>([
    ['as it is', `a ${secret} b`, `a ${hidden} b`],
    ['as often as it stands there', `${secret}${secret}`, `${hidden}${hidden}`],
    ['percent-encoded', `?t=${encodeURIComponent(secret)}&x`, `?t=${hidden}&x`],
    ['as a form’s field', `t=${encodeURIComponent(secret).replaceAll('%20', '+')}`, `t=${hidden}`],
    ['backwards', Array.from(secret).toReversed().join(''), hidden],
  ])('%s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  // The digits at both ends hold bits of what stands beside the secret; they alone may stay.
  test.each<[string, string, string]>([
    ['alone', '', ''],
    ['behind a name', 'bot:', ''],
    ['behind a longer one', 'robot:', '\n'],
    ['behind one of another length', 'a:', '!!'],
  ])('in base64, %s', (_, before, after) => {
    const text = Buffer.from(before + secret + after).toString('base64');
    const left = redact(`x ${text} y`);
    expect(left).toContain(hidden);
    expect(left.length).toBeLessThanOrEqual(
      'x  y'.length + hidden.length + Math.ceil(((before.length + after.length) * 4) / 3) + 5,
    );
  });

  test('in base64 for URLs', () => {
    const value = 'Ab????>>>>~~~~1234';
    expect(redactor([value])(Buffer.from(value).toString('base64url'))).toBe('(18 characters, not shown)');
  });

  test('line by line, of a file with many', () => {
    expect(redactor(['first-Line-1\nsecond-Line-2\n'])('x second-Line-2 y')).toBe('x (13 characters, not shown) y');
  });

  test('the longer one first, which holds another', () => {
    expect(redactor(['canary-One-1', 'canary-One-1-and-more'])('canary-One-1-and-more')).toBe(
      '(21 characters, not shown)',
    );
  });

  test('and others by form and name, of which nobody was told', () => {
    expect(redact('curl --token hunter2 x')).toBe('curl --token (7 characters, not shown) x');
  });
});

test.each([
  ['short', false],
  ['password', false],
  ['true', false],
  ['/run/secrets/x', false],
  ['hunter22', true],
  ['Password', true],
  ['abcdefghijklmnop', true],
  ['abcdefghijklmno', false],
])('%s stands nowhere by chance: %s', (value, expected) => {
  expect(isTelling(value)).toBe(expected);
});
