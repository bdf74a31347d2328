import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import { aFinding, anImageResult, apiImage, apiResult, aResult, severalImages } from '../support/results.ts';

const longPath = `/srv/${'deep/'.repeat(1000)}file`;

/** An image with so many findings, each about long paths. */
function imageWith(findings: number, name = 'app') {
  return Object.assign({}, apiImage, {
    name,
    findings: Array.from({ length: findings }, (_, index) =>
      aFinding({ rule: `rule-${index}`, message: `Finding ${index} about ${longPath}.`, paths: [longPath, longPath] }),
    ),
  });
}

const images = (count: number, findings: number) =>
  aResult(Array.from({ length: count }, (_, index) => imageWith(findings, `image-${index}`)));

describe('the comment', () => {
  test('begins with the verdict', () => {
    expect(renderMarkdown(apiResult).split('\n')[0]).toBe(
      '### Plimsoll · ❌ 1 error, 1 warning, 1 waived · `api` 117.4\u00a0MB (+8.2\u00a0MB)',
    );
  });

  test('is in the order verdict, numbers, ways of building, policy, folded parts', () => {
    const markdown = renderMarkdown(apiResult);
    const places = ['### Plimsoll', '| On&nbsp;disk', 'stay behind', 'max-unpacked-size', '<details>'].map((words) =>
      markdown.indexOf(words),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('is the same text for the same result', () => {
    expect(renderMarkdown(apiResult)).toBe(renderMarkdown(structuredClone(apiResult)));
  });

  test('holds no exclamation mark of its own', () => {
    expect(renderMarkdown(severalImages)).not.toContain('!');
  });

  test('shows the failing image first', () => {
    const markdown = renderMarkdown(severalImages);
    expect(markdown.indexOf('`api`')).toBeLessThan(markdown.indexOf('`worker`'));
  });
});

describe('a place', () => {
  const repositoryUrl = 'https://github.example/acme/api';
  const at = (file: string) =>
    renderMarkdown(
      aResult([anImageResult({ findings: [aFinding({ location: { file, startLine: 3, endLine: 5 } })] })], {
        revision: { head: 'a'.repeat(40) },
      }),
      { repositoryUrl },
    );

  test.each([
    ['Dockerfile', 'Dockerfile#L3-L5'],
    ['./docker/app.Dockerfile', 'docker/app.Dockerfile#L3-L5'],
    ['a b/(c)#d?.Dockerfile', 'a%20b/%28c%29%23d%3F.Dockerfile#L3-L5'],
    ['caf\udce9/Dockerfile', 'caf%E9/Dockerfile#L3-L5'],
  ])('%j links to the lines at the head', (file, path) => {
    expect(at(file)).toContain(`](${repositoryUrl}/blob/${'a'.repeat(40)}/${path})`);
  });

  test.each(['../../other/repo/Dockerfile', '/etc/passwd', 'a//b', 'a/./b'])('%j is no link', (file) => {
    expect(at(file)).not.toContain('](');
  });

  test.each([
    ['javascript:alert(1)//', 'a'.repeat(40)],
    ['https://github.example/acme/api', 'main'],
    ['https://github.example/acme/api?x=', 'a'.repeat(40)],
  ])('there is no link with the repository %j at %j', (url, commit) => {
    expect(renderMarkdown(apiResult, { repositoryUrl: url, commit })).not.toContain('](');
  });
});

describe('the budget', () => {
  test.each([
    ['300 findings', images(1, 300)],
    ['40 images', images(40, 3)],
    ['40 images with 20 findings each', images(40, 20)],
    ['one image with 1,000 findings', images(1, 1000)],
  ])('%s stay under 60,000 characters', { tags: 'thorough' }, (_, result) => {
    const markdown = renderMarkdown(result);
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain('to fit GitHub’s limit');
  });

  test('a name without a space is cut in the middle, so that the table stays within the page', () => {
    const [whole, cut] = ['/var/lib/apt/lists/mirror_dists_InRelease', '/var/lib/apt/lists/mir…m_main_amd64_Packages'];
    const path = '/var/lib/apt/lists/mirror.example_debian_dists_bookworm_main_amd64_Packages';
    const finding = aFinding({ message: `Ships ${path} for nothing.`, paths: [path, whole] });
    const named = aResult([anImageResult({ findings: [finding] })]);
    const rows = renderMarkdown(named)
      .split('\n')
      .filter((line) => line.includes('Ships'));
    expect(rows).toEqual([expect.stringContaining(`Ships \`${cut}\` for nothing.<br>\`${whole}\``)]);
  });

  test('no finding of 200 is lost, and all of their table stands', () => {
    const markdown = renderMarkdown(images(1, 200));
    expect(markdown).not.toContain('to fit GitHub’s limit');
    const missing = Array.from({ length: 200 }, (_, index) => `\`rule-${index}\``).filter(
      (rule) => !markdown.includes(rule),
    );
    expect(missing).toEqual([]);
  });

  test('no rule and no violation is lost, however many there are and however little room', { tags: 'thorough' }, () => {
    const sizes = array(tuple(integer({ min: 1, max: 700 }), constantFrom('error', 'warning')), {
      minLength: 1,
      maxLength: 30,
    });
    assert(
      property(sizes, integer({ min: 8_000, max: 60_000 }), integer({ min: 1, max: 2_000 }), (rules, limit, long) => {
        const findings = rules.flatMap(([count, level], rule) =>
          Array.from({ length: count }, () =>
            aFinding({
              rule: `rule-${rule}`,
              level: level === 'error' ? 'error' : 'warning',
              message: 'm'.repeat(long),
            }),
          ),
        );
        const markdown = renderMarkdown(aResult([anImageResult({ name: 'app', findings })]), { limit });
        expect(markdown.length).toBeLessThanOrEqual(limit);
        const errors = findings.filter(({ level }) => level === 'error').length;
        const title = markdown.split('\n')[0] ?? '';
        expect(Number(/(\d+) errors?/.exec(title)?.[1] ?? 0)).toBe(errors);
        expect(Number(/(\d+) warnings?/.exec(title)?.[1] ?? 0)).toBe(findings.length - errors);
        expect(rules.filter((_, rule) => !markdown.includes(`\`rule-${rule}\``))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('of 120 findings the first keep their full rows', () => {
    const markdown = renderMarkdown(images(1, 120));
    expect(markdown).toMatch(/\| ❌ \| \*\*`rule-0`\*\*/);
    expect(markdown).toContain('| On&nbsp;disk');
  });

  test('folded parts go from the bottom, and the comment says which', () => {
    const full = renderMarkdown(apiResult);
    const less = renderMarkdown(apiResult, { limit: full.length, fullReportUrl: 'https://github.example/run/1' });
    expect(full).toContain('<summary>Policy: 3 rules');
    expect(less).not.toContain('<summary>Policy: 3 rules');
    expect(less).toContain('Left out or shortened to fit GitHub’s limit: ');
    expect(less).toContain('[The full report](https://github.example/run/1) has them.');
    expect(less).toContain('<summary>What grew');
  });

  test('a summary has room for all, counted in bytes', { tags: 'thorough' }, () => {
    const markdown = renderMarkdown(images(40, 20), { detail: 'summary' });
    const bytes = Buffer.byteLength(markdown);
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThanOrEqual(900_000);
  });

  test('more findings than headings have room for are counted by rule', { tags: 'thorough' }, () => {
    const findings = Array.from({ length: 6000 }, (_, index) => aFinding({ rule: `rule-${index % 3}` }));
    const markdown = renderMarkdown(aResult([anImageResult({ findings })]));
    expect(markdown).toContain('`rule-0` × 2000');
    expect(markdown.length).toBeLessThanOrEqual(60_000);
  });
});

describe('where not even counted lines of each image fit', () => {
  /** So many failing images, each with the same 30 rules, one of which only the last image breaks. */
  const fleet = (count: number) =>
    aResult(
      Array.from({ length: count }, (_, index) =>
        anImageResult({
          name: `team-${index}/service-with-a-rather-long-name-${index}`,
          findings: [
            ...Array.from({ length: 30 }, (_rule, nth) => aFinding({ rule: `rule-${nth}` })),
            ...(index === count - 1 ? [aFinding({ rule: 'rare-rule', level: 'warning' })] : []),
          ],
        }),
      ),
    );

  test.each([[200], [1_000]])(
    'of %i images every rule is named and counted, and the images as far as they fit',
    { tags: 'thorough' },
    (count) => {
      const markdown = renderMarkdown(fleet(count), { fullReportUrl: 'https://github.com/acme/api/actions/runs/7' });
      expect(markdown.length).toBeLessThanOrEqual(60_000);
      for (let nth = 0; nth < 30; nth += 1)
        expect(markdown).toContain(`❌ \`rule-${nth}\` × ${count} in ${count} images`);
      expect(markdown).toContain('⚠️ `rare-rule` × 1 in 1 image\n');
      expect(markdown).toContain('`team-0/service-with-a-rather-long-name-0`');
      const named = [...markdown.matchAll(/`team-\d+\//g)].length;
      const left = /… and (\d+) more images/.exec(markdown)?.[1] ?? '0';
      expect(named + Number(left)).toBe(count);
      expect(named).toBeGreaterThanOrEqual(Math.min(count, 800));
      expect(markdown).toContain('[The full report](https://github.com/acme/api/actions/runs/7)');
    },
  );

  test('more rules than there is room for are counted too', { tags: 'thorough' }, () => {
    const findings = Array.from({ length: 5_000 }, (_, nth) => aFinding({ rule: `rule-${nth}` }));
    const markdown = renderMarkdown(aResult([anImageResult({ findings })]));
    const named = [...markdown.matchAll(/`rule-\d+`/g)].length;
    expect(named).toBeGreaterThan(1_000);
    expect(markdown).toContain(`… and ${5_000 - named} more rules`);
  });
});

describe('findings of one rule with one way to pass', () => {
  const setuid = (path: string) =>
    aFinding({
      rule: 'no-setuid',
      level: 'warning',
      message: `${path} is setuid.`,
      paths: [path],
      howToPass: 'Use `chmod a-s`.',
    });
  const image = anImageResult({
    findings: [
      setuid('/bin/su'),
      setuid('/bin/mount'),
      aFinding({ rule: 'no-setuid', level: 'warning', howToPass: 'Other.' }),
    ],
  });

  test('share a row that names each of them and the way once', () => {
    const rows = renderMarkdown(aResult([image]))
      .split('\n')
      .filter((line) => line.startsWith('| ⚠️'));
    expect(rows).toEqual([
      '| ⚠️ | **`no-setuid`** × 2<br>`/bin/su` is setuid.<br>`/bin/mount` is setuid. | Use `chmod a-s`. |',
      expect.stringContaining('Other.'),
    ]);
  });

  test('are counted one by one', () => {
    expect(renderMarkdown(aResult([image]))).toMatch(/^### Plimsoll · ⚠️ 3 warnings /);
  });
});
