import { measureStated } from '../image/measure-stated.ts';
import { judge } from '../policy/judge.ts';
import type { UnreadSubject } from '../policy/subject.ts';
import { layersNotNeeded as notRead } from '../policy/wants.ts';
import type { CheckedImage, ImageCheck } from './check-image.ts';
import { readSource } from './source.ts';
import type { Workshop } from './workshop.ts';

/** An image that exists, and a policy that looks at nothing its layers hold. */
type StatedCheck = Pick<ImageCheck, 'image' | 'platform' | 'policy' | 'today'> &
  Pick<UnreadSubject, 'context'> & { readonly gated: { readonly name: string; readonly image: string } };

/** Judges an image by its manifest and configuration alone: no layer is exported, fetched or read. @throws UserError of the source */
export async function checkStated(
  { image: { name }, platform, policy, today, gated, context }: StatedCheck,
  { images, checkout, progress, signal }: Workshop,
): Promise<CheckedImage> {
  const step = progress.step(`Reading ${gated.image}`);
  const { facts } = await images.open(readSource(gated.image, checkout), platform, signal);
  step.done();
  const measurement = measureStated(facts);
  const subject = { imageName: name, measurement, notRead, ...(context && { context }) };
  const { findings, notRun, passed, waiversMatched } = judge(policy, subject, today);
  return {
    waiversMatched,
    result: {
      name,
      platform: measurement.platform,
      gated: gated.name,
      variants: [],
      stated: { source: facts.source, reason: notRead, measurement },
      baseline: { state: 'none', reason: 'No baseline is configured.' },
      comparisons: [],
      findings: [...findings],
      notRun: [...notRun],
      passed: [...passed],
    },
  };
}
