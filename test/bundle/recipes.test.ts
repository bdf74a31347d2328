import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { shaOf } from '../support/github/publishing.ts';
import { runStep } from '../support/runner.ts';
import type { StepEnd } from '../support/runner.ts';
import { zipOf } from '../support/zip.ts';
import { copyOfDist, defaultInputs, expectStatus, folderOf, nodes, smallDockerfile } from './bundle.ts';
import { asWorkflow, yamlBlocks } from './yaml-blocks.ts';

const step = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const workflow = z.object({
  name: z.string(),
  on: z.unknown(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ steps: z.array(step) })),
});
type Workflow = z.infer<typeof workflow>;

/** The workflows a document shows, in its order. */
const shownIn = (file: string): readonly Workflow[] =>
  yamlBlocks(file).flatMap(({ text }) => {
    const parsed = workflow.safeParse(parse(asWorkflow(text) ?? ''));
    return parsed.success ? [parsed.data] : [];
  });

/** The inputs a workflow's step gives an action of ours, as the runner does. */
function inputsOf({ jobs }: Workflow, action: string): Readonly<Record<string, string>> {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const found = steps.find(({ uses }) => uses?.replace(/@.*/, '') === action);
  if (!found) throw new Error(`No step uses ${action}.`);
  return Object.fromEntries(Object.entries(found.with ?? {}).map(([name, value]) => [name, String(value)]));
}

const tokenFor = ({ permissions }: Workflow): string =>
  permissions['pull-requests'] === 'write' ? 'token-of-the-job' : 'token-of-a-fork';

let dist: ReturnType<typeof copyOfDist>;
let fake: FakeGithub;
let checkout: ReturnType<typeof folderOf>;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());
beforeEach(async () => {
  fake = await startFakeGithub();
  fake.state.commits.set(shaOf(9), { Dockerfile: { content: smallDockerfile } });
  checkout = folderOf({ Dockerfile: smallDockerfile });
});
afterEach(async () => {
  checkout[Symbol.dispose]();
  await fake.close();
});

const base = { full_name: 'acme/api', name: 'api', owner: { login: 'acme' }, fork: false };
const bodies = (): readonly string[] => [...fake.state.comments.values()].map(({ body }) => body);

function runAction(
  file: 'action' | 'comment',
  shown: Workflow,
  more: { readonly eventName: string; readonly event: unknown; readonly runId: number },
): Promise<StepEnd> {
  const isGate = file === 'action';
  const given = inputsOf(shown, isGate ? 'plimsoll/plimsoll' : 'plimsoll/plimsoll/comment');
  const { DOCKER_HOST } = process.env;
  return runStep({
    program: nodes[1]?.path ?? '',
    args: [join(dist.path, `${file}.cjs`)],
    inputs: {
      ...defaultInputs(isGate ? 'action.yml' : 'comment/action.yml'),
      'github-token': tokenFor(shown),
      ...given,
    },
    apiUrl: fake.apiUrl,
    repository: 'acme/api',
    cwd: checkout.path,
    environment: DOCKER_HOST === undefined ? {} : { DOCKER_HOST },
    ...more,
  });
}

const pullRequest = (number: number, headRepo = base) => ({
  eventName: 'pull_request',
  event: {
    action: 'opened',
    number,
    repository: base,
    pull_request: {
      number,
      head: { sha: shaOf(1), ref: 'topic', repo: headRepo },
      base: { sha: shaOf(9), ref: 'main', repo: base },
    },
  },
});

describe('as it stands in the documents', () => {
  test('the quick start gates a pull request of this repository and comments on it', async () => {
    const [quickStart] = shownIn('README.md');
    if (!quickStart) throw new Error('The README shows no workflow.');
    fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
    const end = await runAction('action', quickStart, { ...pullRequest(1), runId: 100 });
    expectStatus(end, 0);
    expect(end.outputs.get('result')).toBe('pass');
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- plimsoll:comment [^]*### Plimsoll · ✅/)]);
  });

  test('the pair for forks gates without a right, and then comments without a line of the fork', async () => {
    const [gate, comment] = shownIn('docs/recipes.md').filter(({ jobs, on }) => {
      const text = JSON.stringify([jobs, on]);
      return text.includes('json=plimsoll.json') || text.includes('workflow_run');
    });
    if (!gate || !comment) throw new Error('The recipes show no pair for forks.');
    expect(comment.on).toMatchObject({ workflow_run: { workflows: [gate.name] } });
    fake.state.pulls.set(7, { number: 7, headSha: shaOf(1), headRepo: 'mallory/api', headRef: 'topic' });

    const fork = { ...base, full_name: 'mallory/api', owner: { login: 'mallory' }, fork: true };
    const gated = await runAction('action', gate, { ...pullRequest(7, fork), runId: 500 });
    expectStatus(gated, 0);
    expect(gated.commands.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(bodies()).toEqual([]);

    const upload = inputsOf(gate, 'actions/upload-artifact');
    const report = join(checkout.path, upload['path'] ?? '');
    expect(existsSync(report)).toBe(true);
    const zip = zipOf([{ name: upload['path'] ?? '', body: readFileSync(report) }]);
    fake.state.artifacts.set(1, { id: 1, runId: 500, name: upload['name'] ?? '', zip });
    const run = {
      id: 500,
      run_attempt: 1,
      event: 'pull_request',
      head_sha: shaOf(1),
      head_branch: 'topic',
      head_repository: fork,
    };
    const event = { action: 'completed', workflow_run: run };
    expectStatus(await runAction('comment', comment, { eventName: 'workflow_run', event, runId: 900 }), 0);
    expect([...fake.state.comments.values()].map(({ pull }) => pull)).toEqual([7]);
    expect(bodies()[0]).toContain('### Plimsoll · ✅');
  });
});
