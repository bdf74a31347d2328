import type { Checkout } from './ports.ts';

/** The revision a change is held against: a pull request's base. Its files are read as they are committed. */
export interface BaseRevision {
  /** Full SHA of the commit. */
  readonly sha: string;
  /**
   * @param path relative to the checkout's root.
   * @returns undefined when the commit has no such file.
   * @throws UserError for a symbolic link, a submodule, a folder, what is no text, or larger than the cap.
   */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

/** What a change touches, and what may lead elsewhere; paths are relative to the checkout's root, untrusted. */
export interface Changes {
  /** Files added, removed or altered, and submodules that moved. */
  readonly paths: readonly string[];
  /** Symbolic links there are after the change, altered or not. */
  readonly links: readonly string[];
}

/** The Git repository a checkout belongs to. Commits are full SHAs; paths are relative to the checkout's root. */
export interface Repository {
  /** The commit that is checked out. @throws UserError `git-failed` when there is none yet */
  head(): Promise<string>;
  /** The commit a revision means, fetched when it is not at hand. @throws UserError `no-such-revision` */
  commitOf(revision: string): Promise<string>;
  /** Whether a commit is here already, without asking the remote. */
  has(commit: string): Promise<boolean>;
  /** As {@link BaseRevision.readText}. @throws UserError `unreadable-revision-file` */
  readText(commit: string, path: string, maxBytes: number): Promise<string | undefined>;
  /** As the commit itself says, also where a shallow clone ends. */
  parents(commit: string): Promise<readonly string[]>;
  /** Deepens a shallow clone as far as needed; undefined when the histories share nothing. @throws UserError `git-failed` */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** What differs between two commits. @throws UserError `git-failed` */
  changes(from: string, to: string): Promise<Changes>;
  /** The commit and its ancestors, nearest first, at most `max` of them. */
  ancestors(commit: string, max: number): Promise<readonly string[]>;
  /** The tags of the remote, of the checkout where there is none, by the commit they name. */
  tags(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Whether a file of the checkout that is under version control differs from its commit. */
  isModified(): Promise<boolean>;
  /** Seconds since 1970 of the commit's committer. */
  committedAt(commit: string): Promise<number>;
  /**
   * Why a checkout of the commit would not have all files of a folder, in a sentence: submodules, or filters such as Git LFS.
   * @param folder relative to the checkout's root; one that leads out of it stands for the whole repository.
   */
  missingFiles(commit: string, folder: string): Promise<string | undefined>;
  /** Runs with the commit checked out in a folder of its own, which is removed afterwards whatever happens. @throws UserError `git-failed` */
  withWorktree<T>(commit: string, use: (checkout: Checkout) => Promise<T>): Promise<T>;
  /** The branch that stored measurements live on, as the remote has it. */
  readonly records: RecordBranch;
}

/** A file of the branch of records. */
export interface BranchFile {
  readonly path: string;
  /** A regular file without an execute bit; nothing else is ours. */
  readonly isPlain: boolean;
  /** Git's name of its content. */
  readonly blob: string;
}

/** What an update of the branch adds or replaces, and removes. */
export interface BranchChanges {
  readonly put: readonly { readonly path: string; readonly text: string }[];
  readonly remove: readonly string[];
}

export interface RecordBranch {
  /** Its name. */
  readonly name: string;
  /** Undefined when the remote has no such branch, or there is no remote. @throws UserError `git-failed` */
  list(): Promise<readonly BranchFile[] | undefined>;
  /** The text of a file that was listed; undefined when it is larger or no text. */
  readText(file: BranchFile, maxBytes: number): Promise<string | undefined>;
  /** The texts of many, read at once and in their order. */
  readTexts(files: readonly BranchFile[], maxBytes: number): Promise<readonly (string | undefined)[]>;
  /**
   * Adds one commit to the branch and pushes it; when another run was first, plans again on what that one left.
   * @param plan sees the branch as it is, undefined when there is none. It may throw to refuse.
   * @throws UserError `records-not-pushed`
   */
  update(message: string, plan: (files: readonly BranchFile[] | undefined) => BranchChanges): Promise<void>;
}
