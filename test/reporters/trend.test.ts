import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/reporters/html/report.ts';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import { renderRecords } from '../../src/reporters/records.ts';
import { renderTerminal } from '../../src/reporters/terminal/report.ts';
import { sparkline, trendOf } from '../../src/reporters/trend.ts';
import { aCommit, aPoint } from '../support/history.ts';
import { renderGfm } from '../support/gfm.ts';
import { apiImage, aResult } from '../support/results.ts';

const MB = 1_000_000;
const grown = {
  ...apiImage,
  history: [aPoint(1, 100 * MB), aPoint(2, 104 * MB, { release: 'v1.0.0' }), aPoint(3, 109.2 * MB)],
};
const words = '100.0 MB → 117.4 MB (+17.4 %) over 3 recorded commits since 2023-11-01';

describe('a sparkline', () => {
  test.each([
    ['rises from the least to the most', [100, 200, 300], '▁▅█'],
    ['falls', [300, 100], '█▁'],
    ['is level where nothing changes', [500, 500, 500], '▁▁▁'],
    ['makes no mountain of noise', [1_000_000, 1_000_100, 1_000_000], '▁▁▁'],
    ['shows nothing as nothing', [0, 0], '▁▁'],
    ['of one size is one block', [7], '▁'],
    ['keeps the newest thirty', [...Array.from({ length: 40 }, () => 1000), 2000], `${'▁'.repeat(29)}█`],
  ])('%s', (_, sizes, blocks) => {
    expect(sparkline(sizes)).toBe(blocks);
  });
});

describe('the trend of an image', () => {
  test('goes from the oldest record to what is under check', () => {
    const trend = trendOf(grown);
    expect(trend).toMatchObject({ spark: '▁▃▅█', words });
    expect(trend?.rows.map(({ deltaBytes }) => deltaBytes)).toEqual([undefined, 4 * MB, 5.2 * MB, 8_200_000]);
  });

  test.each([
    ['without records', { ...apiImage, history: [] }],
    ['with one record, which the baseline says all of', { ...apiImage, history: [aPoint(1, 5)] }],
    ['that was not built', { ...grown, variants: [] }],
  ])('%s is none', (_, image) => {
    expect(trendOf(image)).toBeUndefined();
  });

  test('of sizes that read alike says what was added', () => {
    const little = [aPoint(1, 117_380_000), aPoint(2, 117_390_000)];
    expect(trendOf({ ...apiImage, history: little })?.words).toBe(
      '117.4 MB, +20.0 kB (+0.0 %) over 2 recorded commits since 2023-11-01',
    );
  });

  test('of a day that no calendar has, from nothing, is still told', () => {
    const odd = [aPoint(1, 0, { committedAt: Number.MAX_SAFE_INTEGER }), aPoint(2, 0)];
    expect(trendOf({ ...apiImage, history: odd })?.words).toBe('0 B → 117.4 MB (+117.4 MB) over 2 recorded commits');
  });
});

describe('a report with a history', () => {
  test('says it in a line of the comment, and commit by commit in the summary', () => {
    const comment = renderMarkdown(aResult([grown]));
    expect(comment).toContain(`History \`▁▃▅█\` ${words.replaceAll(/(?<=\d) (?=MB|%)/g, '\u00a0')}`);
    expect(comment).not.toContain('3 recorded commits</summary>');
    const summary = renderMarkdown(aResult([grown]), { detail: 'summary' });
    expect(summary).toContain('<summary>History: 3 recorded commits</summary>');
    expect(summary).toMatch(/\| this change \|\s+\| 117\.4\u00a0MB \| \+8\.2\u00a0MB \| `█{24}` \| 9 \|/);
    expect(summary).toMatch(
      /\| `0{12}` `v1\.0\.0` \| `2023-11-02` \| 104\.0\u00a0MB \| \+4\.0\u00a0MB \| `█{21}` \| 2 \|/,
    );
  });

  test('draws a column a commit in HTML', () => {
    const html = renderHtml(aResult([grown]));
    expect(html.match(/<title>[0-9a-f]{12} · /g)).toHaveLength(3);
    expect(html).toContain('<title>000000000000 · v1.0.0 · 2023-11-02: 104.0 MB (+4.0 MB)</title>');
    expect(html).toContain('<title>this change: 117.4 MB (+8.2 MB)</title>');
  });

  test('says it in a line at the terminal', () => {
    expect(renderTerminal(aResult([grown]), { width: 100, colour: false })).toContain(`  History  ▁▃▅█ ${words}`);
  });

  test('says which rules find what the baseline did not, and which no longer do', () => {
    const since = { ...grown, rulesSince: { broken: ['non-root'], fixed: ['no-add', 'no-vcs'] } };
    expect(renderMarkdown(aResult([since]))).toContain(
      '\nNew since the baseline: `non-root` · Fixed since the baseline: `no-add`, `no-vcs`\n',
    );
    expect(renderTerminal(aResult([since]), { width: 100, colour: false })).toContain(
      '  New since the baseline: non-root\n  Fixed since the baseline: no-add, no-vcs\n',
    );
    expect(renderHtml(aResult([since]))).toContain('<p>New since the baseline: <code>non-root</code> </p>');
  });

  test('of a hostile record makes no markup of it', () => {
    const hostile = {
      ...grown,
      history: [aPoint(1, 5, { commit: '`</title><b>|', release: '`@acme|<b>' }), aPoint(2, 5)],
    };
    const page = renderGfm(renderMarkdown(aResult([hostile]), { detail: 'summary' }));
    expect([page.includes('<b>'), page.includes('@acme')]).toEqual([false, false]);
    expect(renderHtml(aResult([hostile]))).not.toContain('<b>|');
  });
});

test('records are listed by image, newest first, with what each added', () => {
  const record = (count: number, unpackedBytes: number, image = 'api') => ({
    image,
    platform: 'linux/amd64',
    commit: aCommit(count).replaceAll('0', 'a'),
    committedAt: Date.UTC(2023, 10, count) / 1000,
    measurement: { unpackedBytes, layers: count },
  });
  expect(renderRecords([record(2, 30 * MB), record(1, 20 * MB), record(3, 5, 'web')])).toBe(
    [
      'api · linux/amd64',
      '▁█  20.0 MB → 30.0 MB (+50.0 %) over 2 recorded commits since 2023-11-01',
      `  2023-11-02  aaaaaaaaaaaa   30.0 MB   +10.0 MB    2 layers  ${'█'.repeat(30)}`,
      `  2023-11-01  aaaaaaaaaaaa   20.0 MB               1 layer   ${'█'.repeat(20)}`,
      '',
      'web · linux/amd64',
      `  2023-11-03  aaaaaaaaaaaa       5 B               3 layers  ${'█'.repeat(30)}`,
      '',
    ].join('\n'),
  );
});
