import { describe, expect, test } from 'vitest';
import {
  auditAnnotations,
  auditIssue,
  auditIssues,
  renderAudit,
  renderAuditCsv,
  renderAuditMarkdown,
} from '../../src/reporters/audit.ts';
import { rowsOf } from '../../src/reporters/audit/rows.ts';
import { auditResult } from '../../src/result/audit.ts';
import { anAudit, image, layers, use } from '../support/audits.ts';
import { aFinding } from '../support/results.ts';

const page = { columns: 100, colour: false };
test('the worst comes first: errors, then size', () => {
  const rows = rowsOf(
    anAudit({
      images: [
        image('base', { layers: layers('bb') }),
        image('one', { layers: layers('bb', 'aaa') }),
        image('two', { layers: layers('bb', 'cccc'), findings: [aFinding({ level: 'error' })] }),
        image('alone', { layers: layers('dddddddd') }),
      ],
    }),
  );
  expect(rows.map((row) => [row.image.name, row.unique.unpackedBytes, row.base])).toEqual([
    ['two', 4000, 'base'],
    ['alone', 8000, undefined],
    ['one', 3000, 'base'],
    ['base', 0, undefined],
  ]);
});

describe('every format', () => {
  const partial = anAudit({
    outcome: 'incomplete',
    exitStatus: 2,
    images: [image('app')],
    notAudited: [
      { name: 'gone', code: 'no-such-image', reason: 'There is none.', hint: '', uses: [use('k8s.yaml', 7)] },
    ],
  });

  test.each(['table', 'markdown', 'html'] as const)('never calls a part the whole: %s', (format) => {
    const text = renderAudit(format, partial, page);
    expect(text).toContain('incomplete: 1 of 2 images audited, 1 could not be');
    expect(text).toContain('There is none.');
  });

  test('as SARIF', () => {
    const sarif = renderAudit(
      'sarif',
      anAudit({
        ...partial,
        images: [
          image('app', { findings: [aFinding({ rule: 'non-root' })], uses: [use('a.yaml', 3), use('b.yaml', 4)] }),
        ],
      }),
      page,
    );
    expect(JSON.parse(sarif)).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [{ locations: [{ physicalLocation: { region: { startLine: 7 } } }] }],
            },
          ],
          results: [
            {
              ruleId: 'non-root',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region: { startLine: 3 } } }],
              relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'b.yaml' } } }],
            },
          ],
        },
      ],
    });
  });

  test('as JSON that reads back', () => {
    expect(auditResult.parse(JSON.parse(renderAudit('json', partial, page)))).toEqual(partial);
  });

  test('as CSV', () => {
    const { notAudited } = partial;
    const csv = renderAuditCsv(anAudit({ notAudited, images: [image('=cmd,"x"')] }));
    const [head = '', first = '', second = ''] = csv.split('\r\n');
    const columns = head.split(',');
    const at = (line: string, name: string): string | undefined => line.split(',')[columns.indexOf(name)];
    expect(first).toMatch(/^"'=cmd,""x""",audited,image,0,0,8000,8000,0,/);
    expect([at(second, 'image'), at(second, 'status'), at(second, 'unpacked_bytes'), at(second, 'places')]).toEqual([
      'gone',
      'not audited',
      '',
      'k8s.yaml:7',
    ]);
    expect(second).toMatch(/,There is none\.$/);
  });
});

describe('what could not be looked at has its place, and what to do about it', () => {
  const hint = 'Log in to the registry.';
  const lost = anAudit({
    notAudited: [{ name: 'gone', code: '', reason: 'There is none.', hint, uses: [use('k8s.yaml', 7)] }],
    problems: [
      {
        code: 'yaml-syntax',
        message: 'A bracket is open.',
        hint: 'Close it.',
        place: { file: 'a.yml', line: 3, column: 5 },
      },
      { code: 'tags', message: 'The list has no end.', hint: 'Ask for less.' },
    ],
  });

  test('on the page', () => {
    const html = renderAudit('html', lost, page);
    expect(html).toContain(`There is none. ${hint} <code>k8s.yaml:7</code></li>`);
    expect(html).toContain('<li><code>a.yml:3:5</code> A bracket is open. Close it.</li>');
    expect(html).toContain('<li>The list has no end. Ask for less.</li>');
  });

  test('in Markdown', () => {
    const markdown = renderAudit('markdown', lost, page);
    expect(markdown).toContain(`\`k8s.yaml:7\` There is none. ${hint}`);
    expect(markdown).toContain('`a.yml:3:5` A bracket is open. Close it.');
    expect(markdown).toContain('The list has no end. Ask for less.');
  });
});

test('the page has no script and loads nothing', () => {
  const html = renderAudit('html', anAudit({ images: [image('app')] }), page);
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
});

describe('issues', () => {
  const links = {
    repositoryUrl: 'https://github.com/acme/api',
    commit: '0'.repeat(40),
    runUrl: 'https://github.com/acme/api/actions/runs/1',
  };
  const failing = image('app', { findings: [aFinding({ level: 'error' })] });
  const warned = image('app', { findings: [aFinding({ level: 'warning' })] });

  test('a failing image has one that leads to the line, and is the same in the next run', () => {
    const [issue] = auditIssues(anAudit({ images: [failing] }), links);
    expect(issue).toMatchObject({ image: 'app', outcome: 'fail', title: 'app fails its policy' });
    expect(issue?.body).toContain('[`compose.yaml:1`](https://github.com/acme/api/blob/HEAD/compose.yaml#L1)');
    const next = { ...links, commit: '1'.repeat(40), runUrl: 'https://github.com/acme/api/actions/runs/2' };
    expect(auditIssues(anAudit({ images: [failing] }), next)).toEqual([issue]);
  });

  test('a clean one says which run saw it', () => {
    const [issue] = auditIssues(anAudit({ images: [warned] }), links);
    expect(issue).toMatchObject({
      outcome: 'pass',
      body: '`app` passes (`registry:app`): [the run](https://github.com/acme/api/actions/runs/1).\n',
    });
  });

  test('a base image has none, and warnings fail where the policy says so', () => {
    expect(auditIssues(anAudit({ images: [{ ...failing, role: 'base' }] }))).toEqual([]);
    const verdict = { failOn: 'warning', warnOnly: false, onUnreachable: 'fail' } as const;
    expect(auditIssues(anAudit({ images: [warned], verdict }))[0]?.outcome).toBe('fail');
  });

  test('one for all says what fails; where nothing does but not all was seen, it stays as it is', () => {
    expect(auditIssue(anAudit({ images: [failing, image('b')] }))).toMatchObject([{ outcome: 'fail' }]);
    expect(auditIssue(anAudit({ images: [image('b')], outcome: 'incomplete' }))).toEqual([]);
    expect(auditIssue(anAudit({ images: [image('b')] }))).toMatchObject([{ outcome: 'pass' }]);
  });

  test(
    'thousands of findings fit into what GitHub takes, and it says how many are left out',
    { tags: 'thorough' },
    () => {
      const many = Array.from({ length: 5_000 }, (_, index) =>
        aFinding({ level: 'error', message: `${index} `.repeat(90) }),
      );
      const images = Array.from({ length: 300 }, (_, index) => image(`app-${index}`, { findings: many.slice(0, 40) }));
      const [one] = auditIssues(anAudit({ images: [image('app', { findings: many })] }));
      const [all] = auditIssue(anAudit({ images }));
      for (const body of [one?.body, all?.body]) {
        expect(body?.length).toBeLessThan(65_000);
        expect(body).toMatch(/… and \d+ more/);
      }
      expect(renderAuditMarkdown(anAudit({ images }), { limitBytes: 900_000 }).length).toBeGreaterThan(100_000);
    },
  );
});

test('annotations begin with what could not be looked at', () => {
  const notAudited = [{ name: 'gone', code: '', reason: 'There is none.', hint: '', uses: [use('k8s.yaml', 7)] }];
  const images = [image('app', { findings: [aFinding({ level: 'warning' }), aFinding({ level: 'error' })] })];
  const result = anAudit({ notAudited, images, run: { ...anAudit({}).run, lost: { shards: ['2/3'], images: 4 } } });
  expect(auditAnnotations(result).map(({ level, file, startLine }) => [level, file, startLine])).toEqual([
    ['error', undefined, undefined],
    ['error', 'k8s.yaml', 7],
    ['warning', 'compose.yaml', 1],
    ['error', 'compose.yaml', 1],
  ]);
});
