import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/reporters/html/report.ts';
import { keyOfImage, type FileGroup, type FileListing, type LayerFiles } from '../../src/result/file-listing.ts';
import { openBrowser } from '../support/browser.ts';
import { hostileNames } from '../support/hostile.ts';
import { apiImage, apiResult } from '../support/results.ts';

let browser: Browser;
let page: Page;
let folder: string;
let complaints: string[];
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-files-'));
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
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });
});
afterEach(async () => {
  await page.close();
  if (complaints.length > 0) throw new Error(`The page complained or asked the network: ${complaints.join('; ')}`);
});

function group(
  kind: FileGroup['kind'],
  files: Readonly<Record<string, number>>,
  more: Partial<FileGroup> = {},
): FileGroup {
  const paths = Object.keys(files).sort();
  return { kind, paths, bytes: paths.map((path) => files[path] ?? 0), ...more };
}

const none: LayerFiles = { groups: [], rest: { files: 0, visibleBytes: 0, hiddenBytes: 0 } };

/** Files of layer 5 of the image, the others have none. */
const inLayer5 = (...groups: readonly FileGroup[]): FileListing => [none, none, none, none, none, { ...none, groups }];

async function show(listing: FileListing): Promise<void> {
  const file = join(folder, 'report.html');
  writeFileSync(file, renderHtml(apiResult, new Map([[keyOfImage(apiImage), listing]])));
  await page.goto(pathToFileURL(file).href);
}

const openLayer = (): Promise<void> =>
  page.locator('.layer[data-open="5"] .frame').click({ position: { x: 20, y: 8 } });
const areas = () => page.locator('.map.opened:not([hidden]) .cell');
const titles = (): Promise<(string | null)[]> =>
  areas().evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-title')));
const area = (title: string) => page.locator(`.map.opened .cell[data-title^="${title}"]`);

const few = inLayer5(
  group('package', { '/etc/gcc': 5, '/usr/bin/gcc': 4_000_000, '/usr/lib/gcc/cc1': 9_000_000 }, { package: 'gcc 12' }),
  group('other', { '/srv/app/node/a.js': 300_000, '/srv/app/node/b.js': 100_000, '/srv/readme': 50 }),
  group(
    'hidden',
    { '/var/lib/apt/lists/one': 5_000_000, '/var/lib/apt/lists/two': 6_000_000 },
    {
      hidden: { by: 6, how: 'deleted' },
    },
  ),
);

describe('the map goes down to files', () => {
  test('layer, package, folder, file, and back again level by level', async () => {
    await show(few);
    await openLayer();
    await areas().first().waitFor();
    expect(await titles()).toEqual([
      'gcc 12 13.0 MB, 3 files',
      '/var/lib/apt/lists/ 11.0 MB, 2 files, hidden: layer 6 deletes it',
      '/srv/ 400.1 kB, 3 files',
    ]);
    await area('gcc 12').click();
    expect(await titles()).toEqual(['/usr/ 13.0 MB, 2 files', '/etc/gcc 5 B']);
    await area('/usr/').click();
    expect(await titles()).toEqual(['/usr/lib/gcc/cc1 9.0 MB', '/usr/bin/gcc 4.0 MB']);
    expect(await page.locator('.levels button').allTextContents()).toEqual(['layer 5', 'gcc 12']);
    await page.keyboard.press('Escape');
    expect(await titles()).toEqual(['/usr/ 13.0 MB, 2 files', '/etc/gcc 5 B']);
    await page.getByRole('button', { name: 'layer 5', exact: true }).click();
    expect(await titles()).toHaveLength(3);
    await page.getByRole('button', { name: 'All layers' }).click();
    expect(await page.locator('.map:not([hidden])').first().getAttribute('data-layer')).toBe('all');
  });

  test('a folder in a folder, by keys alone', async () => {
    await show(few);
    await page.locator('.layer[data-open="5"]').focus();
    await page.keyboard.press('Enter');
    await area('/srv/').waitFor();
    await area('/srv/').focus();
    await page.keyboard.press('Enter');
    expect(await titles()).toEqual(['/srv/app/node/ 400.0 kB, 2 files', '/srv/readme 50 B']);
    await page.keyboard.press('Enter');
    expect(await titles()).toEqual(['/srv/app/node/a.js 300.0 kB', '/srv/app/node/b.js 100.0 kB']);
    // A file opens nothing.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('.map:not([hidden])').first().getAttribute('data-layer')).toBe('all');
  });

  test('hidden bytes are hatched on every level', async () => {
    await show(few);
    await openLayer();
    const hidden = area('/var/lib/apt/lists/');
    expect(await hidden.locator('rect').getAttribute('fill')).toBe('url(#map-0-hatch)');
    await hidden.click();
    expect(await titles()).toEqual([
      '/var/lib/apt/lists/two 6.0 MB, hidden: layer 6 deletes it',
      '/var/lib/apt/lists/one 5.0 MB, hidden: layer 6 deletes it',
    ]);
    expect(await areas().locator('rect[fill="url(#map-0-hatch)"]').count()).toBe(2);
  });

  test('areas are in proportion to bytes', async () => {
    await show(few);
    await openLayer();
    await areas().first().waitFor();
    const drawn = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.opened rect')].map((r) => r.width.baseVal.value * r.height.baseVal.value)`,
    );
    const bytes = [13_000_005, 11_000_000, 400_050];
    for (const [index, one] of drawn.entries()) expect(one / 520_000).toBeCloseTo((bytes[index] ?? 0) / 24_400_055, 4);
  });

  test('what is not listed is said', async () => {
    const [layer = none] = few.slice(5);
    await show([none, none, none, none, none, { ...layer, rest: { files: 12_345, visibleBytes: 7, hiddenBytes: 3 } }]);
    await openLayer();
    await areas().first().waitFor();
    expect(await titles()).toEqual(
      expect.arrayContaining([
        'visible files of the 12,345 smallest, which are not listed 7 B',
        'hidden files of the 12,345 smallest, which are not listed 3 B',
      ]),
    );
  });

  test('a finding leads to its file where the map of all layers has no area for it', async () => {
    const file = '/opt/secret/key.pem';
    const result = {
      ...apiResult,
      images: [{ ...apiImage, findings: apiImage.findings.map((one) => ({ ...one, paths: [file] })) }],
    };
    const listing = inLayer5(group('other', { [file]: 2, '/opt/other': 3 }));
    const target = join(folder, 'finding.html');
    writeFileSync(target, renderHtml(result, new Map([[keyOfImage(apiImage), listing]])));
    await page.goto(pathToFileURL(target).href);
    await page.getByRole('button', { name: 'Show its bytes' }).first().click();
    await page.locator('.opened .cell.hit').waitFor();
    expect(await page.locator('.opened .cell.hit').getAttribute('data-title')).toBe(`${file} 2 B`);
  });
});

describe('search', () => {
  test('finds files, hidden ones too, and leads to them', async () => {
    await show(few);
    await page.fill('#search', 'LISTS/TWO');
    const line = page.locator('#found li');
    await line.waitFor();
    expect(await page.locator('#matches').textContent()).toBe('1 file matches');
    expect(await line.textContent()).toBe('/var/lib/apt/lists/two 6.0 MB, layer 5, hidden: layer 6 deletes it');
    await line.getByRole('button').click();
    await page.locator('.opened .cell.hit').waitFor();
    expect(await page.locator('.opened .cell.hit').getAttribute('data-title')).toContain('/var/lib/apt/lists/two');
    await page.fill('#search', '');
    await expect.poll(() => page.locator('#found li').count()).toBe(0);
  });
});

test('names of files make no element and run nothing', async () => {
  const names = Object.values(hostileNames).map((name, index) => `/in/${index}${name.replaceAll('/', '∕')}`);
  await show(inLayer5(group('other', Object.fromEntries(names.map((name) => [name, 1000])))));
  await openLayer();
  await area('/in/').click();
  expect(await areas().count()).toBe(names.length);
  await page.fill('#search', '/in/');
  await page.locator('#found li').first().waitFor();
  const strange = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.opened *, #found *')].map((e) => e.localName).filter((n) => !['g', 'rect', 'text', 'li', 'button', 'code'].includes(n))`,
  );
  expect(strange).toEqual([]);
});

describe('300,000 files', () => {
  const many = (): FileListing => {
    const files: Record<string, number> = {};
    for (let index = 0; index < 300_000; index += 1) {
      const place = index % 3 === 0 ? 'flat' : `deep/${index % 300}/${index % 7}`;
      files[`/opt/${place}/file-number-${index}.js`] = 1 + (index % 997);
    }
    return inLayer5(group('other', files));
  };

  test('the page opens, a layer and a folder open, and a file is found, each without a freeze', async () => {
    const listing = many();
    const html = renderHtml(apiResult, new Map([[keyOfImage(apiImage), listing]]));
    expect(html.length).toBeLessThan(8_000_000);
    await show(listing);
    // The longest time in which the page could not have answered.
    await page.evaluate(
      `window.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({ type: 'longtask', buffered: true })`,
    );
    const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`);
    expect(elements).toBeLessThan(3_000);
    await openLayer();
    await area('/opt/').click();
    await area('/opt/flat/').click();
    expect(await areas().count()).toBe(299);
    expect(await page.locator('.here').textContent()).toMatch(/^\/opt\/flat\/ .*, 100,000 files$/);
    // The smaller ones open as far down as they go.
    await area('99,702 smaller ones').click();
    expect(await areas().count()).toBe(299);
    await page.fill('#search', 'file-number-299999.js');
    await page.locator('#found li').waitFor();
    expect(await page.locator('#matches').textContent()).toBe('1 file matches');
    await page.locator('#found button').click();
    await page.locator('.opened .cell.hit').waitFor();
    const longestMs = await page.evaluate<number>('window.longest');
    expect(longestMs).toBeLessThan(2_000);
  });
});
