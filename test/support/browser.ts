import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's chromium without a window. @throws when it is not installed. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

/** What of a page could act on its own or refer to others, and the shape everything else stands in. */
export interface Skeleton {
  /** Every element but text-level code, in document order. */
  readonly elements: readonly string[];
  readonly links: readonly string[];
  /** Mentions, references, URLs and commits in text that is not code, as GitHub looks for them after rendering. */
  readonly references: readonly string[];
  readonly comments: number;
  readonly cellsPerRow: readonly number[];
}

/** Reads the skeleton of a piece of HTML without running it. */
export async function skeletonOf(page: Page, html: string): Promise<Skeleton> {
  return page.evaluate<Skeleton>(`(${readSkeleton})(${JSON.stringify(html)})`);
}

// Text, because it is made of a browser's types, which the rest of the project must not see.
const readSkeleton = String.raw`(html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const all = [...parsed.body.querySelectorAll('*')];
  const texts = [];
  let comments = 0;
  const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) comments += 1;
    else if (!node.parentElement?.closest('code, pre, a, script, style')) texts.push(node.textContent);
  }
  const pattern = /(?<![\w/])@[a-z\d]|(?<!\w)#\d|\w\/[\w.-]+#\d|\bGH-\d|https?:\/\/|\bwww\.|\b[\da-f]{40}\b|:[a-z\d+_-]+:/gi;
  return {
    elements: all.map((element) => element.localName),
    links: all.filter((element) => element.matches('[href], [src]')).map((element) => element.outerHTML),
    references: texts.flatMap((text) => text.match(pattern) ?? []),
    comments,
    cellsPerRow: [...parsed.querySelectorAll('tr')].map((row) => row.children.length),
  };
}`;
