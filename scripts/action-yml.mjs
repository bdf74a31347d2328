// The texts of our actions’ metadata, from the tables of inputs and the lists of outputs.

const outputs = {
  result: '`pass`, `fail`, or `error` when the check could not be made.',
  'unpacked-bytes': 'What the gated images take on disk, in bytes; the sum over all images.',
  'pull-bytes': 'What a node downloads, in bytes; empty where it is not exactly known.',
  layers: 'Number of layers; the sum over all images.',
  'delta-bytes': 'Unpacked bytes against the baselines; empty without a baseline.',
  findings: 'Number of findings that are not waived.',
  'image-id': 'Digest of the image config; empty with several images.',
  'report-json': 'Path of the JSON report, when `output` asked for one.',
  'report-sarif': 'Path of the SARIF report, when `output` asked for one.',
  'report-markdown': 'Path of the Markdown report, when `output` asked for one.',
};

const quote = (text) => `'${text.replaceAll("'", "''")}'`;

/** @param specs `inputSpecs` */
const actionInputs = (specs) => specs.filter(({ on }) => on.includes('action'));

/** The text of action.yml. @param specs `inputSpecs` @param outputNames what the action writes */
export const actionYml = (specs, outputNames) =>
  page({
    name: 'Plimsoll',
    description:
      'A policy gate for container images: builds, measures and compares them, and says what would make a pull request pass.',
    icon: 'anchor',
    main: 'dist/action.cjs',
    specs,
    outputNames,
    described: outputs,
  });

/** The text of comment/action.yml. @param specs `commentInputSpecs` */
export const commentActionYml = (specs, outputNames) =>
  page({
    name: 'Plimsoll comment',
    description:
      'Publishes the report of a pull request from a fork, under workflow_run: the second half of the gate, which builds nothing.',
    icon: 'message-square',
    main: '../dist/comment.cjs',
    specs,
    outputNames,
    described: {
      state:
        '`created`, `updated`, `unchanged`, `outdated` (a newer commit has its report), `skipped`, `none` or `failed`.',
      'comment-url': 'The address of the comment; empty without one.',
    },
  });

/** The text of plan/action.yml. @param specs `planInputSpecs` */
export const planActionYml = (specs, outputNames) =>
  page({
    name: 'Plimsoll plan',
    description:
      'Chooses the images that a pull request may alter, as jobs of a matrix: the first part of a gate of several jobs.',
    icon: 'list',
    main: '../dist/plan.cjs',
    specs,
    outputNames,
    described: {
      count: 'Number of jobs; 0 where there is nothing to measure.',
      matrix: '`{"include":[{"id":"1","label":"api","only":"api"},…]}`, for `strategy.matrix` by fromJSON.',
      plan: 'What was planned, for plimsoll/plimsoll/merge.',
    },
  });

/** The text of merge/action.yml. @param specs `mergeInputSpecs` */
export const mergeActionYml = (specs, outputNames) =>
  page({
    name: 'Plimsoll merge',
    description:
      'Joins what the jobs of a plan found into one comment and one verdict: the last part of a gate of several jobs.',
    icon: 'git-merge',
    main: '../dist/merge.cjs',
    specs,
    outputNames,
    described: outputs,
  });

function page({ name, description, icon, main, specs, outputNames, described }) {
  requireSameOutputs(outputNames, described);
  return [
    '# The inputs are written by scripts/generate.mjs from src/settings/; change them there.',
    `name: ${quote(name)}`,
    `description: ${quote(description)}`,
    "author: 'Plimsoll contributors'",
    'branding:',
    `  icon: '${icon}'`,
    "  color: 'blue'",
    'inputs:',
    ...inputLines(specs),
    'outputs:',
    ...outputLines(described),
    'runs:',
    "  using: 'node24'",
    `  main: '${main}'`,
    '',
  ].join('\n');
}

const auditOutputs = {
  result: '`pass`, `fail`, `incomplete` when not everything could be looked at, `planned`, or `error`.',
  images: 'Number of images that were to be audited.',
  failing: 'Number of images that fail the policy; empty for a plan.',
  'not-audited': 'Number of images that could not be audited; empty for a plan.',
  matrix: 'For `plan`: the jobs, as JSON for `strategy.matrix`: `{"include":[{"shard":"1/8","images":12}]}`.',
  shards: 'For `plan`: how many jobs those are.',
  'report-json': 'Path of the JSON report, when `output` asked for one.',
  'report-sarif': 'Path of the SARIF report, when `output` asked for one.',
  'report-html': 'Path of the HTML report, when `output` asked for one.',
  'report-markdown': 'Path of the Markdown report, when `output` asked for one.',
  'report-csv': 'Path of the CSV file, when `csv` asked for one.',
};

/** The text of audit/action.yml. @param specs `auditActionInputSpecs` */
export const auditActionYml = (specs, outputNames) =>
  page({
    name: 'Plimsoll audit',
    description:
      'Holds the images a repository refers to against its policy, as they stand in their registries; one issue for each that fails.',
    icon: 'search',
    main: '../dist/audit.cjs',
    specs,
    outputNames,
    described: auditOutputs,
  });

function inputLines(specs) {
  return actionInputs(specs).flatMap(({ name, description, default: fallback }) => [
    `  ${name}:`,
    `    description: ${quote(description)}`,
    `    required: false`,
    ...(fallback === undefined ? [] : [`    default: ${quote(fallback)}`]),
  ]);
}

const outputLines = (described) =>
  Object.entries(described).flatMap(([name, description]) => [`  ${name}:`, `    description: ${quote(description)}`]);

function requireSameOutputs(outputNames, all) {
  const described = Object.keys(all);
  const differ = [
    ...described.filter((name) => !outputNames.includes(name)),
    ...outputNames.filter((name) => !described.includes(name)),
  ];
  if (differ.length > 0) throw new Error(`Outputs that are described or written, but not both: ${differ.join(', ')}`);
}
