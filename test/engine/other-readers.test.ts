import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { fileSource } from '../../src/adapters/files/images.ts';
import { examine } from '../../src/check/examine.ts';
import type { Examined } from '../../src/check/examined.ts';
import type { OpenImage } from '../../src/ports.ts';
import { archiveOf, oldDockerFiles } from '../support/archives.ts';
import { docker, exportOf, python, seen, toldTree } from '../support/container-tree.ts';
import { openBench, type Bench } from '../support/engine.ts';
import { record, tarFile, tarOf } from '../support/tar.ts';

const never = new AbortController().signal;

/** What people do to a Debian base, and what makes layers hard to read. */
const dockerfile = `FROM plimsoll-base:debian
RUN dpkg --force-all --purge mount
RUN chmod -R g+w /etc/apt /usr/sbin && chown 1000:1000 /var/log
RUN rm -rf /usr/share/doc && mkdir /usr/share/doc && echo kept > /usr/share/doc/kept
RUN rm -rf /usr/share/locale
RUN mkdir -p /opt/links && echo target > /opt/links/a && ln /opt/links/a /opt/links/b && ln -s a /opt/links/c && ln /etc/passwd /opt/links/passwd
RUN truncate -s 3000000 /opt/holes && mkfifo /opt/pipe
RUN rm -f /etc/issue && mkdir /etc/issue && rm -r /var/log && ln -s /tmp /var/log
RUN d=$(printf '%0200d' 0) && mkdir -p "/opt/$d/$d" && echo deep > "/opt/$d/$d/$d" && echo odd > "/opt/$(printf 'not \\377 UTF-8')" && echo odd > "/opt/$(printf 'two\\nlines é')"
RUN dpkg-divert --quiet --local --rename --add /usr/bin/yes && printf 'not %020d' 0 > /usr/bin/yes
RUN dpkg-divert --quiet --package tar --rename --divert /usr/bin/tac.gone --add /usr/bin/tac && printf 'nor %030d' 0 > /usr/bin/tac
RUN echo more > /opt/links/a
ENV A=b
`;

/** Made by the engine in every container, over whatever the image has there. */
const ofContainers = /^(?:\.dockerenv|dev(?:\/.*)?|proc|sys|etc\/(?:hostname|hosts|resolv\.conf|mtab))$/;

const layout = z.object({
  tree: toldTree,
  diffIds: z.array(z.string()),
  unpackedBytes: z.array(z.number()),
  visibleBytes: z.number(),
  pullBytes: z.number(),
});

let bench: Bench;
let folder: string;
let reference: string;
let image: OpenImage;
let ours: Examined;

beforeAll(async () => {
  bench = await openBench();
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-other-readers-'));
  reference = `plimsoll-${bench.run.runId}:other-readers`;
  const args = ['build', '-q', '-t', reference, bench.folder({ Dockerfile: dockerfile })];
  // The engine's own figure leaves out what symbolic links take in layers that BuildKit made.
  execFileSync('docker', args, {
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
  ours = await examine(image, { reads: [] }, never);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

const withoutContainers = (all: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(all).filter(([path]) => path !== '' && !ofContainers.test(path)));

test('the engine’s own size is what the layers unpack to', () => {
  const size = Number(docker('image', 'inspect', '--format', '{{.Size}}', reference));
  expect(ours.measurement.unpackedBytes).toBe(size);
});

test('what a container of it holds is what is visible', () => {
  const exported = exportOf(reference, folder);
  expect(Object.keys(exported).length).toBeGreaterThan(3_000);
  expect(withoutContainers(exported)).toEqual(withoutContainers(seen(ours)));
});

test('a file has the mode and owner that its last name states, in a container and here', async () => {
  const tag = `plimsoll-${bench.run.runId}:names`;
  const layer = tarOf(
    tarFile('tool', 'x', { mode: 0o755 }),
    record({ name: 'as-root', linkName: 'tool', type: '1', mode: 0o4755, uid: 7, gid: 8 }),
    tarFile('setuid', 'x', { mode: 0o4755, uid: 9 }),
    record({ name: 'not-any-more', linkName: 'setuid', type: '1', mode: 0o755 }),
  );
  const path = join(folder, 'names.tar');
  writeFileSync(path, archiveOf(oldDockerFiles({ tags: [tag], layers: [layer] })));
  docker('load', '-q', '-i', path);
  const source = engineSource(bench.engine, bench.run);
  const opened = await source.open({ kind: 'engine', reference: tag }, undefined, never);
  const exported = exportOf(tag, folder);
  expect(exported).toMatchObject({ tool: { mode: 0o4755, uid: 7, gid: 8 }, setuid: { mode: 0o755, uid: 0 } });
  // The container has an `etc` of its own.
  const { etc: _etc, ...held } = withoutContainers(exported);
  expect(seen(await examine(opened, { reads: [] }, never))).toEqual(held);
});

test('Python stacks the layers of skopeo’s copy to the same tree and the same numbers', async () => {
  const to = join(folder, 'layout');
  execFileSync('skopeo', ['copy', '-q', '--dest-compress-level', '1', `docker-daemon:${reference}`, `oci:${to}`]);
  const theirs = layout.parse(python('layout', to));
  const { '': _root, ...below } = theirs.tree;
  expect(below).toEqual(seen(ours));
  expect(theirs.diffIds).toEqual(image.facts.diffIds);
  const { measurement } = await examine(
    await fileSource().open({ kind: 'oci', path: to }, undefined, never),
    { reads: [] },
    never,
  );
  expect({
    unpackedBytes: theirs.unpackedBytes,
    visibleBytes: theirs.visibleBytes,
    pullBytes: theirs.pullBytes,
  }).toEqual({
    unpackedBytes: measurement.perLayer.map(({ unpackedBytes }) => unpackedBytes),
    visibleBytes: measurement.visibleBytes,
    pullBytes: measurement.pull?.bytes,
  });
  expect(measurement.visibleBytes).toBe(ours.measurement.visibleBytes);
});

describe('packages', () => {
  const run = (script: string): readonly string[] =>
    docker('run', '--rm', '--network=none', reference, 'sh', '-c', script).trim().split('\n');

  test('are those that dpkg-query lists', () => {
    const listed = run("dpkg-query -W -f '${Package} ${Version} ${Architecture}\\n'");
    expect(listed.length).toBeGreaterThan(50);
    expect(listed.some((line) => line.startsWith('mount '))).toBe(false);
    const { packages } = ours.measurement;
    expect(packages.map(({ name, version, architecture }) => `${name} ${version} ${architecture}`).toSorted()).toEqual(
      listed.toSorted(),
    );
  });

  test('take what stat tells of the files that dpkg-query lists', () => {
    const script = `for p in $(dpkg-query -W -f '\${Package}\\n' | LC_ALL=C sort); do
      dpkg-query -L $p | awk '/^\\//{if(p)print p;p=$0} /^(locally )?diverted /{sub(/.* to: /,"");p=$0} END{print p}' |
        xargs -d '\\n' stat -c "$p %s %i %F" 2>/dev/null || true
    done`;
    const bytes = new Map<string, number>();
    const inodes = new Set<string>();
    for (const line of run(script)) {
      const [name = '', size, inode = '', type] = line.split(' ');
      if (type === 'directory' || inodes.has(inode)) continue;
      inodes.add(inode);
      bytes.set(name, (bytes.get(name) ?? 0) + Number(size));
    }
    const own = ours.measurement.packages.filter((one) => one.bytes > 0).map((one) => [one.name, one.bytes] as const);
    expect(own.length).toBeGreaterThan(50);
    expect(own).toEqual([...bytes].filter(([, sum]) => sum > 0));
  });
});
