import type { FolderMatch, IgnoreRules } from './ignore.ts';

/** A file below the context folder; folders are implied by the paths. */
export interface ListedFile {
  /** Relative to the context, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** What of a folder is sent to the builder. */
export interface SentContext {
  readonly bytes: number;
  readonly files: number;
  /** Folders directly below the context with what they send, largest first; files beside them stand under `.`. */
  readonly topFolders: readonly { readonly path: string; readonly bytes: number; readonly files: number }[];
}

/** Decides file by file what is sent, as the builder's own walk does: a folder's matches hold for what is below it. */
export function decideContext(listing: readonly ListedFile[], rules: IgnoreRules): SentContext {
  const folders = new Map<string, FolderMatch | undefined>([['', undefined]]);
  const matchOfFolder = (path: string): FolderMatch | undefined => {
    if (folders.has(path)) return folders.get(path);
    const { match } = rules.match(path, matchOfFolder(parentOf(path)));
    folders.set(path, match);
    return match;
  };
  const sent = listing.filter(({ path }) => !rules.match(path, matchOfFolder(parentOf(path))).ignored);
  const tops = groupByTop(sent);
  return {
    bytes: sumBytes(sent),
    files: sent.length,
    topFolders: Array.from(tops, ([path, files]) => ({ path, bytes: sumBytes(files), files: files.length })).sort(
      (one, other) => other.bytes - one.bytes || (one.path < other.path ? -1 : 1),
    ),
  };
}

function groupByTop(files: readonly ListedFile[]): ReadonlyMap<string, readonly ListedFile[]> {
  const tops = new Map<string, ListedFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    const top = slash === -1 ? '.' : file.path.slice(0, slash);
    const group = tops.get(top);
    if (group) group.push(file);
    else tops.set(top, [file]);
  }
  return tops;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const sumBytes = (files: readonly ListedFile[]): number => files.reduce((total, file) => total + file.bytes, 0);
