import { filesByPath } from './archive-files.ts';
import { Budget, type ArchiveLimits } from './limits.ts';
import { sliceOf, type ReadAt } from './read-at.ts';
import { seekTar } from './tar-seek.ts';

/** Files by path: a folder, or a tar that holds them. */
export interface BlobStore {
  /** @param path relative, with `/`, cleaned. @returns undefined when there is no such regular file. */
  open(path: string): Promise<ReadAt | undefined>;
}

/** The files inside a plain tar, found by seeking from header to header. @throws UserError `broken-archive`, `too-large` */
export async function tarStore(
  archive: ReadAt,
  options: { readonly where: string; readonly limits: ArchiveLimits; readonly signal: AbortSignal },
): Promise<BlobStore> {
  const { entries } = await seekTar(archive, { ...options, budget: new Budget(options.limits) });
  const files = filesByPath(entries);
  return {
    open: async (path) => {
      const record = files.get(path);
      if (record === undefined) return undefined;
      return sliceOf(archive, entries.bodyOffsets[record] ?? 0, entries.fileBytes[record] ?? 0);
    },
  };
}
