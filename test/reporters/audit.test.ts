import { describe, expect, test } from 'vitest';
import { auditFormats, renderAudit, renderAuditCsv } from '../../src/reporters/audit.ts';
import { fleetOf } from '../../src/reporters/audit/fleet.ts';
import { renderAuditIssue } from '../../src/reporters/audit/markdown.ts';
import { auditResult, type AuditedImage, type AuditResult } from '../../src/result/audit.ts';
import { renderGfm } from '../support/gfm.ts';
import { hostileNames } from '../support/hostile.ts';
import { aDigest, aFinding } from '../support/results.ts';

const page = { columns: 100, colour: false };
const use = (file: string, line = 1) => ({
  from: 'compose' as const,
  what: 'service a',
  written: 'a',
  place: { file, line },
});
const layers = (...names: readonly string[]) =>
  names.map((name) => ({ diffId: aDigest(name), unpackedBytes: name.length * 1000 }));
const image = (name: string, details: Partial<AuditedImage> = {}): AuditedImage => {
  const own = details.layers ?? layers(name);
  return {
    name,
    source: `registry:${name}`,
    platform: 'linux/amd64',
    imageId: aDigest(`id of ${name}`),
    role: 'image',
    unpackedBytes: own.reduce((sum, layer) => sum + layer.unpackedBytes, 0),
    layers: own,
    uses: [use('compose.yaml')],
    findings: [],
    useFindings: [],
    notRun: [],
    passed: [],
    ...details,
  };
};
const anAudit = (details: Partial<AuditResult>): AuditResult => ({
  schemaVersion: 1,
  kind: 'audit',
  tool: { name: 'plimsoll', version: '1.0.0' },
  outcome: 'pass',
  exitStatus: 0,
  run: { id: 'r', plan: aDigest('plan'), day: '2026-11-21', planned: 1 },
  verdict: { failOn: 'error', warnOnly: false, onUnreachable: 'fail' },
  policy: { sources: [], digest: aDigest('policy') },
  images: [],
  notAudited: [],
  problems: [],
  skipped: [],
  notices: [],
  ...details,
});

describe('the fleet', () => {
  const fleet = fleetOf({
    images: [
      image('base', { layers: layers('bb') }),
      image('one', { layers: layers('bb', 'aaa') }),
      image('two', { layers: layers('bb', 'cccc'), findings: [aFinding({ level: 'error' })] }),
      image('alone', { layers: layers('dddddddd') }),
    ],
  });

  test('the worst comes first: errors, then size', () => {
    expect(fleet.rows.map((row) => row.image.name)).toEqual(['two', 'alone', 'one', 'base']);
  });

  test('shared layers count once', () => {
    expect(fleet.summedBytes).toBe(2000 + 5000 + 6000 + 8000);
    expect(fleet.storedBytes).toBe(2000 + 3000 + 4000 + 8000);
    expect(fleet.rows.map(({ uniqueBytes, sharedBytes }) => [uniqueBytes, sharedBytes])).toEqual([
      [4000, 2000],
      [8000, 0],
      [3000, 2000],
      [0, 2000],
    ]);
  });

  test('images by what they stand on', () => {
    expect(fleet.byBase).toEqual([{ base: 'base', images: ['one', 'two'] }]);
  });
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
    const [, first, second] = renderAuditCsv(anAudit({ ...partial, images: [image('=cmd,"x"')] })).split('\r\n');
    expect(first).toMatch(/^"'=cmd,""x""",audited,image,0,0,8000,8000,,,linux\/amd64/);
    expect(second).toBe('gone,not audited,,,,,,,,,,k8s.yaml:7,There is none.');
  });
});

describe('hostile names', () => {
  test.each(Object.entries(hostileNames))('%s comes alive nowhere', (_, name) => {
    const foreign = { ...use(name), what: name, written: name };
    const hostile = image(name, {
      source: name,
      uses: [foreign],
      findings: [aFinding({ rule: 'non-root', message: name })],
      useFindings: [{ rule: 'r', level: 'error', message: name, howToPass: name, place: foreign.place }],
    });
    const result = anAudit({
      images: [hostile],
      notAudited: [{ name, code: '', reason: name, hint: '', uses: [foreign] }],
      problems: [{ code: '', message: name, hint: '', place: foreign.place }],
    });
    // JSON keeps what was read as it was, for programs.
    const texts = auditFormats.filter((format) => format !== 'json').map((format) => renderAudit(format, result, page));
    for (const text of texts)
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    for (const source of [renderAudit('markdown', result, page), renderAuditIssue(hostile)])
      expect(renderGfm(source)).not.toMatch(/<(script|img|a|iframe|svg|style)\b/i);
    expect(renderAudit('html', result, page)).not.toMatch(/<(script|img|a|iframe|svg)\b/i);
  });
});

test('the page has no script and loads nothing', () => {
  const html = renderAudit('html', anAudit({ images: [image('app')] }), page);
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
});
