import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderComparison } from '../../src/reporters/compare.ts';
import { renderInspection } from '../../src/reporters/inspect.ts';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import { type Format, render } from '../../src/reporters/registry.ts';
import { renderTerminal } from '../../src/reporters/terminal/report.ts';
import { golden } from '../support/golden.ts';
import { hostileResult } from '../support/hostile.ts';
import { anImageResult, apiImage, apiResult, aResult, severalImages } from '../support/results.ts';

const page = { columns: 100, colour: false };
const extensions: Readonly<Record<Format, string>> = {
  table: 'txt',
  json: 'json',
  markdown: 'md',
  sarif: 'sarif',
  junit: 'xml',
  github: 'log',
  html: 'html',
};

describe('the words people read', () => {
  test.each(['table', 'json', 'markdown', 'sarif', 'junit', 'github'] as const)(
    'a failing image as %s',
    async (format) => {
      const text = await render(format, apiResult, page);
      expect(text).toBe(golden(`api.${extensions[format]}`, text));
    },
  );

  test.each(['table', 'markdown', 'sarif', 'junit', 'github'] as const)('hostile names as %s', async (format) => {
    const text = await render(format, hostileResult, page);
    expect(text).toBe(golden(`hostile.${extensions[format]}`, text));
  });

  test('several images as a comment with links', () => {
    const text = renderMarkdown(severalImages, { repositoryUrl: 'https://github.com/acme/api' });
    expect(text).toBe(golden('several.md', text));
  });

  test('one image that passes', () => {
    const text = renderMarkdown(aResult([anImageResult()]));
    expect(text).toBe(golden('passed.md', text));
  });

  test('a narrow terminal with colours', () => {
    const text = renderTerminal(severalImages, { width: 60, colour: true });
    expect(text).toBe(golden('narrow-colour.txt', text));
  });

  test('a measurement and a comparison', () => {
    const [variant] = apiImage.variants;
    const [comparison] = apiImage.comparisons;
    if (!variant || !comparison) throw new Error('The fixture has lost its variant or comparison.');
    const options = { width: 100, colour: false };
    const inspected = renderInspection({ name: 'api', measurement: variant.measurement }, options);
    expect(inspected).toBe(golden('inspect.txt', inspected));
    const compared = renderComparison(comparison, options);
    expect(compared).toBe(golden('compare.txt', compared));
  });
});

describe('golden files', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('are not written in CI', () => {
    vi.stubEnv('CI', 'true');
    vi.stubEnv('UPDATE_GOLDEN', '1');
    expect(() => golden('passed.md', 'other words')).toThrow('Golden files are not written in CI.');
  });
});
