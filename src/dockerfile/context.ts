/** What stands in a context that a build seldom reads: what to look at twice. */
export type HeapKind = 'version-control' | 'dependencies' | 'cache' | 'secret' | 'git-ignored';

/** A folder with all below it, or a file, that is sent to the builder and perhaps should not be. */
export interface ContextHeap {
  readonly kind: HeapKind;
  /** Relative to the context, with `/`; untrusted. */
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  readonly isGitIgnored: boolean;
}

/** What of a folder is sent to the builder, as its ignore file decides. */
export interface WeighedContext {
  /** Of regular files, each hard-linked inode once; symbolic links are files of no bytes. */
  readonly bytes: number;
  readonly files: number;
  /** Folders directly below the context, largest first, at most a hundred; files beside them stand under `.`. */
  readonly topFolders: readonly { readonly path: string; readonly bytes: number; readonly files: number }[];
  /** The ignore file that decided, as a name to show; absent when there is none. */
  readonly ignoreFile?: string;
  /** Secrets first, then by bytes, at most a thousand. */
  readonly heaps: readonly ContextHeap[];
  /** Why it is not known what git ignores, where the context is in a checkout; a sentence. */
  readonly gitUnknown?: string;
}
