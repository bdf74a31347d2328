import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aStage, aTool, asRoot, good, type Stage } from './monorepo.ts';

/** Forty images of one repository: most see their own folder, the last four the whole repository, of which they copy one folder. */
const all = Array.from({ length: 40 }, (_, index) => `s${index}`);
const isWide = (name: string): boolean => Number(name.slice(1)) >= 36;
const images = all
  .map((name) =>
    isWide(name)
      ? `  ${name}: { context: ., dockerfile: services/${name}/Dockerfile }\n`
      : `  ${name}: { context: services/${name} }\n`,
  )
  .join('');
const files = {
  '.github/plimsoll.yml': `version: 1\nimages:\n${images}policy:\n  extends: []\n  rules: { non-root: error }\n`,
  'shared/file': 'shared\n',
  'docs/page.md': 'x\n',
  ...Object.fromEntries(
    all.flatMap((name) => [
      [`services/${name}/Dockerfile`, isWide(name) ? good.replace('COPY app', 'COPY shared') : good],
      [`services/${name}/app/file`, `${name}\n`],
    ]),
  ),
};

let tool: ReturnType<typeof aTool>;
let stage: Stage;
beforeAll(() => {
  tool = aTool();
});
afterAll(() => tool[Symbol.dispose]());
beforeEach(async () => {
  stage = await aStage(tool.folder, files);
});
afterEach(() => stage[Symbol.asyncDispose]());

test('of forty Dockerfiles a pull request has those checked that its paths reach, by file or by build context', async () => {
  const where = stage.open({ 'services/s3/Dockerfile': asRoot, 'shared/file': 'more\n', 'docs/page.md': 'y\n' });
  const run = await stage.run('gate.yml', where);
  const jobs = run.jobs.filter(({ id }) => id === 'check').map(({ name, result }) => [name, result]);
  expect(jobs).toEqual([
    ['check (s3)', 'failure'],
    ...['s36', 's37', 's38', 's39'].map((name) => [`check (${name})`, 'success']),
  ]);
  expect(run.outputs).toMatchObject({ result: 'fail', findings: '1' });
  const [comment] = [...stage.fake.state.comments.values()].map(({ body }) => body.replaceAll('\u200b', ''));
  expect(comment).toContain('1 of 5 images failed');
  expect(comment).toContain('35 of 40 images are not touched by this change');
});

test('on the default branch all forty are checked, several a job, and make one result', async () => {
  const run = await stage.run('gate.yml', stage.push({ 'docs/page.md': 'y\n' }), { inputs: { 'max-jobs': 4 } });
  const jobs = run.jobs.filter(({ id }) => id === 'check');
  expect(jobs.map(({ result }) => result)).toEqual(['success', 'success', 'success', 'success']);
  expect(run.outputs).toMatchObject({ result: 'pass', findings: '0' });
  expect(stage.result().images.map(({ name }) => name)).toEqual(all);
});
