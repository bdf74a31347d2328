import { formatBytes } from '../units.ts';
import { baseOf, finalBase } from './base-image.ts';
import { examine } from './examine.ts';
import { asksRegistry, type ExaminedVariant, type VariantContext } from './examined-variant.ts';
import { extentOf } from './extent.ts';
import { buildRequest, dockerfileOf, withTriggers } from './plan-build.ts';
import { publishedBase } from './published-base.ts';
import { seenFromCheckout } from './seen-from-checkout.ts';
import type { PlannedVariant } from './variants.ts';
import type { Workshop } from './workshop.ts';

/** Builds a variant, reads it and measures it. @throws UserError of the builder, the reader or the Dockerfile */
export async function examineBuilt(
  plan: Exclude<PlannedVariant, { readonly image: string }>,
  context: VariantContext,
  workshop: Workshop,
): Promise<ExaminedVariant> {
  const { images, signal, progress, checkout } = workshop;
  const understood = await dockerfileOf(plan, context, workshop);
  const building = progress.step(`Building ${plan.name}`);
  const built = await workshop.builder
    .build(buildRequest(plan, understood, context, checkout), signal)
    .catch((thrown: unknown) => {
      throw seenFromCheckout(thrown, checkout);
    });
  building.done(built.context && `${formatBytes(built.context.bytes)} of build context`);

  const reading = progress.step(`Reading ${plan.name}`);
  const image = await images.open({ kind: 'engine', reference: built.reference }, context.platform, signal);
  const base = await baseOf(understood, image.facts, workshop, context.gathers?.includes('base-config'));
  const dockerfile = withTriggers(understood, base);
  const examined = await examine(
    image,
    { dockerfile, reads: context.reads, gathers: context.gathers ?? [], ...(base && { baseDiffIds: base.diffIds }) },
    signal,
  );
  reading.done(extentOf(examined.measurement));
  const reference = finalBase(understood);
  const question = { facts: image.facts, from: reference ?? '', standsOnCreated: base?.created };
  const published = asksRegistry(context, base !== undefined) ? await publishedBase(question, workshop) : undefined;
  return {
    name: plan.name,
    source: image.facts.source,
    built: true,
    examined,
    dockerfile,
    ...(base?.config && { baseConfig: base.config }),
    ...(reference !== undefined && { base: reference }),
    ...(built.context && { context: built.context }),
    ...(published && { publishedBase: published }),
  };
}
