import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cpSync, mkdirSync } from 'node:fs';
import type { CheckResult } from '../../src/result/result.ts';
import { checkResult } from '../../src/result/result.ts';
import { aRemote, type Files, type TestClone } from '../support/git.ts';
import { startFakeGithub, type FakeGithub } from '../support/github/fake-github.ts';
import { readWorkflow } from '../support/workflow/file.ts';
import { runWorkflow, type Call, type WorkflowRun } from '../support/workflow/run.ts';
import type { WorkflowWorld } from '../support/workflow/world.ts';
import { nodes } from '../bundle/bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const toolSha = '7'.repeat(40);
const actions = ['action.yml', 'audit', 'comment', 'merge', 'plan', 'dist'];

/** The tool as a runner has it after checking it out: actions and dist/, away from node_modules. */
export function aTool(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-tool-'));
  for (const name of actions) cpSync(join(root, name), join(folder, name), { recursive: true });
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A repository on a server of its own, in which workflows of ours run. */
export interface Stage extends AsyncDisposable {
  readonly clone: TestClone;
  readonly fake: FakeGithub;
  /** Pushes what a pull request of these files is: the head, and its merge with the base branch. */
  open(files: Files, more?: { readonly isFork?: boolean }): Partial<WorkflowWorld>;
  /** Commits to the default branch. */
  push(files: Files): Partial<WorkflowWorld>;
  run(file: string, where: Partial<WorkflowWorld>, call?: Call): Promise<WorkflowRun>;
  /** The whole result the last run left as an artifact. */
  result(): CheckResult;
  artifact(path: string): string | undefined;
}

const everything = { contents: 'read', 'pull-requests': 'write', issues: 'write' } as const;
const repository = { full_name: 'acme/api', name: 'api', owner: { login: 'acme' } };

export async function aStage(tool: string, files: Files): Promise<Stage> {
  const remote = aRemote();
  const clone = remote.clone();
  clone.commit(files);
  clone.git('push', '--quiet', 'origin', 'HEAD:main');
  const fake = await startFakeGithub();
  const artifacts = join(remote.folder, 'artifacts');
  let runs = 500;
  const base: WorkflowWorld = {
    repository: 'acme/api',
    url: remote.url,
    apiUrl: fake.apiUrl,
    github: { event_name: 'push', event: { repository }, sha: '', run_id: 0 },
    granted: everything,
    isFork: false,
    tool: { repository: 'plimsoll/plimsoll', sha: toolSha, folder: tool },
    tellsRevision: true,
    node: nodes[1]?.path ?? '',
    artifacts,
    checkouts: [],
  };
  const artifact = (path: string): string | undefined =>
    existsSync(join(artifacts, path)) ? readFileSync(join(artifacts, path), 'utf8') : undefined;
  return {
    clone,
    fake,
    artifact,
    open(change, { isFork = false } = {}) {
      clone.git('checkout', '--quiet', '-B', 'topic', 'origin/main');
      const head = clone.commit(change);
      clone.git('checkout', '--quiet', '-B', 'merged', 'origin/main');
      clone.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
      const sha = clone.git('rev-parse', 'HEAD');
      clone.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/pull/1/merge');
      const baseSha = clone.git('rev-parse', 'origin/main');
      const repo = isFork ? { full_name: 'mallory/api', name: 'api', owner: { login: 'mallory' } } : repository;
      fake.state.pulls.set(1, { number: 1, headSha: head });
      const pull_request = {
        number: 1,
        head: { sha: head, ref: 'topic', repo },
        base: { sha: baseSha, ref: 'main', repo: repository },
      };
      return {
        isFork,
        github: { event_name: 'pull_request', event: { repository, pull_request }, sha, run_id: (runs += 1) },
      };
    },
    push(change) {
      clone.git('checkout', '--quiet', '-B', 'main', 'origin/main');
      const sha = clone.commit(change);
      clone.git('push', '--quiet', 'origin', 'HEAD:main');
      return { github: { event_name: 'push', event: { repository }, sha, run_id: (runs += 1) } };
    },
    async run(file, where, call) {
      // The artifacts of a run are its own.
      rmSync(artifacts, { recursive: true, force: true });
      mkdirSync(artifacts);
      const workflow = readWorkflow(join(root, '.github/workflows', file));
      return runWorkflow(workflow, { ...base, ...where }, call);
    },
    result: () => checkResult.parse(JSON.parse(artifact('plimsoll/plimsoll.json') ?? '')),
    async [Symbol.asyncDispose]() {
      await fake.close();
      remote[Symbol.dispose]();
    },
  };
}

/** A Dockerfile that passes: a user of its own, a command that is there. */
export const good = `ARG BASE=plimsoll-base:busybox
FROM \${BASE}
COPY app /app
USER 1000
ENTRYPOINT ["/bin/cat", "/app/file"]
`;
export const asRoot = good.replace('USER 1000\n', '');

export const config = `version: 1
images:
  api: { context: services/api }
  web: { context: services/web }
  old: { context: services/old }
  wide: { context: ., dockerfile: services/wide/Dockerfile }
policy:
  extends: []
  rules: { non-root: error, max-unpacked-size: [error, { max: 50 MB }] }
`;

/** Four services; one of them sees the whole repository and copies one folder of it. */
export const monorepo: Files = {
  '.github/plimsoll.yml': config,
  'services/api/Dockerfile': good,
  'services/api/app/file': 'api\n',
  'services/web/Dockerfile': good,
  'services/web/app/file': 'web\n',
  'services/old/Dockerfile': good,
  'services/old/app/file': 'old\n',
  'services/wide/Dockerfile': good.replace('COPY app', 'COPY shared'),
  'shared/file': 'shared\n',
  'README.md': 'x\n',
};
