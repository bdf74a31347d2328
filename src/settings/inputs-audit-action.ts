import type { Problem } from '../errors.ts';
import type { InputSpec } from './input-spec.ts';
import { inputSpecs } from './inputs.ts';
import { show } from './wording.ts';

const on = ['action'] as const;
const commands = ['audit'] as const;

/** What audit/action.yml is told beside what the command line is told, too. */
const own = [
  {
    name: 'mode',
    kind: 'choice',
    choices: ['run', 'plan', 'merge', 'record'],
    default: 'run',
    on,
    commands,
    description:
      '`run` audits everything, or one shard; `plan` only counts the images and gives the job matrix; `merge` joins the results of all shards; `record` appends a whole result to the history, for jobs that may do that and nothing else.',
  },
  {
    name: 'results',
    kind: 'text',
    default: 'plimsoll-shards',
    placeholder: 'DIR',
    on,
    commands,
    description:
      'For `merge`: the folder with the JSON files of the shards, at any depth; for `record`: that with the whole result.',
  },
  {
    name: 'issues',
    kind: 'choice',
    choices: ['per-image', 'one', 'none'],
    default: 'per-image',
    on,
    commands,
    description:
      'One issue for each image, or one for all: opened when it fails, closed when it is clean. Not in shards and not for pull requests; needs issues: write.',
  },
  {
    name: 'issue-label',
    kind: 'text',
    default: 'plimsoll',
    placeholder: 'LABEL',
    on,
    commands,
    description: 'The label of these issues, and the name of the history; two audits in one repository need two.',
  },
] as const satisfies readonly InputSpec[];

const shared: readonly string[] = [
  'working-directory config policy org-policy exclude variables platform shard shards run-id',
  'fail-on warn-only on-unreachable jobs max-seconds max-image-size insecure-registries',
  'cache-dir history output csv summary annotations progress github-token policy-token',
].flatMap((names) => names.split(' '));

/** Where the action says more, or has another default, than the command line. */
const different: Readonly<Record<string, Partial<InputSpec>>> = {
  'run-id': {
    // The expression is the runner's to fill in. Not the attempt: failed shards may be run again by themselves.
    // oxlint-disable-next-line no-template-curly-in-string
    default: '${{ github.run_id }}',
    description: 'Names the run, the same for all its shards.',
  },
  shard: {
    description: 'Audit one part of N, such as 2/8, as the matrix of `plan` gives it; `merge` joins the parts.',
  },
  history: {
    default: 'read',
    description:
      'With `read` the audit is held against earlier ones, recorded on the branch plimsoll-data: new findings, the trend, bases whose tags moved since. With `append` audits of the default branch are recorded there, too; needs contents: write.',
  },
  shards: { description: 'For `plan`: the most jobs to split into.' },
  'github-token': { description: 'Reads policies of other repositories and writes issues; needs issues: write.' },
  platform: { description: 'The platform to read, such as linux/amd64. Default: the runner’s own.' },
  output: { description: 'Reports to write: FORMAT=FILE; formats are table, markdown, json, sarif, html.' },
  annotations: { description: 'Annotate the lines that refer to images.' },
};

/** Everything audit/action.yml can be told. */
export const auditActionInputSpecs: readonly InputSpec[] = [
  ...own,
  ...shared.flatMap((wanted) =>
    inputSpecs
      .filter(({ name }) => name === wanted)
      .map((spec: InputSpec) => ({ ...spec, on, ...different[spec.name] })),
  ),
];

/** What the audit action does with an audit. */
export interface AuditActionOptions {
  readonly mode: 'run' | 'plan' | 'merge' | 'record';
  readonly results: string;
  readonly issues: 'per-image' | 'one' | 'none';
  readonly label: string;
}

/** Tells the action's own inputs from those of an audit. */
export function readAuditActionOptions(inputs: ReadonlyMap<string, string>): {
  readonly options: AuditActionOptions;
  readonly others: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const textOf = (name: (typeof own)[number]['name']): string =>
    inputs.get(name) ?? own.find((spec) => spec.name === name)?.default ?? '';
  function choiceOf<C extends string>(name: 'mode' | 'issues', choices: readonly C[], otherwise: C): C {
    const found = choices.find((choice) => choice === textOf(name));
    if (found === undefined) problems.push(invalid(name, textOf(name), `one of ${choices.join(', ')}`));
    return found ?? otherwise;
  }
  const label = textOf('issue-label');
  if (!isLabel(label)) problems.push(invalid('issue-label', label, 'at most 50 characters, none of them a comma'));
  const names = new Set<string>(own.map(({ name }) => name));
  return {
    options: {
      mode: choiceOf('mode', ['run', 'plan', 'merge', 'record'], 'run'),
      results: textOf('results'),
      issues: choiceOf('issues', ['per-image', 'one', 'none'], 'none'),
      label,
    },
    others: Object.fromEntries([...inputs].filter(([name]) => !names.has(name))),
    problems,
  };
}

/** Issues are looked for by it, in a list that commas part. */
function isLabel(text: string): boolean {
  return /^[^\p{C},]{1,50}$/u.test(text);
}

function invalid(name: string, got: string, expected: string): Problem {
  const message = `The input \`${name}\` cannot be ${show(got)}.`;
  return { code: 'invalid-input', message, expected, got: show(got), hint: `Use ${expected}.` };
}
