import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const scalars = z.record(z.string(), scalar);
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

/** A step, as far as gate and audit use the language; a key that is not here is refused, not passed over. */
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.union([z.string(), z.boolean()]).optional(),
  uses: z.string().optional(),
  with: scalars.optional(),
  run: z.string().optional(),
  env: scalars.optional(),
  'continue-on-error': z.boolean().optional(),
});
export type WorkflowStep = z.output<typeof step>;

const job = z.strictObject({
  name: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  if: z.union([z.string(), z.boolean()]).optional(),
  strategy: z.strictObject({ 'fail-fast': z.boolean().optional(), matrix: z.unknown() }).optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.union([z.string(), z.number()]).optional(),
  permissions: permissions.optional(),
  outputs: scalars.optional(),
  steps: z.array(step),
});
export type WorkflowJob = z.output<typeof job>;

const input = z.strictObject({
  description: z.string(),
  type: z.enum(['string', 'number', 'boolean']),
  required: z.boolean().optional(),
  default: scalar.optional(),
});

const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    workflow_call: z.strictObject({
      inputs: z.record(z.string(), input),
      secrets: z.record(z.string(), z.strictObject({ description: z.string(), required: z.boolean() })),
      outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
    }),
  }),
  permissions: permissions.optional(),
  jobs: z.record(z.string(), job),
});
export type Workflow = z.output<typeof workflow>;

/** Reads a reusable workflow. @throws ZodError for what this runner does not know */
export function readWorkflow(path: string): Workflow {
  return workflow.parse(parse(readFileSync(path, 'utf8')));
}

/** What of an action's metadata a runner goes by. */
export const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ default: scalar.optional() })),
  runs: z.object({ using: z.literal('node24'), main: z.string() }),
});
