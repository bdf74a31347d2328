import { judge } from '../policy/judge.ts';
import type { ImageResult, Notice } from '../result/result.ts';
import type { CheckedImage, ImageCheck } from './check-image.ts';
import { understandDockerfile } from './understand.ts';
import { planVariants } from './variants.ts';
import { contextFor } from './weigh.ts';
import type { Workshop } from './workshop.ts';

/** What a Dockerfile is understood for where no builder is asked. */
const usualPlatform = 'linux/amd64';

const notBuilt = 'The image was not built (--no-build).';

/**
 * Judges what needs no image: the Dockerfile and its build context. No engine is contacted.
 * Every other rule is listed as not run, and a notice says how many.
 * @throws UserError of the Dockerfile or the context
 */
export async function checkSources(
  {
    image,
    platform = usualPlatform,
    policy,
    build,
    today,
  }: Pick<ImageCheck, 'image' | 'platform' | 'policy' | 'build' | 'today'>,
  workshop: Workshop,
): Promise<CheckedImage> {
  const { buildContexts } = build;
  const understood = await understandDockerfile(image, platform, workshop.checkout, { buildContexts });
  if (!understood) throw new Error('An image that exists is checked itself.');
  const gathers = policy.uses.flatMap(({ rule }) => rule.gathers ?? []);
  const context = await contextFor(gathers, image, workshop);
  const dockerfile = understood.report;
  const subject = { imageName: image.name, dockerfile, notBuilt, ...(context && { context }) };
  const { findings, notRun, passed, waiversMatched } = judge(policy, subject, today);
  const [gated] = planVariants(image, dockerfile);
  const result: ImageResult = {
    name: image.name,
    platform,
    gated: gated.name,
    notBuilt,
    variants: [],
    baseline: { state: 'none', reason: notBuilt },
    comparisons: [],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed],
  };
  return { result, waiversMatched, notices: noticesOf(result) };
}

/** The verdict speaks of the sources only; a reader must not take it for the image's. */
function noticesOf({ name, notRun }: ImageResult): readonly Notice[] {
  const count = notRun.filter(({ reason }) => reason === notBuilt).length;
  if (count === 0) return [];
  const rules = `${count} ${count === 1 ? 'rule that needs' : 'rules that need'}`;
  return [{ level: 'warning', message: `${name} was not built (--no-build): ${rules} the image did not run.` }];
}
