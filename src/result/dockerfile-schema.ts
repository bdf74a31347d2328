import { z } from 'zod';
import type { DockerfileReport, InstructionReport } from './dockerfile.ts';

const line = z.int().positive();
const index = z.int().nonnegative();
const range = { startLine: line, endLine: line };
const words = z.array(z.string());

const instruction: z.ZodType<InstructionReport> = z.object({
  keyword: z.string(),
  startLine: line,
  startColumn: z.int(),
  endLine: line,
  endColumn: z.int(),
  flags: words,
  form: z.enum(['shell', 'json']),
  arguments: words,
  heredocs: z.array(z.object({ name: z.string(), content: z.string() })),
  onbuild: z.lazy(() => instruction.nullable()),
  stage: index.nullable(),
  original: z.string(),
});

const stage = z.object({
  index,
  name: z.string().nullable(),
  base: z.object({ reference: z.string().nullable(), stage: index.nullable(), written: z.string() }),
  platform: z.string().nullable(),
  expandedPlatform: z.string().nullable(),
  ...range,
  baseTriggers: words.exactOptional(),
  copiesFrom: z.array(
    z.object({
      stage: index.nullable(),
      reference: z.string().nullable(),
      line,
      via: z.enum(['copy', 'mount']),
    }),
  ),
});

const finalConfig = z.object({
  stage: index,
  user: z.string().nullable(),
  entrypoint: words.nullable(),
  cmd: words.nullable(),
  workingDir: z.string().nullable(),
  env: words,
  exposedPorts: words,
  volumes: words,
  labels: z.record(z.string(), z.string()),
  healthcheck: z.object({ test: words }).nullable(),
  stopSignal: z.string().nullable(),
  shell: words.nullable(),
  onBuild: words,
  lines: z.partialRecord(z.enum(['user', 'entrypoint', 'cmd', 'workingDir', 'healthcheck']), z.object(range)),
  emptied: z.array(z.enum(['user', 'entrypoint', 'cmd'])),
});

/** The JSON of `plimsoll dockerfile` as a schema; what each field means is said at {@link DockerfileReport}. */
export const dockerfileReport = z.object({
  schemaVersion: z.literal(1),
  file: z.string(),
  directives: z.record(z.string(), z.string()),
  globalArgs: z.array(z.object({ name: z.string(), value: z.string().nullable(), line })),
  instructions: z.array(instruction),
  stages: z.array(stage),
  final: finalConfig,
  singleStage: index.nullable(),
  target: index,
  unusedStages: z.array(index),
  buildOrder: z.array(z.array(index)),
  history: z.array(
    z.object({ keyword: z.string(), createdBy: z.string(), text: z.string(), emptyLayer: z.boolean(), ...range }),
  ),
}) satisfies z.ZodType<DockerfileReport>;
