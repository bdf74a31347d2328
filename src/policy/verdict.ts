import { exitStatus } from '../exit-status.ts';
import type { Finding, NotRun } from '../result/result.ts';

/** When a run fails: on errors, on warnings too, or (`warnOnly`) never because of the policy. */
export interface VerdictOptions {
  readonly failOn: 'error' | 'warning';
  readonly warnOnly: boolean;
}

export interface Verdict {
  readonly outcome: 'pass' | 'fail';
  readonly exitStatus: 0 | 1;
}

/** What one image adds to the verdict. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

/** Sums all images up. Waived findings do not count; a rule that could not run counts as its policy says. */
export function verdict(images: readonly Judged[], { failOn, warnOnly }: VerdictOptions): Verdict {
  const fails = images.some(
    ({ findings, notRun }) =>
      findings.some(({ waiver, level }) => waiver === null && (level === 'error' || failOn === 'warning')) ||
      notRun.some(({ counts }) => counts === 'failure' || (counts === 'warning' && failOn === 'warning')),
  );
  return fails && !warnOnly
    ? { outcome: 'fail', exitStatus: exitStatus.policyFailed }
    : { outcome: 'pass', exitStatus: exitStatus.passed };
}
