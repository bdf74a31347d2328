import { exitStatus } from '../exit-status.ts';
import type { AuditedImage, AuditResult } from '../result/audit.ts';
import { fleetOf } from './fleet/fleet.ts';

/**
 * Adds the verdict, and what the images are together. What was not looked at is not green: a run that left out an image or could not read a file is
 * incomplete (status 2) even where the rest fails, unless it was told to warn of that only.
 */
export function sumUp(result: Omit<AuditResult, 'outcome' | 'exitStatus' | 'fleet'>): AuditResult {
  const { schemaVersion, kind, tool, verdict, ...given } = result;
  const rest = { ...given, fleet: fleetOf(given) };
  const isPartial = rest.notAudited.length + rest.problems.length > 0;
  const fails = !verdict.warnOnly && rest.images.some((image) => failsPolicy(image, verdict.failOn));
  const base = { schemaVersion, kind, tool };
  // A shard that died was to look at its images and did not: no setting makes that harmless.
  if (rest.run.lost || (isPartial && verdict.onUnreachable === 'fail'))
    return { ...base, outcome: 'incomplete', exitStatus: exitStatus.userMustFix, verdict, ...rest };
  return fails
    ? { ...base, outcome: 'fail', exitStatus: exitStatus.policyFailed, verdict, ...rest }
    : { ...base, outcome: 'pass', exitStatus: exitStatus.passed, verdict, ...rest };
}

/** Whether an image by itself fails the policy. */
export function failsPolicy({ findings, notRun }: AuditedImage, failOn: 'error' | 'warning'): boolean {
  const counts = (level: 'error' | 'warning'): boolean => level === 'error' || failOn === 'warning';
  return (
    findings.some(({ waiver, level }) => waiver === null && counts(level)) ||
    notRun.some((one) => one.counts === 'failure' || (one.counts === 'warning' && failOn === 'warning'))
  );
}
