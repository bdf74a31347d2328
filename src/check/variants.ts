import type { DockerfileReport } from '../result/dockerfile.ts';
import type { ImageSetting } from '../settings/settings.ts';

/** One way of making the image: by a build, or an existing image by name. */
export type PlannedVariant = { readonly name: string } & (
  | { readonly image: string }
  | {
      readonly context: string;
      readonly dockerfile: string;
      readonly target?: string;
      /** The Dockerfile up to and with this line is what is built; for stages without a name. */
      readonly untilLine?: number;
      readonly buildArgs: Readonly<Record<string, string>>;
    }
);

/** What is built and measured for an image; the first is the one the policy judges. */
export type VariantPlan = readonly [PlannedVariant, ...PlannedVariant[]];

/**
 * Finds the variants of an image.
 *
 * Of a multi-stage Dockerfile they need no configuration: `multi-stage` is the target, `single-stage` the stage it copies
 * its result from, i.e. what would have shipped had the author stopped there. That stage is in the build cache already.
 */
export function planVariants(image: ImageSetting, dockerfile: DockerfileReport | undefined): VariantPlan {
  if (image.image !== undefined) return [{ name: 'image', image: image.image }, ...configured(image)];
  const own = build(image);
  const single = dockerfile && image.findVariants ? dockerfile.singleStage : null;
  if (!dockerfile || single === null) {
    const oneStage = dockerfile?.stages.length === 1;
    return [{ name: oneStage ? 'single-stage' : 'multi-stage', ...own }, ...configured(image)];
  }
  const stage = dockerfile.stages[single];
  if (!stage) throw new Error(`The Dockerfile has no stage ${single}.`);
  const { target: _, ...rest } = own;
  // BuildKit takes a target by name only; a stage without one is reached by stopping where it ends.
  const twin = stage.name === null ? { ...rest, untilLine: stage.endLine } : { ...rest, target: stage.name };
  return [{ name: 'multi-stage', ...own }, { name: 'single-stage', ...twin }, ...configured(image)];
}

function build(image: ImageSetting) {
  const { context, dockerfile, target, buildArgs } = image;
  return { context, dockerfile, buildArgs, ...(target !== undefined && { target }) };
}

function configured(image: ImageSetting): readonly PlannedVariant[] {
  return image.variants.map((variant) => {
    if (variant.image !== undefined) return { name: variant.name, image: variant.image };
    const target = variant.target ?? (variant.dockerfile === undefined ? image.target : undefined);
    return {
      name: variant.name,
      context: variant.context ?? image.context,
      dockerfile: variant.dockerfile ?? image.dockerfile,
      buildArgs: { ...image.buildArgs, ...variant.buildArgs },
      ...(target !== undefined && { target }),
    };
  });
}
