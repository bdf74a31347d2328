import { UserError } from '../../errors.ts';
import type { BuildRequest } from '../../ports.ts';
import type { BuildFailure } from '../build-follower.ts';
import { diskFull, saysDiskFull } from './failures.ts';
import { locateFailure } from './build-line.ts';

/**
 * Says why a build failed: the line of the Dockerfile, the engine's reason, the last lines of the log.
 * All texts in it are untrusted.
 */
export function explainBuildFailure(failure: BuildFailure, request: BuildRequest, dockerfileText: string): UserError {
  const reason = failure.message.replace(/^((failed to build|failed to solve( with frontend \S+)?): )+/, '').trim();
  const everything = [reason, ...failure.output].join('\n');
  if (saysDiskFull(everything)) return diskFull('building the image', everything.slice(-2_000));
  const line = locateFailure(failure, dockerfileText);
  const at = line === undefined ? '' : ` at line ${line}`;
  const step = failure.step === undefined ? '' : ` in the step ${failure.step}`;
  return new UserError({
    code: 'build-failed',
    message: `The build of ${request.dockerfile} failed${at}${step}: ${reason}.`,
    ...(line !== undefined && { place: { file: request.dockerfile, line } }),
    got: reason,
    expected: 'a Dockerfile that builds',
    ...(failure.output.length > 0 && { output: failure.output }),
    hint: 'Run `docker build` on it to see the whole log, and correct the step.',
  });
}
