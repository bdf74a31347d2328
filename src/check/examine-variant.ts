import type { Gathering } from '../policy/rule.ts';
import type { PublishedBase } from '../policy/published-base.ts';
import type { DockerfileReport } from '../result/dockerfile.ts';
import type { Digest, ImageConfig } from '../result/measurement.ts';
import { formatBytes } from '../units.ts';
import { baseOf, finalBase } from './base-image.ts';
import { examine, type Examined, type Surroundings } from './examine.ts';
import { publishedBase } from './published-base.ts';
import { extentOf } from './extent.ts';
import { readSource } from './source.ts';
import { seenFromCheckout } from './seen-from-checkout.ts';
import type { UnderstoodDockerfile } from './understand.ts';
import { buildRequest, dockerfileOf, withTriggers } from './plan-build.ts';
import type { PlannedVariant } from './variants.ts';
import type { BuildOptions, Workshop } from './workshop.ts';

/** A variant that was built or found, read and measured. */
export interface ExaminedVariant {
  readonly name: string;
  readonly source: string;
  readonly built: boolean;
  readonly base?: string;
  readonly context?: { readonly bytes: number; readonly files: number };
  readonly examined: Examined;
  /** Of a build: with what its base image is known to add. */
  readonly dockerfile?: DockerfileReport;
  /** Of the image it stands on, where that is at hand. */
  readonly baseConfig?: ImageConfig;
  /** What it is said to stand on, as the registry has it; absent when no rule asked. */
  readonly publishedBase?: PublishedBase;
}

/** What all variants of an image share. */
export interface VariantContext {
  readonly platform: string | undefined;
  readonly understood: UnderstoodDockerfile | undefined;
  readonly reads: readonly string[];
  readonly gathers?: readonly Gathering[];
  readonly build: BuildOptions;
}

/** Builds or opens a variant, reads it and measures it. @throws UserError of the builder, the reader or the Dockerfile */
export async function examineVariant(
  plan: PlannedVariant,
  context: VariantContext,
  workshop: Workshop,
): Promise<ExaminedVariant> {
  const { images, signal, progress, checkout } = workshop;
  if ('image' in plan) {
    const step = progress.step(`Reading ${plan.image}`);
    const image = await images.open(readSource(plan.image, checkout), context.platform, signal);
    const examined = await examine(image, { reads: context.reads, gathers: context.gathers ?? [] }, signal);
    step.done(extentOf(examined.measurement));
    const published = asksRegistry(context, false) ? await publishedBase({ facts: image.facts }, workshop) : undefined;
    return {
      name: plan.name,
      source: image.facts.source,
      built: false,
      examined,
      ...(published && { publishedBase: published }),
    };
  }
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

/** Whether a rule wants to know what the registry has; a proof is wanted only where the engine gave none. */
function asksRegistry({ gathers = [] }: VariantContext, isProved: boolean): boolean {
  return gathers.includes('published-base') || (gathers.includes('base-proof') && !isProved);
}

/** What is wanted of an image beside its numbers, and DiffIDs of what it may stand on; without any, nothing is known of that. */
interface Around extends Pick<Surroundings, 'reads' | 'gathers'> {
  readonly standsOn: readonly Digest[];
}

/** Opens and measures an image; `isKnown`: it stands on what it may stand on, and what is wanted was read. */
export async function examineReference(
  reference: string,
  platform: string | undefined,
  { images, checkout, progress, signal }: Workshop,
  { standsOn, ...wants }: Around = { standsOn: [], reads: [] },
): Promise<Examined & { readonly source: string; readonly isKnown: boolean }> {
  const step = progress.step(`Reading ${reference}`);
  const image = await images.open(readSource(reference, checkout), platform, signal);
  const isKnown = standsOn.every((diffId, layer) => image.facts.diffIds[layer] === diffId);
  const baseDiffIds = isKnown && standsOn.length > 0 ? standsOn : undefined;
  const around = { ...(isKnown ? wants : { reads: [] }), ...(baseDiffIds && { baseDiffIds }) };
  const examined = await examine(image, around, signal);
  step.done(extentOf(examined.measurement));
  return { ...examined, source: image.facts.source, isKnown };
}
