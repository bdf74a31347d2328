import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startFakeGithub, type FakeGithub } from '../support/github/fake-github.ts';
import { shaOf } from '../support/github/publishing.ts';
import { runStep } from '../support/runner.ts';
import { copyOfDist, defaultInputs, expectStatus, folderOf, nodes } from './bundle.ts';

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

const canaries = {
  argument: 'canary-Argument+1/x?y',
  long: 'canary-Long/+?9'.repeat(9),
  innocent: 'q8Zt4LmX7vKc2Rw9',
  short: 'pa55w',
  quoted: "canary'Quoted $4 x",
  environment: 'canary-Environment+5/x?y',
};
const lines = (value: string, encoding: 'base64' | 'hex', columns: number): readonly string[] =>
  Buffer.from(value)
    .toString(encoding)
    .match(new RegExp(`.{${columns}}`, 'g')) ?? [];
/** How a secret may come out: as it is, and as programs pass things on. */
const forms = [
  ...Object.values(canaries).flatMap((canary) => [canary, encodeURIComponent(canary), canary.replaceAll("'", "'\\''")]),
  ...Object.values(canaries)
    .filter(({ length }) => length > 8)
    .flatMap((canary) => [Buffer.from(canary).toString('base64').slice(0, -4), Buffer.from(canary).toString('hex')]),
  ...lines(canaries.long, 'base64', 76),
  ...lines(canaries.long, 'base64', 20),
];

const dockerfile = (last: string): string => `FROM plimsoll-base:busybox
ARG NPM_TOKEN
ARG LONG_TOKEN
ARG SETTING
ARG PIN_PASSWORD
ARG QUOTED_TOKEN
RUN exec 2>&1; set -x; echo "$NPM_TOKEN"; echo -n "$LONG_TOKEN" | base64; echo -n "$LONG_TOKEN" | base64 -w 20; \\
    echo "$SETTING and $PIN_PASSWORD"; echo "$QUOTED_TOKEN"; env
ENV BORROWED=$NPM_TOKEN OTHER=$SETTING
LABEL org.example.borrowed=$LONG_TOKEN
WORKDIR /$SETTING
EXPOSE 22
${last}
ENTRYPOINT ["/bin/cat", "/hello"]
`;
const formats = ['json', 'markdown', 'sarif', 'junit', 'html', 'github', 'table'];
const config = 'version: 1\npolicy: { extends: strict }\n';

test.each([
  ['passes through a build', 'STOPSIGNAL 9', 1],
  ['fails a build', 'RUN echo "failing with $NPM_TOKEN $SETTING" && false', 2],
])('a secret that %s is in nothing the action writes or sends', async (_, last, status) => {
  using folder = folderOf({ Dockerfile: dockerfile(last), 'plimsoll.yml': config });
  const repo = { full_name: 'acme/api', name: 'api', owner: { login: 'acme' }, fork: false };
  fake.state.pulls.set(1, { number: 1, headSha: shaOf(1) });
  fake.state.commits.set(shaOf(9), { 'plimsoll.yml': { content: config } });
  const { DOCKER_HOST } = process.env;
  const end = await runStep({
    program: nodes.at(-1)?.path ?? 'node',
    args: [join(dist.path, 'action.cjs')],
    inputs: {
      ...defaultInputs('action.yml'),
      'github-token': 'token-of-the-job',
      'check-name': 'image gate',
      progress: 'plain',
      // A step that is not run prints nothing.
      'no-cache': 'true',
      'build-args': `NPM_TOKEN=${canaries.argument}\nLONG_TOKEN=${canaries.long}\nSETTING=${canaries.innocent}\nPIN_PASSWORD=${canaries.short}\nQUOTED_TOKEN=${canaries.quoted}`,
      output: formats.map((format) => `${format}=report.${format}`).join('\n'),
    },
    eventName: 'pull_request',
    event: {
      action: 'synchronize',
      number: 1,
      repository: repo,
      pull_request: {
        number: 1,
        head: { sha: shaOf(1), ref: 'change', repo },
        base: { sha: shaOf(9), ref: 'main', repo },
      },
    },
    apiUrl: fake.apiUrl,
    repository: 'acme/api',
    cwd: folder.path,
    environment: {
      ...(DOCKER_HOST !== undefined && { DOCKER_HOST }),
      SOME_API_KEY: canaries.environment,
    },
  });
  expectStatus(end, status);
  const files = readdirSync(folder.path).filter((name) => name.startsWith('report.'));
  expect(files).toHaveLength(status === 1 ? formats.length : 0);
  // What the runner is told to mask stands in the command that says so, and nowhere else.
  const log = `${end.stdout}\n${end.stderr}`.replaceAll(/^::add-mask::.*$/gm, '');
  const sent = JSON.stringify([...fake.state.comments.values(), ...fake.state.checkRuns.values()]);
  const places = {
    log,
    annotations: JSON.stringify(end.commands.filter(({ name }) => name !== 'add-mask')),
    summary: end.summary,
    outputs: JSON.stringify([...end.outputs]),
    sent,
    ...Object.fromEntries(files.map((name) => [name, readFileSync(join(folder.path, name), 'utf8')])),
  };
  expect(fake.state.comments.size).toBe(status === 1 ? 1 : 0);
  // What the step printed did come through, shorn.
  expect(log).toMatch(/\n(?:#\d+ )?(?:[\d.]+ )?\(16 characters, not shown\) and \(5 characters, not shown\)/);
  const found = Object.entries(places).flatMap(([place, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${place}: ${form}`),
  );
  expect(found).toEqual([]);
});
