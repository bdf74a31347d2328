import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineSource } from '../../src/adapters/engine/source.ts';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import { openBuildx, type Buildx } from '../support/buildx.ts';
import { openBench, type Bench } from '../support/engine.ts';
import { hasFurtherEngines, startFurtherEngine, type FurtherEngine } from '../support/further-engine.ts';
import { cases } from './dockerfile-cases.ts';
import { newestCases } from './dockerfile-newest-cases.ts';
import { predictedAndBuilt, filesFor } from './dockerfile-told.ts';

const never = new AbortController().signal;

// The machine's own engine knows neither heredocs nor --link; the newest one is started beside it where it can be.
describe.runIf(hasFurtherEngines)('built by the newest BuildKit (needs a further engine)', () => {
  let further: FurtherEngine;
  let bench: Bench;
  let buildx: Buildx;
  let count = 0;
  beforeAll(async () => {
    further = await startFurtherEngine('28');
    bench = await openBench(further.engine);
    buildx = openBuildx('/var/tmp/engines/28/docker.sock');
  }, 300_000);
  afterAll(async () => {
    buildx.close();
    await bench.close();
    await further.stop();
  }, 60_000);

  test.each(Object.entries({ ...cases, ...newestCases }))('config and lines are as predicted: %s', async (_, row) => {
    const text = row.text.replaceAll('BASE', bench.base);
    const buildArgs = Object.fromEntries(
      Object.entries(row.buildArgs ?? {}).map(([name, value]) => [name, value.replaceAll('BASE', bench.base)]),
    );
    const target = row.target === undefined ? {} : { target: row.target };
    count += 1;
    const reference = `plimsoll-${bench.run.runId}:newest-${count}`;
    await buildx.build(bench.folder(await filesFor(text)), [
      '-t',
      reference,
      '--load',
      '--provenance=false',
      ...Object.entries(buildArgs).map(([name, value]) => `--build-arg=${name}=${value}`),
      ...(row.target === undefined ? [] : [`--target=${row.target}`]),
    ]);
    const image = await engineSource(bench.engine, bench.run).open({ kind: 'engine', reference }, undefined, never);
    const told = await predictedAndBuilt(image, describeDockerfile(text, 'Dockerfile', { buildArgs, ...target }));
    expect(told.predicted).toEqual(told.built);
  });
});
