import { describe, expect, test } from 'vitest';
import { readForeignReport } from '../../src/action/comment-report.ts';
import { renderJson } from '../../src/reporters/json.ts';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import type { CheckResult } from '../../src/result/result.ts';
import { hostileNames, imageNamed, resultNamed } from '../support/hostile.ts';
import { aFinding, anImageResult, apiImage, apiResult, aResult } from '../support/results.ts';

const head = apiResult.revision?.head ?? '';
const bytesOf = (data: unknown): Uint8Array => Buffer.from(JSON.stringify(data));
const read = (data: unknown): CheckResult => readForeignReport(bytesOf(data), head);

describe('the report of an artifact', () => {
  test('comes out as the check wrote it', () => {
    expect(readForeignReport(Buffer.from(renderJson(apiResult)), head)).toEqual(apiResult);
  });

  test('may be one of a run that knew no revision', () => {
    expect(read(aResult([apiImage])).images).toHaveLength(1);
  });

  test('loses what the schema does not know, such as a number or Markdown of its own', () => {
    const result = read({ ...apiResult, pullRequest: 7, body: '# Approved', ['__proto__']: { outcome: 'pass' } });
    expect(result).toEqual(apiResult);
  });
});

describe('the report of an artifact is refused', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['of another commit', { ...apiResult, revision: { head: 'f'.repeat(40) } }, /another commit/],
    ['of another version', { ...apiResult, schemaVersion: 2 }, /schemaVersion/],
    ['without images', { ...apiResult, images: undefined }, /images/],
    ['that is no object', [apiResult], /the document/],
    ['that is null', null, /the document/],
    ['with a number where text belongs', { ...apiResult, tool: { name: 'plimsoll', version: 1 } }, /tool\.version/],
    ['with negative bytes', withBytes(-1), /unpackedBytes/],
    ['with parts of bytes', withBytes(0.5), /unpackedBytes/],
    ['with more bytes than a number holds', withBytes(1e300), /unpackedBytes/],
    ['that passes with status 1', { ...apiResult, outcome: 'pass' }, /contradict/],
    ['without the variant that was judged', aResult([anImageResult({ gated: 'other' })]), /lacks the variant/],
    ['with an image without variants', aResult([anImageResult({ variants: [] })]), /lacks the variant/],
    ['of very many images', aResult(Array.from({ length: 201 }, () => anImageResult())), /more than 200 images/],
    ['with a text without end', { ...apiResult, x: 'x'.repeat(100_001) }, /100000 characters/],
    ['with values without end', { ...apiResult, x: Array.from({ length: 400_001 }, () => 0) }, /400000 values/],
  ])('%s', (_, data, why) => {
    expect(() => read(data)).toThrow(why);
    expect(() => read(data)).toThrow(expect.objectContaining({ name: 'UserError' }));
  });

  test('when it nests without end', () => {
    const bytes = Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(() => readForeignReport(bytes, head)).toThrow(/32 levels/);
  });

  test.each([
    ['is empty', Buffer.alloc(0)],
    ['is no JSON', Buffer.from('<!-- plimsoll -->')],
    ['is not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['is UTF-16', Buffer.from('{}', 'utf16le')],
  ])('when it %s', (_, bytes) => {
    expect(() => readForeignReport(bytes, head)).toThrow(/no JSON in UTF-8/);
  });
});

// That nothing in it acts once it is rendered is held by a browser, in test/browser/escaping.test.ts.
test.each(Object.entries(hostileNames))('a report full of %s is read and rendered within the limit', (_, name) => {
  const body = renderMarkdown(read({ ...resultNamed(name, 2), revision: { base: name, baseName: name } }));
  expect(body.length).toBeLessThan(60_000);
});

test('figures as large as numbers go, and indexes that lead nowhere, are rendered all the same', () => {
  const largest = Number.MAX_SAFE_INTEGER;
  const text = renderJson(apiResult)
    .replaceAll(/: \d{2,}/g, `: ${largest}`)
    .replaceAll(/"(addedBy|hiddenBy|layer)": \d+/g, '"$1": -7');
  const body = renderMarkdown(readForeignReport(Buffer.from(text), head));
  expect(body).toMatch(/^### Plimsoll/);
});

test('the largest report that is read renders', { tags: 'thorough' }, () => {
  const image = imageNamed('x'.repeat(60));
  const findings = Array.from({ length: 20_000 }, (_, index) => aFinding({ message: `finding ${index}` }));
  const body = renderMarkdown(read(aResult([{ ...image, findings }])));
  expect(body.length).toBeLessThan(60_000);
});

function withBytes(unpackedBytes: number): unknown {
  const [gated] = apiImage.variants;
  return {
    ...apiResult,
    images: [{ ...apiImage, variants: [{ ...gated, measurement: { ...gated?.measurement, unpackedBytes } }] }],
  };
}
