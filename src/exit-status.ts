import { Interrupted, UserError } from './errors.ts';

/** The only statuses the command line and the action end with. */
export const exitStatus = { passed: 0, policyFailed: 1, userMustFix: 2, ourBug: 3, interrupted: 130 } as const;

/** The status for a run that ended by throwing: anything but a {@link UserError} or {@link Interrupted} is our bug. */
export function exitStatusOfError(thrown: unknown): number {
  if (thrown instanceof Interrupted) return exitStatus.interrupted;
  return thrown instanceof UserError ? exitStatus.userMustFix : exitStatus.ourBug;
}
