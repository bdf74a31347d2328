import { meanwhile } from '../meanwhile.ts';
import type { OpenImage } from '../ports.ts';
import type { Examined, Surroundings } from './examined.ts';

/** Reads an opened image's layers and the few bodies that are wanted, and measures it. */
export async function examine(image: OpenImage, around: Surroundings, signal: AbortSignal): Promise<Examined> {
  const [layers, { analyse }] = await Promise.all([image.readLayers(signal), meanwhile(() => import('./analyse.ts'))]);
  return analyse(image, layers, around, signal);
}
