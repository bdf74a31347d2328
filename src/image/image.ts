import type { Digest, ImageConfig } from '../result/measurement.ts';
import type { LayerEntries } from './entries.ts';

/** One line of an image's history: https://github.com/opencontainers/image-spec/blob/main/config.md#properties */
export interface HistoryEntry {
  /** The builder's own text, untrusted; empty when the entry lacks it. */
  readonly createdBy: string;
  readonly comment: string;
  /** True when the instruction made no layer. */
  readonly emptyLayer: boolean;
}

/** A layer as it is stored and pulled: the descriptor of its (usually compressed) blob. */
export interface LayerBlob {
  readonly digest: Digest;
  readonly bytes: number;
  readonly mediaType: string;
}

/** What an image states about itself without its layers being read. */
export interface ImageFacts {
  /** Where it was read from, e.g. `engine:sha256:…`, `docker-archive:image.tar`. */
  readonly source: string;
  /** Digest of the config blob. On Docker's containerd store this is not the ID that `docker images` shows. */
  readonly imageId: Digest;
  /** `os/architecture[/variant]`. */
  readonly platform: string;
  readonly config: ImageConfig;
  /** When it says it was made, as written; absent when it does not say. */
  readonly created?: string;
  readonly history: readonly HistoryEntry[];
  /** Digests of the uncompressed layer tars, base layer first. */
  readonly diffIds: readonly Digest[];
  /** One for each DiffID where the source stores compressed blobs, else absent. */
  readonly blobs?: readonly LayerBlob[];
}

/** An image whose layers have been read: facts only, no judgement. */
export interface Snapshot extends ImageFacts {
  /** Base layer first; as many as `diffIds`. */
  readonly layers: readonly LayerEntries[];
}
