import { gathersOfBefore } from '../policy/wants.ts';
import type { BaselineAtHand, BaselineRequest } from './baseline-request.ts';
import { readImage } from './examined.ts';
import { examineReference } from './examine-reference.ts';
import { subjectOf } from './subject-of.ts';
import type { Workshop } from './workshop.ts';

/**
 * A published image, measured where it lies, and judged as the change is.
 *
 * Where the layers of its base image end nothing says but the change's own base image, when it stands on that. On
 * another one, rules about own layers would take all of its layers for own: then none is asked.
 * @throws UserError `no-such-image` and the reader's
 */
export async function publishedBaseline(
  reference: string,
  { image, platform, measurement: change, wants }: BaselineRequest,
  workshop: Workshop,
): Promise<BaselineAtHand> {
  const standsOn = change.perLayer.slice(0, change.baseLayers ?? 0).map(({ diffId }) => diffId);
  const around = { reads: wants.reads, gathers: gathersOfBefore(wants.gathers), standsOn };
  const { source, isKnown, ...examined } = await examineReference(reference, platform, workshop, around);
  const { measurement } = examined;
  if (!isKnown) {
    const notJudged = `${reference} stands on another base image than the change, so where its own layers begin is not known.`;
    return { baseline: { state: 'found', from: reference, notJudged, measurement }, read: readImage(examined) };
  }
  const subject = subjectOf({ imageName: image.name, gated: { name: reference, source, built: false, examined } });
  return { baseline: { state: 'found', from: reference, measurement }, read: readImage(examined), subject };
}
