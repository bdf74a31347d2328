import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/reporters/html/report.ts';
import type { CheckResult } from '../../src/result/result.ts';
import { openBrowser, skeletonOf } from '../support/browser.ts';
import { hostileNames, resultNamed } from '../support/hostile.ts';
import { apiResult, severalImages } from '../support/results.ts';

let browser: Browser;
let page: Page;
let folder: string;
let complaints: string[];
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-html-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });
});
afterEach(async () => {
  await page.close();
  if (complaints.length > 0) throw new Error(`The page complained or asked the network: ${complaints.join('; ')}`);
});

async function show(result: CheckResult): Promise<void> {
  const file = join(folder, 'report.html');
  writeFileSync(file, renderHtml(result));
  await page.goto(pathToFileURL(file).href);
}

const visibleMap = () => page.locator('div.maps .map:not([hidden])');

describe('the page', () => {
  test('says the verdict and the four numbers', async () => {
    await show(apiResult);
    expect(await page.locator('h1').textContent()).toBe('Plimsoll 1 error, 1 warning, 1 waived');
    expect(await page.locator('section > .scroll th[scope=row]').allTextContents()).toEqual([
      'On disk',
      'To pull',
      'Hidden',
      'Layers',
      'single-stage',
      'multi-stage',
    ]);
  });

  test('draws areas in proportion to bytes', async () => {
    await show(apiResult);
    const areas = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.map[data-layer=all] .frame')].map((r) => r.width.baseVal.value * r.height.baseVal.value)`,
    );
    const bytes = [74_800_000, 19_400_000, 9_800_000, 9_200_000, 2_100_000, 2_096_000, 4_000];
    const whole = bytes.reduce((sum, one) => sum + one, 0);
    expect(areas).toHaveLength(bytes.length);
    for (const [index, area] of areas.entries())
      expect(area / (1000 * 520)).toBeCloseTo((bytes[index] ?? 0) / whole, 3);
  });

  test('draws base, change and single-stage beside each other, on one scale', async () => {
    await show(apiResult);
    await page.getByText('Side by side').click();
    expect(await page.locator('.beside figcaption').allTextContents()).toEqual([
      expect.stringMatching(/^base: .* 109\.2 MB$/),
      'multi-stage 117.4 MB',
      'single-stage 543.3 MB',
    ]);
    const areas = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.beside figure')].map((figure) => [...figure.querySelectorAll('.frame')].reduce((sum, r) => sum + r.width.baseVal.value * r.height.baseVal.value, 0))`,
    );
    const [before = 0, after = 0, single = 0] = areas;
    expect(after / single).toBeCloseTo(117.4 / 543.3, 2);
    expect(before / single).toBeCloseTo(109.2 / 543.3, 2);
  });

  test('hatches hidden bytes in the layer that is opened too', async () => {
    await show(apiResult);
    await page.locator('.layer[data-open="5"] .frame').click({ position: { x: 20, y: 8 } });
    const fill = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.patterns .hatch-back')).fill + ' ' + getComputedStyle(document.querySelector('.patterns')).display`,
    );
    expect(fill).toBe('rgb(243, 176, 168) block');
    expect(await visibleMap().locator('.cell.hidden rect').first().getAttribute('fill')).toBe('url(#map-0-hatch)');
  });

  test('opens a layer by click and goes back', async () => {
    await show(apiResult);
    await page.locator('.layer[data-open="5"] .frame').click({ position: { x: 20, y: 8 } });
    expect(await visibleMap().getAttribute('data-layer')).toBe('5');
    expect(await page.locator('.here').textContent()).toContain('layer 5, 19.4 MB');
    await page.getByRole('button', { name: 'All layers' }).click();
    expect(await visibleMap().getAttribute('data-layer')).toBe('all');
  });

  test('can be used by keys alone', async () => {
    await show(apiResult);
    await page.locator('.layer').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.layer:focus').getAttribute('data-open')).toBe('5');
    expect(await page.locator('div.maps .detail').textContent()).toContain('layer 5, 19.4 MB');
    await page.keyboard.press('Enter');
    expect(await visibleMap().getAttribute('data-layer')).toBe('5');
    await page.keyboard.press('Escape');
    expect(await visibleMap().getAttribute('data-layer')).toBe('all');
    await page.keyboard.press('/');
    expect(await page.locator('#search:focus').count()).toBe(1);
  });

  test('finds packages and paths', async () => {
    await show(apiResult);
    await page.fill('#search', 'LIBC6');
    expect(await page.locator('#matches').textContent()).toBe('1 line matches');
    expect(await page.locator('tr[data-search]:visible').allTextContents()).toHaveLength(1);
    expect(await visibleMap().locator('.cell.hit').count()).toBe(1);
    await page.fill('#search', '');
    expect(await page.locator('.miss, .hit').count()).toBe(0);
  });

  test('a finding shows its bytes', async () => {
    await show(apiResult);
    await page.getByRole('button', { name: 'Show its bytes' }).click();
    expect(await visibleMap().locator('.cell.hit').getAttribute('data-path')).toBe('/var/lib/apt/lists');
  });

  test('shows several images, and colours for light and dark', async () => {
    await show(severalImages);
    expect(await page.locator('section.image').count()).toBe(3);
    const background = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await show(apiResult);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    // The map is wider than that and scrolls by itself: shrunk to a phone its words could not be read.
    const drawn = await page.evaluate<number>(`document.querySelector('.map').getBoundingClientRect().width / 1000`);
    expect(drawn * 12).toBeGreaterThan(8);
  });

  test('runs no script that is not its own', async () => {
    writeFileSync(
      join(folder, 'planted.html'),
      renderHtml(apiResult).replace('</main>', '<script>document.title = "planted"</script></main>'),
    );
    await page.goto(pathToFileURL(join(folder, 'planted.html')).href);
    expect(await page.title()).not.toBe('planted');
    expect(complaints.splice(0).join()).toContain('Content Security Policy');
  });
});

describe('foreign text', () => {
  test.each(Object.entries(hostileNames))('makes no element of a name that is a %s', async (_, name) => {
    const twin = name.trim() === '' ? name : 'plain';
    const plain = await skeletonOf(page, renderHtml(resultNamed(twin, 2)));
    const hostile = await skeletonOf(page, renderHtml(resultNamed(name, 2)));
    expect(frame(hostile.elements)).toEqual(frame(plain.elements));
    expect(hostile).toMatchObject({ links: [], comments: 0, cellsPerRow: plain.cellsPerRow });
  });
});

/** The elements but those whose number is up to backticks in a sentence or to the room for a label. */
function frame(elements: readonly string[]): readonly string[] {
  return elements.filter((element) => !['code', 'text'].includes(element));
}
