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
  changedRules: () => changedRules,
  checkResult: () => checkResult,
  finding: () => finding,
  fleet: () => fleet,
  lookedUpBase: () => lookedUpBase,
  notRun: () => notRun,
  notice: () => notice,
  outcomesOf: () => outcomesOf,
  ruleOutcomes: () => ruleOutcomes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var bytes = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var historyNumbers = import_chunk_AJHEZPZQ.external_exports.object({
  unpackedBytes: bytes,
  hiddenBytes: bytes,
  layers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  /** Of these: in layers of the base image. */
  baseBytes: bytes.optional(),
  /** Of these: hidden by layers of the base image. */
  baseHiddenBytes: bytes.optional(),
  baseLayers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  /** The image it stands on, as `variants[].base`. */
  base: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** Waivers in force for it. */
  waivers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional()
});
var historyPoint = historyNumbers.extend({
  commit: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Seconds since 1970 of its committer. */
  committedAt: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  /** The newest release tag at this commit, or between it and the next recorded one. */
  release: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var level = import_chunk_AJHEZPZQ.external_exports.enum(["error", "warning"]);
var appliedWaiver = import_chunk_AJHEZPZQ.external_exports.object({
  reason: import_chunk_AJHEZPZQ.external_exports.string(),
  owner: import_chunk_AJHEZPZQ.external_exports.string(),
  expires: import_chunk_AJHEZPZQ.external_exports.string(),
  place: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var finding = import_chunk_AJHEZPZQ.external_exports.object({
  rule: import_chunk_AJHEZPZQ.external_exports.string(),
  level,
  /** Plain text with untrusted parts in it; reporters escape it. */
  message: import_chunk_AJHEZPZQ.external_exports.string(),
  bytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  location: import_chunk_MREQEIZZ.dockerfileLines.optional(),
  /** Untrusted paths in the image that show it, worst first, capped. */
  paths: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()).optional(),
  howToPass: import_chunk_AJHEZPZQ.external_exports.string(),
  waiver: appliedWaiver.nullable(),
  /** Where the policy turned the rule on: `file:line`, or a preset's name. */
  origin: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var notRun = import_chunk_AJHEZPZQ.external_exports.object({
  rule: import_chunk_AJHEZPZQ.external_exports.string(),
  level,
  reason: import_chunk_AJHEZPZQ.external_exports.string(),
  counts: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "warning", "failure"])
});
var variantResult = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  source: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Built in this run, or found. */
  built: import_chunk_AJHEZPZQ.external_exports.boolean(),
  /** The FROM of the final stage as written and expanded; absent without a Dockerfile. */
  base: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  measurement: import_chunk_MREQEIZZ.measurement
});
var sizeChange = import_chunk_AJHEZPZQ.external_exports.object({
  path: import_chunk_AJHEZPZQ.external_exports.string(),
  /** In layers of the base image on both sides: it was built anew. */
  ofBase: import_chunk_AJHEZPZQ.external_exports.boolean().optional(),
  deltaBytes: import_chunk_AJHEZPZQ.external_exports.int()
});
var packageChange = import_chunk_AJHEZPZQ.external_exports.object({
  manager: import_chunk_AJHEZPZQ.external_exports.string(),
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  before: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  after: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** True where it came and comes with the base image. */
  ofBase: import_chunk_AJHEZPZQ.external_exports.boolean().optional(),
  deltaBytes: import_chunk_AJHEZPZQ.external_exports.int()
});
var comparison = import_chunk_AJHEZPZQ.external_exports.object({
  kind: import_chunk_AJHEZPZQ.external_exports.enum(["baseline", "variant"]),
  /** Names for people: a variant's name, or where the baseline came from. */
  before: import_chunk_AJHEZPZQ.external_exports.string(),
  after: import_chunk_AJHEZPZQ.external_exports.string(),
  beforeBytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  afterBytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
  unpackedDeltaBytes: import_chunk_AJHEZPZQ.external_exports.int(),
  hiddenDeltaBytes: import_chunk_AJHEZPZQ.external_exports.int(),
  layersDelta: import_chunk_AJHEZPZQ.external_exports.int(),
  /** Own and base parts sum to the whole; absent when a side's base layers are unknown. */
  ownDeltaBytes: import_chunk_AJHEZPZQ.external_exports.int().optional(),
  baseDeltaBytes: import_chunk_AJHEZPZQ.external_exports.int().optional(),
  /** The images the two stand on, where both are known and are not the same: then its difference is the change's own doing. */
  baseImage: import_chunk_AJHEZPZQ.external_exports.object({ before: import_chunk_AJHEZPZQ.external_exports.string(), after: import_chunk_AJHEZPZQ.external_exports.string() }).optional(),
  /** True when nothing differs but logs, caches and the like, by so little that two builds of one source may differ by it. */
  isNoise: import_chunk_AJHEZPZQ.external_exports.boolean().optional(),
  /** Absent unless both sides are exact, or both estimated. */
  pullDelta: import_chunk_AJHEZPZQ.external_exports.object({ bytes: import_chunk_AJHEZPZQ.external_exports.int(), exact: import_chunk_AJHEZPZQ.external_exports.boolean() }).optional(),
  /** Pull bytes a node needs that already holds `before`; absent when blobs are unknown. */
  deltaPullBytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  /** The parts sum to unpackedDeltaBytes. */
  byKind: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ kind: import_chunk_AJHEZPZQ.external_exports.enum([...import_chunk_MREQEIZZ.contentKinds, "base-image"]), deltaBytes: import_chunk_AJHEZPZQ.external_exports.int() })),
  packages: import_chunk_AJHEZPZQ.external_exports.array(packageChange),
  /** True when a side has a package database that was not read, so that `packages` is empty whatever changed. */
  packagesUnknown: import_chunk_AJHEZPZQ.external_exports.boolean().optional(),
  grew: import_chunk_AJHEZPZQ.external_exports.array(sizeChange),
  /** Own files that kept path and size and have other contents; absent where not all were summed on both sides. */
  rewritten: import_chunk_AJHEZPZQ.external_exports.object({
    files: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    bytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    /** Those among them that differ from build to build. */
    noisyFiles: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    noisyBytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative()
  }).optional(),
  config: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ field: import_chunk_AJHEZPZQ.external_exports.string(), before: import_chunk_AJHEZPZQ.external_exports.string().optional(), after: import_chunk_AJHEZPZQ.external_exports.string().optional() }))
});
var ruleOutcomes = import_chunk_AJHEZPZQ.external_exports.object({ found: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), passed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) });
var baselineState = import_chunk_AJHEZPZQ.external_exports.discriminatedUnion("state", [
  import_chunk_AJHEZPZQ.external_exports.object({
    state: import_chunk_AJHEZPZQ.external_exports.literal("found"),
    from: import_chunk_AJHEZPZQ.external_exports.string(),
    /** The image it stands on, as `variants[].base`; absent where that is not known. */
    base: import_chunk_AJHEZPZQ.external_exports.string().optional(),
    /** What the policy said of it: that of its own time, of one measured in this run today's; absent where it was not judged. */
    rules: ruleOutcomes.optional(),
    /** Why it was not judged though it was measured in this run, a sentence. */
    notJudged: import_chunk_AJHEZPZQ.external_exports.string().optional(),
    measurement: import_chunk_MREQEIZZ.measurement
  }),
  /** `isNew`: the base revision has no such image, so there is nothing it could have grown from. */
  import_chunk_AJHEZPZQ.external_exports.object({ state: import_chunk_AJHEZPZQ.external_exports.literal("none"), reason: import_chunk_AJHEZPZQ.external_exports.string(), isNew: import_chunk_AJHEZPZQ.external_exports.boolean().optional() })
]);
var imageResult = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  /** The variant the policy judges. */
  gated: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Empty where nothing was built or no layer was read. */
  variants: import_chunk_AJHEZPZQ.external_exports.array(variantResult),
  /** Why there is no image, a sentence; then only the sources were judged. */
  notBuilt: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** Instead of variants, where no rule looks into the layers, so that none was read. */
  stated: import_chunk_AJHEZPZQ.external_exports.object({ source: import_chunk_AJHEZPZQ.external_exports.string(), reason: import_chunk_AJHEZPZQ.external_exports.string(), measurement: import_chunk_MREQEIZZ.statedMeasurement }).optional(),
  baseline: baselineState,
  comparisons: import_chunk_AJHEZPZQ.external_exports.array(comparison),
  /** Rules that passed at the baseline and find something now, and the reverse; absent where the baseline was not judged. */
  rulesSince: import_chunk_AJHEZPZQ.external_exports.object({ broken: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), fixed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) }).optional(),
  /** Recorded commits before this one, oldest first; absent where none were looked for or found. */
  history: import_chunk_AJHEZPZQ.external_exports.array(historyPoint).optional(),
  /** Waivers in force for this image, those the change brings included. */
  waivers: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  findings: import_chunk_AJHEZPZQ.external_exports.array(finding),
  notRun: import_chunk_AJHEZPZQ.external_exports.array(notRun),
  /** Rules that ran and found nothing. */
  passed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
var ruleInForce = import_chunk_AJHEZPZQ.external_exports.object({
  id: import_chunk_AJHEZPZQ.external_exports.string(),
  level,
  summary: import_chunk_AJHEZPZQ.external_exports.string(),
  why: import_chunk_AJHEZPZQ.external_exports.string(),
  howToPass: import_chunk_AJHEZPZQ.external_exports.string(),
  /** `file:line`, or a preset's name. */
  origin: import_chunk_AJHEZPZQ.external_exports.string()
});
var notice = import_chunk_AJHEZPZQ.external_exports.object({ level: import_chunk_AJHEZPZQ.external_exports.enum(["warning", "notice"]), message: import_chunk_AJHEZPZQ.external_exports.string() });
var proposal = import_chunk_AJHEZPZQ.external_exports.object({
  outcome: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "fail"]),
  policy: import_chunk_AJHEZPZQ.external_exports.object({ sources: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), digest: import_chunk_AJHEZPZQ.external_exports.string() }),
  images: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      name: import_chunk_AJHEZPZQ.external_exports.string(),
      platform: import_chunk_AJHEZPZQ.external_exports.string(),
      findings: import_chunk_AJHEZPZQ.external_exports.array(finding),
      notRun: import_chunk_AJHEZPZQ.external_exports.array(notRun),
      passed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
    })
  )
});
var checkResult = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(1),
  tool: import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.literal("plimsoll"), version: import_chunk_AJHEZPZQ.external_exports.string() }),
  outcome: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "fail"]),
  /** 2: of several jobs that checked an image each, not all did. */
  exitStatus: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.literal(0), import_chunk_AJHEZPZQ.external_exports.literal(1), import_chunk_AJHEZPZQ.external_exports.literal(2)]),
  policy: import_chunk_AJHEZPZQ.external_exports.object({
    sources: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
    digest: import_chunk_AJHEZPZQ.external_exports.string(),
    /** In the policy's order; absent in results of before there was such a list. */
    rules: import_chunk_AJHEZPZQ.external_exports.array(ruleInForce).optional()
  }),
  /** Commit under check and the one it is held against, where known. */
  revision: import_chunk_AJHEZPZQ.external_exports.object({ head: import_chunk_AJHEZPZQ.external_exports.string().optional(), base: import_chunk_AJHEZPZQ.external_exports.string().optional(), baseName: import_chunk_AJHEZPZQ.external_exports.string().optional() }).optional(),
  images: import_chunk_AJHEZPZQ.external_exports.array(imageResult),
  /** Only where the change under check also changes the configuration, a policy or a waiver. */
  proposed: proposal.optional(),
  notices: import_chunk_AJHEZPZQ.external_exports.array(notice)
});
function outcomesOf({ findings, passed }) {
  return { found: [...new Set(findings.map(({ rule }) => rule))].sort(), passed: [...passed].sort() };
}
function changedRules(before, after) {
  return { broken: inBoth(after.found, before.passed), fixed: inBoth(after.passed, before.found) };
}
function inBoth(one, other) {
  return one.filter((rule) => other.includes(rule));
}
var bytes2 = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var layerBytes = import_chunk_AJHEZPZQ.external_exports.object({ unpackedBytes: bytes2.optional(), pullBytes: bytes2.optional() });
var lookedUpBase = import_chunk_AJHEZPZQ.external_exports.object({
  /** By tag, or by digest where a label names one: `debian:12`, `debian@sha256:…`. Untrusted. */
  reference: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  found: import_chunk_AJHEZPZQ.external_exports.union([
    import_chunk_AJHEZPZQ.external_exports.object({
      digest: import_chunk_AJHEZPZQ.external_exports.string(),
      /** The day it says it was made, `YYYY-MM-DD`. */
      created: import_chunk_AJHEZPZQ.external_exports.string().optional(),
      layers: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ diffId: import_chunk_AJHEZPZQ.external_exports.string(), pullBytes: bytes2.optional() }))
    }),
    import_chunk_AJHEZPZQ.external_exports.object({ unknown: import_chunk_AJHEZPZQ.external_exports.string() })
  ])
});
var staleImage = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  /**
   * `label`: the image's own names the base. `record`: an earlier audit saw the base's tag lead to the layers this image
   * begins with. `pin`: it stands on what a Dockerfile names by tag and digest, and the tag leads elsewhere. `version`:
   * on an audited image of which a newer release was audited, too. `through`: on an audited image that is stale itself.
   */
  by: import_chunk_AJHEZPZQ.external_exports.enum(["label", "record", "pin", "version", "through"]),
  /** How many of its layers, from the first, are those of the stale base; absent where nothing tells. */
  baseLayers: import_chunk_AJHEZPZQ.external_exports.int().positive().optional(),
  /** The last day on which an audit saw the base's tag lead to these layers. */
  seen: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  /** The audited image in between. */
  through: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var baseMove = import_chunk_AJHEZPZQ.external_exports.object({
  /** Images that moved. */
  images: import_chunk_AJHEZPZQ.external_exports.int().positive(),
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
var staleBase = import_chunk_AJHEZPZQ.external_exports.object({
  /** What the images were built on, by tag. Untrusted. */
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  /** What they would move to. */
  newest: import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), digest: import_chunk_AJHEZPZQ.external_exports.string().optional(), created: import_chunk_AJHEZPZQ.external_exports.string().optional() }),
  images: import_chunk_AJHEZPZQ.external_exports.array(staleImage),
  /** Absent where it is not known of any image which of its layers are the base's. */
  move: baseMove.optional()
});
var fleet = import_chunk_AJHEZPZQ.external_exports.object({
  /** What the images would take if nothing were shared. */
  summed: layerBytes,
  /** Each distinct layer once. */
  stored: layerBytes,
  /** Of these, layers that two images or more have. */
  shared: layerBytes,
  /** By name. */
  images: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({
      name: import_chunk_AJHEZPZQ.external_exports.string(),
      /** Layers that no other image has. */
      unique: layerBytes,
      /** Its other layers. */
      shared: layerBytes,
      /** The audited image with the most layers that this one begins with. */
      base: import_chunk_AJHEZPZQ.external_exports.string().optional()
    })
  ),
  /** The base that most images stand on first. */
  byBase: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ base: import_chunk_AJHEZPZQ.external_exports.string(), images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) })),
  staleBases: import_chunk_AJHEZPZQ.external_exports.array(staleBase),
  /** All of them moved at once; absent where there is none to move. */
  moved: baseMove.optional(),
  /** Bases of which it cannot be known whether there is a newer one. */
  unknownBases: import_chunk_AJHEZPZQ.external_exports.array(
    import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.string(), platform: import_chunk_AJHEZPZQ.external_exports.string(), reason: import_chunk_AJHEZPZQ.external_exports.string(), images: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()) })
  ),
  /** Images of which nothing tells what they stand on: they may be stale, too. */
  withoutBase: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
var count = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var auditPoint = import_chunk_AJHEZPZQ.external_exports.object({
  /** Seconds since 1970 at which it was recorded. */
  at: count,
  run: import_chunk_AJHEZPZQ.external_exports.string(),
  commit: import_chunk_AJHEZPZQ.external_exports.string(),
  outcome: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "fail", "incomplete"]),
  /** That were audited. */
  images: count,
  /** Errors and warnings that are not waived. */
  findings: count,
  /** Distinct layers. */
  stored: layerBytes
});
var changedRule = import_chunk_AJHEZPZQ.external_exports.object({ image: import_chunk_AJHEZPZQ.external_exports.string(), rule: import_chunk_AJHEZPZQ.external_exports.string(), count: import_chunk_AJHEZPZQ.external_exports.int().positive() });
var auditSince = import_chunk_AJHEZPZQ.external_exports.object({
  before: auditPoint,
  /** Whether both went by one policy: where not, findings may come of the policy and not of the images. */
  samePolicy: import_chunk_AJHEZPZQ.external_exports.boolean(),
  /** Images that both audits looked at. */
  compared: count,
  newFindings: import_chunk_AJHEZPZQ.external_exports.array(changedRule),
  goneFindings: import_chunk_AJHEZPZQ.external_exports.array(changedRule),
  newImages: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()),
  goneImages: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  auditPoint,
  auditSince,
  changedRules,
  checkResult,
  finding,
  fleet,
  lookedUpBase,
  notRun,
  notice,
  outcomesOf,
  ruleOutcomes
});
