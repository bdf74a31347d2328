import type { Digest } from '../result/measurement.ts';

/** An image as a registry has it, held against the layers of the one that is judged. */
export interface PublishedImage {
  /** Of the manifest or index that the name leads to. */
  readonly digest: Digest;
  readonly layers: number;
  /** With how many of them, from the first on, the judged image begins. */
  readonly sharedLayers: number;
  /** The day it says it was made, `YYYY-MM-DD`; absent where it states none, as reproducible builds do. */
  readonly created?: string;
  /** Whole days from then to today. */
  readonly ageDays?: number;
}

/** Why something could not be had, a sentence. */
export interface NotPublished {
  readonly unknown: string;
}

/** The image that this one is said to stand on, and what its registry has under that name today. */
export interface PublishedBase {
  /** The Dockerfile's FROM, or the label `org.opencontainers.image.base.name`. */
  readonly saidBy: 'dockerfile' | 'label';
  /** As people write it, without digest. */
  readonly name: string;
  /** What the tag leads to now. */
  readonly now: PublishedImage | NotPublished;
  /** The digest that FROM or the label names beside the tag, and the image of it. */
  readonly pinned?: { readonly digest: string; readonly image: PublishedImage | NotPublished };
  /** The day the image below was made, where it is at hand and proved to be below. */
  readonly standsOnCreated?: string;
}

/** The label by which an image says what it stands on: https://github.com/opencontainers/image-spec/blob/main/annotations.md */
export const baseNameLabel = 'org.opencontainers.image.base.name';

/** Beside it, the digest of that image. */
export const baseDigestLabel = 'org.opencontainers.image.base.digest';

/** Whether the judged image begins with all layers of this one; one without layers proves nothing. */
export function isBelow(image: PublishedImage | NotPublished): boolean {
  return 'layers' in image && image.layers > 0 && image.sharedLayers === image.layers;
}
