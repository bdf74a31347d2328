import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineBuilder } from '../../src/adapters/engine/build.ts';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import { buildRequest, openBench, type Bench } from '../support/engine.ts';
import { recordedProgress } from '../support/progress.ts';
import { cases, type DockerfileCase } from './dockerfile-cases.ts';
import { predictedAndBuilt, filesFor, tarOf } from './dockerfile-told.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const never = new AbortController().signal;
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

    const told = await predictedAndBuilt(image, report);
    expect(told.predicted).toEqual(told.built);
  });
});

async function buildWithBuildKit(text: string, { buildArgs = {}, target }: DockerfileCase): Promise<string> {
  const request = buildRequest(bench.folder(await filesFor(text)), {
    buildArgs,
    ...(target !== undefined && { target }),
  });
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
    { what: 'building', method: 'POST', path: '/build', query, tar: tarOf(await filesFor(text)) },
    never,
  );
  let log = '';
  for await (const chunk of answer) log += Buffer.from(chunk).toString();
  if (log.includes('"errorDetail"')) throw new Error(log.slice(-2000));
  return tag;
}
