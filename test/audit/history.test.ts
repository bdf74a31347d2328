import { describe, expect, test } from 'vitest';
import { auditRecordOf } from '../../src/audit/history/record-of.ts';
import { countsOf, sinceAudit } from '../../src/audit/history/since.ts';
import {
  auditPathOf,
  auditPlaceOf,
  auditsKept,
  planAuditUpdate,
  readAuditRecord,
  renderAuditRecord,
} from '../../src/records/audit-record.ts';
import { readBranch } from '../../src/records/branch.ts';
import { renderAudit } from '../../src/reporters/audit.ts';
import type { AuditResult } from '../../src/result/audit.ts';
import type { AuditPoint } from '../../src/result/audit-history.ts';
import { anAudit, image, layers } from '../support/audits.ts';
import { aDigest, aFinding } from '../support/results.ts';

const commit = 'c'.repeat(40);
const day = (date: string): number => Date.parse(date) / 1000;
const recording = { audit: 'plimsoll', commit, at: day('2026-11-14') };
const waiver = { reason: 'r', owner: 'o', expires: '2027-01-01' };
const found = (rule: string) => aFinding({ rule, level: 'error', waiver: null });
const page = { columns: 100, colour: false };
const recordOf = (details: Partial<AuditResult>) => auditRecordOf(anAudit(details), recording);

describe('a record of an audit', () => {
  const result = anAudit({
    run: { id: '77', plan: aDigest('p'), day: '2026-11-14', planned: 3 },
    images: [
      image('ghcr.io/a:1', {
        findings: [found('non-root'), found('non-root'), aFinding({ rule: 'max-layers', waiver })],
      }),
      image('docker.io/library/debian:12', { role: 'base', layers: layers('d') }),
    ],
    notAudited: [{ name: 'ghcr.io/gone:1', code: 'x', reason: 'r', hint: '', uses: [] }],
  });

  test('has what the next audit is held against, and no waived finding', () => {
    expect(auditRecordOf(result, recording)).toMatchObject({
      run: '77',
      commit,
      images: 2,
      findings: 2,
      audited: [{ name: 'ghcr.io/a:1', rules: { 'non-root': 2 } }, { name: 'docker.io/library/debian:12' }],
      notAudited: ['ghcr.io/gone:1'],
      bases: [{ name: 'docker.io/library/debian:12', layers: 1, chainId: aDigest('d') }],
    });
  });

  test('is one line that reads back, under the name of its time and run', () => {
    const record = auditRecordOf(result, recording);
    const text = renderAuditRecord(record);
    expect(text.split('\n')).toHaveLength(2);
    const path = auditPathOf(record);
    expect(path).toBe('audits/plimsoll/1794614400-77.json');
    const place = auditPlaceOf(path);
    expect(place && readAuditRecord(text, place)).toEqual(record);
  });

  test.each([
    ['is no JSON', 'x'],
    ['is of another version', JSON.stringify({ ...auditRecordOf(result, recording), schemaVersion: 2 })],
    ['is of another run than its name says', JSON.stringify({ ...auditRecordOf(result, recording), run: '78' })],
    ['has findings that do not add up', JSON.stringify({ ...auditRecordOf(result, recording), findings: 9 })],
    ['has images that do not add up', JSON.stringify({ ...auditRecordOf(result, recording), images: 9 })],
  ])('that %s is none', (_, text) => {
    expect(readAuditRecord(text, { audit: 'plimsoll', at: recording.at, run: '77' })).toBeUndefined();
  });

  test.each([
    'audits/a/1-2.json',
    'audits/a/b/1794614400-77.json',
    'audits/%zz/1794614400-77.json',
    'audits/a/1794614400-7 7.json',
    'audits/%61/1794614400-77.json',
  ])('%s is no place of one', (path) => expect(auditPlaceOf(path)).toBeUndefined());

  test('does not make the branch somebody else’s', () => {
    const files = ['plimsoll-data.json', 'audits/plimsoll/1794614400-77.json', 'mine.txt'].map((path) => ({
      path,
      isPlain: true,
    }));
    expect(readBranch(files)).toMatchObject({ audits: [{ place: { run: '77' } }], records: [], foreign: ['mine.txt'] });
  });

  test('of a run that is told again replaces the first; the oldest go', () => {
    const record = auditRecordOf(result, recording);
    const older = Array.from({ length: auditsKept + 5 }, (_, index) => ({
      audit: 'plimsoll',
      at: index,
      run: `r${index}`,
    }));
    const others = [{ audit: 'other', at: 1, run: 'x' }];
    const again = { audit: 'plimsoll', at: 5, run: '77' };
    const { put, remove } = planAuditUpdate([...older, ...others, again], record);
    expect(put.map(({ path }) => path)).toEqual([auditPathOf(record)]);
    expect(remove).toEqual([again, ...older.slice(0, 6).toReversed()].map(auditPathOf));
  });
});

describe('since the audit before', () => {
  const before = recordOf({
    images: [image('a', { findings: [found('non-root'), found('max-layers')] }), image('b'), image('gone')],
    notAudited: [{ name: 'blind', code: 'x', reason: 'r', hint: '', uses: [] }],
  });
  const now = anAudit({
    images: [
      image('a', { findings: [found('non-root'), found('non-root'), found('healthcheck')] }),
      image('b'),
      image('blind', { findings: [found('non-root')] }),
      image('new', { findings: [found('non-root')] }),
    ],
  });

  test('findings are new or gone of images that both looked at', () => {
    expect(sinceAudit(now, before)).toMatchObject({
      compared: 2,
      samePolicy: true,
      newFindings: [
        { image: 'a', rule: 'non-root', count: 1 },
        { image: 'a', rule: 'healthcheck', count: 1 },
      ],
      goneFindings: [{ image: 'a', rule: 'max-layers', count: 1 }],
      newImages: ['new'],
      goneImages: ['gone'],
    });
  });

  test('the counts are those of the findings themselves', () => {
    const all = now.images.flatMap(({ findings }) => findings).filter((one) => one.waiver === null);
    const counted = [...countsOf(now).values()].flatMap((rules) => Object.values(rules));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  });

  test.each(['table', 'markdown', 'html'] as const)('is told: %s', (format) => {
    const text = renderAudit(format, { ...now, since: sinceAudit(now, before) }, page).replace(/\s+/g, ' ');
    expect(text).toContain('Since the audit of 2026-11-14: 2 new findings, 1 gone; 1 new image');
  });

  test('another policy is said to be one, and an incomplete audit is never called whole', () => {
    const partial = { ...before, outcome: 'incomplete', policy: aDigest('other') } as const;
    const text = renderAudit('markdown', { ...now, since: sinceAudit(now, partial) }, page);
    expect(text).toContain('The policy is another than then');
    expect(text).toContain('That audit was incomplete: findings are compared of the 2 images that both looked at');
  });
});

describe('the trend', () => {
  const point = (date: string, findings: number, more: Partial<AuditPoint> = {}): AuditPoint => ({
    at: day(date),
    run: date,
    commit,
    outcome: 'pass',
    images: 1,
    findings,
    stored: { unpackedBytes: 1_000_000 * findings },
    ...more,
  });
  const now = anAudit({ images: [image('a', { findings: [found('non-root')] })] });
  const told = (history: AuditPoint[], result = now): string => renderAudit('markdown', { ...result, history }, page);

  test('goes through the recorded audits up to this one', () => {
    const text = told([point('2026-11-07', 5), point('2026-11-14', 3)]);
    expect(text).toMatch(/Findings `█▅▁` 5 → 1 over 3 audits since 2026-11-07/);
    expect(text).toMatch(/Distinct layers on disk `█▅▁`/);
  });

  test('leaves out what was incomplete, and says so', () => {
    const text = told([
      point('2026-11-07', 5),
      point('2026-11-10', 0, { outcome: 'incomplete' }),
      point('2026-11-14', 3),
    ]);
    expect(text).toMatch(/over 3 audits since 2026-11-07 \(1 incomplete left out\)/);
  });

  test('is not drawn by two points, nor to an audit that is incomplete', () => {
    expect(told([point('2026-11-14', 3)])).not.toContain('Findings `');
    const partial = anAudit({ ...now, outcome: 'incomplete' });
    expect(told([point('2026-11-07', 5), point('2026-11-14', 3)], partial)).not.toContain('Findings `');
  });
});
