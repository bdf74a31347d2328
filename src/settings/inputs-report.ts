import type { InputSpec } from './input-spec.ts';
import { both, reportFormats } from './input-spec.ts';

const check = ['check'] as const;

/** Where the result goes. */
export const reportInputs = [
  {
    name: 'output',
    kind: 'list',
    placeholder: 'FORMAT=FILE',
    on: both,
    commands: ['check', 'inspect', 'compare', 'report', 'audit'],
    description: `Reports to write: FORMAT=FILE; formats are ${reportFormats.join(', ')}.`,
  },
  {
    name: 'format',
    kind: 'choice',
    choices: reportFormats,
    default: 'table',
    on: ['cli'],
    commands: ['check', 'inspect', 'compare', 'dockerfile', 'report', 'baseline', 'audit'],
    description: 'The report on standard output.',
  },
  {
    name: 'progress',
    kind: 'choice',
    choices: ['auto', 'plain', 'none'],
    default: 'auto',
    on: both,
    commands: ['check', 'inspect', 'compare', 'audit', 'init'],
    description: 'How progress is shown on standard error.',
  },
  {
    name: 'comment',
    kind: 'choice',
    choices: ['always', 'on-failure', 'on-change', 'never'],
    default: 'always',
    on: ['action'],
    commands: check,
    description: 'When the pull request gets the comment.',
  },
  {
    name: 'comment-id',
    kind: 'text',
    default: 'default',
    placeholder: 'ID',
    on: ['action'],
    commands: check,
    description: 'Tells comments of several workflows on one pull request apart.',
  },
  {
    name: 'check-name',
    kind: 'text',
    placeholder: 'NAME',
    on: ['action'],
    commands: check,
    description: 'Tell the verdict in a check run of this name too, for branch protection; needs checks: write.',
  },
  // The expression is the runner's to fill in.
  // oxlint-disable-next-line no-template-curly-in-string
  {
    name: 'github-token',
    kind: 'text',
    default: '${{ github.token }}',
    placeholder: 'TOKEN',
    on: ['action'],
    commands: check,
    description: 'Writes the comment; needs pull-requests: write.',
  },
  {
    name: 'policy-token',
    kind: 'text',
    placeholder: 'TOKEN',
    on: ['action'],
    commands: check,
    description:
      'Reads policies of private repositories, which the job’s own token cannot; needs contents: read there. Default: `github-token`.',
  },
  {
    name: 'summary',
    kind: 'boolean',
    default: 'true',
    on: ['action'],
    commands: check,
    description: 'Write the job summary.',
  },
  {
    name: 'failure-file',
    kind: 'text',
    placeholder: 'FILE',
    on: ['action'],
    commands: check,
    description: 'Where to write why the check could not be made, for plimsoll/plimsoll/merge. Default: nowhere.',
  },
  {
    name: 'annotations',
    kind: 'boolean',
    default: 'true',
    on: ['action'],
    commands: check,
    description: 'Annotate Dockerfile lines.',
  },
] as const satisfies readonly InputSpec[];
