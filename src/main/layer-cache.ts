import type { CacheFolder, CacheFolderOptions } from '../adapters/cache/folder.ts';

/** The folder of layers, loaded when a layer is first looked up in it. */
export function layerCacheOnDemand(options: CacheFolderOptions): CacheFolder {
  let opened: Promise<CacheFolder> | undefined;
  const open = async (): Promise<CacheFolder> => (await import('../adapters/cache/folder.ts')).cacheFolder(options);
  const folder = (): Promise<CacheFolder> => (opened ??= open());
  return {
    get: async (diffId, sums) => (await folder()).get(diffId, sums),
    has: async (diffId, sums) => (await folder()).has(diffId, sums),
    put: (diffId, layer) => void folder().then((cache) => cache.put(diffId, layer)),
    close: async () => (await opened)?.close(),
  };
}
