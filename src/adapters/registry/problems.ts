import { UserError } from '../../errors.ts';

/** An error of the archive readers, about what a registry sent; anything else is passed on as it is. */
export function asBrokenImage(thrown: unknown): unknown {
  if (!(thrown instanceof UserError) || !thrown.problems.some(({ code }) => code === 'broken-archive')) return thrown;
  const [first, ...rest] = thrown.problems.map((problem) => ({
    ...problem,
    code: 'broken-image',
    hint: 'The registry, or something on the way, sends other bytes than the image states: try again, then push the image anew.',
  }));
  return first ? new UserError([first, ...rest], { cause: thrown }) : thrown;
}

/** Docker's first manifests state neither sizes nor a config. */
export function oldManifest(where: string, mediaType: string): UserError {
  return new UserError({
    code: 'old-manifest',
    message: `${where} has a manifest of schema 1, which this tool does not read.`,
    got: mediaType,
    expected: 'an OCI image, or one of Docker’s schema 2',
    hint: 'Pull the image and push it again with a Docker of this decade.',
  });
}

/** An index of attestations, artifacts or nothing. */
export function noImageListed(where: string): UserError {
  return new UserError({
    code: 'no-such-image',
    message: `${where} is an index that lists no image.`,
    got: 'an index without images',
    hint: 'Check that the image was pushed whole; attestations and other artifacts are no images.',
  });
}
