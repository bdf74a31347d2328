import { UserError } from '../errors.ts';
import { judge } from '../policy/judge.ts';
import type { Policy } from '../policy/policy.ts';
import type { Checkout } from '../ports.ts';
import type { ImageResult } from '../result/result.ts';
import type { PolicyCase } from '../settings/policy-cases.ts';
import { parseReport } from './baseline-report.ts';

/** What a case came to: the ways in which the policy said something else; none when it passed. */
export interface CaseOutcome {
  readonly name: string;
  readonly differences: readonly string[];
}

/** A case that does not say when holds whatever the day it is run on. */
const beforeAnyExpiry = '1970-01-01';
const maxResultBytes = 64 * 2 ** 20;

/**
 * Holds the policy against stored results. A stored result has no files and no Dockerfile, so rules that need them are not run.
 * @throws UserError `no-report`, `bad-baseline-file`, `unknown-image`
 */
export async function testPolicy(
  policy: Policy,
  cases: readonly PolicyCase[],
  folder: string,
  checkout: Pick<Checkout, 'readText'>,
): Promise<readonly CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (const one of cases) {
    const path = folder === '' ? one.result : `${folder}/${one.result}`;
    const image = imageOf(one, path, await checkout.readText(path, maxResultBytes));
    outcomes.push({
      name: one.name,
      differences: differencesOf(one, judgeStored(policy, image, one.today ?? beforeAnyExpiry)),
    });
  }
  return outcomes;
}

function imageOf({ image: name }: PolicyCase, path: string, text: string | undefined): ImageResult {
  if (text === undefined)
    throw new UserError({
      code: 'no-report',
      message: `There is no result ${path}.`,
      expected: 'a report written by --output json=FILE',
      hint: 'The path is relative to the file of the cases.',
    });
  const { images } = parseReport(path, text);
  const found = name === undefined ? images[0] : images.find((image) => image.name === name);
  if (found) return found;
  throw new UserError({
    code: 'unknown-image',
    message: `${path} holds no image ${name ?? 'at all'}.`,
    expected: images.map((image) => image.name).join(', '),
    hint: 'Name one of its images, or leave `image` out for the first.',
  });
}

function judgeStored(policy: Policy, { name, gated, variants, baseline, comparisons }: ImageResult, today: string) {
  const measurement = variants.find((variant) => variant.name === gated)?.measurement;
  if (!measurement) throw new Error(`A result of ${name} has no variant ${gated}.`);
  const change = comparisons.find(({ kind }) => kind === 'baseline');
  const stages = comparisons.find(({ before }) => before === 'single-stage');
  const subject = {
    imageName: name,
    measurement,
    bodies: new Map<string, Uint8Array>(),
    ...(change && { change }),
    ...(stages && { stages }),
    ...(baseline.state === 'none' && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true }),
  };
  return judge(policy, subject, today);
}

function differencesOf(one: PolicyCase, { findings, notRun }: ReturnType<typeof judge>): readonly string[] {
  const found = findings.filter(({ waiver }) => waiver === null).map(({ rule }) => rule);
  const waived = findings.filter(({ waiver }) => waiver !== null).map(({ rule }) => rule);
  return [
    ...compared('find', 'found', one.findings, found),
    ...(one.waived ? compared('waive', 'waived', one.waived, waived) : []),
    ...(one['not-run']
      ? compared(
          'leave out',
          'left out',
          one['not-run'],
          notRun.map(({ rule }) => rule),
        )
      : []),
  ];
}

function compared(verb: string, done: string, wanted: readonly string[], got: readonly string[]): readonly string[] {
  return [
    ...new Set([
      ...wanted.filter((rule) => !got.includes(rule)).map((rule) => `did not ${verb} ${rule}`),
      ...got.filter((rule) => !wanted.includes(rule)).map((rule) => `${done} ${rule}, which the case does not say`),
    ]),
  ];
}
