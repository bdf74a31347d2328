import { commitToHoldAgainst, shortSha } from './baseline-commit.ts';
import { noBaseline, noRepository, type Baseline, type BaselineRequest, type NoBaseline } from './baseline-request.ts';
import { examineVariant } from './examine-variant.ts';
import { understandDockerfile } from './understand.ts';
import { planVariants } from './variants.ts';
import type { Workshop } from './workshop.ts';

/**
 * Builds and measures the image as it was where the change left the base branch, in a worktree that is removed afterwards.
 * @throws UserError `git-failed`, and the builder's
 */
export async function rebuiltBaseline(request: BaselineRequest, workshop: Workshop): Promise<Baseline> {
  const { build, onBase, revisions } = request;
  const image = onBase ?? request.image;
  const { repository, base: baseRevision, headSha } = revisions;
  if (image.image !== undefined) return noBaseline('The image is not built here, so it cannot be rebuilt.');
  if (!repository) return noRepository;
  if (!baseRevision) return noBaseline('A rebuild needs a base revision: a pull request, or `--base`.');
  const commit = await commitToHoldAgainst(repository, baseRevision, headSha);
  if (commit === undefined)
    return noBaseline(`The change and its base ${shortSha(baseRevision.sha)} have no common history.`);
  const missing = await repository.missingFiles(commit, image.context);
  if (missing !== undefined)
    return noBaseline(`The commit ${shortSha(commit)} cannot be rebuilt as it was: ${missing}`);

  return repository.withWorktree(commit, async (checkout) => {
    if (checkout.kindOf(image.dockerfile) !== 'file') return isNewSince(image.dockerfile, commit);
    const platform = request.platform;
    const understood = await understandDockerfile(image, platform, checkout);
    const [plan] = planVariants({ ...image, findVariants: false, variants: [] }, understood?.report);
    // The cache is shared with the change's own build; only that one is exported.
    const context = { platform, understood, reads: [], gathers: [], build: { ...build, cacheTo: [] } };
    const before = { ...plan, name: `${image.name} at ${shortSha(commit)}` };
    const { examined, base } = await examineVariant(before, context, { ...workshop, checkout });
    const from = `commit ${shortSha(commit)}, rebuilt`;
    return { state: 'found', from, ...(base !== undefined && { base }), measurement: examined.measurement };
  });
}

/** An image the base does not have cannot have grown. */
export function isNewSince(dockerfile: string, commit: string): NoBaseline {
  const reason = `${dockerfile} does not exist at ${shortSha(commit)}: the image is new.`;
  return { state: 'none', reason, isNew: true };
}
