import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { environment } from '../support/git.ts';
import { asText, fill } from '../support/workflow/expressions.ts';
import { readWorkflow } from '../support/workflow/file.ts';
import { startRegistry } from '../support/registry/docker-registry.ts';
import type { JobRun, WorkflowRun } from '../support/workflow/run.ts';
import { asRoot, aStage, aTool, config, good, monorepo, type Stage } from './monorepo.ts';

let tool: ReturnType<typeof aTool>;
let stage: Stage;
beforeAll(() => {
  tool = aTool();
});
afterAll(() => tool[Symbol.dispose]());
beforeEach(async () => {
  stage = await aStage(tool.folder, monorepo);
});
afterEach(() => stage[Symbol.asyncDispose]());

const gate = (...args: Parameters<Stage['run']> extends [string, ...infer Rest] ? Rest : never) =>
  stage.run('gate.yml', ...args);
const bodies = (): readonly string[] => [...stage.fake.state.comments.values()].map(({ body }) => body);
const comment = (): string => (bodies()[0] ?? '').replaceAll('\u200b', '');
const results = ({ jobs }: WorkflowRun): Readonly<Record<string, string>> =>
  Object.fromEntries(jobs.map(({ name, result }) => [name, result]));
const job = ({ jobs }: WorkflowRun, id: string): JobRun => {
  const found = jobs.find((one) => one.id === id);
  if (!found) throw new Error(`There is no job ${id}.`);
  return found;
};
const log = (run: WorkflowRun): string =>
  run.jobs.flatMap(({ steps }) => [...steps.values()].map(({ stdout }) => stdout)).join('\n');
const writes = (): readonly string[] =>
  stage.fake.calls.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId);

describe('a pull request', () => {
  test('builds the images it touches, a job each, and gets one comment and one verdict', async () => {
    const change = { 'services/web/Dockerfile': asRoot, 'shared/file': 'more\n', 'README.md': 'y\n' };
    const run = await gate(stage.open(change));
    expect(results(run)).toEqual({
      plan: 'success',
      'check (web)': 'failure',
      'check (wide)': 'success',
      verdict: 'failure',
    });
    expect(run.outputs).toMatchObject({ result: 'fail', findings: '1' });
    expect(bodies()).toHaveLength(1);
    expect(comment()).toContain('### Plimsoll · ❌ 1 of 2 images failed');
    expect(comment()).toContain('2 of 4 images are not touched by this change');
    expect(comment()).toContain('services/web/Dockerfile');
    expect(writes()).toEqual(['issues/create-comment']);
    expect(stage.result().images.map(({ name, comparisons }) => [name, comparisons[0]?.unpackedDeltaBytes])).toEqual([
      ['web', 0],
      ['wide', -2],
    ]);
    expect(stage.artifact('plimsoll-default-pages/plimsoll.sarif')).toContain('"non-root"');
    expect(stage.artifact('plimsoll-default-pages/plimsoll.html')).toContain('<html');
  });

  test('that is mended has the same comment, green', async () => {
    await gate(stage.open({ 'services/web/Dockerfile': asRoot }));
    const run = await gate(stage.open({ 'services/web/Dockerfile': good.replace('1000', '1001') }));
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({ result: 'pass', findings: '0' });
    expect(bodies()).toHaveLength(1);
    expect(comment()).toContain('### Plimsoll · ✅ passed · `web`');
  });

  test('that touches no image is green at once, and says so only where there is a comment', async () => {
    const run = await gate(stage.open({ 'README.md': 'y\n' }));
    expect(results(run)).toEqual({ plan: 'success', check: 'skipped', verdict: 'success' });
    expect(run.outputs).toMatchObject({ result: 'pass', findings: '0', 'unpacked-bytes': '0' });
    expect(bodies()).toEqual([]);
    expect(stage.result().images).toEqual([]);
    await gate(stage.open({ 'services/web/Dockerfile': asRoot }));
    await gate(stage.open({ 'README.md': 'z\n' }));
    expect(bodies()).toHaveLength(1);
    expect(comment()).toContain('### Plimsoll · ✅ nothing to measure');
  });

  test('that takes an image away is told what became of it', async () => {
    const changed = config.replace('  old: { context: services/old }\n', '');
    const gone = { 'services/old/Dockerfile': null, 'services/old/app/file': null };
    const run = await gate(stage.open({ '.github/plimsoll.yml': changed, ...gone }));
    expect(results(run)).toEqual({
      plan: 'success',
      'check (api)': 'success',
      'check (web)': 'success',
      'check (wide)': 'success',
      verdict: 'success',
    });
    expect(comment()).toContain('takes the image old off the list of images; what it was made from is gone');
  });

  test('that adds an image has it checked', async () => {
    const changed = config.replace('images:\n', 'images:\n  new: { context: new }\n');
    const files = { '.github/plimsoll.yml': changed, 'new/Dockerfile': asRoot, 'new/app/file': 'x' };
    const run = await gate(stage.open(files), { inputs: { 'max-jobs': 2 } });
    expect(run.jobs.filter(({ id }) => id === 'check').map(({ name }) => name)).toEqual([
      'check (api and 2 more)',
      'check (web and 1 more)',
    ]);
    expect(run.outputs['result']).toBe('fail');
    expect(stage.result().images.map(({ name }) => name)).toEqual(['api', 'web', 'old', 'wide', 'new']);
    expect(comment()).toContain('The image new is new in this change.');
  });

  test('of a fork is judged alike; that it cannot be commented on is a warning', async () => {
    const run = await gate(stage.open({ 'services/api/app/file': 'longer\n' }, { isFork: true }));
    expect(run.conclusion).toBe('success');
    expect(bodies()).toEqual([]);
    const { commands = [] } = job(run, 'verdict').steps.get('Join the results') ?? {};
    expect(commands.filter(({ name }) => name === 'warning').map(({ data }) => data)).toEqual([
      expect.stringContaining('pull-requests: write'),
    ]);
    const failing = await gate(stage.open({ 'services/api/Dockerfile': asRoot }, { isFork: true }));
    expect([failing.conclusion, failing.outputs['result']]).toEqual(['failure', 'fail']);
  });
});

describe('what was not checked is named, and nothing is green:', () => {
  const change = { 'services/api/app/file': 'a\n', 'services/web/app/file': 'b\n' };
  test.each(['failure', 'cancelled'] as const)('a machine that was lost, %s', async (how) => {
    const run = await gate(stage.open(change), { lose: ({ matrix }) => (matrix['only'] === 'web' ? how : undefined) });
    expect(results(run)).toMatchObject({ 'check (api)': 'success', 'check (web)': how, verdict: 'failure' });
    expect(run.outputs['result']).toBe('error');
    expect(comment()).toContain('1 of 2 images failed');
    expect(comment()).toMatch(how === 'failure' ? /`web`[^]*left no report/ : /`web`[^]*was cancelled/);
    expect(stage.result().exitStatus).toBe(2);
  });

  test('a Dockerfile that does not build, in its words', async () => {
    const broken = good.replace('COPY app', 'RUN false\nCOPY app');
    const run = await gate(stage.open({ ...change, 'services/web/Dockerfile': broken }));
    expect(run.outputs['result']).toBe('error');
    expect(comment()).toMatch(/`check-ran`[^|]*services\/web\/Dockerfile:3/);
  });

  test('a configuration that cannot be read', async () => {
    const run = await gate(stage.open({ '.github/plimsoll.yml': 'version: 1\nimges: {}\n' }));
    expect(results(run)).toEqual({ plan: 'failure', check: 'skipped', verdict: 'failure' });
    expect(log(run)).toContain('imges');
    expect(log(run)).toContain('There is no plan to hold the reports against');
    expect(run.outputs['result']).toBe('error');
  });
});

test('registries are logged in to for the build, and out of again', async () => {
  // The bcrypt hash of `word`.
  const guarded = await startRegistry({
    htpasswd: 'me:$2y$05$zUwStzMLsYVPTH1izUNdQO.QLFe85dvBAJJdM1z1o0ally3xBR8sS\n',
  });
  try {
    const call = { inputs: { builder: 'engine' }, secrets: { registries: `${guarded.host} me word` } };
    const run = await gate(stage.open({ 'services/api/app/file': 'a\n' }), call);
    expect(run.conclusion).toBe('success');
    const { steps } = job(run, 'check');
    expect(steps.get('Log in to registries')?.stdout).toContain('Login Succeeded');
    expect(steps.get('Log out of registries')?.stdout).toContain(guarded.host);
    const wrong = await gate(stage.open({ 'services/api/app/file': 'a\n' }), {
      secrets: { registries: `${guarded.host} me no` },
    });
    expect([wrong.conclusion, wrong.outputs['result']]).toEqual(['failure', 'error']);
  } finally {
    guarded.close();
  }
});

test('git is lent the token for what it fetches itself, by nothing that lies in the checkout', () => {
  const { steps = [] } =
    readWorkflow(resolve(import.meta.dirname, '../../.github/workflows/gate.yml')).jobs['check'] ?? {};
  const { env = {} } = steps.find(({ name }) => name === 'Check') ?? {};
  const filled = Object.entries(env).map(([name, value]) => [
    name,
    asText(fill(value, { github: { token: 't0ken' } })),
  ]);
  const answer = execFileSync('git', ['credential', 'fill'], {
    input: 'protocol=https\nhost=github.example\n\n',
    env: { ...environment, ...Object.fromEntries(filled) },
    encoding: 'utf8',
  });
  expect(answer).toContain('username=x-access-token\npassword=t0ken\n');
});

test('a push to the default branch checks all images, and comments nowhere', async () => {
  const run = await gate(stage.push({ 'README.md': 'y\n' }));
  expect(run.conclusion).toBe('success');
  expect(stage.result().images.map(({ name }) => name)).toEqual(['api', 'web', 'old', 'wide']);
  expect(writes()).toEqual([]);
});

describe('the organisation', () => {
  test('holds the repository to its floor', async () => {
    const floor = 'version: 1\npolicy: { extends: [], rules: { max-layers: [error, { max: 1 }] } }\n';
    const where = stage.open({ 'services/api/app/file': 'a\n' });
    stage.fake.state.commits.set('f'.repeat(40), { 'floor.yml': { content: floor } });
    stage.fake.state.refs.set('v1', 'f'.repeat(40));
    const run = await gate(where, { inputs: { 'org-policy': `acme/api/floor.yml@${'f'.repeat(40)}` } });
    expect(run.outputs['result']).toBe('fail');
    expect(comment()).toContain('`max-layers`');
  });

  test('runs every job by the tool at the revision of the workflow, or at the one that is named', async () => {
    const where = { ...stage.open({ 'services/api/app/file': 'a\n' }), checkouts: [] };
    await gate(where);
    expect(where.checkouts).toEqual([
      { repository: 'plimsoll/plimsoll', ref: '7'.repeat(40) },
      { repository: 'acme/api', ref: '' },
      { repository: 'plimsoll/plimsoll', ref: '7'.repeat(40) },
      { repository: 'acme/api', ref: '' },
      { repository: 'plimsoll/plimsoll', ref: '7'.repeat(40) },
    ]);
    const old = await gate({ ...where, tellsRevision: false });
    expect(results(old)).toEqual({ plan: 'failure', check: 'skipped', verdict: 'failure' });
    expect(log(old)).toContain('::error::This server does not tell a workflow its own revision.');
    const inputs = { 'plimsoll-repository': 'plimsoll/plimsoll', 'plimsoll-ref': '7'.repeat(40) };
    expect((await gate({ ...where, tellsRevision: false }, { inputs })).conclusion).toBe('success');
  });

  test('grants no more than reading, but for the comment', async () => {
    const where = stage.open({ 'services/api/app/file': 'a\n' });
    const run = await gate(where);
    expect(Object.fromEntries(run.jobs.map(({ id, permissions }) => [id, permissions]))).toEqual({
      plan: { contents: 'read' },
      check: { contents: 'read' },
      verdict: { contents: 'read', 'pull-requests': 'write' },
    });
    await expect(gate({ ...where, granted: { contents: 'read' } })).rejects.toThrow('startup failure');
  });
});
