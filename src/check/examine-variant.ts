import type { ImageFacts } from '../image/image.ts';
import type { PublishedBase } from '../policy/published-base.ts';
import { examine } from './examine.ts';
import { asksRegistry, type ExaminedVariant, type VariantContext } from './examined-variant.ts';
import { extentOf } from './extent.ts';
import { readSource } from './source.ts';
import type { PlannedVariant } from './variants.ts';
import type { Workshop } from './workshop.ts';

/** Builds or opens a variant, reads it and measures it. @throws UserError of the builder, the reader or the Dockerfile */
export async function examineVariant(
  plan: PlannedVariant,
  context: VariantContext,
  workshop: Workshop,
): Promise<ExaminedVariant> {
  if (!('image' in plan)) {
    // Loaded where something is built.
    const { examineBuilt } = await import('./examine-built.ts');
    return examineBuilt(plan, context, workshop);
  }
  const { images, signal, progress, checkout } = workshop;
  const step = progress.step(`Reading ${plan.image}`);
  const image = await images.open(readSource(plan.image, checkout), context.platform, signal);
  const examined = await examine(image, { reads: context.reads, gathers: context.gathers ?? [] }, signal);
  step.done(extentOf(examined.measurement));
  const published = asksRegistry(context, false) ? await publishedBaseOf(image.facts, workshop) : undefined;
  return {
    name: plan.name,
    source: image.facts.source,
    built: false,
    examined,
    ...(published && { publishedBase: published }),
  };
}

/** Loaded where a rule asks a registry. */
async function publishedBaseOf(facts: ImageFacts, workshop: Workshop): Promise<PublishedBase | undefined> {
  const { publishedBase } = await import('./published-base.ts');
  return publishedBase({ facts }, workshop);
}
