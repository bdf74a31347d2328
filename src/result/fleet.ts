import { z } from 'zod';

const bytes = z.int().nonnegative();

/** Bytes of layers: their tars as they lie on a node, and their blobs as they are pulled. Each is absent unless known of every layer it counts. */
export const layerBytes = z.object({ unpackedBytes: bytes.optional(), pullBytes: bytes.optional() });
export type LayerBytes = z.infer<typeof layerBytes>;

/** An image that others are said to stand on, as its registry has it today, or why that cannot be known. */
export const lookedUpBase = z.object({
  /** By tag, or by digest where a label names one: `debian:12`, `debian@sha256:…`. Untrusted. */
  reference: z.string(),
  platform: z.string(),
  found: z.union([
    z.object({
      digest: z.string(),
      /** The day it says it was made, `YYYY-MM-DD`. */
      created: z.string().optional(),
      layers: z.array(z.object({ diffId: z.string(), pullBytes: bytes.optional() })),
    }),
    z.object({ unknown: z.string() }),
  ]),
});
export type LookedUpBase = z.infer<typeof lookedUpBase>;

/** How it is known that an image stands on what is stale. */
export const staleImage = z.object({
  name: z.string(),
  /**
   * `label`: the image's own names the base. `record`: an earlier audit saw the base's tag lead to the layers this image
   * begins with. `pin`: it stands on what a Dockerfile names by tag and digest, and the tag leads elsewhere. `version`:
   * on an audited image of which a newer release was audited, too. `through`: on an audited image that is stale itself.
   */
  by: z.enum(['label', 'record', 'pin', 'version', 'through']),
  /** How many of its layers, from the first, are those of the stale base; absent where nothing tells. */
  baseLayers: z.int().positive().optional(),
  /** The last day on which an audit saw the base's tag lead to these layers. */
  seen: z.string().optional(),
  /** The audited image in between. */
  through: z.string().optional(),
});
export type StaleImage = z.infer<typeof staleImage>;

/** What standing on the newest base would change on a node that has all audited images. The images' own layers count as large as they are today. */
export const baseMove = z.object({
  /** Images that moved. */
  images: z.int().positive(),
  /** Layers of the newest base that no audited image has. */
  newBase: layerBytes,
  /** Distinct own layers of the images that move: building them again makes other layers of them, unless that is reproducible. */
  own: layerBytes,
  /** Distinct layers of all audited images, before and after. */
  storedBefore: layerBytes,
  storedAfter: layerBytes,
  /** Of these, layers that two images or more have. */
  sharedBefore: layerBytes,
  sharedAfter: layerBytes,
});
export type BaseMove = z.infer<typeof baseMove>;

/** A base that images stand on as it was, not as its name leads to it today. */
export const staleBase = z.object({
  /** What the images were built on, by tag. Untrusted. */
  name: z.string(),
  platform: z.string(),
  /** What they would move to. */
  newest: z.object({ name: z.string(), digest: z.string().optional(), created: z.string().optional() }),
  images: z.array(staleImage),
  /** Absent where it is not known of any image which of its layers are the base's. */
  move: baseMove.optional(),
});
export type StaleBase = z.infer<typeof staleBase>;

/** All audited images as one node would hold them; layers are told apart by DiffID. */
export const fleet = z.object({
  /** What the images would take if nothing were shared. */
  summed: layerBytes,
  /** Each distinct layer once. */
  stored: layerBytes,
  /** Of these, layers that two images or more have. */
  shared: layerBytes,
  /** By name. */
  images: z.array(
    z.object({
      name: z.string(),
      /** Layers that no other image has. */
      unique: layerBytes,
      /** Its other layers. */
      shared: layerBytes,
      /** The audited image with the most layers that this one begins with. */
      base: z.string().optional(),
    }),
  ),
  /** The base that most images stand on first. */
  byBase: z.array(z.object({ base: z.string(), images: z.array(z.string()) })),
  staleBases: z.array(staleBase),
  /** All of them moved at once; absent where there is none to move. */
  moved: baseMove.optional(),
  /** Bases of which it cannot be known whether there is a newer one. */
  unknownBases: z.array(
    z.object({ name: z.string(), platform: z.string(), reason: z.string(), images: z.array(z.string()) }),
  ),
  /** Images of which nothing tells what they stand on: they may be stale, too. */
  withoutBase: z.array(z.string()),
});
export type Fleet = z.infer<typeof fleet>;
