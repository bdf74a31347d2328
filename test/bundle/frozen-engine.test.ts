import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { markBody } from '../../src/adapters/github/comment-marker.ts';
import { freezingEngine } from '../support/freezing-engine.ts';
import { startFakeGithub } from '../support/github/fake-github.ts';
import type { FakeGithub } from '../support/github/fake-github.ts';
import { shaOf } from '../support/github/publishing.ts';
import { actionsBot, addComment } from '../support/github/state.ts';
import { runStep } from '../support/runner.ts';
import { copyOfDist, defaultInputs, expectStatus, folderOf, pullRequestEvent, smallDockerfile } from './bundle.ts';

let dist: ReturnType<typeof copyOfDist>;
let fake: FakeGithub;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());
beforeEach(async () => {
  fake = await startFakeGithub();
});
afterEach(() => fake.close());

const config = 'version: 1\npolicy: { rules: { non-root: error, max-unpacked-size: [error, { max: 1 GB }] } }\n';

/** Where the engine freezes: the call, the bytes of its answer that still come, and what the action then waits for. */
const freezes = [
  ['in the middle of a build', /^POST \S*\/build/, 400, { 'no-cache': 'true', builder: 'engine' }, 'Building'],
  ['in the middle of reading', /^GET \S*\/archive\?path/, 300, { image: 'plimsoll-base:debian' }, 'Reading'],
] as const;

test.each(freezes.flatMap((freeze) => (['SIGTERM', 'SIGINT'] as const).map((signal) => [...freeze, signal] as const)))(
  'an engine that freezes %s: the action still ends in time and tells nothing that is not so',
  async (...how) => {
    const [, call, afterBytes, inputs, step, signal] = how;
    const engine = await freezingEngine({ call, afterBytes });
    try {
      using workspace = folderOf({ Dockerfile: smallDockerfile, 'plimsoll.yml': config });
      fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
      fake.state.commits.set(shaOf(9), { 'plimsoll.yml': { content: config } });
      const marker = { commentId: 'default', headSha: shaOf(0), runId: 1, runAttempt: 1 };
      const earlier = addComment(fake.state, 1, actionsBot, markBody(marker, 'The commit before passed.'));
      const token = { 'github-token': 'token-of-the-job', 'check-name': 'image gate', progress: 'auto' };
      const end = await runStep({
        program: process.execPath,
        args: [join(dist.path, 'action.cjs')],
        inputs: { ...defaultInputs('action.yml'), ...token, ...inputs },
        eventName: 'pull_request',
        event: pullRequestEvent(shaOf(1)),
        apiUrl: fake.apiUrl,
        repository: 'acme/api',
        cwd: workspace.path,
        environment: { DOCKER_HOST: engine.host },
        // Progress counts seconds where nothing comes: by then the engine is frozen.
        stop: { when: /… \S.*\(\d+ s\)/, signal },
      });
      expect(engine.isFrozen()).toBe(true);
      expect(end.stdout).toContain(step);
      expectStatus(end, 130);
      expect(end.stoppingMs).toBeLessThan(6_000);
      expect(Object.fromEntries(end.outputs)).toMatchObject({ result: 'error', findings: '', 'image-id': '' });
      expect(end.summary).toMatch(/could not check[^]*Interrupted/);
      expect([...fake.state.comments.values()]).toEqual([earlier]);
      expect(fake.state.checkRuns.size).toBe(0);
    } finally {
      await engine.close();
    }
  },
);
