import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { attributeLayers, ownLayers } from '../../src/dockerfile/attribute.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { OpenImage } from '../../src/ports.ts';
import type { DockerfileReport } from '../../src/result/dockerfile.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { cases, type DockerfileCase } from './dockerfile-cases.ts';

let bench: Bench;
let archive: string;
beforeAll(async () => {
  bench = await openBench();
  archive = Buffer.concat(await tarOf({ L2: 'x' }).toArray()).toString('latin1');
});
afterAll(() => bench.close());

const never = new AbortController().signal;
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const builders = { buildkit: buildWithBuildKit, classic: buildClassically };
const rows = Object.entries(cases).flatMap(([name, row]) =>
  (['buildkit', 'classic'] as const).filter((by) => by === (row.only ?? by)).map((by) => [by, name, row] as const),
);

// What the engine built is the second source: its config, and files in the layers that name the line that made them.
describe.each(rows)('%s: %s', (by, _, row) => {
  test('config and lines are as predicted', async () => {
    const text = row.text.replaceAll('BASE', bench.base);
    const buildArgs = Object.fromEntries(
      Object.entries(row.buildArgs ?? {}).map(([name, value]) => [name, value.replaceAll('BASE', bench.base)]),
    );
    const options = { buildArgs, ...(row.target !== undefined && { target: row.target }) };
    const reference = await builders[by](text, { ...row, buildArgs });
    const image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
    const report = describeDockerfile(text, 'Dockerfile', options);

    expect(predicted(report)).toEqual(built(image));
    const lines = attributeLayers(image.facts.history, report);
    const told = (await image.readLayers(never)).map(({ paths }) => makerOf(paths));
    const base = new Set(report.stages.map(({ startLine }) => startLine));
    expect(
      lines.map((line, at) => (told[at] === 'base' && base.has(line?.startLine ?? 0) ? 'base' : line?.startLine)),
    ).toEqual(told.map((maker, at) => maker ?? lines[at]?.startLine ?? 'left out'));
    expect(ownLayers(image.facts.history, report)).toBe(told.filter((maker) => maker !== 'base').length);
  });
});

/** The line that a layer's files name; undefined for a layer without such a file. */
function makerOf(paths: readonly string[]): number | 'base' | undefined {
  if (paths.includes('bin/busybox')) return 'base';
  const named = paths.flatMap((path) => /(?:^|\/)L(\d+)[^/]*$/.exec(path)?.[1] ?? []);
  return named.length > 0 ? Number(named.at(-1)) : undefined;
}

function predicted({ final }: DockerfileReport) {
  const { user, workingDir, env, exposedPorts, volumes, labels, healthcheck, stopSignal, shell, onBuild } = final;
  return {
    user: user ?? '',
    entrypoint: final.entrypoint ?? [],
    cmd: final.cmd ?? [],
    workingDir: workingDir ?? '/',
    env: (env.some((entry) => entry.startsWith('PATH=')) ? env : [defaultPath, ...env]).toSorted(),
    exposedPorts: exposedPorts.toSorted(),
    volumes: volumes.toSorted(),
    labels,
    healthcheck: healthcheck?.test ?? [],
    stopSignal: stopSignal ?? '',
    shell: shell ?? [],
    onBuild,
  };
}

function built({ facts }: OpenImage): ReturnType<typeof predicted> {
  const { config } = facts;
  return {
    user: config.user,
    entrypoint: config.entrypoint ?? [],
    cmd: config.cmd ?? [],
    workingDir: config.workingDir || '/',
    env: config.env.toSorted(),
    exposedPorts: config.exposedPorts.toSorted(),
    volumes: config.volumes.toSorted(),
    labels: Object.fromEntries(Object.entries(config.labels).filter(([name]) => !name.startsWith('dev.plimsoll.'))),
    healthcheck: config.healthcheck?.test ?? [],
    stopSignal: config.stopSignal ?? '',
    shell: config.shell ?? [],
    onBuild: config.onBuild ?? [],
  };
}

function filesFor(text: string): Readonly<Record<string, string>> {
  return { Dockerfile: text, f: 'f', 'dir/g': 'g', 'L2.tar': archive };
}

function tarOf(files: Readonly<Record<string, string>>): Readable {
  const tar = pack();
  for (const [name, text] of Object.entries(files)) tar.entry({ name }, text);
  tar.finalize();
  return Readable.from(tar);
}

async function buildWithBuildKit(text: string, { buildArgs = {}, target }: DockerfileCase): Promise<string> {
  const request = buildRequest(bench.folder(filesFor(text)), { buildArgs, ...(target !== undefined && { target }) });
  return (await engineBuilder(bench.engine, bench.run, recordedProgress()).build(request, never)).reference;
}

let count = 0;
async function buildClassically(text: string, { buildArgs = {}, target }: DockerfileCase): Promise<string> {
  count += 1;
  const tag = `plimsoll-${bench.run.runId}:classic-${count}`;
  const query = {
    t: tag,
    version: '1',
    rm: '1',
    buildargs: JSON.stringify(buildArgs),
    ...(target !== undefined && { target }),
  };
  const answer = await bench.engine.stream(
    { what: 'building', method: 'POST', path: '/build', query, tar: tarOf(filesFor(text)) },
    never,
  );
  let log = '';
  for await (const chunk of answer) log += Buffer.from(chunk).toString();
  if (log.includes('"errorDetail"')) throw new Error(log.slice(-2000));
  return tag;
}
