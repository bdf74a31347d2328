var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  auditPoint: () => auditPoint,
  auditSince: () => auditSince,
  fleet: () => fleet,
  lookedUpBase: () => lookedUpBase
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var bytes = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var layerBytes = (0, import_chunk_H7G5P3MR.object)({ unpackedBytes: bytes.optional(), pullBytes: bytes.optional() });
var lookedUpBase = (0, import_chunk_H7G5P3MR.object)({
  /** By tag, or by digest where a label names one: `debian:12`, `debian@sha256:…`. Untrusted. */
  reference: (0, import_chunk_H7G5P3MR.string)(),
  platform: (0, import_chunk_H7G5P3MR.string)(),
  found: (0, import_chunk_H7G5P3MR.union)([
    (0, import_chunk_H7G5P3MR.object)({
      digest: (0, import_chunk_H7G5P3MR.string)(),
      /** The day it says it was made, `YYYY-MM-DD`. */
      created: (0, import_chunk_H7G5P3MR.string)().optional(),
      layers: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ diffId: (0, import_chunk_H7G5P3MR.string)(), pullBytes: bytes.optional() }))
    }),
    (0, import_chunk_H7G5P3MR.object)({ unknown: (0, import_chunk_H7G5P3MR.string)() })
  ])
});
var staleImage = (0, import_chunk_H7G5P3MR.object)({
  name: (0, import_chunk_H7G5P3MR.string)(),
  /**
   * `label`: the image's own names the base. `record`: an earlier audit saw the base's tag lead to the layers this image
   * begins with. `pin`: it stands on what a Dockerfile names by tag and digest, and the tag leads elsewhere. `version`:
   * on an audited image of which a newer release was audited, too. `through`: on an audited image that is stale itself.
   */
  by: (0, import_chunk_H7G5P3MR._enum)(["label", "record", "pin", "version", "through"]),
  /** How many of its layers, from the first, are those of the stale base; absent where nothing tells. */
  baseLayers: (0, import_chunk_H7G5P3MR.int)().positive().optional(),
  /** The last day on which an audit saw the base's tag lead to these layers. */
  seen: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** The audited image in between. */
  through: (0, import_chunk_H7G5P3MR.string)().optional()
});
var baseMove = (0, import_chunk_H7G5P3MR.object)({
  /** Images that moved. */
  images: (0, import_chunk_H7G5P3MR.int)().positive(),
  /** Layers of the newest base that no audited image has. */
  newBase: layerBytes,
  /** Distinct own layers of the images that move: building them again makes other layers of them, unless that is reproducible. */
  own: layerBytes,
  /** Distinct layers of all audited images, before and after. */
  storedBefore: layerBytes,
  storedAfter: layerBytes,
  /** Of these, layers that two images or more have. */
  sharedBefore: layerBytes,
  sharedAfter: layerBytes
});
var staleBase = (0, import_chunk_H7G5P3MR.object)({
  /** What the images were built on, by tag. Untrusted. */
  name: (0, import_chunk_H7G5P3MR.string)(),
  platform: (0, import_chunk_H7G5P3MR.string)(),
  /** What they would move to. */
  newest: (0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.string)(), digest: (0, import_chunk_H7G5P3MR.string)().optional(), created: (0, import_chunk_H7G5P3MR.string)().optional() }),
  images: (0, import_chunk_H7G5P3MR.array)(staleImage),
  /** Absent where it is not known of any image which of its layers are the base's. */
  move: baseMove.optional()
});
var fleet = (0, import_chunk_H7G5P3MR.object)({
  /** What the images would take if nothing were shared. */
  summed: layerBytes,
  /** Each distinct layer once. */
  stored: layerBytes,
  /** Of these, layers that two images or more have. */
  shared: layerBytes,
  /** By name. */
  images: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({
      name: (0, import_chunk_H7G5P3MR.string)(),
      /** Layers that no other image has. */
      unique: layerBytes,
      /** Its other layers. */
      shared: layerBytes,
      /** The audited image with the most layers that this one begins with. */
      base: (0, import_chunk_H7G5P3MR.string)().optional()
    })
  ),
  /** The base that most images stand on first. */
  byBase: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ base: (0, import_chunk_H7G5P3MR.string)(), images: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()) })),
  staleBases: (0, import_chunk_H7G5P3MR.array)(staleBase),
  /** All of them moved at once; absent where there is none to move. */
  moved: baseMove.optional(),
  /** Bases of which it cannot be known whether there is a newer one. */
  unknownBases: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.string)(), platform: (0, import_chunk_H7G5P3MR.string)(), reason: (0, import_chunk_H7G5P3MR.string)(), images: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()) })
  ),
  /** Images of which nothing tells what they stand on: they may be stale, too. */
  withoutBase: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())
});
var count = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var auditPoint = (0, import_chunk_H7G5P3MR.object)({
  /** Seconds since 1970 at which it was recorded. */
  at: count,
  run: (0, import_chunk_H7G5P3MR.string)(),
  commit: (0, import_chunk_H7G5P3MR.string)(),
  outcome: (0, import_chunk_H7G5P3MR._enum)(["pass", "fail", "incomplete"]),
  /** That were audited. */
  images: count,
  /** Errors and warnings that are not waived. */
  findings: count,
  /** Distinct layers. */
  stored: layerBytes
});
var changedRule = (0, import_chunk_H7G5P3MR.object)({ image: (0, import_chunk_H7G5P3MR.string)(), rule: (0, import_chunk_H7G5P3MR.string)(), count: (0, import_chunk_H7G5P3MR.int)().positive() });
var auditSince = (0, import_chunk_H7G5P3MR.object)({
  before: auditPoint,
  /** Whether both went by one policy: where not, findings may come of the policy and not of the images. */
  samePolicy: (0, import_chunk_H7G5P3MR.boolean)(),
  /** Images that both audits looked at. */
  compared: count,
  newFindings: (0, import_chunk_H7G5P3MR.array)(changedRule),
  goneFindings: (0, import_chunk_H7G5P3MR.array)(changedRule),
  newImages: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  goneImages: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  auditPoint,
  auditSince,
  fleet,
  lookedUpBase
});
