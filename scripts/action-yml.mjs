// The text of action.yml, from the table of inputs and the list of outputs.

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

/** @param specs `inputSpecs` @param outputNames what the action writes */
export function actionYml(specs, outputNames) {
  requireSameOutputs(outputNames, outputs);
  return [
    '# The inputs are written by scripts/generate.mjs from src/settings/; change them there.',
    "name: 'Plimsoll'",
    "description: 'A policy gate for container images: builds, measures and compares them, and says what would make a pull request pass.'",
    "author: 'Plimsoll contributors'",
    'branding:',
    "  icon: 'anchor'",
    "  color: 'blue'",
    'inputs:',
    ...inputLines(specs),
    'outputs:',
    ...outputLines(outputs),
    'runs:',
    "  using: 'node24'",
    "  main: 'dist/action.cjs'",
    '',
  ].join('\n');
}

const commentOutputs = {
  state:
    '`created`, `updated`, `unchanged`, `outdated` (a newer commit has its report), `skipped`, `none` or `failed`.',
  'comment-url': 'The address of the comment; empty without one.',
};

/** The text of comment/action.yml. @param specs `commentInputSpecs` */
export function commentActionYml(specs, outputNames) {
  requireSameOutputs(outputNames, commentOutputs);
  return [
    '# The inputs are written by scripts/generate.mjs from src/settings/; change them there.',
    "name: 'Plimsoll comment'",
    "description: 'Publishes the report of a pull request from a fork, under workflow_run: the second half of the gate, which builds nothing.'",
    "author: 'Plimsoll contributors'",
    'branding:',
    "  icon: 'message-square'",
    "  color: 'blue'",
    'inputs:',
    ...inputLines(specs),
    'outputs:',
    ...outputLines(commentOutputs),
    'runs:',
    "  using: 'node24'",
    "  main: '../dist/comment.cjs'",
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
export function auditActionYml(specs, outputNames) {
  requireSameOutputs(outputNames, auditOutputs);
  return [
    '# The inputs are written by scripts/generate.mjs from src/settings/; change them there.',
    "name: 'Plimsoll audit'",
    "description: 'Holds the images a repository refers to against its policy, as they stand in their registries; one issue for each that fails.'",
    "author: 'Plimsoll contributors'",
    'branding:',
    "  icon: 'search'",
    "  color: 'blue'",
    'inputs:',
    ...inputLines(specs),
    'outputs:',
    ...outputLines(auditOutputs),
    'runs:',
    "  using: 'node24'",
    "  main: '../dist/audit.cjs'",
    '',
  ].join('\n');
}

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
