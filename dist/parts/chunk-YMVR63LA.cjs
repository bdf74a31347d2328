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
  checkResult: () => checkResult,
  finding: () => finding,
  measurement: () => measurement,
  notRun: () => notRun,
  notice: () => notice,
  ruleOutcomes: () => ruleOutcomes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var sizeChange = (0, import_chunk_H7G5P3MR.object)({
  path: (0, import_chunk_H7G5P3MR.string)(),
  /** In layers of the base image on both sides: it was built anew. */
  ofBase: (0, import_chunk_H7G5P3MR.boolean)().optional(),
  deltaBytes: (0, import_chunk_H7G5P3MR.int)()
});
var packageChange = (0, import_chunk_H7G5P3MR.object)({
  manager: (0, import_chunk_H7G5P3MR.string)(),
  name: (0, import_chunk_H7G5P3MR.string)(),
  before: (0, import_chunk_H7G5P3MR.string)().optional(),
  after: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** True where it came and comes with the base image. */
  ofBase: (0, import_chunk_H7G5P3MR.boolean)().optional(),
  deltaBytes: (0, import_chunk_H7G5P3MR.int)()
});
var comparison = (0, import_chunk_H7G5P3MR.object)({
  kind: (0, import_chunk_H7G5P3MR._enum)(["baseline", "variant"]),
  /** Names for people: a variant's name, or where the baseline came from. */
  before: (0, import_chunk_H7G5P3MR.string)(),
  after: (0, import_chunk_H7G5P3MR.string)(),
  beforeBytes: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  afterBytes: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  unpackedDeltaBytes: (0, import_chunk_H7G5P3MR.int)(),
  hiddenDeltaBytes: (0, import_chunk_H7G5P3MR.int)(),
  layersDelta: (0, import_chunk_H7G5P3MR.int)(),
  /** Own and base parts sum to the whole; absent when a side's base layers are unknown. */
  ownDeltaBytes: (0, import_chunk_H7G5P3MR.int)().optional(),
  baseDeltaBytes: (0, import_chunk_H7G5P3MR.int)().optional(),
  /** The images the two stand on, where both are known and are not the same: then its difference is the change's own doing. */
  baseImage: (0, import_chunk_H7G5P3MR.object)({ before: (0, import_chunk_H7G5P3MR.string)(), after: (0, import_chunk_H7G5P3MR.string)() }).optional(),
  /** True when nothing differs but logs, caches and the like, by so little that two builds of one source may differ by it. */
  isNoise: (0, import_chunk_H7G5P3MR.boolean)().optional(),
  /** Absent unless both sides are exact, or both estimated. */
  pullDelta: (0, import_chunk_H7G5P3MR.object)({ bytes: (0, import_chunk_H7G5P3MR.int)(), exact: (0, import_chunk_H7G5P3MR.boolean)() }).optional(),
  /** Pull bytes a node needs that already holds `before`; absent when blobs are unknown. */
  deltaPullBytes: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  /** The parts sum to unpackedDeltaBytes. */
  byKind: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ kind: (0, import_chunk_H7G5P3MR._enum)([...import_chunk_B3FRI4KO.contentKinds, "base-image"]), deltaBytes: (0, import_chunk_H7G5P3MR.int)() })),
  packages: (0, import_chunk_H7G5P3MR.array)(packageChange),
  /** True when a side has a package database that was not read, so that `packages` is empty whatever changed. */
  packagesUnknown: (0, import_chunk_H7G5P3MR.boolean)().optional(),
  grew: (0, import_chunk_H7G5P3MR.array)(sizeChange),
  /** Own files that kept path and size and have other contents; absent where not all were summed on both sides. */
  rewritten: (0, import_chunk_H7G5P3MR.object)({
    files: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
    bytes: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
    /** Those among them that differ from build to build. */
    noisyFiles: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
    noisyBytes: (0, import_chunk_H7G5P3MR.int)().nonnegative()
  }).optional(),
  config: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ field: (0, import_chunk_H7G5P3MR.string)(), before: (0, import_chunk_H7G5P3MR.string)().optional(), after: (0, import_chunk_H7G5P3MR.string)().optional() }))
});
var digest = (0, import_chunk_H7G5P3MR.custom)(
  (text) => typeof text === "string" && /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text),
  "a digest such as sha256:…"
);
var bytes = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var dockerfileLines = (0, import_chunk_H7G5P3MR.object)({
  file: (0, import_chunk_H7G5P3MR.string)(),
  startLine: (0, import_chunk_H7G5P3MR.int)().positive(),
  endLine: (0, import_chunk_H7G5P3MR.int)().positive()
});
var healthcheck = (0, import_chunk_H7G5P3MR.object)({
  /** As in the image's config: `['NONE']`, `['CMD', …]` or `['CMD-SHELL', text]`. */
  test: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  intervalNs: (0, import_chunk_H7G5P3MR.int)().optional(),
  timeoutNs: (0, import_chunk_H7G5P3MR.int)().optional(),
  startPeriodNs: (0, import_chunk_H7G5P3MR.int)().optional(),
  retries: (0, import_chunk_H7G5P3MR.int)().optional()
});
var imageConfig = (0, import_chunk_H7G5P3MR.object)({
  user: (0, import_chunk_H7G5P3MR.string)(),
  entrypoint: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).optional(),
  cmd: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).optional(),
  workingDir: (0, import_chunk_H7G5P3MR.string)(),
  env: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  exposedPorts: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  volumes: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
  labels: (0, import_chunk_H7G5P3MR.record)((0, import_chunk_H7G5P3MR.string)(), (0, import_chunk_H7G5P3MR.string)()),
  healthcheck: healthcheck.optional(),
  stopSignal: (0, import_chunk_H7G5P3MR.string)().optional(),
  shell: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).optional(),
  onBuild: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).optional()
});
var folder = (0, import_chunk_H7G5P3MR.object)({ path: (0, import_chunk_H7G5P3MR.string)(), bytes, layer: (0, import_chunk_H7G5P3MR.int)() });
var hiddenCopy = (0, import_chunk_H7G5P3MR.object)({
  /** Absolute, untrusted. */
  path: (0, import_chunk_H7G5P3MR.string)(),
  bytes,
  /** Layer indexes, base layer 0. */
  addedBy: (0, import_chunk_H7G5P3MR.int)(),
  hiddenBy: (0, import_chunk_H7G5P3MR.int)(),
  how: (0, import_chunk_H7G5P3MR._enum)(["deleted", "directory-deleted", "opaque", "overwritten", "metadata-only"])
});
var layerMeasurement = (0, import_chunk_H7G5P3MR.object)({
  diffId: digest,
  unpackedBytes: bytes,
  visibleBytes: bytes,
  entries: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  /** Untrusted text of the builder; empty where the history does not fit the layers. */
  createdBy: (0, import_chunk_H7G5P3MR.string)(),
  dockerfile: dockerfileLines.optional(),
  blob: (0, import_chunk_H7G5P3MR.object)({ digest, bytes, mediaType: (0, import_chunk_H7G5P3MR.string)() }).optional()
});
var installedPackage = (0, import_chunk_H7G5P3MR.object)({
  manager: (0, import_chunk_H7G5P3MR._enum)(["dpkg", "apk", "rpm"]),
  name: (0, import_chunk_H7G5P3MR.string)(),
  version: (0, import_chunk_H7G5P3MR.string)(),
  architecture: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Bytes of its files that are visible; a file owned twice counts for the first owner by name. */
  bytes,
  /** The layer most of its bytes came with. */
  layer: (0, import_chunk_H7G5P3MR.int)()
});
var measurement = (0, import_chunk_H7G5P3MR.object)({
  imageId: digest,
  platform: (0, import_chunk_H7G5P3MR.string)(),
  unpackedBytes: bytes,
  visibleBytes: bytes,
  /** unpackedBytes − visibleBytes. */
  hiddenBytes: bytes,
  pull: (0, import_chunk_H7G5P3MR.object)({ bytes, exact: (0, import_chunk_H7G5P3MR.boolean)() }).optional(),
  layers: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  emptyLayers: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  /** Absent when neither the base image nor the history tells. */
  baseLayers: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  /** How the number of base layers is known. */
  baseLayersFrom: (0, import_chunk_H7G5P3MR._enum)(["base-image", "history"]).optional(),
  /** Records of all layer tars. */
  entries: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  dive: (0, import_chunk_H7G5P3MR.object)({
    efficiencyRatio: (0, import_chunk_H7G5P3MR.number)().nullable(),
    wastedBytes: bytes,
    userWastedRatio: (0, import_chunk_H7G5P3MR.number)().nullable()
  }),
  perLayer: (0, import_chunk_H7G5P3MR.array)(layerMeasurement),
  /** Largest first, capped; `hiddenTotal` counts all. */
  hidden: (0, import_chunk_H7G5P3MR.array)(hiddenCopy),
  hiddenTotal: (0, import_chunk_H7G5P3MR.object)({ copies: (0, import_chunk_H7G5P3MR.int)().nonnegative(), bytes, byBaseLayersBytes: bytes.optional() }),
  packages: (0, import_chunk_H7G5P3MR.array)(installedPackage),
  /** Package databases that are in the image but could not be read, so that `packages` lacks theirs; absent = none. */
  packagesUnread: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ path: (0, import_chunk_H7G5P3MR.string)(), reason: (0, import_chunk_H7G5P3MR.string)() })).optional(),
  /** Unpacked bytes by kind; the parts sum to unpackedBytes. */
  byKind: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({
      kind: (0, import_chunk_H7G5P3MR._enum)(import_chunk_B3FRI4KO.contentKinds),
      unpackedBytes: bytes,
      ownBytes: bytes.optional(),
      /** The own layer most of `ownBytes` came with; absent where there are none. */
      layer: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional()
    })
  ),
  /** Unpacked bytes of logs, caches and the like, which differ from build to build; absent = not counted. */
  noisyBytes: bytes.optional(),
  /** Own visible folders by bytes, largest first, capped; a file at the root stands for itself. */
  largest: (0, import_chunk_H7G5P3MR.array)(folder),
  /** The same of the base image's layers; absent where it is not known which those are. */
  largestOfBase: (0, import_chunk_H7G5P3MR.array)(folder).optional(),
  config: imageConfig,
  effectiveCommand: (0, import_chunk_H7G5P3MR.object)({ argv: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), pid1: (0, import_chunk_H7G5P3MR.string)().optional(), explanation: (0, import_chunk_H7G5P3MR.string)() })
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
var level = (0, import_chunk_H7G5P3MR._enum)(["error", "warning"]);
var appliedWaiver = (0, import_chunk_H7G5P3MR.object)({
  reason: (0, import_chunk_H7G5P3MR.string)(),
  owner: (0, import_chunk_H7G5P3MR.string)(),
  expires: (0, import_chunk_H7G5P3MR.string)(),
  place: (0, import_chunk_H7G5P3MR.string)().optional()
});
var finding = (0, import_chunk_H7G5P3MR.object)({
  rule: (0, import_chunk_H7G5P3MR.string)(),
  level,
  /** Plain text with untrusted parts in it; reporters escape it. */
  message: (0, import_chunk_H7G5P3MR.string)(),
  bytes: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  location: dockerfileLines.optional(),
  /** Untrusted paths in the image that show it, worst first, capped. */
  paths: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).optional(),
  howToPass: (0, import_chunk_H7G5P3MR.string)(),
  waiver: appliedWaiver.nullable(),
  /** Where the policy turned the rule on: `file:line`, or a preset's name. */
  origin: (0, import_chunk_H7G5P3MR.string)().optional()
});
var notRun = (0, import_chunk_H7G5P3MR.object)({
  rule: (0, import_chunk_H7G5P3MR.string)(),
  level,
  reason: (0, import_chunk_H7G5P3MR.string)(),
  counts: (0, import_chunk_H7G5P3MR._enum)(["pass", "warning", "failure"])
});
var bytes2 = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var historyNumbers = (0, import_chunk_H7G5P3MR.object)({
  unpackedBytes: bytes2,
  hiddenBytes: bytes2,
  layers: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  /** Of these: in layers of the base image. */
  baseBytes: bytes2.optional(),
  /** Of these: hidden by layers of the base image. */
  baseHiddenBytes: bytes2.optional(),
  baseLayers: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  /** The image it stands on, as `variants[].base`. */
  base: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Waivers in force for it. */
  waivers: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional()
});
var historyPoint = historyNumbers.extend({
  commit: (0, import_chunk_H7G5P3MR.string)(),
  /** Seconds since 1970 of its committer. */
  committedAt: (0, import_chunk_H7G5P3MR.int)().nonnegative(),
  /** The newest release tag at this commit, or between it and the next recorded one. */
  release: (0, import_chunk_H7G5P3MR.string)().optional()
});
var variantResult = (0, import_chunk_H7G5P3MR.object)({
  name: (0, import_chunk_H7G5P3MR.string)(),
  source: (0, import_chunk_H7G5P3MR.string)(),
  /** Built in this run, or found. */
  built: (0, import_chunk_H7G5P3MR.boolean)(),
  /** The FROM of the final stage as written and expanded; absent without a Dockerfile. */
  base: (0, import_chunk_H7G5P3MR.string)().optional(),
  measurement
});
var ruleOutcomes = (0, import_chunk_H7G5P3MR.object)({ found: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), passed: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()) });
var baselineState = (0, import_chunk_H7G5P3MR.discriminatedUnion)("state", [
  (0, import_chunk_H7G5P3MR.object)({
    state: (0, import_chunk_H7G5P3MR.literal)("found"),
    from: (0, import_chunk_H7G5P3MR.string)(),
    /** The image it stands on, as `variants[].base`; absent where that is not known. */
    base: (0, import_chunk_H7G5P3MR.string)().optional(),
    /** What the policy said of it: that of its own time, of one measured in this run today's; absent where it was not judged. */
    rules: ruleOutcomes.optional(),
    /** Why it was not judged though it was measured in this run, a sentence. */
    notJudged: (0, import_chunk_H7G5P3MR.string)().optional(),
    measurement
  }),
  /** `isNew`: the base revision has no such image, so there is nothing it could have grown from. */
  (0, import_chunk_H7G5P3MR.object)({ state: (0, import_chunk_H7G5P3MR.literal)("none"), reason: (0, import_chunk_H7G5P3MR.string)(), isNew: (0, import_chunk_H7G5P3MR.boolean)().optional() })
]);
var imageResult = (0, import_chunk_H7G5P3MR.object)({
  name: (0, import_chunk_H7G5P3MR.string)(),
  platform: (0, import_chunk_H7G5P3MR.string)(),
  /** The variant the policy judges. */
  gated: (0, import_chunk_H7G5P3MR.string)(),
  /** Empty where nothing was built or no layer was read. */
  variants: (0, import_chunk_H7G5P3MR.array)(variantResult),
  /** Why there is no image, a sentence; then only the sources were judged. */
  notBuilt: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Instead of variants, where no rule looks into the layers, so that none was read. */
  stated: (0, import_chunk_H7G5P3MR.object)({ source: (0, import_chunk_H7G5P3MR.string)(), reason: (0, import_chunk_H7G5P3MR.string)(), measurement: statedMeasurement }).optional(),
  baseline: baselineState,
  comparisons: (0, import_chunk_H7G5P3MR.array)(comparison),
  /** Rules that passed at the baseline and find something now, and the reverse; absent where the baseline was not judged. */
  rulesSince: (0, import_chunk_H7G5P3MR.object)({ broken: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), fixed: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()) }).optional(),
  /** Recorded commits before this one, oldest first; absent where none were looked for or found. */
  history: (0, import_chunk_H7G5P3MR.array)(historyPoint).optional(),
  /** Waivers in force for this image, those the change brings included. */
  waivers: (0, import_chunk_H7G5P3MR.int)().nonnegative().optional(),
  findings: (0, import_chunk_H7G5P3MR.array)(finding),
  notRun: (0, import_chunk_H7G5P3MR.array)(notRun),
  /** Rules that ran and found nothing. */
  passed: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())
});
var ruleInForce = (0, import_chunk_H7G5P3MR.object)({
  id: (0, import_chunk_H7G5P3MR.string)(),
  level,
  summary: (0, import_chunk_H7G5P3MR.string)(),
  why: (0, import_chunk_H7G5P3MR.string)(),
  howToPass: (0, import_chunk_H7G5P3MR.string)(),
  /** `file:line`, or a preset's name. */
  origin: (0, import_chunk_H7G5P3MR.string)()
});
var notice = (0, import_chunk_H7G5P3MR.object)({ level: (0, import_chunk_H7G5P3MR._enum)(["warning", "notice"]), message: (0, import_chunk_H7G5P3MR.string)() });
var proposal = (0, import_chunk_H7G5P3MR.object)({
  outcome: (0, import_chunk_H7G5P3MR._enum)(["pass", "fail"]),
  policy: (0, import_chunk_H7G5P3MR.object)({ sources: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()), digest: (0, import_chunk_H7G5P3MR.string)() }),
  images: (0, import_chunk_H7G5P3MR.array)(
    (0, import_chunk_H7G5P3MR.object)({
      name: (0, import_chunk_H7G5P3MR.string)(),
      platform: (0, import_chunk_H7G5P3MR.string)(),
      findings: (0, import_chunk_H7G5P3MR.array)(finding),
      notRun: (0, import_chunk_H7G5P3MR.array)(notRun),
      passed: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)())
    })
  )
});
var checkResult = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(1),
  tool: (0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.literal)("plimsoll"), version: (0, import_chunk_H7G5P3MR.string)() }),
  outcome: (0, import_chunk_H7G5P3MR._enum)(["pass", "fail"]),
  /** 2: of several jobs that checked an image each, not all did. */
  exitStatus: (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)(0), (0, import_chunk_H7G5P3MR.literal)(1), (0, import_chunk_H7G5P3MR.literal)(2)]),
  policy: (0, import_chunk_H7G5P3MR.object)({
    sources: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()),
    digest: (0, import_chunk_H7G5P3MR.string)(),
    /** In the policy's order; absent in results of before there was such a list. */
    rules: (0, import_chunk_H7G5P3MR.array)(ruleInForce).optional()
  }),
  /** Commit under check and the one it is held against, where known. */
  revision: (0, import_chunk_H7G5P3MR.object)({ head: (0, import_chunk_H7G5P3MR.string)().optional(), base: (0, import_chunk_H7G5P3MR.string)().optional(), baseName: (0, import_chunk_H7G5P3MR.string)().optional() }).optional(),
  images: (0, import_chunk_H7G5P3MR.array)(imageResult),
  /** Only where the change under check also changes the configuration, a policy or a waiver. */
  proposed: proposal.optional(),
  notices: (0, import_chunk_H7G5P3MR.array)(notice)
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkResult,
  finding,
  measurement,
  notRun,
  notice,
  ruleOutcomes
});
