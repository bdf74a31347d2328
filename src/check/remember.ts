import type { BuiltImage, OpenImage } from '../ports.ts';
import type { Repository } from '../repository-port.ts';
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

/** A repository that is asked for its history and its records once, however many images there are. */
export function rememberingRepository(repository: Repository): Repository {
  const known = new Map<string, Promise<unknown>>();
  const ask = <T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> =>
    // One key is only ever asked for with one kind of answer.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    once(known, JSON.stringify(key), make) as Promise<T>;
  return {
    ...repository,
    head: () => ask(['head'], () => repository.head()),
    parents: (commit) => ask(['parents', commit], () => repository.parents(commit)),
    commitOf: (revision) => ask(['commit', revision], () => repository.commitOf(revision)),
    mergeBase: (one, other) => ask(['merge-base', one, other], () => repository.mergeBase(one, other)),
    ancestors: (commit, max) => ask(['ancestors', commit, max], () => repository.ancestors(commit, max)),
    tags: () => ask(['tags'], () => repository.tags()),
    records: { ...repository.records, list: () => ask(['records'], () => repository.records.list()) },
  };
}

function readOnce(image: OpenImage): OpenImage {
  let layers: Promise<readonly LayerEntries[]> | undefined;
  return { ...image, readLayers: (signal, keep) => (layers ??= image.readLayers(signal, keep)) };
}

/** The value under a key, made when it is first asked for. */
export function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}
