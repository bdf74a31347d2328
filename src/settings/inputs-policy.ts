import type { InputSpec } from './input-spec.ts';
import { both } from './input-spec.ts';

/** What is judged by, and what of it fails. */
export const policyInputs = [
  {
    name: 'policy',
    kind: 'text',
    placeholder: 'POLICY',
    on: both,
    commands: ['check', 'policy', 'audit'],
    description:
      'What the policy extends, in place of the configuration’s `extends`: recommended, strict, distroless, ./path.yml or OWNER/REPO/PATH@REF.',
  },
  {
    name: 'org-policy',
    kind: 'text',
    placeholder: 'OWNER/REPO/PATH@REF',
    on: both,
    commands: ['check', 'policy', 'audit'],
    description:
      'The organisation’s policy: whatever the repository’s says, nothing is judged by less. OWNER/REPO/PATH@REF, or a preset.',
  },
  {
    name: 'fail-on',
    kind: 'choice',
    choices: ['error', 'warning'],
    default: 'error',
    on: both,
    commands: ['check', 'audit'],
    description: 'The lowest level that fails the check.',
  },
  {
    name: 'warn-only',
    kind: 'boolean',
    default: 'false',
    on: both,
    commands: ['check', 'audit'],
    description: 'Report violations but pass all the same.',
  },
] as const satisfies readonly InputSpec[];
