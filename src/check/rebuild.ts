import { commitToHoldAgainst, shortSha } from './baseline-commit.ts';
import {
  noBaseline,
  noRepository,
  type BaselineAtHand,
  type BaselineRequest,
  type NoBaseline,
} from './baseline-request.ts';
import { gathersOfBefore } from '../policy/wants.ts';
import { readImage } from './examined.ts';
import { examineVariant } from './examine-variant.ts';
import { subjectOf } from './subject-of.ts';
import { understandDockerfile } from './understand.ts';
import { planVariants } from './variants.ts';
import { contextFor } from './weigh.ts';
import type { Workshop } from './workshop.ts';

/**
 * Builds and measures the image as it was where the change left the base branch, in a worktree that is removed afterwards.
 * @throws UserError `git-failed`, and the builder's
 */
export async function rebuiltBaseline(request: BaselineRequest, workshop: Workshop): Promise<BaselineAtHand> {
  const { build, onBase, revisions, wants } = request;
  const image = onBase ?? request.image;
  const { repository, base: baseRevision, headSha } = revisions;
  if (image.image !== undefined) return without('The image is not built here, so it cannot be rebuilt.');
  if (!repository) return { baseline: noRepository };
  if (!baseRevision) return without('A rebuild needs a base revision: a pull request, or `--base`.');
  const commit = await commitToHoldAgainst(repository, baseRevision, headSha);
  if (commit === undefined)
    return without(`The change and its base ${shortSha(baseRevision.sha)} have no common history.`);
  const missing = await repository.missingFiles(commit, image.context);
  if (missing !== undefined) return without(`The commit ${shortSha(commit)} cannot be rebuilt as it was: ${missing}`);

  return repository.withWorktree(commit, async (checkout) => {
    if (checkout.kindOf(image.dockerfile) !== 'file') return { baseline: isNewSince(image.dockerfile, commit) };
    const platform = request.platform;
    const understood = await understandDockerfile(image, platform, checkout);
    const [plan] = planVariants({ ...image, findVariants: false, variants: [] }, understood?.report);
    const gathers = gathersOfBefore(wants.gathers);
    const shop = { ...workshop, checkout };
    // The cache is shared with the change's own build; only that one is exported.
    const context = { platform, understood, reads: wants.reads, gathers, build: { ...build, cacheTo: [] } };
    const before = { ...plan, name: `${image.name} at ${shortSha(commit)}` };
    const sent = await contextFor(gathers, image, shop);
    const gated = await examineVariant(before, context, shop);
    const { base, examined } = gated;
    const from = `commit ${shortSha(commit)}, rebuilt`;
    return {
      baseline: { state: 'found', from, ...(base !== undefined && { base }), measurement: examined.measurement },
      read: readImage(examined),
      subject: subjectOf({ imageName: image.name, gated, understood, sent }),
    };
  });
}

const without = (reason: string): BaselineAtHand => ({ baseline: noBaseline(reason) });

/** An image the base does not have cannot have grown. */
export function isNewSince(dockerfile: string, commit: string): NoBaseline {
  const reason = `${dockerfile} does not exist at ${shortSha(commit)}: the image is new.`;
  return { state: 'none', reason, isNew: true };
}
