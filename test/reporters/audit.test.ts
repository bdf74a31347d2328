import { describe, expect, test } from 'vitest';
import { renderAudit, renderAuditCsv } from '../../src/reporters/audit.ts';
import { fleetOf } from '../../src/reporters/audit/fleet.ts';
import { auditResult } from '../../src/result/audit.ts';
import { anAudit, image, layers, use } from '../support/audits.ts';
import { aFinding } from '../support/results.ts';

const page = { columns: 100, colour: false };
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

test('the page has no script and loads nothing', () => {
  const html = renderAudit('html', anAudit({ images: [image('app')] }), page);
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
});
