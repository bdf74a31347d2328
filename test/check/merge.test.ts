import { describe, expect, test } from 'vitest';
import { mergeReports, type JobReport, type MergeRequest } from '../../src/check/merge.ts';
import { renderMarkdown } from '../../src/reporters/markdown/comment.ts';
import { render } from '../../src/reporters/registry.ts';
import type { CheckPlan } from '../../src/result/plan.ts';
import { checkResult, type CheckResult } from '../../src/result/result.ts';
import { anImageResult, apiImage, aResult } from '../support/results.ts';

const { version } = aResult([]).tool;
const { policy } = aResult([]);
const plan = (...names: readonly string[]): CheckPlan => ({
  schemaVersion: 1,
  images: names.map((name) => ({ name, why: '' })),
  unchanged: [],
  policy: { sources: [...policy.sources], digest: policy.digest },
  notices: [{ level: 'notice', message: 'Planned.' }],
});
const report = (name: string, more: Partial<CheckResult> = {}): JobReport => ({
  path: `r-${name}/plimsoll.json`,
  result: { ...aResult([anImageResult({ name })], more), notices: more.notices ?? [] },
});
const failing = (name: string): JobReport => {
  const result = aResult([{ ...apiImage, name }]);
  return { path: `r-${name}/plimsoll.json`, result: { ...result, outcome: 'fail', exitStatus: 1, notices: [] } };
};
const merge = (request: Partial<MergeRequest>): CheckResult =>
  checkResult.parse(
    mergeReports({
      plan: plan('api', 'web'),
      reports: [],
      failures: [],
      jobs: 'success',
      toolVersion: version,
      ...request,
    }),
  );
const messages = ({ notices }: CheckResult): readonly string[] => notices.map(({ message }) => message);
const verdictOf = ({ outcome, exitStatus }: CheckResult): readonly unknown[] => [outcome, exitStatus];

describe('results of several jobs', () => {
  test('become one, in the order of the plan', () => {
    const merged = merge({ reports: [report('web'), report('api')] });
    expect(verdictOf(merged)).toEqual(['pass', 0]);
    expect(merged.images.map(({ name }) => name)).toEqual(['api', 'web']);
    expect(messages(merged)).toEqual(['Planned.']);
    expect(merged.policy.digest).toBe(policy.digest);
  });

  test('fail where one does', () => {
    expect(verdictOf(merge({ reports: [report('web'), failing('api')], jobs: 'failure' }))).toEqual(['fail', 1]);
  });

  test('say once what several jobs say', () => {
    const notices = [{ level: 'notice' as const, message: 'A waiver stops working tomorrow.' }];
    const merged = merge({ reports: [report('api', { notices }), report('web', { notices })] });
    expect(messages(merged)).toEqual(['Planned.', 'A waiver stops working tomorrow.']);
  });

  test('keep all platforms of an image', () => {
    const images = ['linux/amd64', 'linux/arm64'].map((platform) => anImageResult({ name: 'api', platform }));
    const result = { ...aResult(images), notices: [] };
    const merged = merge({ plan: plan('api'), reports: [{ path: 'r/plimsoll.json', result }] });
    expect(merged.images.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  test('of no image are a pass', async () => {
    const merged = merge({ plan: plan(), jobs: 'skipped' });
    expect(verdictOf(merged)).toEqual(['pass', 0]);
    expect(renderMarkdown(merged)).toMatch(/^### Plimsoll · ✅ nothing to measure\n/);
    expect(await render('table', merged, { columns: 80, colour: false })).toMatch(/^Plimsoll ✓ nothing to measure\n/);
  });

  test('join what the proposed policy says, with one sentence on it', () => {
    const proposed = (name: string, outcome: 'pass' | 'fail'): CheckResult['proposed'] => ({
      outcome,
      policy: { sources: [], digest: 'sha256:new' },
      images: [{ name, platform: 'linux/amd64', findings: [], notRun: [], passed: [] }],
    });
    const withNotice = (name: string, outcome: 'pass' | 'fail'): JobReport => {
      const told = `This change also changes what it is judged by. With the proposed policy: ${outcome}, no open finding. The outcome, pass, follows the base revision.`;
      return report(name, {
        proposed: proposed(name, outcome),
        notices: [{ level: outcome === 'pass' ? 'notice' : 'warning', message: told }],
      });
    };
    const merged = merge({ reports: [withNotice('api', 'pass'), withNotice('web', 'fail')] });
    expect(merged.proposed).toMatchObject({ outcome: 'fail', images: [{ name: 'api' }, { name: 'web' }] });
    expect(messages(merged).filter((message) => message.includes('proposed policy'))).toEqual([
      expect.stringContaining('With the proposed policy: fail'),
    ]);
  });
});

describe('an image that was not checked is named, and the whole is not green:', () => {
  const other = { ...report('web'), path: 'r-other/plimsoll.json' };
  const stranger = report('old');
  test.each<readonly [string, Partial<MergeRequest>, string]>([
    ['its job died', { reports: [report('api')], jobs: 'failure' }, 'left no report'],
    ['its job was cancelled', { reports: [report('api')], jobs: 'cancelled' }, 'was cancelled'],
    ['its job never ran', { reports: [report('api')], jobs: 'skipped' }, 'did not run'],
    ['its job says it did well and left nothing', { reports: [report('api')] }, 'left no report'],
    [
      'its job says why',
      {
        reports: [report('api')],
        failures: [{ schemaVersion: 1, images: ['web'], words: '\nDockerfile:3: No.\n more' }],
      },
      'Dockerfile:3: No.',
    ],
    [
      'its report is refused',
      { reports: [report('api'), { path: 'w', result: { refused: 'It nests.' } }] },
      'It nests.',
    ],
    [
      'its report tells of another image too',
      { reports: [report('api'), withImage(report('web'), stranger)] },
      '`old`',
    ],
    ['it was judged by another policy', { reports: [report('api'), by('sha256:other', 'web')] }, 'another policy'],
    ['another version judged it', { reports: [report('api'), ofVersion('9.9.9', 'web')] }, '9.9.9'],
  ])('%s', async (_, request, words) => {
    const merged = merge(request);
    expect(verdictOf(merged)).toEqual(['fail', 2]);
    expect(merged.images.map(({ name, notBuilt }) => [name, notBuilt !== undefined])).toEqual([
      ['api', false],
      ['web', true],
    ]);
    const page = renderMarkdown(merged);
    expect(page).toMatch(/^### Plimsoll · ❌ 1 of 2 images failed/);
    expect(page.replaceAll('\u200b', '')).toContain(words);
    expect(await render('junit', merged, { columns: 80, colour: false })).toContain(
      '<error message="Could not be checked:',
    );
    expect(await render('sarif', merged, { columns: 80, colour: false })).toContain('Could not be checked');
    expect(await render('html', merged, { columns: 80, colour: false })).toContain('check-ran');
  });

  test('a second report of an image does not replace the first', () => {
    const merged = merge({ reports: [report('api'), report('web'), other] });
    expect(merged.images).toHaveLength(2);
    expect(messages(merged)).toContain('The report r-other/plimsoll.json does not count: another tells of `web` too.');
  });

  test('reports that all pass are not believed when a job failed', () => {
    const merged = merge({ reports: [report('api'), report('web')], jobs: 'failure' });
    expect(verdictOf(merged)).toEqual(['fail', 2]);
    expect(messages(merged)[0]).toContain('the jobs ended with failure, and no report says why');
  });
});

function withImage(one: JobReport, other: JobReport): JobReport {
  if ('refused' in one.result || 'refused' in other.result) throw new Error('Not a result.');
  return { ...one, result: { ...one.result, images: [...one.result.images, ...other.result.images] } };
}

function by(digest: string, name: string): JobReport {
  return report(name, { policy: { sources: [], digest } });
}

function ofVersion(other: string, name: string): JobReport {
  return report(name, { tool: { name: 'plimsoll', version: other } });
}
