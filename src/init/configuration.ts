import { stringify } from 'yaml';
import type { CheckResult } from '../result/result.ts';
import { formatBytes } from '../units.ts';
import type { FoundImage } from './found.ts';

/** A limit or a level that was chosen, and why. */
export interface Choice {
  readonly rule: string;
  readonly setting: string | readonly [string, Readonly<Record<string, string | number | readonly string[]>>];
  readonly why: string;
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** What today's result asks of a policy that it passes: limits at today's numbers, today's errors as warnings. */
export function chooseRules({ images }: CheckResult): readonly Choice[] {
  const gated = images.flatMap(({ variants, gated: name }) =>
    variants.filter((variant) => variant.name === name).map(({ measurement }) => measurement),
  );
  const unpacked = most(gated.map(({ unpackedBytes }) => unpackedBytes));
  const layers = most(gated.map((measurement) => measurement.layers));
  const limits: readonly Choice[] = [
    {
      rule: 'max-unpacked-size',
      setting: ['error', { max: `${unpacked} B` }],
      why: `the largest image takes ${formatBytes(unpacked)} today`,
    },
    {
      rule: 'max-layers',
      setting: ['error', { max: Math.max(1, layers) }],
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

/** The configuration as a file. */
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
    '# Written by `plimsoll init`: it passes today. Limits are the numbers of today; lower them as images shrink.\n',
    stringify({ version: 1, images: named }, { lineWidth: 0 }),
    'policy:\n  extends: recommended\n',
    rules.length === 0 ? '' : `  rules:\n${rules.join('')}`,
  ].join('');
}

/** A workflow that gates pull requests. */
export const workflowText = `# Written by \`plimsoll init\`.
name: plimsoll
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: plimsoll/plimsoll@v0
`;
