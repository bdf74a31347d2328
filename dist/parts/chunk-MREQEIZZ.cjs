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
  contentKinds: () => contentKinds,
  dockerfileLines: () => dockerfileLines,
  measurement: () => measurement,
  statedMeasurement: () => statedMeasurement
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var digest = import_chunk_AJHEZPZQ.external_exports.custom(
  (text) => typeof text === "string" && /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text),
  "a digest such as sha256:…"
);
var bytes = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var dockerfileLines = import_chunk_AJHEZPZQ.external_exports.object({
  file: import_chunk_AJHEZPZQ.external_exports.string(),
  startLine: import_chunk_AJHEZPZQ.external_exports.int().positive(),
  endLine: import_chunk_AJHEZPZQ.external_exports.int().positive()
});
var healthcheck = import_chunk_AJHEZPZQ.external_exports.object({
  /** As in the image's config: `['NONE']`, `['CMD', …]` or `['CMD-SHELL', text]`. */
  test: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  intervalNs: import_chunk_AJHEZPZQ.external_exports.int().optional(),
  timeoutNs: import_chunk_AJHEZPZQ.external_exports.int().optional(),
  startPeriodNs: import_chunk_AJHEZPZQ.external_exports.int().optional(),
  retries: import_chunk_AJHEZPZQ.external_exports.int().optional()
});
var imageConfig = import_chunk_AJHEZPZQ.external_exports.object({
  user: import_chunk_AJHEZPZQ.external_exports.string(),
  entrypoint: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).optional(),
  cmd: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).optional(),
  workingDir: import_chunk_AJHEZPZQ.external_exports.string(),
  env: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  exposedPorts: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  volumes: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  labels: import_chunk_AJHEZPZQ.external_exports.record(import_chunk_AJHEZPZQ.external_exports.string(), import_chunk_AJHEZPZQ.external_exports.string()),
  healthcheck: healthcheck.optional(),
  stopSignal: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  shell: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).optional(),
  onBuild: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).optional()
});
var folder = import_chunk_AJHEZPZQ.external_exports.object({ path: import_chunk_AJHEZPZQ.external_exports.string(), bytes, layer: import_chunk_AJHEZPZQ.external_exports.int() });
var hiddenCopy = import_chunk_AJHEZPZQ.external_exports.object({
  /** Absolute, untrusted. */
  path: import_chunk_AJHEZPZQ.external_exports.string(),
  bytes,
  /** Layer indexes, base layer 0. */
  addedBy: import_chunk_AJHEZPZQ.external_exports.int(),
  hiddenBy: import_chunk_AJHEZPZQ.external_exports.int(),
  how: import_chunk_AJHEZPZQ.external_exports.enum(["deleted", "directory-deleted", "opaque", "overwritten", "metadata-only"])
});
var contentKinds = [
  "compilers",
  "headers",
  "package-caches",
  "sources-and-vcs",
  "documentation",
  "language-dependencies",
  "base-system",
  "application"
];
var layerMeasurement = import_chunk_AJHEZPZQ.external_exports.object({
  diffId: digest,
  unpackedBytes: bytes,
  visibleBytes: bytes,
  entries: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  /** Untrusted text of the builder; empty where the history does not fit the layers. */
  createdBy: import_chunk_AJHEZPZQ.external_exports.string(),
  dockerfile: dockerfileLines.optional(),
  blob: import_chunk_AJHEZPZQ.external_exports.object({ digest, bytes, mediaType: import_chunk_AJHEZPZQ.external_exports.string() }).optional()
});
var installedPackage = import_chunk_AJHEZPZQ.external_exports.object({
  manager: import_chunk_AJHEZPZQ.external_exports.enum(["dpkg", "apk", "rpm"]),
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  version: import_chunk_AJHEZPZQ.external_exports.string(),
  architecture: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** Bytes of its files that are visible; a file owned twice counts for the first owner by name. */
  bytes,
  /** The layer most of its bytes came with. */
  layer: import_chunk_AJHEZPZQ.external_exports.int()
});
var measurement = import_chunk_AJHEZPZQ.external_exports.object({
  imageId: digest,
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  unpackedBytes: bytes,
  visibleBytes: bytes,
  /** unpackedBytes − visibleBytes. */
  hiddenBytes: bytes,
  pull: import_chunk_AJHEZPZQ.external_exports.object({ bytes, exact: import_chunk_AJHEZPZQ.external_exports.boolean() }).optional(),
  layers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  emptyLayers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  /** Absent when neither the base image nor the history tells. */
  baseLayers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  /** How the number of base layers is known. */
  baseLayersFrom: import_chunk_AJHEZPZQ.external_exports.enum(["base-image", "history"]).optional(),
  /** Records of all layer tars. */
  entries: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  dive: import_chunk_AJHEZPZQ.external_exports.object({
    efficiencyRatio: import_chunk_AJHEZPZQ.external_exports.number().nullable(),
    wastedBytes: bytes,
    userWastedRatio: import_chunk_AJHEZPZQ.external_exports.number().nullable()
  }),
  perLayer: import_chunk_AJHEZPZQ.external_exports.array(layerMeasurement),
  /** Largest first, capped; `hiddenTotal` counts all. */
  hidden: import_chunk_AJHEZPZQ.external_exports.array(hiddenCopy),
  hiddenTotal: import_chunk_AJHEZPZQ.external_exports.object({ copies: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(), bytes, byBaseLayersBytes: bytes.optional() }),
  packages: import_chunk_AJHEZPZQ.external_exports.array(installedPackage),
  /** Package databases that are in the image but could not be read, so that `packages` lacks theirs; absent = none. */
  packagesUnread: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ path: import_chunk_AJHEZPZQ.external_exports.string(), reason: import_chunk_AJHEZPZQ.external_exports.string() })).optional(),
  /** Unpacked bytes by kind; the parts sum to unpackedBytes. */
  byKind: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      kind: import_chunk_AJHEZPZQ.external_exports.enum(contentKinds),
      unpackedBytes: bytes,
      ownBytes: bytes.optional(),
      /** The own layer most of `ownBytes` came with; absent where there are none. */
      layer: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional()
    })
  ),
  /** Unpacked bytes of logs, caches and the like, which differ from build to build; absent = not counted. */
  noisyBytes: bytes.optional(),
  /** Own visible folders by bytes, largest first, capped; a file at the root stands for itself. */
  largest: import_chunk_AJHEZPZQ.external_exports.array(folder),
  /** The same of the base image's layers; absent where it is not known which those are. */
  largestOfBase: import_chunk_AJHEZPZQ.external_exports.array(folder).optional(),
  config: imageConfig,
  effectiveCommand: import_chunk_AJHEZPZQ.external_exports.object({ argv: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), pid1: import_chunk_AJHEZPZQ.external_exports.string().optional(), explanation: import_chunk_AJHEZPZQ.external_exports.string() })
});
var statedMeasurement = measurement.pick({
  imageId: true,
  platform: true,
  pull: true,
  layers: true,
  baseLayers: true,
  baseLayersFrom: true,
  config: true,
  effectiveCommand: true
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  contentKinds,
  dockerfileLines,
  measurement,
  statedMeasurement
});
