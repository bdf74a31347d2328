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
  | { readonly from: 'rebuild' };

export type { Digest };
