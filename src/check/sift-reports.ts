import type { CheckPlan } from '../result/plan.ts';
import type { CheckResult, Notice } from '../result/result.ts';
import type { JobReport, MergeRequest } from './merge.ts';

type Accepted = JobReport & { readonly result: CheckResult };

/** Leaves out what is refused, what tells of images that were not planned, and what tells of one a second time. */
export function sift({ plan, reports, toolVersion }: MergeRequest): {
  readonly accepted: readonly Accepted[];
  readonly notices: readonly Notice[];
} {
  const planned = new Set(plan.images.map(({ name }) => name));
  const accepted: Accepted[] = [];
  const notices: Notice[] = [];
  for (const { path, result } of reports) {
    const seen = new Set(accepted.flatMap((one) => one.result.images.map(({ name }) => name)));
    const why = 'refused' in result ? result.refused : whyStrange(result, { planned, seen, toolVersion, plan });
    if ('refused' in result || why !== undefined)
      notices.push({ level: 'warning', message: `The report ${path} does not count: ${why}` });
    else accepted.push({ path, result });
  }
  return { accepted, notices };
}

interface Expected {
  readonly planned: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  readonly toolVersion: string;
  readonly plan: CheckPlan;
}

function whyStrange({ images, tool, policy }: CheckResult, { planned, seen, toolVersion, plan }: Expected) {
  const stranger = images.find(({ name }) => !planned.has(name));
  if (stranger) return `it tells of \`${stranger.name}\`, which was not to be checked.`;
  const twice = images.find(({ name }) => seen.has(name));
  if (twice) return `another tells of \`${twice.name}\` too.`;
  if (tool.version !== toolVersion) return `it is of version ${tool.version}, and this is ${toolVersion}.`;
  // A floor at a branch moves while jobs run: then the images were not judged alike.
  if (policy.digest !== plan.policy.digest) return 'it was judged by another policy than was planned; run it again.';
  return undefined;
}
