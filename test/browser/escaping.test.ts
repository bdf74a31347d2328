import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import { openBrowser, skeletonOf } from '../support/browser.ts';
import { renderGfm } from '../support/gfm.ts';
import { hostileNames, resultNamed } from '../support/hostile.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const skeleton = (markdown: string) => skeletonOf(page, renderGfm(markdown));

describe('the rendered comment', () => {
  test.each(Object.entries(hostileNames))(
    'is as harmless with a name that is a %s as with a plain one',
    async (_, name) => {
      // A rule's sentence or a setting that is empty has no line of its own, in a plain report as well.
      const twin = name.trim() === '' ? name : 'plain';
      for (const images of [1, 2] as const) {
        const plain = await skeleton(renderMarkdown(resultNamed(twin, images)));
        const hostile = await skeleton(renderMarkdown(resultNamed(name, images)));
        expect(withoutCode(hostile.elements)).toEqual(withoutCode(plain.elements));
        expect(hostile).toMatchObject({ links: [], references: [], comments: 0, cellsPerRow: plain.cellsPerRow });
      }
    },
  );

  test('links to nothing but the lines of the repository', async () => {
    const revision = { head: 'a'.repeat(40) };
    const result = Object.assign(resultNamed('a/[x](javascript:alert(1))|\\".Dockerfile'), { revision });
    const { links } = await skeleton(renderMarkdown(result, { repositoryUrl: 'https://github.example/acme/api' }));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith('<a href="https://github.example/acme/api/blob/aaaa'))).toEqual([]);
  });

  test('the check itself sees what is alive', async () => {
    const alive = await skeleton('@octocat and #1 [x](https://evil.example) <b>x</b> www.evil.example <!-- c -->');
    expect(alive.links).toHaveLength(2);
    expect(alive.references).toEqual(['@o', '#1']);
    expect(alive.elements).toEqual(['p', 'a', 'b', 'a']);
    expect(alive.comments).toBe(1);
  });
});

/** Whether a piece of a sentence is code or words is up to its backticks; neither acts. */
function withoutCode(elements: readonly string[]): readonly string[] {
  return elements.filter((name) => name !== 'code');
}
