import { stringify } from 'yaml';
import type { ImageResult } from '../result/result.ts';
import { formatBytes } from '../units.ts';
import type { FoundImage } from './found.ts';

/** A limit or a level that was chosen, and why. */
export interface Choice {
  readonly rule: string;
  readonly setting: string | readonly [string, Readonly<Record<string, string | number | boolean | readonly string[]>>];
  readonly why: string;
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** A refreshed base image must not fail a pull request that did not touch it. */
function withRoom(bytes: number): string {
  const [step, unit] = bytes < 10_000_000 ? [100_000, 'kB'] : [1_000_000, 'MB'];
  const scale = unit === 'kB' ? 1_000 : 1_000_000;
  return `${(Math.ceil((bytes * 1.1) / step) * step) / scale} ${unit}`;
}

/** What today's result asks of a policy that it passes: limits at today's numbers, today's errors as warnings. */
export function chooseRules(images: readonly ImageResult[]): readonly Choice[] {
  const gated = images.flatMap(({ variants, gated: name }) =>
    variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement),
  );
  const unpacked = most(gated.map(({ unpackedBytes }) => unpackedBytes));
  const layers = most(gated.map((measurement) => measurement.layers));
  const ratchet = { ratchet: true, 'when-not-run': 'pass' } as const;
  const limits: readonly Choice[] = [
    {
      rule: 'max-unpacked-size',
      setting: ['error', { max: withRoom(unpacked), ...ratchet, slack: '100 kB' }],
      why: `the largest image takes ${formatBytes(unpacked)} today; a tenth more is room for base images that grow, and the ratchet holds what is an image's own to the least recorded`,
    },
    {
      rule: 'max-layers',
      setting: ['error', { max: Math.max(1, layers), ...ratchet }],
      why: `no image has more than ${layers} ${layers === 1 ? 'layer' : 'layers'} today`,
    },
  ];
  const failing = new Map<string, number>();
  for (const { findings, notRun } of images) {
    for (const { rule, level, waiver } of findings)
      if (level === 'error' && waiver === null) failing.set(rule, (failing.get(rule) ?? 0) + 1);
    for (const { rule, counts } of notRun) if (counts === 'failure') failing.set(rule, failing.get(rule) ?? 0);
  }
  const softened = [...failing]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([rule, count]): Choice => ({
      rule,
      setting: ['warning', { 'when-not-run': 'warning' }],
      why:
        count === 0
          ? 'it cannot run today; make it an error when it can'
          : `${count === 1 ? 'one finding' : `${count} findings`} today; make it an error when there is none`,
    }));
  return [...limits, ...softened];
}

/** Where editors find the schema of the configuration, of this major version. */
const schemaAddress = 'https://raw.githubusercontent.com/plimsoll/plimsoll/v0/policies/policy.schema.json';

/** The configuration as a file; its first line is for editors. */
export function configurationText(images: readonly FoundImage[], choices: readonly Choice[]): string {
  const named = Object.fromEntries(
    images.map(({ name, dockerfile, context, target, args }) => [
      name,
      {
        dockerfile,
        ...(context !== undefined && { context }),
        ...(target !== undefined && { target }),
        ...(Object.keys(args).length > 0 && { 'build-args': args }),
      },
    ]),
  );
  const rules = choices.map(
    ({ rule, setting, why }) =>
      `    # ${why}\n    ${stringify({ [rule]: setting }, { collectionStyle: 'flow' })
        .trim()
        .replace(/^\{\s*(.*?)\s*\}$/s, '$1')}\n`,
  );
  return [
    `# yaml-language-server: $schema=${schemaAddress}\n`,
    '# Written by `plimsoll init`: it passes today. Limits are the numbers of today; what is recorded lowers them as images shrink.\n',
    stringify({ version: 1, images: named }, { lineWidth: 0 }),
    'policy:\n  extends: recommended\n',
    rules.length === 0 ? '' : `  rules:\n${rules.join('')}`,
  ].join('');
}

/** Above this many images a job each is worth its start. */
const maxInOneJob = 3;

const stepsWith = (more: string): string => `    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: plimsoll/plimsoll@v0
${more}`;

/** A workflow that gates pull requests, and records what is on the default branch for the ratchets. @param branches where that may be */
export function workflowFor(imageCount: number, branches: readonly string[]): string {
  const gate =
    imageCount > maxInOneJob
      ? '    # Only the images that a pull request may alter, a job for each. Require its job `verdict`.\n    uses: plimsoll/plimsoll/.github/workflows/gate.yml@v0\n'
      : stepsWith('');
  return `# Written by \`plimsoll init\`.
name: plimsoll
on:
  pull_request:
  push:
    branches: [${branches.join(', ')}]
permissions:
  contents: read
jobs:
  gate:
    if: github.event_name == 'pull_request'
    permissions:
      contents: read
      pull-requests: write # for the comment
${gate}  # What the default branch weighs, on the branch plimsoll-data: what pull requests and ratchets are held against.
  record:
    if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch
    permissions:
      contents: write
${stepsWith("        with:\n          save-baseline: 'true'\n")}`;
}
