import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeDockerfile } from '../../src/dockerfile/report.ts';
import type { DockerfileReport } from '../../src/result/dockerfile.ts';
import { openBuildx, type Buildx } from '../support/buildx.ts';
import { hasFurtherEngines, startFurtherEngine, type FurtherEngine } from '../support/further-engine.ts';
import { cases } from './dockerfile-cases.ts';
import { newestCases } from './dockerfile-newest-cases.ts';

const place = z.object({ ranges: z.array(z.object({ start: z.object({ line: z.number() }) })) });
const targets = z.object({
  targets: z.array(z.object({ name: z.string().optional(), default: z.boolean().optional(), location: place })),
});
const outline = z.object({ args: z.array(z.object({ name: z.string(), location: place })).optional() });
const lineOf = ({ ranges }: z.output<typeof place>): number | undefined => ranges[0]?.start.line;

// The newest engine's frontend reads the same Dockerfiles and says what it understood; the machine's own is too old to be asked.
describe.runIf(hasFurtherEngines)('docker buildx build --call (needs a further engine)', () => {
  let further: FurtherEngine;
  let buildx: Buildx;
  let folder: string;
  beforeAll(async () => {
    further = await startFurtherEngine('28');
    buildx = openBuildx('/var/tmp/engines/28/docker.sock');
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-call-'));
  }, 300_000);
  afterAll(async () => {
    buildx.close();
    rmSync(folder, { recursive: true });
    await further.stop();
  }, 60_000);

  test.each(Object.entries({ ...cases, ...newestCases }))(
    'tells the same stages and arguments: %s',
    async (name, row) => {
      const text = row.text.replaceAll('BASE', 'scratch');
      const buildArgs = Object.fromEntries(
        Object.entries(row.buildArgs ?? {}).map(([arg, value]) => [arg, value.replaceAll('BASE', 'scratch')]),
      );
      const own = join(folder, name.replaceAll(/\W+/g, '-'));
      mkdirSync(own);
      writeFileSync(join(own, 'Dockerfile'), text);
      const options = [
        ...Object.entries(buildArgs).map(([arg, value]) => `--build-arg=${arg}=${value}`),
        ...(row.target === undefined ? [] : [`--target=${row.target}`]),
      ];
      const report = describeDockerfile(text, 'Dockerfile', {
        buildArgs,
        ...(row.target !== undefined && { target: row.target }),
      });

      const { targets: told } = targets.parse(await buildx.call('targets', own, options));
      expect(told.map((stage) => [stage.name ?? null, lineOf(stage.location)])).toEqual(
        report.stages.map((stage) => [stage.name, stage.startLine]),
      );
      const { args = [] } = outline.parse(await buildx.call('outline', own, options));
      const declared = declaredArgs(report);
      expect(args.filter((arg) => !declared.has(`${arg.name}:${lineOf(arg.location)}`))).toEqual([]);
      expect([...namesIn(report)].filter((arg) => !args.some((one) => one.name === arg))).toEqual([]);
    },
  );
});

/** `NAME:LINE` of every ARG the target can see. */
function declaredArgs(report: DockerfileReport): ReadonlySet<string> {
  return new Set([
    ...report.globalArgs.map(({ name, line }) => `${name}:${line}`),
    ...stageArgs(report).map(({ name, line }) => `${name}:${line}`),
  ]);
}

/** The platform's own are no arguments of the author's, and are not told. */
function namesIn(report: DockerfileReport): ReadonlySet<string> {
  const names = stageArgs(report).map(({ name }) => name);
  return new Set(names.filter((name) => !/^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)));
}

/** ARGs of the stages the target needs. */
function stageArgs({ instructions, unusedStages }: DockerfileReport) {
  return instructions
    .filter(({ keyword, stage }) => keyword === 'ARG' && stage !== null && !unusedStages.includes(stage))
    .flatMap((instruction) =>
      instruction.arguments.map((word) => ({ name: word.split('=')[0] ?? '', line: instruction.startLine })),
    );
}
