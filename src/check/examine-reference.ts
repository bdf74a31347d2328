import type { Digest } from '../result/measurement.ts';
import { examine } from './examine.ts';
import type { Examined, Surroundings } from './examined.ts';
import { extentOf } from './extent.ts';
import { readSource } from './source.ts';
import type { Workshop } from './workshop.ts';

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
