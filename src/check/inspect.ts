import { compare } from '../compare/compare.ts';
import { rewrittenFiles, type ReadImage } from '../compare/rewritten.ts';
import type { CompareResult, InspectResult } from '../result/inspection.ts';
import type { VariantResult } from '../result/result.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { understandBuild } from './understand.ts';
import { planVariants } from './variants.ts';
import { readImage } from './examine.ts';
import { examineReference, examineVariant } from './examine-variant.ts';
import { variantsWithoutSecrets } from './without-secrets.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

const tool = (version: string) => ({ name: 'plimsoll', version }) as const;

/** Builds or opens one image and measures it; nothing is judged. */
export async function inspect(
  image: ImageSetting,
  build: BuildOptions,
  toolVersion: string,
  workshop: Workshop,
): Promise<InspectResult> {
  const [platform] = image.platforms;
  const understood = await understandBuild(image, platform, build, workshop);
  const [plan] = planVariants({ ...image, findVariants: false }, understood?.report);
  const { examined, ...variant } = await examineVariant(plan, { platform, understood, reads: [], build }, workshop);
  const { measurement } = examined;
  return {
    schemaVersion: 1,
    tool: tool(toolVersion),
    images: [
      {
        name: image.name,
        platform: measurement.platform,
        variants: variantsWithoutSecrets([{ ...variant, measurement }]),
        comparisons: [],
      },
    ],
  };
}

/** Measures two images and compares them. @throws UserError when their platforms differ */
export async function compareImages(
  before: string,
  after: string,
  platform: string | undefined,
  toolVersion: string,
  workshop: Workshop,
): Promise<CompareResult> {
  const one = await measured(before, platform, workshop);
  const other = await measured(after, platform, workshop);
  const rewritten = rewrittenFiles(one.read, other.read);
  const [shownBefore = one.variant, shownAfter = other.variant] = variantsWithoutSecrets([one.variant, other.variant]);
  return {
    schemaVersion: 1,
    tool: tool(toolVersion),
    before: shownBefore,
    after: shownAfter,
    comparison: compare(shownBefore.measurement, shownAfter.measurement, {
      kind: 'baseline',
      before,
      after,
      ...(rewritten && { rewritten }),
    }),
  };
}

async function measured(
  reference: string,
  platform: string | undefined,
  workshop: Workshop,
): Promise<{ readonly variant: VariantResult; readonly read: ReadImage }> {
  const examined = await examineReference(reference, platform, workshop);
  const { source, measurement } = examined;
  return { variant: { name: reference, source, built: false, measurement }, read: readImage(examined) };
}
