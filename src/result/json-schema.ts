import { z } from 'zod';
import { auditResult } from './audit.ts';
import { dockerfileReport } from './dockerfile-schema.ts';
import { digest } from './measurement.ts';
import type { CompareResult, InspectResult } from './inspection.ts';
import { noiseResult } from './noise.ts';
import { problemsResult } from './problems.ts';
import { checkResult, comparison, variantResult } from './result.ts';

type Schema = Readonly<Record<string, unknown>>;

const about = { schemaVersion: z.literal(1), tool: z.object({ name: z.literal('plimsoll'), version: z.string() }) };

const inspectResult = z.object({
  ...about,
  images: z.array(
    z.object({
      name: z.string(),
      platform: z.string(),
      variants: z.array(variantResult),
      comparisons: z.array(comparison),
    }),
  ),
}) satisfies z.ZodType<InspectResult>;

const compareResult = z.object({
  ...about,
  before: variantResult,
  after: variantResult,
  comparison,
}) satisfies z.ZodType<CompareResult>;

const published = {
  check: checkResult,
  inspect: inspectResult,
  compare: compareResult,
  noise: noiseResult,
  dockerfile: dockerfileReport,
  audit: auditResult,
  problems: problemsResult,
} as const;

/** What the JSON of each command is held to, as JSON Schema; a file of each is in docs/schemas. Fields may be added to what it names. */
export function resultSchemas(): Readonly<Record<keyof typeof published, Schema>> {
  const { check, inspect, compare, noise, dockerfile, audit, problems } = published;
  return {
    check: schemaOf('check', check),
    inspect: schemaOf('inspect', inspect),
    compare: schemaOf('compare', compare),
    noise: schemaOf('compare --noise', noise),
    dockerfile: schemaOf('dockerfile', dockerfile),
    audit: schemaOf('audit', audit),
    problems: schemaOf('COMMAND, where something must be fixed first', problems),
  };
}

function schemaOf(command: string, schema: z.ZodType): Schema {
  const { $schema, ...shape } = z.toJSONSchema(schema, {
    // What a reader may be given: with fields it does not know.
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Digests are the one type of our own.
      if (Object.is(zodSchema, digest)) {
        jsonSchema.type = 'string';
        jsonSchema.pattern = '^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$';
      }
    },
  });
  return { $schema, title: `The JSON of plimsoll ${command}`, ...shape };
}
