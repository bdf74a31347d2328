import type { WeighedContext } from './dockerfile/context.ts';
import type { FileNode } from './image/tree.ts';
import type { LayerEntries } from './image/entries.ts';
import type { ImageFacts } from './image/image.ts';

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
  /** Base layer first, one for each DiffID. @param keep what will be asked for, of layers whose bytes pass by but once */
  readLayers(signal: AbortSignal, keep?: KeepBody): Promise<readonly LayerEntries[]>;
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

/** How many bytes of a file's body, from its start, to keep while its layer is read; 0 for none. Path as in {@link LayerEntries}. */
export type KeepBody = (path: string, fileBytes: number) => number;

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
  /** Since 1970. */
  seconds(): number;
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
