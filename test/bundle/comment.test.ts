import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { renderJson } from '../../src/reporters/json.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { shaOf } from '../support/github/publishing.ts';
import type { Artifact, Pull } from '../support/github/state.ts';
import { anImageResult, apiImage, aResult } from '../support/results.ts';
import { runStep } from '../support/runner.ts';
import type { StepEnd } from '../support/runner.ts';
import { zipOf } from '../support/zip.ts';
import { copyOfDist, defaultInputs, expectStatus, folderOf, nodes } from './bundle.ts';

const defaults = defaultInputs('comment/action.yml');
const outputs = (end: StepEnd) => Object.fromEntries(end.outputs);

let dist: ReturnType<typeof copyOfDist>;
let fake: FakeGithub;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.pulls.set(7, fork);
});
afterEach(() => fake.close());

/** A pull request of a fork; others' numbers stand in artifacts, never this one. */
const fork: Pull = { number: 7, headSha: shaOf(1), headRepo: 'mallory/api', headRef: 'topic' };
const report = (details = {}): string =>
  renderJson(aResult([apiImage], { revision: { head: shaOf(1), base: shaOf(9), baseName: 'main' }, ...details }));

function upload(text: string, details: Partial<Artifact> = {}): void {
  const id = fake.state.nextId++;
  const zip = zipOf([{ name: 'plimsoll.json', body: text }]);
  fake.state.artifacts.set(id, { id, runId: 500, name: 'plimsoll', zip, ...details });
}

const endedRun = {
  id: 500,
  run_attempt: 1,
  event: 'pull_request',
  conclusion: 'failure',
  head_sha: shaOf(1),
  head_branch: 'topic',
  head_repository: { full_name: 'mallory/api' },
};

const bodies = (): readonly string[] => [...fake.state.comments.values()].map(({ body }) => body);
const warnings = ({ commands }: StepEnd): readonly string[] =>
  commands.filter(({ name }) => ['warning', 'error'].includes(name)).map(({ data }) => data);

interface Run {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly run?: Readonly<Record<string, unknown>>;
}

describe.each(nodes)('the comment action on Node.js $major', ({ path }) => {
  async function run({ inputs, event = 'workflow_run', run: details }: Run = {}): Promise<StepEnd> {
    using empty = folderOf({});
    return await runStep({
      program: path,
      args: [join(dist.path, 'comment.cjs')],
      inputs: { ...defaults, 'github-token': 'token-of-the-job', ...inputs },
      eventName: event,
      event: { action: 'completed', workflow_run: { ...endedRun, ...details } },
      apiUrl: fake.apiUrl,
      repository: 'acme/api',
      cwd: empty.path,
      runId: 900,
    });
  }

  test('publishes the report of a fork on the pull request GitHub names', async () => {
    upload(report());
    const end = await run();
    expectStatus(end, 0);
    expect(outputs(end)).toMatchObject({ state: 'created', 'comment-url': expect.stringContaining('/pull/7#') });
    expect(bodies()[0]).toContain(`head=${shaOf(1)} run=500 attempt=1 -->`);
    expect(bodies()[0]).toContain('### Plimsoll · ❌');
    expect(bodies()[0]).toContain(`/mallory/api/blob/${shaOf(1)}/services/api/Dockerfile#L9`);
    expect(warnings(end)).toEqual([]);
  });

  test('keeps one comment over two commits, and lets an outdated run say nothing', async () => {
    upload(report());
    await run();
    fake.state.pulls.set(7, { ...fork, headSha: shaOf(2) });
    const newer = aResult([anImageResult()], { revision: { head: shaOf(2) } });
    upload(renderJson(newer), { runId: 501 });
    expect(outputs(await run({ run: { id: 501, head_sha: shaOf(2) } }))).toMatchObject({ state: 'updated' });
    expect(outputs(await run())).toEqual({ state: 'none', 'comment-url': '' });
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain(`head=${shaOf(2)} run=501`);
  });

  test('never follows a number, a repository or Markdown in the artifact', async () => {
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(8) });
    const forged = { number: 1, pull_request: { number: 1 }, repository: 'acme/other', body: '# Approved', url: 'x' };
    upload(report(forged));
    expectStatus(await run(), 0);
    expect([...fake.state.comments.values()].map(({ pull }) => pull)).toEqual([7]);
    expect(bodies()[0]).not.toContain('Approved');
  });

  test('masks its token first, writes nothing but the comment, and reads no file of the workspace', async () => {
    upload(report());
    const { commands } = await run();
    expect(commands[0]).toMatchObject({ name: 'add-mask', data: 'token-of-the-job' });
    const asked = fake.calls.map(({ method, operationId }) => `${method} ${operationId}`);
    expect(asked.filter((call) => !call.startsWith('GET'))).toEqual(['POST issues/create-comment']);
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  test.each<readonly [string, () => void, Run]>([
    ['a run no pull request started', () => upload(report()), { run: { event: 'push' } }],
    [
      'a pull request that is closed',
      () => {
        fake.state.pulls.set(7, { ...fork, open: false });
        upload(report());
      },
      {},
    ],
    ['a fork of the same branch name and commit, but another owner', () => upload(report()), { run: elsewhere() }],
  ])('says that there is nothing to comment on for %s', async (_, prepare, how) => {
    prepare();
    const end = await run(how);
    expectStatus(end, 0);
    expect(outputs(end)).toEqual({ state: 'none', 'comment-url': '' });
    expect(end.stdout).toContain('Nothing to comment on');
    expect(bodies()).toEqual([]);
  });

  test('warns where the run left no artifact, and names what writes it', async () => {
    const end = await run();
    expectStatus(end, 0);
    expect(warnings(end)).toEqual([expect.stringMatching(/no artifact "plimsoll".*json=plimsoll\.json/)]);
  });

  test.each<readonly [string, () => void, Run, string]>([
    ['a report of another commit', () => upload(report({ revision: { head: shaOf(3) } })), {}, 'another commit'],
    ['what is no report', () => upload('{"schemaVersion":1}'), {}, 'refused'],
    ['what is no zip', () => upload('', { zip: Buffer.from('<html>') }), {}, 'no sound zip'],
    ['another event', () => upload(report()), { event: 'pull_request_target' }, 'workflow_run'],
    ['a misspelt input', () => upload(report()), { inputs: { artefact: 'x' } }, 'artefact'],
    ['a name that no artifact has', () => upload(report()), { inputs: { artifact: '../x' } }, '`artifact`'],
    ['a mode that is none', () => upload(report()), { inputs: { comment: 'loud' } }, 'loud'],
    ['a payload without its run', () => upload(report()), { run: { head_sha: undefined } }, 'head_sha'],
    [
      'a token that may not write',
      () => upload(report()),
      { inputs: { 'github-token': 'token-of-a-fork' } },
      'pull-requests: write',
    ],
    ['a token that is wrong', () => upload(report()), { inputs: { 'github-token': 'stale' } }, '401'],
  ])('ends with 2 and no comment for %s', async (_, prepare, how, words) => {
    prepare();
    const end = await run(how);
    expectStatus(end, 2);
    expect(`${end.stdout}${warnings(end).join('')}`).toContain(words);
    expect(bodies()).toEqual([]);
  });

  test.each([
    ['on-failure', 'skipped'],
    ['always', 'created'],
    ['never', 'skipped'],
  ])('comments %s: a report that passes is %s', async (comment, state) => {
    upload(renderJson(aResult([anImageResult()])));
    const end = await run({ inputs: { comment } });
    expectStatus(end, 0);
    expect(outputs(end)).toMatchObject({ state });
  });
});

function elsewhere() {
  return { head_repository: { full_name: 'eve/api' } };
}
