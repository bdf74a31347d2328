import type { InputSpec } from './input-spec.ts';
import { inputSpecs } from './inputs.ts';

const sharedWith = (...names: readonly string[]): readonly InputSpec[] =>
  inputSpecs.filter(({ name }) => names.includes(name));

/** What plan/action.yml can be told. */
export const planInputSpecs: readonly InputSpec[] = [
  {
    name: 'images',
    kind: 'choice',
    choices: ['changed', 'all'],
    default: 'changed',
    on: ['action'],
    commands: ['check'],
    description:
      'Which images are checked in a pull request: those it may alter, or all. Outside pull requests all are.',
  },
  {
    name: 'max-jobs',
    kind: 'text',
    default: '100',
    placeholder: 'N',
    on: ['action'],
    commands: ['check'],
    description: 'The largest number of jobs, at most 256; more images share jobs.',
  },
  ...sharedWith('working-directory', 'config', 'policy', 'org-policy', 'policy-token'),
  ...sharedWith('github-token').map((spec) => ({
    ...spec,
    description:
      'Reads the configuration of the base revision and policies of other repositories; needs contents: read.',
  })),
];

/** What merge/action.yml can be told. */
export const mergeInputSpecs: readonly InputSpec[] = [
  {
    name: 'plan',
    kind: 'text',
    placeholder: 'JSON',
    on: ['action'],
    commands: ['check'],
    description: 'The output `plan` of plimsoll/plimsoll/plan; empty when its job failed.',
  },
  {
    name: 'jobs',
    kind: 'choice',
    choices: ['success', 'failure', 'cancelled', 'skipped'],
    placeholder: 'RESULT',
    on: ['action'],
    commands: ['check'],
    description: 'How the jobs that checked the images ended: `needs.JOB.result`.',
  },
  {
    name: 'reports',
    kind: 'text',
    default: 'plimsoll-reports',
    placeholder: 'DIR',
    on: ['action'],
    commands: ['check'],
    description:
      'The folder of the jobs’ reports (`plimsoll.json`) and failures (`failure.json`), searched to its depth.',
  },
  ...sharedWith('output', 'comment', 'comment-id', 'check-name', 'github-token', 'summary'),
];
