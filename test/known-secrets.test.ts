import { describe, expect, test } from 'vitest';
import { isTelling, redactor } from '../src/known-secrets.ts';
import { looksRandom } from '../src/secrets.ts';

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
    ['percent-encoded with small digits', 'CaNaRy-7f3a%2f9Zq%2bsecret%20value', hidden],
    ['in hexadecimal', `x ${Buffer.from(secret).toString('hex')} y`, `x ${hidden} y`],
    ['in hexadecimal with capitals', Buffer.from(secret).toString('hex').toUpperCase(), hidden],
    ['with backslashes before what a shell would read', 'CaNaRy-7f3a/9Zq+secret\\ value', hidden],
    ['broken into lines', 'a CaNaRy-7f3a/9\nZq+secret \r\nvalue b', `a ${hidden}\n\r\n b`],
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

  test.each<[string, string]>([
    ['single quotes', "it'\\''s-$9-\"Quoted\""],
    ['single quotes with double ones between', `it'"'"'s-$9-"Quoted"`],
    ['double quotes', 'it\'s-\\$9-\\"Quoted\\"'],
    ['no quotes', 'it\\\'s-\\$9-\\"Quoted\\"'],
    ['JSON', 'it\'s-$9-\\"Quoted\\"'],
  ])('quoted for a shell or a program: %s', (_, text) => {
    expect(redactor(['it\'s-$9-"Quoted"'])(`+ login ${text} now`)).toBe('+ login (16 characters, not shown) now');
  });

  const long = 'canary-Long/+?9'.repeat(12);
  const wrappings = [60, 64, 76].flatMap((columns) =>
    (['base64', 'hex'] as const).map((encoding): [number, 'base64' | 'hex'] => [columns, encoding]),
  );
  test.each(wrappings)('wrapped at %i columns in %s, whole and line by line', (columns, encoding) => {
    const lines =
      Buffer.from(`bot:${long}`)
        .toString(encoding)
        .match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
    const shorn = redactor([long]);
    const whole = shorn(lines.join('\n'));
    expect(whole.split('\n')).toHaveLength(lines.length);
    expect(whole.replace('(180 characters, not shown)', '').replaceAll('\n', '').length).toBeLessThanOrEqual(10);
    // Each line by itself: only the rest at the end is too short to tell.
    const left = lines.slice(0, -1).map((line) => shorn(line).replace('(180 characters, not shown)', ''));
    expect(left.join('').length).toBeLessThanOrEqual(10);
  });

  test('in base64 for URLs', () => {
    const value = 'Ab????>>>>~~~~1234';
    expect(redactor([value])(Buffer.from(value).toString('base64url'))).toBe('(18 characters, not shown)');
  });

  test('line by line, of a file with many', () => {
    expect(redactor(['first-Line-1\nsecond-Line-2\n'])('x second-Line-2 y')).toBe('x (13 characters, not shown) y');
  });

  test('of a file with many lines also where JSON, a URL or base64 has it in one', () => {
    const file = 'first-Line-1\nab\nsecond-Line-2';
    const texts = [JSON.stringify(file), encodeURIComponent(file), Buffer.from(file).toString('base64')];
    for (const text of texts) expect(redactor([file])(text)).toMatch(/^"?\(29 characters, not shown\)(?:"|.?=*)$/);
  });

  const short = redactor([], ['pa55', 'hunter2']);
  test.each<[string, string, string]>([
    ['as a word', 'login pa55 now', 'login (4 characters, not shown) now'],
    ['behind a sign', 'x=pa55;', 'x=(4 characters, not shown);'],
    ['not inside of another', 'pa55word spa55', 'pa55word spa55'],
    ['in base64, where that is long enough', 'u Ym90Omh1bnRlcjI= v', 'u Ym90Om(7 characters, not shown)I= v'],
  ])('that is short and was given for a secret, %s', (_, text, expected) => {
    expect(short(text)).toBe(expected);
  });

  test('from six characters of two kinds on, where it stands alone, and never a plain word that nobody declared', () => {
    expect(redactor(['hunter2', 'public', 'abc1'])('hunter2 public abc1')).toBe(
      '(7 characters, not shown) public abc1',
    );
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

test.each([
  ['Xk29fQz7Lm4pRt8v', true],
  ['aB3dE5gH7jK9mN1p', true],
  ['q8Zt4LmX7vKc2Rw9', true],
  ['CentOS7StreamX64Build2', false],
  ['GoogleCloudSDK455x86', false],
  ['2f6b1c9d8e7a4f5b6c7d8e9f0a1b2c3d4e5f6a7b', false],
  ['release-2024-01-31-Candidate', false],
  ['sha256:0F1e2D3c4B5a69788796a5b4C3d2E1f0', false],
  ['Xk29fQz7', false],
])('%s looks made by chance: %s', (value, expected) => {
  expect(looksRandom(value)).toBe(expected);
});
