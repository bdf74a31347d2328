import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditResult } from '../../src/result/audit.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { pushImage } from '../support/registry/push.ts';
import { tarFile, tarOf } from '../support/tar.ts';
import type { Call, WorkflowRun } from '../support/workflow/run.ts';
import type { WorkflowWorld } from '../support/workflow/world.ts';
import { aStage, aTool, type Stage } from './monorepo.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

let tool: ReturnType<typeof aTool>;
let registry: RealRegistry;
let stage: Stage;
beforeAll(async () => {
  tool = aTool();
  registry = await startRegistry();
  for (const name of names) await push(name, '1000');
});
afterAll(() => {
  registry.close();
  tool[Symbol.dispose]();
});
beforeEach(async () => {
  stage = await aStage(tool.folder, {
    '.github/plimsoll.yml': 'version: 1\npolicy: { extends: [], rules: { non-root: error } }\n',
    'compose.yaml': composeOf(names),
  });
});
afterEach(async () => {
  for (const name of names) await push(name, '1000');
  await stage[Symbol.asyncDispose]();
});

const push = (name: string, user: string, host = registry.host): Promise<void> =>
  pushImage(host, `team/${name}`, '1', {
    tars: [tarOf(tarFile('bin/x', 'x'))],
    config: { User: user, Cmd: ['/bin/x'] },
  });

function composeOf(all: readonly string[], host = registry.host): string {
  return `services:\n${all.map((name) => `  ${name}: { image: "${host}/team/${name}:1" }\n`).join('')}`;
}

/** A run that the schedule starts, on the default branch. */
function scheduled(): Partial<WorkflowWorld> {
  const { github } = stage.push({});
  if (!github) throw new Error('A push has an event.');
  return { github: { ...github, event_name: 'schedule', event: { schedule: '0 4 * * 1' } } };
}
const audit = (call?: Call, where = scheduled()): Promise<WorkflowRun> => stage.run('audit.yml', where, call);
const issues = (): readonly string[] =>
  [...stage.fake.state.issues.values()].map(({ title, state }) => `${state}: ${title}`);
const result = () => auditResult.parse(JSON.parse(stage.artifact('plimsoll-audit/audit.json') ?? ''));
const log = (run: WorkflowRun): string =>
  run.jobs.flatMap(({ steps }) => [...steps.values()].map(({ stdout }) => stdout)).join('\n');

describe('an audit on a schedule', () => {
  test('is spread over shards and joined: one report, and an issue that opens and closes', async () => {
    await push('c', '');
    const run = await audit({ inputs: { shards: 3 } });
    expect(run.jobs.map(({ name }) => name)).toEqual([
      'plan',
      'audit (1/3)',
      'audit (2/3)',
      'audit (3/3)',
      'report',
      'record',
    ]);
    expect(run.conclusion).toBe('failure');
    expect(run.outputs).toEqual({ result: 'fail', images: '8', failing: '1', 'not-audited': '0' });
    expect(result().images.map(({ name }) => name)).toEqual(names.map((name) => `${registry.host}/team/${name}:1`));
    expect(issues()).toEqual([expect.stringMatching(/^open: .*team\/c:1/)]);
    expect(stage.artifact('plimsoll-audit/images.csv')?.split('\n').length).toBeGreaterThan(8);
    await push('c', '1000');
    const mended = await audit({ inputs: { shards: 3 } });
    expect([mended.conclusion, mended.outputs['result']]).toEqual(['success', 'pass']);
    expect(issues()).toEqual([expect.stringMatching(/^closed: .*team\/c:1/)]);
  });

  test('says in shards what it says in one', async () => {
    const one = await audit({ inputs: { shards: 1 } });
    expect(one.conclusion).toBe('success');
    const whole = result();
    await audit({ inputs: { shards: 5 } });
    const { run: _, ...joined } = result();
    const { run: __, ...alone } = whole;
    expect(joined).toEqual(alone);
  });

  test('grants no more than reading, but for the issues', async () => {
    const run = await audit({ inputs: { shards: 1, issues: 'none' } });
    expect(run.jobs.map(({ id, permissions }) => [id, permissions])).toEqual([
      ['plan', { contents: 'read' }],
      ['audit', { contents: 'read' }],
      ['report', { contents: 'read', issues: 'write' }],
      // What the caller grants, and no more.
      ['record', { contents: 'read', 'pull-requests': 'write', issues: 'write' }],
    ]);
  });
});

describe('the history of audits', () => {
  const granted = { contents: 'write', issues: 'write' } as const;
  const records = (): readonly string[] =>
    stage.clone.git('ls-remote', '--quiet', 'origin', 'refs/heads/plimsoll-data') === ''
      ? []
      : (stage.clone.git('fetch', '--quiet', 'origin', 'plimsoll-data'),
        stage.clone
          .git('ls-tree', '-r', '--name-only', 'FETCH_HEAD')
          .split('\n')
          .filter((path) => path.startsWith('audits/')));
  const warnings = (run: WorkflowRun): readonly string[] =>
    run.jobs.flatMap(({ steps }) =>
      [...steps.values()].flatMap(({ commands }) =>
        commands.filter(({ name }) => name === 'warning').map(({ data }) => data),
      ),
    );

  test('is kept where the caller grants it; the next audit says what is new since', async () => {
    const first = await audit({ inputs: { shards: 2 } }, { ...scheduled(), granted });
    expect([first.conclusion, warnings(first)]).toEqual(['success', []]);
    expect(records()).toEqual([expect.stringMatching(/^audits\/plimsoll\/\d{10}-\d+\.json$/)]);
    expect(result()).not.toHaveProperty('since');
    await push('c', '');
    const second = await audit({ inputs: { shards: 2 } }, { ...scheduled(), granted });
    expect(records()).toHaveLength(2);
    expect(result().since).toMatchObject({
      compared: 8,
      samePolicy: true,
      newFindings: [{ image: `${registry.host}/team/c:1`, rule: 'non-root', count: 1 }],
      goneFindings: [],
    });
    const summary = second.jobs.find(({ id }) => id === 'report')?.steps.get('Join the results')?.summary;
    expect(summary).toMatch(/Since the audit of 20..-..-..: 1 new finding, 0 gone/);
  });

  test('is one warning where the caller grants too little, and the audit is as it is', async () => {
    const run = await audit({ inputs: { shards: 1 } });
    expect([run.conclusion, run.outputs['result']]).toEqual(['success', 'pass']);
    expect(warnings(run)).toEqual([expect.stringContaining('contents: write')]);
    expect(records()).toEqual([]);
  });

  test('is neither read nor kept where that is not wanted', async () => {
    const run = await audit({ inputs: { shards: 1, history: false } }, { ...scheduled(), granted });
    expect(run.jobs.find(({ id }) => id === 'record')?.result).toBe('skipped');
    expect(records()).toEqual([]);
  });
});

describe('nothing is green that was not audited:', () => {
  test.each(['failure', 'cancelled'] as const)('a shard whose machine was lost, %s', async (how) => {
    const run = await audit({
      inputs: { shards: 3 },
      lose: ({ matrix }) => (matrix['shard'] === '2/3' ? how : undefined),
    });
    expect(run.outputs['result']).toBe('incomplete');
    expect(run.jobs.find(({ id }) => id === 'report')?.result).toBe('failure');
    expect(JSON.stringify(result())).toContain('2/3');
  });

  test('all shards lost', async () => {
    const run = await audit({ inputs: { shards: 3 }, lose: ({ id }) => (id === 'audit' ? 'failure' : undefined) });
    expect([run.conclusion, run.outputs['result']]).toEqual(['failure', 'error']);
    expect(log(run)).toContain('There is no result of a shard');
  });

  test('a shard that failed although its report says that it passed', async () => {
    const run = await audit({
      inputs: { shards: 2 },
      after: ({ matrix }) => (matrix['shard'] === '1/2' ? 'failure' : undefined),
    });
    expect([run.conclusion, run.outputs['result']]).toEqual(['failure', 'error']);
    expect(log(run)).toContain('the shards ended with failure, and no report says why');
  });

  test('an image that is not there', async () => {
    stage.push({ 'compose.yaml': composeOf([...names, 'gone']) });
    const run = await audit();
    expect(run.outputs).toMatchObject({ result: 'incomplete', images: '9', 'not-audited': '1' });
    expect(run.conclusion).toBe('failure');
  });

  test('a plan that cannot be made', async () => {
    stage.push({ '.github/plimsoll.yml': 'version: 1\nimges: {}\n' });
    const run = await audit();
    expect(run.jobs.map(({ id, result: how }) => [id, how])).toEqual([
      ['plan', 'failure'],
      ['audit', 'skipped'],
      ['report', 'failure'],
      ['record', 'skipped'],
    ]);
  });
});

describe('a registry that wants a password', () => {
  // The bcrypt hash of `geheim%21`.
  const htpasswd = 'me:$2b$05$0dAY4XwluPiawLRWsbV2eO6XCiLrCD.4vSzSbVQSVmdvJuvUxwzmm\n';
  test('is read with the secret, which stands in no log and is gone afterwards', async () => {
    const guarded = await startRegistry({ htpasswd });
    try {
      stage.push({ 'compose.yaml': composeOf(['a'], guarded.host) });
      expect((await audit()).outputs).toMatchObject({ result: 'incomplete' });
      const run = await audit({ secrets: { registries: `\n${guarded.host} me geheim%21\n` } });
      // The credentials were taken: what is missing now is the image.
      expect(JSON.stringify(result().notAudited)).toContain('no-such-image');
      const end = run.jobs.find(({ id }) => id === 'audit')?.steps.get('Log in to registries');
      expect(end?.commands).toEqual([{ name: 'add-mask', properties: {}, data: 'geheim%21' }]);
      expect(log(run).replace(/^::add-mask::.*$/gm, '')).not.toContain('geheim');
    } finally {
      guarded.close();
    }
  });

  test('a line that is no login ends the job', async () => {
    const run = await audit({ inputs: { shards: 1 }, secrets: { registries: 'ghcr.io only-a-name\n' } });
    expect(run.conclusion).toBe('failure');
    expect(log(run)).toContain('is not HOST USER PASSWORD');
  });
});
