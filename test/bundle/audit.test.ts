import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startFakeGithub, type FakeGithub } from '../support/github/fake-github.ts';
import { startRegistry, type RealRegistry } from '../support/registry/docker-registry.ts';
import { pushImage } from '../support/registry/push.ts';
import { shaOf } from '../support/github/publishing.ts';
import { runStep, type StepEnd } from '../support/runner.ts';
import { tarFile, tarOf } from '../support/tar.ts';
import { copyOfDist, defaultInputs, expectStatus, folderOf, nodes } from './bundle.ts';

// The expression is the runner's to fill in.
const defaults = { ...defaultInputs('audit/action.yml'), 'run-id': '500', 'github-token': 'token-of-the-job' };
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

let dist: ReturnType<typeof copyOfDist>;
let registry: RealRegistry;
let fake: FakeGithub;
beforeAll(async () => {
  dist = copyOfDist();
  registry = await startRegistry();
  for (const name of names) await push(name, '1000');
});
afterAll(() => {
  registry.close();
  dist[Symbol.dispose]();
});
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(async () => {
  await fake.close();
  if (fake.breaches.length > 0) throw new Error(`GitHub would have refused: ${fake.breaches.join('; ')}`);
});

const push = (name: string, user: string): Promise<void> =>
  pushImage(registry.host, `team/${name}`, '1', {
    tars: [tarOf(tarFile('bin/x', 'x'))],
    config: { User: user, Cmd: ['/bin/x'] },
  });

/** A repository whose compose file names the images. */
function repository(images: readonly string[] = names) {
  const services = images.map((name) => `  ${name}: { image: "${registry.host}/team/${name}:1" }\n`);
  return folderOf({
    'compose.yaml': `services:\n${services.join('')}`,
    'plimsoll.yml': 'version: 1\npolicy: { rules: { non-root: error } }\n',
  });
}

interface Run {
  readonly cwd: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly pullRequest?: boolean;
}

const issues = () => [...fake.state.issues.values()].map(({ title, state }) => `${state}: ${title}`);
const said = ({ commands }: StepEnd): readonly string[] =>
  commands.filter(({ name }) => ['warning', 'error'].includes(name)).map(({ data }) => data);
const matrixOf = (end: StepEnd) =>
  z
    .object({ include: z.array(z.object({ shard: z.string(), images: z.int() })) })
    .parse(JSON.parse(end.outputs.get('matrix') ?? ''));

describe.each(nodes)('the audit action on Node.js $major', ({ path }) => {
  const run = ({ cwd, inputs, pullRequest = false }: Run): Promise<StepEnd> =>
    runStep({
      program: path,
      args: [join(dist.path, 'audit.cjs')],
      inputs: { ...defaults, ...inputs },
      eventName: pullRequest ? 'pull_request' : 'schedule',
      event: pullRequest ? pullRequestEvent : { schedule: '0 4 * * 1' },
      apiUrl: fake.apiUrl,
      repository: 'acme/api',
      cwd,
      runId: 500,
      environment: { GITHUB_SHA: shaOf(7) },
    });

  test('opens an issue for an image that fails, and closes it when the image is clean', async () => {
    using folder = repository();
    await push('a', 'root');
    const first = await run({ cwd: folder.path, inputs: { output: 'json=audit.json', csv: 'audit.csv' } });
    expectStatus(first, 1);
    expect(Object.fromEntries(first.outputs)).toMatchObject({
      result: 'fail',
      images: '8',
      failing: '1',
      'not-audited': '0',
      'report-json': 'audit.json',
      'report-csv': 'audit.csv',
      matrix: '',
    });
    expect(first.summary).toContain('team/a:1');
    expect(first.commands.find(({ name }) => name === 'error')?.properties).toMatchObject({
      file: 'compose.yaml',
      line: '2',
      title: 'non-root',
    });
    expect(issues()).toEqual([`open: ${registry.host}/team/a:1 fails its policy`]);
    await push('a', '1000');
    expectStatus(await run({ cwd: folder.path }), 0);
    expect(issues()).toEqual([`closed: ${registry.host}/team/a:1 fails its policy`]);
    expect([...fake.state.comments.values()].map(({ body }) => body)).toEqual([
      expect.stringContaining('/acme/api/actions/runs/500'),
    ]);
  });

  test('plans a matrix; its shards joined say what one audit says, and write the issues once', async () => {
    using folder = repository();
    await push('b', 'root');
    const planned = await run({ cwd: folder.path, inputs: { mode: 'plan', shards: '3' } });
    expectStatus(planned, 0);
    expect(Object.fromEntries(planned.outputs)).toMatchObject({ result: 'planned', images: '8', shards: '3' });
    mkdirSync(join(folder.path, 'plimsoll-shards'));
    for (const [index, { shard }] of matrixOf(planned).include.entries()) {
      const end = await run({ cwd: folder.path, inputs: { shard, output: `json=plimsoll-shards/${index}.json` } });
      expect([0, 1]).toContain(end.exitStatus);
      expect([end.summary, fake.calls.length]).toEqual(['', 0]);
    }
    const merged = await run({ cwd: folder.path, inputs: { mode: 'merge', output: 'json=merged.json' } });
    expectStatus(merged, 1);
    expect(issues()).toEqual([`open: ${registry.host}/team/b:1 fails its policy`]);
    const whole = await run({ cwd: folder.path, inputs: { output: 'json=whole.json', exclude: 'plimsoll-shards/**' } });
    expectStatus(whole, 1);
    const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
    expect(read('merged.json')).toBe(read('whole.json'));
    await push('b', '1000');
  });

  test('names the shard that died, and is not green', async () => {
    using folder = repository();
    mkdirSync(join(folder.path, 'plimsoll-shards'));
    for (const shard of ['1/3', '3/3'])
      await run({ cwd: folder.path, inputs: { shard, output: `json=plimsoll-shards/${shard[0]}.json` } });
    const end = await run({ cwd: folder.path, inputs: { mode: 'merge', 'on-unreachable': 'warn' } });
    expectStatus(end, 2);
    expect(end.outputs.get('result')).toBe('incomplete');
    expect(said(end)).toEqual([expect.stringMatching(/^Shard 2\/3 left no result, so \d images? w/)]);
    expect(end.summary).toContain('Shard 2/3 left no result');
  });

  test('cannot merge nothing', async () => {
    using folder = repository();
    const end = await run({ cwd: folder.path, inputs: { mode: 'merge' } });
    expectStatus(end, 2);
    expect(said(end)[0]).toContain('There is no result of a shard in plimsoll-shards');
    expect(end.outputs.get('result')).toBe('error');
  });

  test('what cannot be reached is named, leaves its issue, and is not green', async () => {
    using folder = repository(['a', 'nowhere']);
    const end = await run({ cwd: folder.path });
    expectStatus(end, 2);
    expect(Object.fromEntries(end.outputs)).toMatchObject({ result: 'incomplete', images: '2', 'not-audited': '1' });
    expect(said(end)).toEqual([expect.stringContaining('nowhere')]);
    expect(issues()).toEqual([]);
  });

  test('keeps one issue for all images where that is wanted', async () => {
    using folder = repository(['a', 'c']);
    await push('c', '0');
    expectStatus(await run({ cwd: folder.path, inputs: { issues: 'one', 'issue-label': 'images' } }), 1);
    expect(issues()).toEqual(['open: Images fail their policy']);
    await push('c', '1000');
    expectStatus(await run({ cwd: folder.path, inputs: { issues: 'one', 'issue-label': 'images' } }), 0);
    expect(issues()).toEqual(['closed: Images fail their policy']);
  });

  test('writes no issue for a pull request, and names the right it lacks elsewhere', async () => {
    using folder = repository(['d']);
    await push('d', '0');
    const inputs = { 'github-token': 'token-of-a-fork' };
    expectStatus(await run({ cwd: folder.path, inputs, pullRequest: true }), 1);
    expect(fake.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    const end = await run({ cwd: folder.path, inputs });
    expectStatus(end, 1);
    expect(said(end).filter((one) => one.includes('issues: write'))).toHaveLength(1);
    await push('d', '1000');
  });

  test('tells every wrong input at once', async () => {
    using folder = repository();
    writeFileSync(join(folder.path, 'plimsoll.yml'), 'version: 1\n');
    const inputs = { mode: 'runn', shard: '4/3', output: 'junit=x', 'issue-label': 'a,b' };
    const end = await run({ cwd: folder.path, inputs });
    expectStatus(end, 2);
    for (const word of ['mode', 'shard', 'junit', 'issue-label']) expect(said(end).join()).toContain(word);
  });
});

const pullRequestEvent = {
  pull_request: {
    number: 1,
    head: { sha: shaOf(1), repo: { full_name: 'acme/api' } },
    base: { sha: shaOf(9), ref: 'main', repo: { full_name: 'acme/api' } },
  },
};
