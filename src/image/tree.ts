import type { EntryType } from './entries.ts';

/** What is visible at one path of the stacked layers. */
export interface FileNode {
  /** As in {@link LayerEntries}: no leading slash, root ''. */
  readonly path: string;
  readonly type: EntryType;
  readonly fileBytes: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Target of a symbolic link as stored. */
  readonly linkTarget?: string;
  readonly hasCapabilities: boolean;
  /** Layer and record it came from; for a hard link those of its inode's body. A directory that no record describes has record −1. */
  readonly layer: number;
  readonly record: number;
}

/** Everything a container of the image sees, built by `squash`. */
export interface FileTree {
  /** Number of visible nodes, directories included, the root not. */
  readonly count: number;
  /** The node at exactly this path; does not follow symbolic links. */
  at(path: string): FileNode | undefined;
  /** Follows symbolic links in every component inside the image's root, as the kernel does after chroot; undefined when dangling or looping. */
  resolve(path: string, workingDir?: string): FileNode | undefined;
  /** Every visible node but the root, parents first. */
  all(): Iterable<FileNode>;
  /** Names directly below a directory. */
  names(path: string): Iterable<string>;
}

/** Reads bodies of visible files on demand; at most `maxBytes` from the start of each. Missing paths are left out. */
export type ReadBodies = (nodes: readonly FileNode[], maxBytes: number) => Promise<ReadonlyMap<string, Uint8Array>>;
