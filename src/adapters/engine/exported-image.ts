import type { ImageFacts } from '../../image/image.ts';
import type { OpenImage } from '../../ports.ts';
import type { Engine } from './api.ts';

/** Several callers, one export. A failed one may be tried again. */
export function lazily(work: (signal: AbortSignal) => Promise<OpenImage>): (signal: AbortSignal) => Promise<OpenImage> {
  let running: Promise<OpenImage> | undefined;
  return (signal) => {
    running ??= work(signal).catch((thrown: unknown) => {
      running = undefined;
      throw thrown;
    });
    return running;
  };
}

/** The image as `docker save` has it, its bodies left out. */
export async function readExport(engine: Engine, id: string, signal: AbortSignal): Promise<OpenImage> {
  const { readDockerArchiveStream } = await import('../../archive/docker-archive.ts');
  const { exportStream } = await import('./export-stream.ts');
  const archive = await readDockerArchiveStream(() => exportStream(engine, id, signal), {
    source: `engine:${id}`,
    contentSums: true,
    // Bodies are read from a container.
    keepBody: () => 0,
    signal,
  });
  const image = await archive.open();
  return { ...image, facts: { ...image.facts, source: `engine:${image.facts.imageId}` } };
}

/** The export and the inspection must tell of the same image. */
export function checked(facts: ImageFacts, image: OpenImage): OpenImage {
  if (image.facts.imageId === facts.imageId && String(image.facts.diffIds) === String(facts.diffIds)) return image;
  throw new Error(`The engine exported ${image.facts.imageId} when asked for ${facts.imageId}.`);
}
