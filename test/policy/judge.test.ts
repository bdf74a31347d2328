import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judge } from '../../src/policy/judge.ts';
import type { Policy, RuleUse, Waiver } from '../../src/policy/policy.ts';
import type { AnyRule, Unknown, Violation } from '../../src/policy/rule.ts';
import { defineRule } from '../../src/policy/rule.ts';
import { verdict } from '../../src/policy/verdict.ts';
import { waiverNotices } from '../../src/policy/waiver.ts';
import { aSubject } from '../support/rules.ts';

const today = '2027-01-15';

function aRule(id: string, found: readonly (Violation | Unknown)[], needs?: AnyRule['needs']): AnyRule {
  return {
    id,
    group: 'size',
    summary: 'A rule.',
    why: 'For the test.',
    howToPass: 'Do better.',
    options: z.strictObject({}),
    ...(needs && { needs }),
    check: () => found,
  };
}

function aUse(rule: AnyRule, details: Partial<RuleUse> = {}): RuleUse {
  const level = details.level ?? 'error';
  return {
    rule,
    level,
    options: {},
    origin: 'test',
    whenNotRun: level === 'error' ? 'failure' : 'warning',
    ...details,
  };
}

function aPolicy(uses: readonly RuleUse[], waivers: readonly Waiver[] = []): Policy {
  return { uses, waivers, sources: ['test'], digest: 'sha256:0' };
}

const waiver: Waiver = { rule: 'a', reason: 'known', owner: '@acme', expires: '2027-01-31', origin: 'plimsoll.yml:9' };
const fault: Violation = { message: 'Bad.' };

describe('judge', () => {
  test('gives a violation its rule, level, and how to pass', () => {
    const { findings, passed, notRun } = judge(
      aPolicy([aUse(aRule('a', [{ ...fault, bytes: 5 }]))]),
      aSubject(),
      today,
    );
    expect(findings).toEqual([
      { rule: 'a', level: 'error', message: 'Bad.', bytes: 5, howToPass: 'Do better.', waiver: null },
    ]);
    expect([passed, notRun]).toEqual([[], []]);
  });

  test('takes a violation’s own way to pass over the rule’s', () => {
    const { findings } = judge(
      aPolicy([aUse(aRule('a', [{ ...fault, howToPass: 'Exactly this.' }]))]),
      aSubject(),
      today,
    );
    expect(findings[0]?.howToPass).toBe('Exactly this.');
  });

  test('names rules that ran and found nothing', () => {
    expect(judge(aPolicy([aUse(aRule('a', []))]), aSubject(), today).passed).toEqual(['a']);
  });

  test('leaves a rule about manifests out where no manifest refers to the image, and only there', () => {
    const policy = aPolicy([aUse(aRule('a', [fault], ['manifest']))]);
    const { imageName, measurement } = aSubject();
    for (const subject of [
      aSubject(),
      { imageName, notBuilt: 'Not built.' },
      { imageName, measurement, notRead: 'No.' },
    ])
      expect(judge(policy, subject, today)).toEqual({ findings: [], notRun: [], passed: [], waiversMatched: [] });
    expect(judge(policy, { ...aSubject(), manifests: [] }, today).findings).toHaveLength(1);
  });

  test('puts errors before warnings', () => {
    const uses = [aUse(aRule('a', [fault]), { level: 'warning' }), aUse(aRule('b', [fault]))];
    expect(judge(aPolicy(uses), aSubject(), today).findings.map(({ rule }) => rule)).toEqual(['b', 'a']);
  });

  test.each([
    ['dockerfile', 'There is no Dockerfile: the image was not built here.'],
    ['files', 'The files of the image were not read.'],
    ['baseline', 'No baseline is configured.'],
  ] as const)('does not run a rule that needs the %s without it', (need, reason) => {
    const judged = judge(aPolicy([aUse(aRule('a', [fault], [need]))]), aSubject(), today);
    expect(judged.notRun).toEqual([{ rule: 'a', level: 'error', reason, counts: 'failure' }]);
    expect([judged.findings, judged.passed]).toEqual([[], []]);
  });

  test('says why there is no baseline', () => {
    const subject = aSubject({ noBaselineReason: 'main was never recorded.' });
    const judged = judge(aPolicy([aUse(aRule('a', [], ['baseline']), { level: 'warning' })]), subject, today);
    expect(judged.notRun).toMatchObject([{ reason: 'main was never recorded.', counts: 'warning' }]);
  });

  test('forgives a new image that it has no baseline', () => {
    const judged = judge(aPolicy([aUse(aRule('a', [fault], ['baseline']))]), aSubject({ isNew: true }), today);
    expect(judged.notRun).toMatchObject([{ counts: 'pass' }]);
  });

  test('counts a rule that could not run as its policy says', () => {
    const judged = judge(aPolicy([aUse(aRule('a', [], ['files']), { whenNotRun: 'pass' })]), aSubject(), today);
    expect(judged.notRun[0]?.counts).toBe('pass');
  });

  test('keeps what a rule found beside what it could not tell, and does not call it passed', () => {
    const judged = judge(aPolicy([aUse(aRule('a', [fault, { unknown: 'Half of it.' }]))]), aSubject(), today);
    expect(judged.findings).toHaveLength(1);
    expect(judged.notRun).toMatchObject([{ rule: 'a', reason: 'Half of it.', counts: 'failure' }]);
    expect(judged.passed).toEqual([]);
  });

  test('names a rule that throws, with its cause', () => {
    const broken = defineRule({
      ...aRule('broken', []),
      options: () => z.strictObject({}),
      needs: [],
      check(): Iterable<Violation> {
        throw new RangeError('oops');
      },
    });
    const run = () => judge(aPolicy([aUse(broken)]), aSubject(), today);
    expect(run).toThrow('The rule broken failed on the image app.');
    expect(run).toThrow(expect.objectContaining({ cause: new RangeError('oops') }));
  });

  test('shows at most twenty paths', () => {
    const paths = Array.from({ length: 30 }, (_, n) => `/p${n}`);
    const { findings } = judge(aPolicy([aUse(aRule('a', [{ ...fault, paths }]))]), aSubject(), today);
    expect(findings[0]?.paths).toEqual(paths.slice(0, 20));
  });
});

const judged = (details: Partial<Waiver>, violation: Partial<Violation> = {}, on = today, imageName = 'api') => {
  const policy = aPolicy([aUse(aRule('a', [{ ...fault, ...violation }]))], [{ ...waiver, ...details }]);
  return judge(policy, aSubject({ imageName }), on).findings[0]?.waiver;
};

describe('a waiver', () => {
  test('marks a finding, which stays', () => {
    expect(judged({})).toEqual({ reason: 'known', owner: '@acme', expires: '2027-01-31', place: 'plimsoll.yml:9' });
  });

  const location = { file: 'Dockerfile', startLine: 9, endLine: 11 };
  test.each([
    ['another rule', { rule: 'b' }, {}, false],
    ['the image', { image: 'ap*' }, {}, true],
    ['another image', { image: 'web' }, {}, false],
    ['the path', { path: '/srv/**' }, { paths: ['/srv/a'] }, true],
    ['one path of two', { path: '/srv/**' }, { paths: ['/srv/a', '/bin/b'] }, false],
    ['a path, when the finding shows none', { path: '/srv/**' }, {}, false],
    ['the file', { path: 'Dockerfile' }, { location }, true],
    ['the line', { path: 'Dockerfile:9' }, { location }, true],
    ['another line', { path: 'Dockerfile:10' }, { location }, false],
  ])('for %s', (_, details, violation, works) => {
    expect(judged(details, violation) !== null).toBe(works);
  });

  test('for paths that the report does not show must cover them too', () => {
    const paths = [...Array.from({ length: 25 }, (_, n) => `/srv/${n}`), '/bin/x'];
    expect(judged({ path: '/srv/*' }, { paths })).toBeNull();
  });

  test.each([
    ['the day before', '2027-01-30', true],
    ['its day', '2027-01-31', false],
    ['later', '2028-01-01', false],
  ])('on %s', (_, on, works) => {
    expect(judged({}, {}, on) !== null).toBe(works);
  });

  test.each([
    ['2028-02-28', true],
    ['2028-02-29', false],
  ])('that expires on a leap day, on %s', (on, works) => {
    expect(judged({ expires: '2028-02-29' }, {}, on) !== null).toBe(works);
  });
});

const notices = (on: string, matched: boolean) =>
  waiverNotices(aPolicy([], [waiver]), new Set(matched ? [waiver] : []), on).map(
    ({ level, message }) => `${level}: ${message}`,
  );

describe('the notices about waivers', () => {
  test.each([
    ['2027-01-16', []],
    ['2027-01-17', ['notice: The waiver of a (plimsoll.yml:9) stops working in 14 days, on 2027-01-31; ask @acme.']],
    ['2027-01-30', ['notice: The waiver of a (plimsoll.yml:9) stops working tomorrow, on 2027-01-31; ask @acme.']],
    ['2027-01-31', ['warning: The waiver of a (plimsoll.yml:9) expired on 2027-01-31 and no longer works; ask @acme.']],
  ])('on %s', (on, expected) => {
    expect(notices(on, true)).toEqual(expected);
  });

  test('name one that matched nothing', () => {
    expect(notices('2027-01-01', false)).toEqual([
      'warning: The waiver of a (plimsoll.yml:9) matches no finding: remove it, or look at its rule and pattern.',
    ]);
  });

  test('count across midnight where clocks are turned', () => {
    const spring = { ...waiver, expires: '2027-04-01' };
    expect(waiverNotices(aPolicy([], [spring]), new Set([spring]), '2027-03-18')).toHaveLength(1);
    expect(waiverNotices(aPolicy([], [spring]), new Set([spring]), '2027-03-17')).toHaveLength(0);
  });
});

const finding = (level: 'error' | 'warning', waived = false) => ({
  findings: [
    {
      rule: 'a',
      level,
      message: 'Bad.',
      howToPass: '',
      waiver: waived ? { reason: '', owner: '', expires: '2027-01-31' } : null,
    },
  ],
  notRun: [],
});

const unjudged = (counts: 'pass' | 'warning' | 'failure') => ({
  findings: [],
  notRun: [{ rule: 'a', level: 'error' as const, reason: '', counts }],
});

describe('the verdict', () => {
  test.each([
    ['nothing', [], 0, 0],
    ['an error', [finding('error')], 1, 1],
    ['a warning', [finding('warning')], 0, 1],
    ['a waived error', [finding('error', true)], 0, 0],
    ['an error in the second image', [finding('warning'), finding('error')], 1, 1],
    ['a rule that could not run', [unjudged('failure')], 1, 1],
    ['one that counts as a warning', [unjudged('warning')], 0, 1],
    ['one that counts as passed', [unjudged('pass')], 0, 0],
  ])('of %s', (_, images, onError, onWarning) => {
    const status = (failOn: 'error' | 'warning', warnOnly = false) => verdict(images, { failOn, warnOnly }).exitStatus;
    expect([status('error'), status('warning'), status('warning', true)]).toEqual([onError, onWarning, 0]);
  });
});
