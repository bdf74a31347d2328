import { shippingStages } from './bases.ts';
import type { Unknown } from './rule.ts';
import type { MaybeBuiltSubject } from './subject.ts';

/** What an image runs; a part that is the base image's to say is undefined. */
export interface Running {
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
}

/** Of a built image what its config says, else what the Dockerfile alone decides. */
export function runningOf({ measurement, dockerfile }: MaybeBuiltSubject): Running {
  if (measurement) {
    const { entrypoint = [], cmd = [] } = measurement.config;
    return { entrypoint, cmd };
  }
  if (!dockerfile) return { entrypoint: undefined, cmd: undefined };
  const { entrypoint, cmd, emptied, lines } = dockerfile.final;
  const isFromNothing = shippingStages(dockerfile).at(-1)?.base.reference === 'scratch';
  const isStated = (field: 'entrypoint' | 'cmd'): boolean => isFromNothing || emptied.includes(field);
  return {
    entrypoint: entrypoint ?? (isStated('entrypoint') ? [] : undefined),
    // A new ENTRYPOINT resets the CMD of the base image.
    cmd: cmd ?? (isStated('cmd') || lines.entrypoint !== undefined ? [] : undefined),
  };
}

/** Said by a rule that the Dockerfile alone does not answer. */
export function notKnownUnbuilt({ measurement }: MaybeBuiltSubject, what: string): readonly Unknown[] {
  return measurement ? [] : [{ unknown: `The image was not built, so ${what}.`, needsImage: true }];
}
