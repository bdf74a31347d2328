import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildArguments, buildEnvironment } from '../../../src/adapters/buildx/command.ts';
import { needsCredentials } from '../../../src/adapters/buildx/credentials.ts';
import { readRawProgress } from '../../../src/adapters/buildx/status.ts';
import { followBuild } from '../../../src/adapters/build-follower.ts';
import type { BuildRequest } from '../../../src/ports.ts';
import { recordedProgress } from '../../support/progress.ts';

const dir = mkdtempSync(join(tmpdir(), 'plimsoll-buildx-'));
afterAll(() => rmSync(dir, { recursive: true }));
const request = (more: Partial<BuildRequest> = {}): BuildRequest => ({
  contextDir: '/ctx',
  dockerfile: join(dir, 'Dockerfile'),
  buildArgs: {},
  builder: 'auto',
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  buildContexts: {},
  noCache: false,
  pull: false,
  ...more,
});

describe('the command', () => {
  test('values stick to their flags, and the folder stands behind --', () => {
    const asked = request({
      target: '--push',
      buildArgs: { A: '1 2' },
      secrets: ['id=s,env=S'],
      buildContexts: { c: '/d' },
      contextDir: '-x',
      noCache: true,
    });
    expect(buildArguments({ kind: 'buildx', statusAsJson: true }, asked, 't:1', '/id')).toEqual([
      'buildx',
      'build',
      '--load',
      '--progress=rawjson',
      '--iidfile=/id',
      `--file=${join(dir, 'Dockerfile')}`,
      '--tag=t:1',
      '--build-arg=A=1 2',
      '--target=--push',
      '--secret=id=s,env=S',
      '--build-context=c=/d',
      '--no-cache',
      '--',
      '-x',
    ]);
  });

  test('an old docker command builds by itself, in plain words', () => {
    expect(buildArguments({ kind: 'docker-build' }, request(), 't:1', '/id').slice(0, 2)).toEqual([
      'build',
      '--progress=plain',
    ]);
  });

  test('a secret that is asked for by name is handed on, no other', () => {
    const environment = { GITHUB_TOKEN: 'a', GITHUB_OUTPUT: 'b', HOME: '/h' };
    expect(buildEnvironment(environment, request({ secrets: ['id=x,env=GITHUB_TOKEN'] }))).toEqual({
      GITHUB_TOKEN: 'a',
      HOME: '/h',
      DOCKER_BUILDKIT: '1',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    });
  });
});

describe('credentials are needed', () => {
  test.each([
    ['for a private registry that is known', 'FROM ghcr.io/a/b', { auths: { 'ghcr.io': {} } }, true],
    ['for Docker Hub by its old name', 'FROM debian', { auths: { 'https://index.docker.io/v1/': {} } }, true],
    [
      'with a helper for one registry',
      'FROM x.amazonaws.com/b AS a\nFROM a',
      { credHelpers: { 'x.amazonaws.com': 'ecr-login' } },
      true,
    ],
    [
      'for an image that a COPY takes from',
      'FROM scratch\nCOPY --from=ghcr.io/a/b /x /x',
      { auths: { 'ghcr.io': {} } },
      true,
    ],
    ['when a variable hides the registry', 'ARG B\nFROM ${B}', { auths: { 'ghcr.io': {} } }, true],
    ['not for other registries', 'FROM debian', { auths: { 'ghcr.io': {} } }, false],
    ['not for stages and scratch', 'FROM scratch AS docker.io\nFROM docker.io', { auths: { 'docker.io': {} } }, false],
    ['not without any', 'FROM debian', {}, false],
  ])('%s', async (_what, dockerfile, config, expected) => {
    writeFileSync(join(dir, 'Dockerfile'), dockerfile);
    writeFileSync(join(dir, 'config.json'), JSON.stringify(config));
    expect(await needsCredentials(request(), { DOCKER_CONFIG: dir })).toBe(expected);
  });
});

const follow = (
  text: string,
  asText: boolean,
): {
  words: readonly string[];
  outcome: ReturnType<ReturnType<typeof followBuild>['outcome']>;
  lines: readonly string[];
} => {
  const progress = recordedProgress();
  const follower = followBuild(progress);
  const raw = readRawProgress(follower, asText);
  for (const byte of Buffer.from(text)) raw.bytes(Uint8Array.of(byte));
  const words = raw.end();
  follower.failed('no');
  return { words, outcome: follower.outcome(), lines: progress.lines };
};

describe('what the command prints', () => {
  test('JSON statuses and its own last words', () => {
    const started = '2026-01-01T00:00:00Z';
    const status = {
      vertexes: [{ digest: 'd', name: '[1/2] RUN é', started, completed: started, error: 'exit code: 4' }],
      logs: [{ vertex: 'd', data: Buffer.from('é\n').toString('base64') }],
    };
    expect(follow(`${JSON.stringify(status)}\nERROR: failed to solve`, false)).toMatchObject({
      words: ['ERROR: failed to solve'],
      lines: ['é'],
      outcome: { failure: { step: '[1/2] RUN é', output: ['é'] } },
    });
  });

  test('plain statuses', () => {
    const text =
      '#5 [2/3] RUN x\n#5 sha256:ab\n#5 0.215 out\n#5 ERROR: exit code: 4\n------\n > [2/3] RUN x:\nfailed: exit code: 4\n';
    expect(follow(text, true)).toMatchObject({
      lines: ['out'],
      outcome: { failure: { step: '[2/3] RUN x', output: ['out'] } },
    });
    expect(follow(text, true).words.at(-1)).toBe('failed: exit code: 4');
  });
});
