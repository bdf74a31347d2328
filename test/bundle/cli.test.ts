import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  copyOfDist,
  engineSizeBytes,
  expectStatus,
  folderOf,
  nodes,
  smallDockerfile,
  start,
  version,
} from './bundle.ts';
import type { Ended } from './bundle.ts';

let dist: ReturnType<typeof copyOfDist>;
beforeAll(() => {
  dist = copyOfDist();
});
afterAll(() => dist[Symbol.dispose]());

const report = z.object({
  outcome: z.string(),
  exitStatus: z.number(),
  images: z.array(
    z.object({
      variants: z.array(z.object({ name: z.string(), measurement: z.object({ unpackedBytes: z.number() }) })),
      findings: z.array(z.object({ rule: z.string() })),
    }),
  ),
});
const reportOf = ({ stdout }: Ended) => report.parse(JSON.parse(stdout));
const limit = (max: string): string =>
  `version: 1\nimages:\n  small: { dockerfile: Dockerfile }\npolicy:\n  rules:\n    max-unpacked-size: [error, { max: ${max} }]\n`;

describe.each(nodes)('the command line on Node.js $major', ({ path }) => {
  const cli = (
    args: readonly string[],
    files: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ended> => {
    const folder = folderOf(files);
    return start(path, [join(dist.path, 'cli.cjs'), ...args], { cwd: folder.path, environment }).finally(() =>
      folder[Symbol.dispose](),
    );
  };

  test.each(['stdout', 'stderr'] as const)(
    'runs to its own end though whoever reads its %s goes away',
    async (name) => {
      using folder = folderOf({ Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '' });
      const wanted = ['check', '--no-build', '--warn-only', '--progress', 'plain', '--output', 'html=kept.html'];
      const child = spawn(path, [join(dist.path, 'cli.cjs'), ...wanted], { cwd: folder.path });
      child[name].destroy();
      child[name === 'stdout' ? 'stderr' : 'stdout'].resume();
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(readFileSync(join(folder.path, 'kept.html'), 'utf8')).toContain('</html>');
    },
  );

  test('prints its version', async () => {
    await expect(cli(['--version'])).resolves.toEqual({ exitStatus: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each(['check', 'inspect', 'compare', 'dockerfile', 'policy', 'report'])('--help names %s', async (command) => {
    const { exitStatus, stdout, stderr } = await cli(['--help']);
    expect({ exitStatus, stderr }).toEqual({ exitStatus: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test.each([
    ['an unknown command', ['chek'], {}, {}, 'There is no command "chek"'],
    ['an unknown flag, with the one that was meant', ['check', '--buildarg', 'A=1'], {}, {}, '--build-arg'],
    ['a folder without a Dockerfile', ['check', '.'], {}, {}, 'Dockerfile'],
    ['a Dockerfile that does not parse', ['check', '.'], { Dockerfile: 'FRM x\n' }, {}, 'Dockerfile:1'],
    [
      'an unknown key, with its line and column',
      ['check'],
      { Dockerfile: 'FROM scratch\n', 'plimsoll.yml': 'version: 1\nimagse: {}\n' },
      {},
      'plimsoll.yml:2:1',
    ],
    [
      'an engine that is not there',
      ['check', '.'],
      { Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' },
      { DOCKER_HOST: 'unix:///nonexistent/docker.sock' },
      'unix:///nonexistent/docker.sock',
    ],
    [
      'a step of the build that fails, with its line',
      ['check', '.'],
      { Dockerfile: 'FROM plimsoll-base:busybox\nRUN echo about to fail && exit 7\n' },
      {},
      'Dockerfile:2',
    ],
  ])('ends with 2 for %s', async (_, args, files, environment, words) => {
    const { exitStatus, stdout, stderr } = await cli(args, files, environment);
    expect({ exitStatus, stdout }).toEqual({ exitStatus: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('gates a small image, single-stage beside multi-stage, to the byte', async () => {
    const ended = await cli(['check', '--format', 'json'], {
      Dockerfile: smallDockerfile,
      'plimsoll.yml': limit('10 MB'),
    });
    expectStatus(ended, 0);
    const base = engineSizeBytes('plimsoll-base:busybox');
    const [image] = reportOf(ended).images;
    const sizes = image?.variants.map(({ name, measurement }) => [name, measurement.unpackedBytes]);
    expect(sizes).toEqual([
      ['multi-stage', base + 3],
      ['single-stage', base + 3_000_003],
    ]);
  });

  test('ends with 1 when the policy fails, and says which rule', async () => {
    const ended = await cli(['check', '--format', 'json'], {
      Dockerfile: smallDockerfile,
      'plimsoll.yml': limit('1 MB'),
    });
    expectStatus(ended, 1);
    const { outcome, exitStatus, images } = reportOf(ended);
    expect({ outcome, exitStatus }).toEqual({ outcome: 'fail', exitStatus: 1 });
    expect(images.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(['max-unpacked-size']);
  });

  test('ends with 130 when it is told to stop in the middle of a build', async () => {
    using folder = folderOf({ Dockerfile: 'FROM plimsoll-base:busybox\nRUN echo asleep && sleep 60\n' });
    const stop = { when: 'asleep', signal: 'SIGTERM' } as const;
    const args = [join(dist.path, 'cli.cjs'), 'check', '.', '--progress', 'plain', '--no-cache'];
    const ended = await start(path, args, { cwd: folder.path, stop });
    expect(ended).toMatchObject({ exitStatus: 130, stdout: '' });
  });

  test('writes the same report to a file as to standard output', async () => {
    const folder = folderOf({ Dockerfile: smallDockerfile, 'plimsoll.yml': limit('10 MB') });
    const args = ['check', '--format', 'json', '--output', 'json=report.json'];
    const { stdout } = await start(path, [join(dist.path, 'cli.cjs'), ...args], { cwd: folder.path });
    expect(stdout).not.toBe('');
    expect(readFileSync(join(folder.path, 'report.json'), 'utf8')).toBe(stdout);
    folder[Symbol.dispose]();
  });
});
