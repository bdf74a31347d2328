import type { BuiltImage, OpenImage } from '../ports.ts';
import type { LayerEntries } from '../image/entries.ts';
import type { Workshop } from './workshop.ts';

/**
 * A workshop that builds and reads the same thing once, however often it is asked: for judging one image by two policies.
 * It keeps the records of all layers, so it lives no longer than one image is looked at.
 */
export function remembering(workshop: Workshop): Workshop {
  const builds = new Map<string, Promise<BuiltImage>>();
  const opened = new Map<string, Promise<OpenImage>>();
  return {
    ...workshop,
    builder: {
      build: (request, signal) => once(builds, JSON.stringify(request), () => workshop.builder.build(request, signal)),
    },
    images: {
      open: (source, platform, signal) =>
        once(opened, JSON.stringify([source, platform]), async () =>
          readOnce(await workshop.images.open(source, platform, signal)),
        ),
    },
  };
}

function readOnce(image: OpenImage): OpenImage {
  let layers: Promise<readonly LayerEntries[]> | undefined;
  return { ...image, readLayers: (signal) => (layers ??= image.readLayers(signal)) };
}

/** The value under a key, made when it is first asked for. */
export function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}
