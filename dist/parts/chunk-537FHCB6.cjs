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
  fromReport: () => fromReport,
  maxReportBytes: () => maxReportBytes,
  notRun: () => notRun,
  notice: () => notice,
  parseReport: () => parseReport
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
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
  location: import_chunk_OEHE2OJI.dockerfileLines.optional(),
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
  measurement: import_chunk_OEHE2OJI.measurement
});
var sizeChange = import_chunk_AJHEZPZQ.external_exports.object({ path: import_chunk_AJHEZPZQ.external_exports.string(), deltaBytes: import_chunk_AJHEZPZQ.external_exports.int() });
var packageChange = import_chunk_AJHEZPZQ.external_exports.object({
  manager: import_chunk_AJHEZPZQ.external_exports.string(),
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  before: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  after: import_chunk_AJHEZPZQ.external_exports.string().optional(),
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
  /** Absent unless both sides are exact, or both estimated. */
  pullDelta: import_chunk_AJHEZPZQ.external_exports.object({ bytes: import_chunk_AJHEZPZQ.external_exports.int(), exact: import_chunk_AJHEZPZQ.external_exports.boolean() }).optional(),
  /** Pull bytes a node needs that already holds `before`; absent when blobs are unknown. */
  deltaPullBytes: import_chunk_AJHEZPZQ.external_exports.int().nonnegative().optional(),
  /** The parts sum to unpackedDeltaBytes. */
  byKind: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ kind: import_chunk_AJHEZPZQ.external_exports.enum([...import_chunk_OEHE2OJI.contentKinds, "base-image"]), deltaBytes: import_chunk_AJHEZPZQ.external_exports.int() })),
  packages: import_chunk_AJHEZPZQ.external_exports.array(packageChange),
  /** True when a side has a package database that was not read, so that `packages` is empty whatever changed. */
  packagesUnknown: import_chunk_AJHEZPZQ.external_exports.boolean().optional(),
  grew: import_chunk_AJHEZPZQ.external_exports.array(sizeChange),
  config: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ field: import_chunk_AJHEZPZQ.external_exports.string(), before: import_chunk_AJHEZPZQ.external_exports.string().optional(), after: import_chunk_AJHEZPZQ.external_exports.string().optional() }))
});
var baselineState = import_chunk_AJHEZPZQ.external_exports.discriminatedUnion("state", [
  import_chunk_AJHEZPZQ.external_exports.object({ state: import_chunk_AJHEZPZQ.external_exports.literal("found"), from: import_chunk_AJHEZPZQ.external_exports.string(), measurement: import_chunk_OEHE2OJI.measurement }),
  /** `isNew`: the base revision has no such image, so there is nothing it could have grown from. */
  import_chunk_AJHEZPZQ.external_exports.object({ state: import_chunk_AJHEZPZQ.external_exports.literal("none"), reason: import_chunk_AJHEZPZQ.external_exports.string(), isNew: import_chunk_AJHEZPZQ.external_exports.boolean().optional() })
]);
var imageResult = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  /** The variant the policy judges. */
  gated: import_chunk_AJHEZPZQ.external_exports.string(),
  /** Empty where nothing was built. */
  variants: import_chunk_AJHEZPZQ.external_exports.array(variantResult),
  /** Why there is no image, a sentence; then only the sources were judged. */
  notBuilt: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  baseline: baselineState,
  comparisons: import_chunk_AJHEZPZQ.external_exports.array(comparison),
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
  exitStatus: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.literal(0), import_chunk_AJHEZPZQ.external_exports.literal(1)]),
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
var maxReportBytes = 64 * 2 ** 20;
function fromReport(path, image, text) {
  if (text === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-baseline-file",
      message: `The baseline ${path} of the image ${image.name} does not exist.`,
      expected: "a report written by --output json=FILE",
      hint: "Write one on the base branch, or use `baseline: none`."
    });
  }
  const stored = parseReport(path, text);
  const same = stored.images.filter(({ name }) => name === image.name);
  const found = same.find(({ platform }) => platform === image.platform);
  const gated = found?.variants.find(({ name }) => name === found.gated);
  if (gated) return { state: "found", from: path, measurement: gated.measurement };
  if (found?.notBuilt !== void 0)
    return { state: "none", reason: `${path} holds no measurement of ${image.name}: it was not built in that run.` };
  if (same.length === 0)
    return { state: "none", reason: `${path} holds no image ${image.name}: it is new.`, isNew: true };
  return {
    state: "none",
    reason: `${path} holds ${image.name} for ${same.map(({ platform }) => platform).join(", ")} but not for ${image.platform}; platforms are not compared with each other.`
  };
}
function parseReport(path, text) {
  const data = parseJson(path, text);
  const parsed = checkResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badReport(path, issue ? `${issue.path.join(".") || "the document"}: ${issue.message}` : "not a report");
}
function parseJson(path, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badReport(path, cause instanceof Error ? cause.message : "not JSON");
  }
}
function badReport(path, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "bad-baseline-file",
    message: `${path} is not a report of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: "JSON written by --output json=FILE",
    got,
    hint: "Write the report again with this version."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkResult,
  finding,
  fromReport,
  maxReportBytes,
  notRun,
  notice,
  parseReport
});
