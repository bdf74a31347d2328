import type { WeighedContext } from './dockerfile/context.ts';
import type { FileNode } from './image/tree.ts';
import type { LayerEntries } from './image/entries.ts';
import type { ImageFacts } from './image/image.ts';
import type { Digest } from './result/measurement.ts';

/** What to build; the same meaning as `docker build`'s flags. */
export interface BuildRequest {
  /** Absolute folder. */
  readonly contextDir: string;
  /** Absolute path; may lie outside the context. */
  readonly dockerfile: string;
  /** Built instead of the file's own text, which still gives its place and its ignore file. */
  readonly dockerfileText?: string;
  readonly target?: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** `os/architecture[/variant]`; the engine's own when absent. */
  readonly platform?: string;
  readonly builder: 'auto' | 'engine' | 'buildx';
  /** `id=NAME,src=FILE` or `id=NAME,env=NAME`, as docker's --secret. */
  readonly secrets: readonly string[];
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly buildContexts: Readonly<Record<string, string>>;
  readonly noCache: boolean;
  readonly pull: boolean;
  /** `default`, `host` or `none` for RUN steps. */
  readonly network?: string;
}

/** An image this run built. */
export interface BuiltImage {
  /** What the engine calls it; on the containerd store the manifest's digest. */
  readonly reference: string;
  /** Bytes and files of the build context as sent; absent when the builder read it itself. */
  readonly context?: { readonly bytes: number; readonly files: number };
}

export interface Builder {
  /** @throws UserError `build-failed` with the failing Dockerfile line and the log's last lines; `docker-unavailable`; Interrupted. */
  build(request: BuildRequest, signal: AbortSignal): Promise<BuiltImage>;
}

/** A build context to look at before, or instead of, a build. */
export interface ContextToWeigh {
  /** Absolute folder. */
  readonly contextDir: string;
  /** Absolute path; its own ignore file comes before the folder's. */
  readonly dockerfile: string;
  /** Tells files for secrets by their path within the context, with `/` in front. */
  readonly isSecretFile: (path: string) => boolean;
}

export interface ContextScale {
  /** What the builder would be sent. @throws UserError `no-context`, `bad-ignore-pattern`, `unreadable-context`; Interrupted */
  weigh(context: ContextToWeigh, signal: AbortSignal): Promise<WeighedContext>;
}

/** Where an image is read from: the part before the colon of a SOURCE argument. */
export type SourceReference =
  | { readonly kind: 'engine'; readonly reference: string }
  | { readonly kind: 'docker-archive'; readonly path: string; readonly image?: string }
  | { readonly kind: 'oci'; readonly path: string; readonly image?: string }
  | { readonly kind: 'oci-archive'; readonly path: string; readonly image?: string }
  | { readonly kind: 'registry'; readonly reference: string };

/** An image at hand: facts at once, layers and bodies when asked. */
export interface OpenImage {
  readonly facts: ImageFacts;
  /** Base layer first, one for each DiffID. */
  readLayers(signal: AbortSignal): Promise<readonly LayerEntries[]>;
  /** Bodies of visible regular files, from the start, at most `maxBytes` of each; keyed by the node's path. */
  readBodies(
    nodes: readonly FileNode[],
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Bodies of any records, hidden ones too, in the order asked; absent where a source can only show what is visible. */
  readRecords?(
    records: readonly RecordWish[],
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<readonly (Uint8Array | undefined)[]>;
}

/** A regular file's record in a layer. */
export interface RecordWish {
  /** As in the layer's entries. */
  readonly path: string;
  readonly layer: number;
  /** Index in the layer's entries. */
  readonly record: number;
  readonly fileBytes: number;
}

/** What registries list. */
export interface RegistryLists {
  /** Every tag of a repository. @param name with its registry, without a tag @throws UserError when it cannot be had whole */
  tags(name: string, signal: AbortSignal): Promise<readonly string[]>;
  /** The platforms a reference has images for, `os/architecture[/variant]`, in the registry's order. @throws UserError */
  platforms(reference: string, signal: AbortSignal): Promise<readonly string[]>;
}

export interface ImageSource {
  /** @throws UserError `no-such-image`, `docker-unavailable`, `no-such-platform`, `broken-archive`, … */
  open(source: SourceReference, platform: string | undefined, signal: AbortSignal): Promise<OpenImage>;
}

/** Files of the checkout. Paths are relative to its root, with `/`. */
export interface Checkout {
  /** The absolute path of a file or folder of the checkout. */
  absolute(path: string): string;
  /** What stands at a path. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** @returns undefined when there is no such file. @throws UserError when it is a folder, unreadable or larger than the cap. */
  readText(path: string, maxBytes: number): Promise<string | undefined>;
}

/** Tells a person what is going on; never part of a report. */
export interface Progress {
  /** Starts a step; text is untrusted. */
  step(text: string): { update(text: string): void; done(text?: string): void };
  /** Lines of a build's log, untrusted. */
  log(text: string): void;
}

export interface Clock {
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
}

/** A policy, baseline or stored report that is only given by name. */
export type BaselineSetting =
  | { readonly from: 'none' }
  | { readonly from: 'image'; readonly reference: string }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'recorded' }
  | { readonly from: 'rebuild' }
  /** Nothing was said: in a pull request what is recorded, else a rebuild; none elsewhere. */
  | { readonly from: 'default' };

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

export type { Digest };
