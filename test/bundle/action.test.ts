import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { shaOf } from '../support/github/publishing.ts';
import { runStep } from '../support/runner.ts';
import type { Step, StepEnd } from '../support/runner.ts';
import {
  copyOfDist,
  defaultInputs,
  engineSizeBytes,
  expectStatus,
  folderOf,
  nodes,
  pullRequestEvent,
  smallDockerfile,
} from './bundle.ts';

const defaults = defaultInputs('action.yml');

let dist: ReturnType<typeof copyOfDist>;
let fake: FakeGithub;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(async () => {
  await fake.close();
  if (fake.breaches.length > 0) throw new Error(`GitHub would have refused: ${fake.breaches.join('; ')}`);
});

const limit = (max: string): string =>
  `version: 1\nimages:\n  small: { dockerfile: Dockerfile }\npolicy:\n  rules:\n    max-unpacked-size: [error, { max: ${max} }]\n    non-root: error\n`;
const asRoot = smallDockerfile.replace('USER nobody\n', '');

interface Run {
  readonly commit?: number;
  readonly runId?: number;
  readonly dockerfile?: string;
  readonly config?: string;
  /** Files of the base branch, where they are not the change's. */
  readonly base?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stop?: Step['stop'];
}
const utf8 = { encoding: 'utf8' } as const;

const bodies = (): readonly string[] => [...fake.state.comments.values()].map(({ body }) => body);
const writes = (): readonly string[] =>
  fake.calls.filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId);

describe.each(nodes)('the action on Node.js $major', ({ path }) => {
  async function run(how: Run = {}): Promise<StepEnd> {
    const { commit = 1, runId = 100, dockerfile = smallDockerfile, config = limit('10 MB') } = how;
    using workspace = folderOf({ Dockerfile: dockerfile, 'plimsoll.yml': config });
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(commit) });
    // The workspace is no Git repository: what counts of the base branch is asked of GitHub.
    const { base = { 'plimsoll.yml': config } } = how;
    fake.state.commits.set(
      shaOf(9),
      Object.fromEntries(Object.entries(base).map(([name, content]) => [name, { content }])),
    );
    return await runStep({
      program: path,
      args: [join(dist.path, 'action.cjs')],
      inputs: { ...defaults, 'github-token': how.token ?? 'token-of-the-job', ...how.inputs },
      eventName: 'pull_request',
      event: pullRequestEvent(shaOf(commit)),
      apiUrl: fake.apiUrl,
      repository: 'acme/api',
      cwd: workspace.path,
      runId,
      environment: { ...engineOfThisMachine(), ...how.environment },
      ...(how.stop && { stop: how.stop }),
    });
  }

  test('passes a good pull request: one comment, a summary, outputs, no annotation', async () => {
    const end = await run();
    expectStatus(end, 0);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/^<!-- plimsoll:comment id=default /);
    expect(bodies()[0]).toContain('multi-stage');
    expect(end.summary).toContain('small');
    const bytes = engineSizeBytes('plimsoll-base:busybox') + 3;
    expect(Object.fromEntries(end.outputs)).toMatchObject({
      result: 'pass',
      'unpacked-bytes': String(bytes),
      layers: '2',
      findings: '0',
    });
    expect(end.outputs.get('image-id')).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(end.commands.filter(({ name }) => ['error', 'warning'].includes(name))).toEqual([]);
  });

  test('fails a pull request that made the image run as root, on the line that does', async () => {
    const end = await run({ dockerfile: asRoot });
    expectStatus(end, 1);
    expect(Object.fromEntries(end.outputs)).toMatchObject({ result: 'fail', findings: '1' });
    expect(end.commands.find(({ name }) => name === 'error')?.properties).toMatchObject({
      file: 'Dockerfile',
      title: 'non-root',
    });
    expect(bodies()[0]).toContain('`non-root`');
  });

  test('judges by the policy of the base, whatever the pull request makes of it', async () => {
    const end = await run({
      dockerfile: asRoot,
      config: limit('10 MB').replace('non-root: error', 'non-root: off'),
      base: { 'plimsoll.yml': limit('10 MB') },
    });
    expectStatus(end, 1);
    expect(bodies()[0]).toContain('With the proposed policy: pass');
  });

  test('cannot check without the policy of the base: no git, no token', async () => {
    const end = await run({ inputs: { 'github-token': '' } });
    expectStatus(end, 2);
    expect(end.summary).toContain('The base revision');
  });

  test('updates its comment when the next commit is pushed', async () => {
    await run({ dockerfile: asRoot });
    await run({ commit: 2, runId: 101 });
    expect(writes()).toEqual(['issues/create-comment', 'issues/update-comment']);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain(shaOf(2));
    expect(bodies()[0]).not.toContain('❌');
  });

  test('judges as well without the right to comment, and names the permission once', async () => {
    const end = await run({ token: 'token-of-a-fork' });
    expectStatus(end, 0);
    const warnings = end.commands.filter(({ name }) => name === 'warning');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.data).toContain('pull-requests: write');
    expect(bodies()).toEqual([]);
    expect(end.outputs.get('result')).toBe('pass');
  });

  test('tells the verdict in a check run that branch protection can require', async () => {
    const inputs = { 'check-name': 'image gate' };
    await run({ dockerfile: asRoot, inputs });
    await run({ inputs });
    const runs = [...fake.state.checkRuns.values()];
    expect(runs).toMatchObject([{ name: 'image gate', headSha: shaOf(1), conclusion: 'success', title: 'passed' }]);
    expect(writes().filter((write) => write.startsWith('checks/'))).toEqual(['checks/create', 'checks/update']);
  });

  test('fails its check run where it could not check', async () => {
    expectStatus(await run({ config: 'version: 2\n', inputs: { 'check-name': 'image gate' } }), 2);
    const [check] = fake.state.checkRuns.values();
    expect(check).toMatchObject({ conclusion: 'failure', title: 'Could not check' });
    expect(check?.summary).toContain('plimsoll.yml:1');
  });

  test('names the permission its check run lacks, and keeps its verdict', async () => {
    const end = await run({ token: 'token-of-a-fork', inputs: { 'check-name': 'image gate', comment: 'never' } });
    expectStatus(end, 0);
    const warnings = end.commands.filter(({ name }) => name === 'warning');
    expect(warnings).toMatchObject([{ data: expect.stringContaining('checks: write') }]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s in the middle of a build', async (signal) => {
    // Others use the engine too: what is ours is known by what it runs.
    const mark = `asleep ${randomUUID()}`;
    const containers = (): string =>
      execFileSync('docker', ['ps', '-a', '--no-trunc', '--format', '{{.Command}}'], utf8);
    const sleepy = smallDockerfile.replace('RUN ', `RUN echo ${mark} && sleep 300 && `);
    const inputs = { progress: 'plain', 'no-cache': 'true', builder: 'engine', 'check-name': 'image gate' };
    const end = await run({ dockerfile: sleepy, inputs, stop: { when: `\n${mark}`, signal } });
    expectStatus(end, 130);
    expect(Object.fromEntries(end.outputs)).toMatchObject({ result: 'error', findings: '', 'image-id': '' });
    expect(end.summary).toMatch(/could not check[^]*Interrupted/);
    expect(writes()).toEqual([]);
    expect(containers()).not.toContain(mark);
  });

  test('has said that it did not check, should it be killed', async () => {
    const sleepy = smallDockerfile.replace('RUN ', 'RUN echo asleep && sleep 30 && ');
    const inputs = { progress: 'plain', 'no-cache': 'true', builder: 'engine' };
    const end = await run({ dockerfile: sleepy, inputs, stop: { when: '\nasleep', signal: 'SIGKILL' } });
    expect(end.exitStatus).toBeUndefined();
    expect(Object.fromEntries(end.outputs)).toMatchObject({ result: 'error', 'image-id': '' });
  });

  test('masks the token before anything else', async () => {
    const { commands } = await run();
    expect(commands[0]).toMatchObject({ name: 'add-mask', data: 'token-of-the-job' });
  });

  test('obeys nothing a build prints', async () => {
    const shouting = smallDockerfile.replace(
      'RUN ',
      "RUN echo '::error::from the build' && echo '::set-output name=result::fail' && echo '##[warning]too' && ",
    );
    const end = await run({ dockerfile: shouting, inputs: { progress: 'plain', 'no-cache': 'true' } });
    expectStatus(end, 0);
    expect(end.stdout).toContain('from the build');
    expect(end.commands.filter(({ data }) => /from the build|too|fail/.test(data))).toEqual([]);
    expect(end.outputs.get('result')).toBe('pass');
  });

  test.each([
    ['an unknown input', { inputs: { policey: 'strict' } }, 'policey'],
    ['a policy that is broken', { config: 'version: 2\n' }, 'plimsoll.yml:1'],
    ['a build that fails', { dockerfile: 'FROM plimsoll-base:busybox\nRUN exit 7\n' }, 'Dockerfile:2'],
    [
      'an engine that is not there',
      { environment: { DOCKER_HOST: 'unix:///nonexistent.sock' } },
      'unix:///nonexistent.sock',
    ],
  ] as const)('ends with 2 for %s and says so where people look', async (_, how, words) => {
    const end = await run(how);
    expectStatus(end, 2);
    expect(end.outputs.get('result')).toBe('error');
    expect(end.summary).toContain(words);
    expect(end.commands.find(({ name }) => name === 'error')?.data).toContain(words);
    expect(bodies()).toEqual([]);
  });
});

function engineOfThisMachine(): Readonly<Record<string, string>> {
  const { DOCKER_HOST } = process.env;
  return DOCKER_HOST === undefined ? {} : { DOCKER_HOST };
}
