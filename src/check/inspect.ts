import type { InspectResult } from '../result/inspection.ts';
import type { ImageSetting } from '../settings/settings.ts';
import { understandBuild } from './understand.ts';
import { planVariants } from './variants.ts';
import { examineVariant } from './examine-variant.ts';
import { variantsWithoutSecrets } from './without-secrets.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

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
    tool: { name: 'plimsoll', version: toolVersion },
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
