import { describe, expect, test } from 'vitest';
import { jobsOf, planCheck } from '../../src/check/plan.ts';
import { checkPlan } from '../../src/result/plan.ts';
import { settingsOf } from '../support/settings.ts';
import { aCheckout } from '../support/workshop.ts';

const config = `version: 1
images: { api: { context: api }, web: { context: web } }
policy: { extends: [recommended, ./shared.yml] }
`;
const files = { 'shared.yml': 'version: 1\npolicy: { extends: [], rules: { non-root: error } }\n' };

async function planned(paths: readonly string[] | { readonly unknown: string }, details: { configFile?: string } = {}) {
  const { settings } = await settingsOf(config, { files });
  const changes = 'unknown' in paths ? paths : { paths, links: [] };
  const notices = [{ level: 'warning', message: 'old' }] as const;
  const plan = await planCheck({ judgedBy: { settings, notices }, changes, checkout: aCheckout({}), ...details });
  return checkPlan.parse(plan);
}
const names = async (...args: Parameters<typeof planned>) => (await planned(...args)).images.map(({ name }) => name);

describe('a plan', () => {
  test('holds the images a change touches, says why, and names the others', async () => {
    const { images, unchanged, notices } = await planned(['web/index.html', 'README.md']);
    expect(images).toEqual([{ name: 'web', why: 'web/index.html changed, which is in its build context.' }]);
    expect(unchanged).toEqual(['api']);
    expect(notices.map(({ message }) => message)).toEqual([
      'old',
      '1 of 2 images are not touched by this change, so they were not checked.',
    ]);
  });

  test('is empty, and says so, for a change that touches none', async () => {
    expect((await planned(['README.md'])).notices.at(-1)?.message).toBe('No image is touched by this change.');
  });

  test.each([
    ['the configuration', ['.github/plimsoll.yml'], {}],
    ['a configuration of another name', ['ci/gate.yml'], { configFile: 'ci/gate.yml' }],
    ['a policy it extends', ['shared.yml'], {}],
  ])('holds all of them when %s changes', async (_, paths, details) => {
    expect(await names(paths, details)).toEqual(['api', 'web']);
  });

  test('holds all of them where it is not known what changed', async () => {
    expect(await names({ unknown: 'It is a push.' })).toEqual(['api', 'web']);
  });
});

describe('jobs', () => {
  const of = (count: number) => ({
    schemaVersion: 1 as const,
    images: Array.from({ length: count }, (_, index) => ({ name: `i${index}`, why: '' })),
    unchanged: [],
    policy: { sources: [], digest: '' },
    notices: [],
  });

  test('are one an image', () => {
    expect(jobsOf(of(2), 10)).toEqual([
      { id: '1', label: 'i0', only: 'i0' },
      { id: '2', label: 'i1', only: 'i1' },
    ]);
    expect(jobsOf(of(0), 10)).toEqual([]);
  });

  test('share the images when there are more than may run, and lose none', () => {
    const jobs = jobsOf(of(300), 256);
    expect(jobs).toHaveLength(256);
    expect(jobs[0]).toEqual({ id: '001', label: 'i0 and 1 more', only: 'i0\ni256' });
    expect(new Set(jobs.flatMap(({ only }) => only.split('\n'))).size).toBe(300);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(256);
  });
});
