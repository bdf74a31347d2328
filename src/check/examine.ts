import { meanwhile } from '../meanwhile.ts';
import { isWorthSearching, maxSearchedBytes } from '../policy/searched-files.ts';
import type { KeepBody, OpenImage } from '../ports.ts';
import type { Examined, Surroundings } from './examined.ts';

/** Reads an opened image's layers and the few bodies that are wanted, and measures it. */
export async function examine(image: OpenImage, around: Surroundings, signal: AbortSignal): Promise<Examined> {
  const [layers, { analyse }] = await Promise.all([
    image.readLayers(signal, searchedFirst(around)),
    meanwhile(() => import('./analyse.ts')),
  ]);
  return analyse(image, layers, around, signal);
}

/** Files that will be searched for secrets, so that no layer is inflated or fetched twice for them. */
function searchedFirst({ gathers = [] }: Surroundings): KeepBody | undefined {
  if (!gathers.includes('secrets') && !gathers.includes('secrets-of-all-layers')) return undefined;
  return (path, fileBytes) => (isWorthSearching(`/${path}`, fileBytes) ? Math.min(fileBytes, maxSearchedBytes) : 0);
}
