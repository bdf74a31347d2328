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
  asAuditFormat: () => asAuditFormat,
  auditAnnotations: () => auditAnnotations,
  auditIssue: () => auditIssue,
  auditIssues: () => auditIssues,
  failsPolicy: () => failsPolicy,
  mergeShards: () => mergeShards,
  parseAudit: () => parseAudit,
  planMatrix: () => planMatrix,
  readAuditOptions: () => readAuditOptions,
  renderAudit: () => renderAudit,
  renderAuditCsv: () => renderAuditCsv,
  renderAuditMarkdown: () => renderAuditMarkdown,
  runSettled: () => runSettled,
  strangeFormats: () => strangeFormats,
  withAudit: () => withAudit
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_CVBNDW76 = require("./chunk-CVBNDW76.cjs");
var import_chunk_WBIHMCAN = require("./chunk-WBIHMCAN.cjs");
var import_chunk_5K322URS = require("./chunk-5K322URS.cjs");
var import_chunk_QWMI5IH4 = require("./chunk-QWMI5IH4.cjs");
var import_chunk_WVWYR46I = require("./chunk-WVWYR46I.cjs");
var import_chunk_3NXFEMGF = require("./chunk-3NXFEMGF.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_UCO3WCDX = require("./chunk-UCO3WCDX.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_4JFRIU22 = require("./chunk-4JFRIU22.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_node_crypto = require("node:crypto");
var import_node_path = require("node:path");
var import_node_crypto2 = require("node:crypto");
function shardOf(name, count) {
  const [image = ""] = name.split(" ");
  return (0, import_node_crypto.createHash)("sha256").update(image).digest().readUIntBE(0, 6) % count + 1;
}
function targetsOf({ targets }, shard) {
  return shard ? targets.filter(({ name }) => shardOf(name, shard.count) === shard.index) : targets;
}
function manifestsOf(uses) {
  return uses.flatMap(({ says, role, written, place: place2 }) => says && role ? [{ says, role, written, place: place2 }] : []);
}
function withoutWords(uses) {
  return uses.map(({ from, what, written, place: place2, pointer }) => ({
    from,
    what,
    written,
    place: place2,
    ...pointer !== void 0 && { pointer }
  }));
}
function planDigest(targets, policyDigest, listing = []) {
  const hash = (0, import_node_crypto.createHash)("sha256").update(policyDigest).update(JSON.stringify(listing));
  for (const { name, source, role, uses, listed } of targets)
    if (!listed)
      hash.update(JSON.stringify([name, source, role, uses.map(({ place: place2, what }) => [place2.file, place2.line, what])]));
  return `sha256:${hash.digest("hex")}`;
}
function planMatrix(plan, shards) {
  const count = Math.max(1, Math.min(shards, plan.targets.length));
  const sizes = Array.from({ length: count }, () => 0);
  for (const { name } of plan.targets) {
    const index = shardOf(name, count) - 1;
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return { include: sizes.map((images, index) => ({ shard: `${index + 1}/${count}`, images })) };
}
var bytes2 = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var place = import_chunk_AJHEZPZQ.external_exports.object({ file: import_chunk_AJHEZPZQ.external_exports.string(), line: import_chunk_AJHEZPZQ.external_exports.int().positive(), column: import_chunk_AJHEZPZQ.external_exports.int().positive().optional() });
var auditProblem = import_chunk_AJHEZPZQ.external_exports.object({
  code: import_chunk_AJHEZPZQ.external_exports.string(),
  message: import_chunk_AJHEZPZQ.external_exports.string(),
  place: place.optional(),
  hint: import_chunk_AJHEZPZQ.external_exports.string()
});
var imageUse = import_chunk_AJHEZPZQ.external_exports.object({
  from: import_chunk_AJHEZPZQ.external_exports.enum(["configuration", "compose", "kubernetes", "bake", "dockerfile"]),
  /** `service web`, `Deployment api, container app`. Untrusted. */
  what: import_chunk_AJHEZPZQ.external_exports.string(),
  /** As it is written there. Untrusted. */
  written: import_chunk_AJHEZPZQ.external_exports.string(),
  place,
  /** Of a manifest: RFC 6901. */
  pointer: import_chunk_AJHEZPZQ.external_exports.string().optional()
});
var auditedImage = import_chunk_AJHEZPZQ.external_exports.object({
  /** Full reference; what tells images apart. */
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  /** What was read, with the digest the tag stood for. */
  source: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  imageId: import_chunk_AJHEZPZQ.external_exports.string(),
  /** `image`: the policy judges it; `base`: it is only built upon, and only measured. */
  role: import_chunk_AJHEZPZQ.external_exports.enum(["image", "base"]),
  /** Absent when no rule looked into the layers, so that none was read. */
  unpackedBytes: bytes2.optional(),
  pullBytes: bytes2.optional(),
  /** Base layer first. */
  layers: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ diffId: import_chunk_AJHEZPZQ.external_exports.string(), unpackedBytes: bytes2.optional() })),
  uses: import_chunk_AJHEZPZQ.external_exports.array(imageUse),
  /** Those about what a manifest says have its line as their location. */
  findings: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_QWMI5IH4.finding),
  notRun: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_QWMI5IH4.notRun),
  passed: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string())
});
var notAudited = import_chunk_AJHEZPZQ.external_exports.object({
  name: import_chunk_AJHEZPZQ.external_exports.string(),
  code: import_chunk_AJHEZPZQ.external_exports.string(),
  reason: import_chunk_AJHEZPZQ.external_exports.string(),
  hint: import_chunk_AJHEZPZQ.external_exports.string(),
  uses: import_chunk_AJHEZPZQ.external_exports.array(imageUse)
});
var auditResult = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(1),
  kind: import_chunk_AJHEZPZQ.external_exports.literal("audit"),
  tool: import_chunk_AJHEZPZQ.external_exports.object({ name: import_chunk_AJHEZPZQ.external_exports.literal("plimsoll"), version: import_chunk_AJHEZPZQ.external_exports.string() }),
  outcome: import_chunk_AJHEZPZQ.external_exports.enum(["pass", "fail", "incomplete"]),
  exitStatus: import_chunk_AJHEZPZQ.external_exports.union([import_chunk_AJHEZPZQ.external_exports.literal(0), import_chunk_AJHEZPZQ.external_exports.literal(1), import_chunk_AJHEZPZQ.external_exports.literal(2)]),
  run: import_chunk_AJHEZPZQ.external_exports.object({
    /** Given by who started the run; tells two runs of one plan apart. */
    id: import_chunk_AJHEZPZQ.external_exports.string(),
    /** sha256 over what is audited and by which policy: equal for all shards of a run. */
    plan: import_chunk_AJHEZPZQ.external_exports.string(),
    /** `YYYY-MM-DD`, UTC. */
    day: import_chunk_AJHEZPZQ.external_exports.string(),
    /** Images, each counted once on however many platforms. */
    planned: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    /** Its own part of them. Absent when the result is whole. */
    shard: import_chunk_AJHEZPZQ.external_exports.object({ index: import_chunk_AJHEZPZQ.external_exports.int().positive(), count: import_chunk_AJHEZPZQ.external_exports.int().positive(), planned: import_chunk_AJHEZPZQ.external_exports.int().nonnegative() }).optional(),
    /** Shards that left no result, such as `3/8`, and how many images were theirs. */
    lost: import_chunk_AJHEZPZQ.external_exports.object({ shards: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), images: import_chunk_AJHEZPZQ.external_exports.int().nonnegative() }).optional()
  }),
  verdict: import_chunk_AJHEZPZQ.external_exports.object({
    failOn: import_chunk_AJHEZPZQ.external_exports.enum(["error", "warning"]),
    warnOnly: import_chunk_AJHEZPZQ.external_exports.boolean(),
    onUnreachable: import_chunk_AJHEZPZQ.external_exports.enum(["fail", "warn"])
  }),
  policy: import_chunk_AJHEZPZQ.external_exports.object({ sources: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.string()), digest: import_chunk_AJHEZPZQ.external_exports.string() }),
  images: import_chunk_AJHEZPZQ.external_exports.array(auditedImage),
  notAudited: import_chunk_AJHEZPZQ.external_exports.array(notAudited),
  /** Files that could not be read, and parts of them that could not be known. */
  problems: import_chunk_AJHEZPZQ.external_exports.array(auditProblem),
  /** Images that are built here, and so are no image to audit. */
  skipped: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ use: imageUse, reason: import_chunk_AJHEZPZQ.external_exports.string() })),
  notices: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_QWMI5IH4.notice)
});
function sumUp(result) {
  const { schemaVersion, kind, tool, verdict, ...rest } = result;
  const isPartial = rest.notAudited.length + rest.problems.length > 0;
  const fails = !verdict.warnOnly && rest.images.some((image) => failsPolicy(image, verdict.failOn));
  const base = { schemaVersion, kind, tool };
  if (rest.run.lost || isPartial && verdict.onUnreachable === "fail")
    return { ...base, outcome: "incomplete", exitStatus: import_chunk_3FGSU4GP.exitStatus.userMustFix, verdict, ...rest };
  return fails ? { ...base, outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed, verdict, ...rest } : { ...base, outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed, verdict, ...rest };
}
function failsPolicy({ findings, notRun: notRun2 }, failOn) {
  const counts2 = (level) => level === "error" || failOn === "warning";
  return findings.some(({ waiver, level }) => waiver === null && counts2(level)) || notRun2.some((one) => one.counts === "failure" || one.counts === "warning" && failOn === "warning");
}
function parseAudit(path, text2) {
  let data;
  try {
    data = JSON.parse(text2);
  } catch (cause) {
    throw badFile(path, cause instanceof Error ? cause.message : "not JSON");
  }
  const parsed = auditResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badFile(path, issue ? `${issue.path.join(".") || "the document"}: ${issue.message}` : "no audit");
}
function mergeShards(files) {
  const [{ result: first, path: firstPath }] = files;
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  const count = first.run.shard?.count ?? 1;
  for (const { path, result } of files) {
    const { run } = result;
    const different = differences(first, result);
    if (different)
      problems.push(refusal("other-run", `${path} is of another run than ${firstPath}: ${different} differs.`));
    else if (!run.shard) problems.push(refusal("no-shard", `${path} is no shard: it holds a whole audit.`));
    else if (seen.has(run.shard.index))
      problems.push(
        refusal(
          "same-shard",
          `${path} and ${seen.get(run.shard.index)} are the same shard ${run.shard.index}/${count}.`
        )
      );
    else {
      seen.set(run.shard.index, path);
      const { index } = run.shard;
      const stranger = [...result.images, ...result.notAudited].find(({ name }) => shardOf(name, count) !== index);
      if (stranger)
        problems.push(
          refusal("wrong-shard", `${path} holds ${stranger.name}, which is not of shard ${index}/${count}.`)
        );
      const held = result.images.length + result.notAudited.length;
      if (held < run.shard.planned)
        problems.push(refusal("wrong-shard", `${path} holds ${held} images, but its shard had ${run.shard.planned}.`));
    }
  }
  const [head, ...others] = problems;
  if (head) throw new import_chunk_ZU5SK2EV.UserError([head, ...others]);
  const lost = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  return joined(files, first, lost);
}
var sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
var dayMs = 864e5;
var byName = (one, other) => one.name < other.name ? -1 : 1;
function joined(files, first, lost) {
  const results = files.map(({ result }) => result);
  const { outcome: _outcome, exitStatus: _status, run, ...rest } = first;
  const { shard, ...whole } = run;
  const images = results.flatMap((result) => result.images).sort(byName);
  const notAudited2 = results.flatMap((result) => result.notAudited).sort(byName);
  const planned = sum(results.map((result) => result.run.shard?.planned ?? 0));
  const all = lost.length === 0 ? planned : Math.max(planned, ...results.map((result) => result.run.planned));
  const day = results.map((result) => result.run.day).toSorted().at(-1) ?? run.day;
  const count = shard?.count ?? 1;
  const gone = { shards: lost.map((index) => `${index}/${count}`), images: all - planned };
  const notices = first.notices.filter(
    ({ message }) => results.every((result) => result.notices.some((notice2) => notice2.message === message))
  );
  return sumUp({
    ...rest,
    notices,
    run: { ...whole, day, planned: all, ...lost.length > 0 && { lost: gone } },
    images,
    notAudited: notAudited2
  });
}
function differences(one, other) {
  if (Math.abs(Date.parse(one.run.day) - Date.parse(other.run.day)) > dayMs) return "the day";
  const others = factsOf(other);
  return factsOf(one).find(([, value], index) => value !== others[index]?.[1])?.[0];
}
var factsOf = ({
  run,
  tool,
  policy,
  verdict
}) => [
  ["the run", run.id],
  ["what is audited", run.plan],
  ["the number of shards", run.shard?.count],
  ["the policy", policy.digest],
  ["how the verdict is made", JSON.stringify(verdict)],
  ["the version of plimsoll", tool.version]
];
function refusal(code2, message) {
  return { code: code2, message, hint: "Give the files of one run, each shard once: plimsoll audit merge shard-*.json." };
}
function badFile(path, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "bad-audit-file",
    message: `${path} is no audit of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: "JSON written by plimsoll audit --output json=FILE",
    got,
    hint: "Write it again with this version."
  });
}
var maxShards = 256;
function readAuditOptions(inputs) {
  const problems = [];
  const whole = (name, most) => {
    const number = /^\d{1,6}$/.test(inputs[name]) ? Number(inputs[name]) : 0;
    if (number < 1 || number > most) problems.push(invalid(name, inputs[name], `a whole number from 1 to ${most}`));
    return number;
  };
  const pullBytes = (0, import_chunk_CCPWSZ7L.parseBytes)(inputs["max-image-size"]);
  if (pullBytes === void 0)
    problems.push(invalid("max-image-size", inputs["max-image-size"], "a size such as `2 GB`"));
  if (!/^[\w.-]{1,100}$/.test(inputs["run-id"]))
    problems.push(invalid("run-id", inputs["run-id"], "at most 100 letters, digits, `.`, `_` and `-`"));
  const shard = inputs.shard === void 0 ? void 0 : readShard(inputs.shard);
  if (inputs.shard !== void 0 && !shard)
    problems.push(invalid("shard", inputs.shard, `I/N with I from 1 to N and N at most ${maxShards}`));
  const options = {
    ...shard && { shard },
    shards: whole("shards", maxShards),
    runId: inputs["run-id"],
    local: inputs.local,
    exclude: inputs.exclude ?? [],
    variables: inputs.variables ?? {},
    concurrency: whole("jobs", 32),
    budget: { timeMs: whole("max-seconds", 86400) * 1e3, pullBytes: pullBytes ?? 0 },
    onUnreachable: inputs["on-unreachable"],
    ...inputs.csv !== void 0 && { csv: inputs.csv }
  };
  return { options, problems };
}
function readShard(text2) {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(text2) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count && shard.count <= maxShards ? shard : void 0;
}
function invalid(name, got, expected) {
  return {
    code: "invalid-input",
    message: `The input \`${name}\` cannot be ${(0, import_chunk_4JFRIU22.show)(got)}.`,
    expected,
    got: (0, import_chunk_4JFRIU22.show)(got),
    hint: `Use ${expected}.`
  };
}
async function auditImage(target, request, today, workshop) {
  const { images, checkout, signal } = workshop;
  const { policy, budget } = request;
  const source = (0, import_chunk_3NXFEMGF.readSource)(target.source, checkout);
  const platform = target.platform ?? request.platform;
  const opened = await images.open(request.local ? inEngine(source) : source, platform, signal);
  const isJudged = target.role === "image";
  const rules = auditable(policy);
  if ((0, import_chunk_WBIHMCAN.needsLayers)(rules)) refuseOverBudget(opened, budget.pullBytes);
  const wanted = isJudged ? { reads: (0, import_chunk_WBIHMCAN.readsOf)(rules), gathers: (0, import_chunk_WBIHMCAN.gathersOf)(rules) } : { reads: [] };
  const examined = (0, import_chunk_WBIHMCAN.needsLayers)(rules) ? await (0, import_chunk_3NXFEMGF.examine)(opened, wanted, signal) : unread(opened);
  const { measurement } = examined;
  const asksForBase = (0, import_chunk_WBIHMCAN.gathersOf)(rules).some((one) => one === "published-base" || one === "base-proof");
  const published = isJudged && asksForBase ? await (0, import_chunk_3NXFEMGF.publishedBase)(opened, { ...workshop, progress: untold }) : void 0;
  const manifests = manifestsOf(target.uses);
  const named = {
    imageName: target.name,
    measurement,
    noBaselineReason: "An audit has no baseline.",
    waivers: (0, import_chunk_WBIHMCAN.waiversInForce)(policy.waivers, target.name, today),
    ...manifests.length > 0 && { manifests }
  };
  const judged = isJudged ? (0, import_chunk_WBIHMCAN.judge)(rules, { ...named, ...examined, ...published && { publishedBase: published } }, today) : void 0;
  return {
    waiversMatched: judged?.waiversMatched ?? [],
    image: {
      name: target.name,
      source: opened.facts.source,
      platform: measurement.platform,
      imageId: measurement.imageId,
      role: target.role,
      ..."unpackedBytes" in measurement && { unpackedBytes: measurement.unpackedBytes },
      ...measurement.pull && { pullBytes: measurement.pull.bytes },
      layers: layersOf(opened, measurement),
      uses: withoutWords(target.uses),
      findings: [...judged?.findings ?? []],
      notRun: [...judged?.notRun ?? []],
      passed: [...judged?.passed ?? []]
    }
  };
}
var untold = { step: () => ({ update: () => void 0, done: () => void 0 }), log: () => void 0 };
function unread({ facts }) {
  return { measurement: (0, import_chunk_3NXFEMGF.measureStated)(facts), notRead: import_chunk_WBIHMCAN.layersNotNeeded };
}
function layersOf({ facts }, measurement) {
  if (!("perLayer" in measurement)) return facts.diffIds.map((diffId) => ({ diffId }));
  return measurement.perLayer.map(({ diffId, unpackedBytes }) => ({ diffId, unpackedBytes }));
}
function auditable(policy) {
  return {
    ...policy,
    uses: policy.uses.filter(({ rule }) => !rule.needs?.some((need) => need !== "files" && need !== "manifest"))
  };
}
function inEngine(source) {
  return source.kind === "registry" ? { kind: "engine", reference: source.reference } : source;
}
function refuseOverBudget({ facts }, maxBytes) {
  const bytes3 = facts.blobs?.reduce((sum2, blob) => sum2 + blob.bytes, 0) ?? 0;
  if (bytes3 <= maxBytes) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "over-budget",
    message: `Its layers are ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes3)}, more than the ${(0, import_chunk_CCPWSZ7L.formatBytes)(maxBytes)} an image may take.`,
    hint: "Give it more with --max-image-size."
  });
}
async function pool(items, concurrency, run) {
  const results = /* @__PURE__ */ new Map();
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results.set(index, await run(item));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, worker));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
async function audit(request, workshop) {
  const { plan, shard, policy, verdict, runId, toolVersion } = request;
  const targets = targetsOf(plan, shard);
  const today = workshop.clock.today();
  const what = `Auditing ${targets.length === 1 ? "one image" : `${targets.length} images`}`;
  const step = workshop.progress.step(what);
  let done = 0;
  const perTarget = await pool(targets, request.concurrency, async (target) => {
    const outcome = await onItsPlatforms(target, request, today, workshop);
    done += 1;
    step.update(`${what}: ${done} done`);
    return outcome;
  });
  step.done();
  const outcomes = perTarget.flat().sort((one, other) => nameOf(one) < nameOf(other) ? -1 : 1);
  const audited = outcomes.filter((one) => "image" in one);
  const matched = new Set(audited.flatMap(({ waiversMatched }) => [...waiversMatched]));
  return sumUp({
    schemaVersion: 1,
    kind: "audit",
    tool: { name: "plimsoll", version: toolVersion },
    run: {
      id: runId,
      plan: plan.digest,
      day: today,
      planned: plan.targets.length,
      ...shard && { shard: { ...shard, planned: targets.length } }
    },
    verdict,
    policy: { sources: [...policy.sources], digest: policy.digest },
    images: audited.map(({ image }) => image),
    notAudited: outcomes.filter((one) => !("image" in one)),
    problems: [...plan.problems],
    skipped: [...plan.skipped],
    notices: [...plan.notices, ...(0, import_chunk_WBIHMCAN.waiverNotices)(policy, matched, today)]
  });
}
var nameOf = (outcome) => "image" in outcome ? outcome.image.name : outcome.name;
async function onItsPlatforms(target, request, today, workshop) {
  const { platform: wanted, ...image } = target;
  if (wanted !== "all") return [await attempt(target, request, today, workshop)];
  const reference = /^registry:(.*)/s.exec(target.source)?.[1];
  if (reference === void 0 || request.local || request.platform !== void 0)
    return [await attempt(image, request, today, workshop)];
  const platforms = await within(
    target,
    request,
    workshop,
    (signal) => workshop.registries.platforms(reference, signal)
  );
  if ("reason" in platforms) return [platforms];
  if (platforms.length < 2) return [await attempt(image, request, today, workshop)];
  const outcomes = [];
  for (const platform of platforms)
    outcomes.push(await attempt({ ...image, name: `${target.name} ${platform}`, platform }, request, today, workshop));
  return outcomes;
}
function attempt(target, request, today, workshop) {
  return within(target, request, workshop, (signal) => auditImage(target, request, today, { ...workshop, signal }));
}
async function within(target, request, { signal }, work) {
  const deadline = AbortSignal.timeout(request.budget.timeMs);
  const uses = withoutWords(target.uses);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof import_chunk_ZU5SK2EV.Interrupted ? thrown : new import_chunk_ZU5SK2EV.Interrupted("The audit was interrupted.");
    if (deadline.aborted) {
      const reason = `It took longer than ${request.budget.timeMs / 1e3} s.`;
      return { name: target.name, code: "over-budget", reason, hint: "Give it more with --max-seconds.", uses };
    }
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const [{ code: code2, hint } = { code: "unknown", hint: "" }] = thrown.problems;
    return { name: target.name, code: code2, reason: thrown.message, hint, uses };
  }
}
function configuredUses(images, config) {
  if (!config) return [];
  const [root] = (0, import_chunk_CVBNDW76.readYamlDocuments)(config.file, config.text);
  const listed = (0, import_chunk_CVBNDW76.valueAt)(root, "images");
  return images.flatMap(({ name, image, platforms }) => {
    if (image === void 0) return [];
    const place2 = (0, import_chunk_CVBNDW76.valueAt)((0, import_chunk_CVBNDW76.valueAt)(listed, name), "image")?.place ?? { file: config.file, line: 1 };
    const use = { from: "configuration", what: `image ${name}`, written: image, place: place2 };
    const isSource = /^(docker-archive|oci|oci-archive|engine):/.test(image);
    const written = image.replace(/^registry:/, "");
    return (platforms.length > 0 ? platforms : [void 0]).map((platform) => ({
      role: "image",
      use: { ...use, written },
      ...isSource && { source: image },
      ...platform !== void 0 && { platform }
    }));
  });
}
function readDotEnv(text2) {
  const pairs = text2.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*?)\s*$/.exec(line);
    const [, name, value] = found ?? [];
    return name === void 0 || value === void 0 ? [] : [[name, unquoted(value)]];
  });
  return Object.fromEntries(pairs);
}
function unquoted(value) {
  const quoted = /^(['"])(.*?)\1(?:\s+#.*)?$/.exec(value);
  return quoted ? quoted[2] ?? "" : value.replace(/(?:^|\s+)#.*$/, "");
}
function saidOf(container, pod) {
  const own2 = (0, import_chunk_CVBNDW76.valueAt)(container, "securityContext");
  const nonRoot = saidBoolean(own2, "runAsNonRoot") ?? saidBoolean(pod, "runAsNonRoot");
  const user = saidNumber(own2, "runAsUser") ?? saidNumber(pod, "runAsUser");
  const command = saidList(container, "command");
  const args = saidList(container, "args");
  const policy = saidText(container, "imagePullPolicy");
  const workingDir = (0, import_chunk_CVBNDW76.stringAt)(container, "workingDir");
  const path = pathOf(container);
  const mounts = (0, import_chunk_CVBNDW76.itemsAt)(container, "volumeMounts").flatMap((mount) => (0, import_chunk_CVBNDW76.stringAt)(mount, "mountPath") ?? []);
  return {
    ...nonRoot && { runAsNonRoot: nonRoot },
    ...user && { runAsUser: user },
    ...command && { command },
    ...args && { args },
    ...policy && { imagePullPolicy: policy },
    ...workingDir !== void 0 && { workingDir },
    ...path !== void 0 && { path },
    ...mounts.length > 0 && { mounts }
  };
}
function pathOf(container) {
  const stated = (0, import_chunk_CVBNDW76.itemsAt)(container, "env").findLast((item) => (0, import_chunk_CVBNDW76.stringAt)(item, "name") === "PATH");
  if (!stated) return void 0;
  const value = (0, import_chunk_CVBNDW76.stringAt)(stated, "value");
  return value === void 0 || value.includes("$(") ? null : value;
}
function saidText(at, key) {
  const scalar = (0, import_chunk_CVBNDW76.scalarAt)(at, key);
  return typeof scalar?.value === "string" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidBoolean(at, key) {
  const scalar = (0, import_chunk_CVBNDW76.scalarAt)(at, key);
  if (!scalar) return void 0;
  if (typeof scalar.value === "boolean") return { value: scalar.value, place: scalar.place };
  const isTrue = /^(y|yes|on)$/i.test(scalar.text);
  return isTrue || /^(n|no|off)$/i.test(scalar.text) ? { value: isTrue, place: scalar.place } : void 0;
}
function saidNumber(at, key) {
  const scalar = (0, import_chunk_CVBNDW76.scalarAt)(at, key);
  return typeof scalar?.value === "number" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidList(at, key) {
  const list = (0, import_chunk_CVBNDW76.valueAt)(at, key);
  if (list?.kind !== "list" || list.items.length === 0) return void 0;
  return { value: list.items.flatMap((item) => item.kind === "scalar" ? [item.text] : []), place: list.place };
}
var containerLists = ["initContainers", "containers", "ephemeralContainers", "steps", "sidecars"];
var singleContainers = ["container", "script"];
function podImages(spec, owner) {
  if (spec?.kind !== "map") return [];
  const pod = (0, import_chunk_CVBNDW76.valueAt)(spec, "securityContext");
  const { document, kind, name } = owner;
  const listed = containerLists.flatMap(
    (key) => (0, import_chunk_CVBNDW76.itemsAt)(spec, key).map((item, index) => ({ item, key, pointer: `${owner.pointer}/${key}/${index}` }))
  );
  const single = singleContainers.map((key) => ({
    item: (0, import_chunk_CVBNDW76.valueAt)(spec, key),
    key,
    pointer: `${owner.pointer}/${key}`
  }));
  const containers = [...listed, ...single].flatMap(({ item, key, pointer }) => {
    const image = (0, import_chunk_CVBNDW76.scalarAt)(item, "image");
    if (typeof image?.value !== "string" || image.value === "") return [];
    const container = (0, import_chunk_CVBNDW76.stringAt)(item, "name");
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    const role = key === "containers" || key === "initContainers" ? "container" : "step";
    return [{ ...at, ...container !== void 0 && { container }, role, says: saidOf(item, pod) }];
  });
  const volumes = (0, import_chunk_CVBNDW76.itemsAt)(spec, "volumes").flatMap((volume, index) => {
    const image = (0, import_chunk_CVBNDW76.valueAt)(volume, "image");
    const reference = (0, import_chunk_CVBNDW76.scalarAt)(image, "reference");
    if (typeof reference?.value !== "string") return [];
    const policy = saidText(image, "pullPolicy");
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, role: "named", says: { ...policy && { imagePullPolicy: policy } } }];
  });
  return [...containers, ...volumes];
}
function kustomizeImages(value, owner) {
  return (0, import_chunk_CVBNDW76.itemsAt)(value, "images").flatMap((item, index) => {
    const name = (0, import_chunk_CVBNDW76.scalarAt)(item, "name");
    if (!name) return [];
    const newName = (0, import_chunk_CVBNDW76.scalarAt)(item, "newName")?.text ?? name.text;
    const tag = (0, import_chunk_CVBNDW76.scalarAt)(item, "newTag");
    const digest = (0, import_chunk_CVBNDW76.scalarAt)(item, "digest")?.text;
    const suffix = digest === void 0 ? tag === void 0 ? "" : `:${tag.text}` : `@${digest}`;
    return [
      {
        value: `${newName}${suffix}`,
        replaces: name.text,
        place: ((0, import_chunk_CVBNDW76.valueAt)(item, "digest") ?? tag ?? (0, import_chunk_CVBNDW76.valueAt)(item, "newName") ?? name).place,
        document: owner.document,
        pointer: `${owner.pointer}/images/${index}`,
        kind: owner.kind,
        name: owner.name,
        role: "named",
        says: {}
      }
    ];
  });
}
var podPaths = {
  Pod: [],
  PodTemplate: ["template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"]
};
var inert = /* @__PURE__ */ new Set(["CustomResourceDefinition", "ConfigMap", "Secret"]);
var maxNestedLists = 8;
var maxVisited = 2e5;
function readManifests(file, text2) {
  const documents = (0, import_chunk_CVBNDW76.readYamlDocuments)(file, text2, { lastKeyWins: true });
  const problems = [];
  const images = documents.flatMap(
    (value, document) => value === void 0 ? [] : imagesOf(value, { file, document, pointer: "", nesting: 0, problems })
  );
  return { images, problems };
}
function imagesOf(value, where) {
  const kind = (0, import_chunk_CVBNDW76.stringAt)(value, "kind") ?? (isKustomization(value, where.file) ? "Kustomization" : void 0);
  if (kind === void 0 || inert.has(kind)) return [];
  const owner = { ...where, kind, name: nameOf2(value) };
  if (kind === "Kustomization" || kind === "Component") return kustomizeImages(value, owner);
  if ((0, import_chunk_CVBNDW76.valueAt)(value, "items")?.kind === "list" && kind.endsWith("List")) {
    if (where.nesting >= maxNestedLists) {
      where.problems.push({
        code: "manifest-nesting",
        message: "Lists of manifests nest too deeply.",
        place: value.place,
        hint: "Flatten them."
      });
      return [];
    }
    return (0, import_chunk_CVBNDW76.itemsAt)(value, "items").flatMap(
      (item, index) => imagesOf(item, { ...where, pointer: `${where.pointer}/items/${index}`, nesting: where.nesting + 1 })
    );
  }
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : void 0;
  if (!path) return customImages(value, owner);
  const pod = path.reduce((at, step) => (0, import_chunk_CVBNDW76.valueAt)(at, step), value);
  const pointer = [where.pointer, ...path, "spec"].join("/");
  return podImages((0, import_chunk_CVBNDW76.valueAt)(pod, "spec"), { ...owner, pointer });
}
function customImages(value, owner) {
  const found = [];
  let visited = 0;
  const walk = (at, pointer) => {
    visited += 1;
    if (visited > maxVisited || at.kind === "scalar") return;
    if (at.kind === "list") {
      at.items.forEach((item, index) => walk(item, `${pointer}/${index}`));
      return;
    }
    found.push(...podImages(at, { ...owner, pointer }));
    for (const [key, entry] of at.entries) walk(entry.value, `${pointer}/${escapePointer(key)}`);
  };
  walk(value, owner.pointer);
  if (visited > maxVisited)
    owner.problems.push({
      code: "manifest-too-large",
      message: `The ${owner.kind} ${owner.name} holds too much to be searched for images.`,
      place: value.place,
      hint: "Leave the file out of the audit, or name its images in the configuration."
    });
  return found;
}
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function nameOf2(value) {
  const metadata = (0, import_chunk_CVBNDW76.valueAt)(value, "metadata");
  return (0, import_chunk_CVBNDW76.stringAt)(metadata, "name") ?? (0, import_chunk_CVBNDW76.stringAt)(metadata, "generateName") ?? "";
}
function isKustomization(value, file) {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file) && value.kind === "map";
}
var maxFiles = 100;
async function composeWithOthers({ file, text: text2, overrides, variables }, checkout) {
  const others = /* @__PURE__ */ new Map();
  const queue = [...overrides, ...(0, import_chunk_CVBNDW76.extendedFiles)(file, text2, variables)];
  for (const path of queue) {
    if (others.has(path) || path === file || isOutside(path) || others.size === maxFiles) continue;
    const other = await checkout.readText(path, import_chunk_CVBNDW76.maxReferenceFileBytes);
    if (other === void 0) continue;
    others.set(path, other);
    queue.push(...(0, import_chunk_CVBNDW76.extendedFiles)(path, other, variables));
  }
  const read = (0, import_chunk_CVBNDW76.readCompose)(file, text2, variables, others, overrides);
  const problems = [];
  const included = [];
  for (const one of read.includes) {
    const missing = [];
    for (const path of one.files) if (!await isHere(path, checkout)) missing.push(path);
    if (missing.length === 0) included.push(one);
    else
      problems.push({
        code: "compose-include",
        message: `${missing.join(", ")}, which is included, is not in the repository.`,
        place: one.place,
        hint: "Correct the path; files from elsewhere cannot be audited."
      });
  }
  return { read, included, problems };
}
async function isHere(path, checkout) {
  return !isOutside(path) && await checkout.readText(path, import_chunk_CVBNDW76.maxReferenceFileBytes) !== void 0;
}
function isOutside(path) {
  return path.startsWith("../") || path.startsWith("/") || path.includes(":/") || path.startsWith("git@");
}
var nothing2 = { found: [], builds: [], skipped: [], problems: [], included: [] };
var maxJsonBytes = 2 ** 20;
async function readFile(asked, reading) {
  const { file, kind, overrides } = asked;
  const { checkout } = reading;
  const text2 = await textOf(file, kind, checkout);
  if (text2 === void 0) return nothing2;
  if (kind === "dockerfile") return { ...nothing2, builds: [{ dockerfile: file, args: {} }] };
  if (kind === "yaml") {
    if (!(0, import_chunk_CVBNDW76.looksLikeManifests)(text2, file)) return nothing2;
    const { images, problems } = readManifests(file, text2);
    return { ...nothing2, found: (0, import_chunk_CVBNDW76.usesOfManifests)(images), problems };
  }
  if (kind === "compose") return readComposeFile(asked, text2, reading);
  const above = [];
  for (const path of overrides)
    above.push({ file: path, text: await checkout.readText(path, import_chunk_CVBNDW76.maxReferenceFileBytes) ?? "" });
  return { ...nothing2, ...(0, import_chunk_CVBNDW76.usesOfBake)(file, (0, import_chunk_CVBNDW76.readBake)(file, text2, reading.variables, above)) };
}
async function textOf(file, kind, checkout) {
  if (kind !== "yaml" || !file.endsWith(".json")) return checkout.readText(file, import_chunk_CVBNDW76.maxReferenceFileBytes);
  try {
    return await checkout.readText(file, maxJsonBytes);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
async function readComposeFile(asked, text2, reading) {
  const { file, overrides, included: by } = asked;
  const { checkout, profiles } = reading;
  const folder = by?.folder ?? import_node_path.posix.dirname(file);
  const ownVariables = await variablesOf(by?.envFiles ?? [import_node_path.posix.join(folder, ".env")], checkout);
  const variables = { ...ownVariables, ...by?.variables, ...reading.variables };
  const { read, included, problems } = await composeWithOthers({ file, text: text2, overrides, variables }, checkout);
  const uses = (0, import_chunk_CVBNDW76.usesOfCompose)(file, read, { folder, ...profiles && { profiles } });
  const above = [...by?.above ?? [], file];
  const circles = [];
  const next = included.flatMap(
    ({ files: [first, ...others], place: place2, envFiles, folder: seenFrom }) => {
      if (above.includes(first)) {
        const message = `${first} includes itself${first === file ? "" : ` by way of ${file}`}.`;
        circles.push({ code: "compose-include", message, place: place2, hint: "Break the circle." });
        return [];
      }
      const how = {
        variables,
        above,
        ...envFiles && { envFiles },
        ...seenFrom !== void 0 && { folder: seenFrom }
      };
      return [{ file: first, kind: "compose", overrides: others, included: how }];
    }
  );
  return { ...uses, problems: [...uses.problems, ...problems, ...circles], included: next };
}
async function variablesOf(files, checkout) {
  const all = [];
  for (const path of files)
    if (!path.startsWith("../") && !path.startsWith("/"))
      all.push({ ...readDotEnv(await checkout.readText(path, import_chunk_CVBNDW76.maxReferenceFileBytes) ?? "") });
  return Object.assign({}, ...all);
}
async function discover(search) {
  const { asked: queue, notices } = askedOf(search.files);
  const read = /* @__PURE__ */ new Map();
  const included = /* @__PURE__ */ new Set();
  for (const asked of queue) {
    const key = JSON.stringify([asked.file, asked.included]);
    if (read.has(key)) continue;
    const uses = await orProblems(asked, search);
    read.set(key, { asked, uses });
    for (const one of uses.included) {
      for (const path of [one.file, ...one.overrides]) included.add(path);
      queue.push(one);
    }
  }
  const all = [...read.values()].filter(({ asked }) => asked.included !== void 0 || !included.has(asked.file));
  const found = distinct(all.flatMap(({ uses }) => uses.found));
  const problems = distinct(all.flatMap(({ uses }) => uses.problems));
  const skipped = distinct(all.flatMap(({ uses }) => uses.skipped));
  const builds = distinct(all.flatMap(({ uses }) => uses.builds));
  const gathered = { found: [...found], problems: [...problems], skipped: [...skipped], notices };
  const named = builds.filter(({ from }) => from !== void 0);
  for (const build of builds) {
    const others = build.from === void 0 ? named.filter(({ dockerfile }) => dockerfile === build.dockerfile) : [];
    if (others.some(({ contexts }) => contexts)) continue;
    await readBuild(build, search, others.length > 0 ? { ...gathered, problems: [] } : gathered);
  }
  return gathered;
}
function askedOf(files) {
  const there = new Set(files);
  const charts = (0, import_chunk_CVBNDW76.chartsIn)(files);
  const unread2 = /* @__PURE__ */ new Set();
  const all = files.flatMap((file) => {
    const kind = (0, import_chunk_CVBNDW76.kindOfFile)(file);
    const chart = kind === "yaml" ? (0, import_chunk_CVBNDW76.chartOf)(file, charts) : void 0;
    if (chart !== void 0) unread2.add(chart);
    return kind === void 0 || chart !== void 0 ? [] : [{ file, kind, overrides: (0, import_chunk_CVBNDW76.overridesOf)(file, there) }];
  });
  const above = new Set(all.flatMap(({ overrides }) => overrides));
  return {
    asked: all.filter(({ file }) => !above.has(file)),
    notices: [...unread2].sort().map((folder) => ({
      level: "notice",
      message: `The templates of the Helm chart ${folder || "at the root"} are not read: they are manifests only once \`helm template\` has rendered them.`
    }))
  };
}
async function orProblems(asked, search) {
  try {
    return await readFile(asked, search);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const problems = thrown.problems.map(({ code: code2, message, place: place2, hint }) => ({
      code: code2,
      message: place2 ? message : `${asked.file}: ${message}`,
      place: place2 ?? { file: asked.file, line: 1 },
      hint
    }));
    return { found: [], builds: [], skipped: [], problems, included: [] };
  }
}
function distinct(list) {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
async function readBuild(build, { checkout }, gathered) {
  const { dockerfile, text: inline, target, args, contexts, platform } = build;
  try {
    const text2 = inline ?? await checkout.readText(dockerfile, import_chunk_CVBNDW76.maxReferenceFileBytes);
    if (text2 === void 0) {
      const message = `${build.from ?? "A build"} names the Dockerfile ${dockerfile}, which is not in the repository.`;
      gathered.problems.push({
        code: "no-dockerfile",
        message,
        ...build.place && { place: build.place },
        hint: "Correct the path."
      });
      return;
    }
    const report = (0, import_chunk_UCO3WCDX.describeDockerfile)(text2, dockerfile, {
      buildArgs: args,
      ...target !== void 0 && { target },
      ...contexts && { buildContexts: contexts },
      ...platform !== void 0 && { platform }
    });
    gathered.found.push(...(0, import_chunk_CVBNDW76.fromDockerfile)(report, build));
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    for (const { code: code2, message, place: place2, hint } of thrown.problems)
      gathered.problems.push({ code: code2, message, place: build.place ?? place2 ?? { file: dockerfile, line: 1 }, hint });
  }
}
function asTargets(found, platforms = []) {
  const problems = [];
  const otherwise = platforms === "all" ? ["all"] : platforms.length > 0 ? platforms : [void 0];
  const named = found.flatMap((one) => {
    const { use, source, platform } = one;
    const reference = source === void 0 ? (0, import_chunk_MWNSXYJF.readReference)(use.written) : void 0;
    if (typeof reference === "string") {
      problems.push({
        code: "image-reference",
        message: `${use.what} names no image: ${reference} (${use.written}).`,
        place: use.place,
        hint: "Correct the name of the image; a placeholder must be filled in before it can be audited."
      });
      return [];
    }
    const tagged = reference && (0, import_chunk_MWNSXYJF.withDefaultTag)(reference);
    const full = tagged ? (0, import_chunk_MWNSXYJF.formatReference)(tagged) : source ?? "";
    const from = source ?? `registry:${tagged ? (0, import_chunk_MWNSXYJF.familiarReference)(tagged) : ""}`;
    const wanted = platform === void 0 ? otherwise : [platform];
    return wanted.map((each) => ({ one, full, source: from, platform: each }));
  });
  const whole = new Set(named.filter(({ platform }) => platform === "all").map(({ full }) => full));
  const targets = /* @__PURE__ */ new Map();
  for (const each of named) add(targets, whole.has(each.full) ? { ...each, platform: "all" } : each);
  return { targets: [...targets.values()].sort((one, other) => one.name < other.name ? -1 : 1), problems };
}
function add(targets, { one: { use, role, listed }, full, source, platform }) {
  const name = platform === void 0 || platform === "all" ? full : `${full} ${platform}`;
  const before = targets.get(name);
  targets.set(name, {
    name,
    source,
    ...platform !== void 0 && { platform },
    ...listed && (before === void 0 || before.listed) && { listed },
    role: before?.role === "image" ? "image" : role,
    uses: before ? [...before.uses, use] : [use]
  });
}
var maxTagsOfImage = 1e4;
var listsAtOnce = 4;
async function listedUses(images, config, tags) {
  if (!config || images.length === 0) return { found: [], problems: [] };
  const [root] = (0, import_chunk_CVBNDW76.readYamlDocuments)(config.file, config.text);
  const items = (0, import_chunk_CVBNDW76.itemsAt)((0, import_chunk_CVBNDW76.valueAt)(root, "audit"), "images");
  const listed = await pool([...images.entries()], listsAtOnce, async ([index, setting]) => {
    const place2 = (0, import_chunk_CVBNDW76.valueAt)(items[index], "image")?.place ?? { file: config.file, line: 1 };
    return listOne(setting, place2, tags);
  });
  return { found: listed.flatMap(({ found }) => found), problems: listed.flatMap(({ problems }) => problems) };
}
async function listOne(setting, place2, tags) {
  const { image, platforms } = setting;
  const useOf = (written) => {
    const use = { from: "configuration", what: `audit ${image}`, written, place: place2 };
    const all = platforms === void 0 ? [void 0] : [platforms].flat();
    return all.map((platform) => ({ role: "image", use, ...platform !== void 0 && { platform } }));
  };
  if (setting.tags === void 0) return { found: useOf(image), problems: [] };
  try {
    const chosen = choose(await tags(nameOf3(image)), { ...setting, tags: setting.tags });
    return {
      found: chosen.flatMap((tag) => useOf(`${image}:${tag}`).map((one) => ({ ...one, listed: true }))),
      problems: []
    };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted || !(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { found: [], problems: thrown.problems.map(({ code: code2, message, hint }) => ({ code: code2, message, place: place2, hint })) };
  }
}
function nameOf3(image) {
  const { domain, path, tag, digest } = (0, import_chunk_MWNSXYJF.parseReference)(image);
  if (tag === null && digest === null) return `${domain}/${path}`;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "image-reference",
    message: `${image} names a ${tag === null ? "digest" : "tag"} already, and \`tags\` is to choose one.`,
    expected: "the name of an image without tag and digest",
    got: image,
    hint: "Leave out one of the two."
  });
}
function choose(all, { image, tags, newest }) {
  const fits = (0, import_chunk_WVWYR46I.compileTags)(tags);
  const found = all.filter((tag) => !/^sha256-[0-9a-f]{64}(\.\w+)?$/.test(tag) && fits(tag));
  const chosen = (0, import_chunk_WVWYR46I.newestFirst)(found).slice(0, newest);
  const wanted = tags.map((test) => `\`${test}\``).join(" or ");
  if (chosen.length === 0)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-such-tag",
      message: `None of the ${all.length} tags of ${image} fits ${wanted}.`,
      expected: wanted,
      got: (0, import_chunk_WVWYR46I.newestFirst)(all).slice(0, 5).join(", "),
      hint: "Correct `tags`, or leave the image out."
    });
  if (chosen.length > maxTagsOfImage)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "too-many-tags",
      message: `${chosen.length} tags of ${image} fit ${wanted}, more than the ${maxTagsOfImage} one audit takes on.`,
      hint: "Narrow `tags`, or take only the `newest`."
    });
  return chosen;
}
async function makePlan(request) {
  const { audit: audit2, config } = request;
  const excluded = [...request.exclude, ...audit2.exclude].map((pattern) => (0, import_chunk_IAAG4V6P.compileGlob)(pattern));
  const files = request.files.filter((path) => !excluded.some((matches) => matches(path)));
  const gathered = await discover({ ...request, files, ...audit2.profiles && { profiles: audit2.profiles } });
  const listed = await listedUses(audit2.images, config, request.tags);
  const uses = [...configuredUses(request.images, config), ...listed.found, ...gathered.found];
  const { targets, problems } = asTargets(uses, audit2.platforms);
  return {
    targets,
    problems: [...listed.problems, ...gathered.problems, ...problems],
    skipped: gathered.skipped,
    notices: gathered.notices,
    digest: planDigest(targets, request.policy.digest, [audit2.platforms, audit2.images])
  };
}
async function withAudit(asked, then) {
  const { checkout, files, folderName, inputs, fetchPolicy } = asked;
  const { values } = (0, import_chunk_4JFRIU22.readInputs)(inputs);
  const { options: auditOptions, problems } = readAuditOptions(values);
  const [first, ...others] = problems;
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  const config = await (0, import_chunk_WVWYR46I.findConfig)(checkout, values.config);
  const more = fetchPolicy ? { fetchPolicy } : {};
  const { settings, options } = await (0, import_chunk_WBIHMCAN.readSettings)({ ...config, checkout, inputs, folderName, ...more });
  const workshop = await asked.openWorkshop(options.progress, options.insecureRegistries, options.layerCache);
  try {
    const { configFile: file, configText: text2 } = config;
    const { exclude, variables, local } = auditOptions;
    const plan = await makePlan({
      ...settings,
      files,
      checkout,
      exclude,
      variables,
      tags: (name) => local ? noList(name) : workshop.registries.tags(name, workshop.signal),
      ...file !== void 0 && text2 !== void 0 && { config: { file, text: text2 } }
    });
    const { platform } = values;
    return await then({ plan, settings, options, auditOptions, ...platform !== void 0 && { platform } }, workshop);
  } finally {
    await workshop.close();
  }
}
async function noList(name) {
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "no-tag-list",
    message: `An engine has no list of the tags of ${name}.`,
    hint: "Name the tags, or audit without --local."
  });
}
function runSettled({ plan, settings, options, auditOptions, platform }, toolVersion, workshop) {
  const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
  return audit(
    {
      plan,
      runId,
      local,
      concurrency,
      budget,
      toolVersion,
      policy: settings.policy,
      verdict: { ...options.verdict, onUnreachable },
      ...shard && { shard },
      ...platform !== void 0 && { platform }
    },
    workshop
  );
}
function fleetOf({ images }) {
  const holders = /* @__PURE__ */ new Map();
  const bytes3 = /* @__PURE__ */ new Map();
  for (const { imageId, layers } of images)
    for (const { diffId, unpackedBytes } of layers) {
      holders.set(diffId, (holders.get(diffId) ?? /* @__PURE__ */ new Set()).add(imageId));
      bytes3.set(diffId, unpackedBytes);
    }
  const baseOf = baseFinder(images);
  const rows = images.map((image) => {
    const unique = image.layers.filter(({ diffId }) => holders.get(diffId)?.size === 1);
    const uniqueBytes = sumOfKnown(unique.map((layer) => layer.unpackedBytes));
    const base = baseOf(image);
    return {
      image,
      ...counts(image),
      ...image.unpackedBytes !== void 0 && uniqueBytes !== void 0 && { uniqueBytes, sharedBytes: image.unpackedBytes - uniqueBytes },
      ...base !== void 0 && { base }
    };
  });
  const groups = /* @__PURE__ */ new Map();
  for (const { base, image } of rows)
    if (base !== void 0) groups.set(base, [...groups.get(base) ?? [], image.name]);
  const summedBytes = sumOfKnown(images.map(({ unpackedBytes }) => unpackedBytes));
  const storedBytes = sumOfKnown([...bytes3.values()]);
  return {
    rows: rows.toSorted(worseFirst),
    ...summedBytes !== void 0 && { summedBytes },
    ...storedBytes !== void 0 && { storedBytes },
    byBase: [...groups].map(([base, names]) => ({ base, images: names })).sort((one, other) => other.images.length - one.images.length || (one.base < other.base ? -1 : 1))
  };
}
function counts({ findings, notRun: notRun2 }) {
  const levels = findings.filter(({ waiver }) => waiver === null).map(({ level }) => level);
  return {
    errors: levels.filter((level) => level === "error").length + notRun2.filter((one) => one.counts === "failure").length,
    warnings: levels.filter((level) => level === "warning").length + notRun2.filter((one) => one.counts === "warning").length
  };
}
function worseFirst(one, other) {
  return other.errors - one.errors || other.warnings - one.warnings || (other.image.unpackedBytes ?? 0) - (one.image.unpackedBytes ?? 0) || (one.image.name < other.image.name ? -1 : 1);
}
function baseFinder(images) {
  const byStack = /* @__PURE__ */ new Map();
  for (const { name, layers } of images)
    if (layers.length > 0 && !byStack.has(stack2(layers))) byStack.set(stack2(layers), name);
  return ({ layers }) => {
    for (let length = layers.length - 1; length > 0; length -= 1) {
      const found = byStack.get(stack2(layers.slice(0, length)));
      if (found !== void 0) return found;
    }
    return void 0;
  };
}
var stack2 = (layers) => layers.map(({ diffId }) => diffId).join(" ");
function sumOfKnown(numbers) {
  return numbers.reduce(
    (total, one) => total === void 0 || one === void 0 ? void 0 : total + one,
    0
  );
}
var columns = [
  "image",
  "status",
  "role",
  "errors",
  "warnings",
  "unpacked_bytes",
  "unique_bytes",
  "pull_bytes",
  "base",
  "platform",
  "source",
  "places",
  "reason"
];
function renderAuditCsv(result) {
  const audited = fleetOf(result).rows.map(({ image, errors, warnings, uniqueBytes, base = "" }) => [
    image.name,
    "audited",
    image.role,
    errors,
    warnings,
    image.unpackedBytes ?? "",
    uniqueBytes ?? "",
    image.pullBytes ?? "",
    base,
    image.platform,
    image.source,
    placesOf(image.uses),
    ""
  ]);
  const others = result.notAudited.map(({ name, uses, reason }) => [
    name,
    "not audited",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    placesOf(uses),
    reason
  ]);
  return [columns, ...audited, ...others].map((cells) => `${cells.map(cell).join(",")}\r
`).join("");
}
function placesOf(uses) {
  return uses.map(({ place: place2 }) => `${place2.file}:${place2.line}`).join(" ");
}
function cell(value) {
  if (typeof value === "number") return String(value);
  const shown = (0, import_chunk_HT5NMFAD.visible)(value, 2e3);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function linesOf({ name, findings, notRun: notRun2, uses }) {
  const places = uses.map(({ place: { file, line } }) => ({ file, line }));
  return [
    ...findings.map(({ rule, level, message, howToPass, waiver, location }) => ({
      image: name,
      rule,
      standing: waiver === null ? level : "waived",
      message,
      toPass: howToPass,
      ...waiver && { waiver },
      // What a manifest says of the image stands on a line of its own.
      places: location ? [{ file: location.file, line: location.startLine }] : places
    })),
    ...notRun2.flatMap(
      ({ rule, reason, counts: counts2 }) => counts2 === "pass" ? [] : [
        {
          image: name,
          rule,
          standing: counts2 === "failure" ? "error" : "warning",
          message: `Could not run: ${reason}`,
          toPass: "",
          places
        }
      ]
    )
  ];
}
function headline({ outcome, run, images, notAudited: notAudited2, problems }) {
  const all = images.length + notAudited2.length + (run.lost?.images ?? 0);
  const of = run.shard ? ` (shard ${run.shard.index} of ${run.shard.count}; ${run.planned} in all)` : "";
  const audited = images.length === all ? `${all} ${all === 1 ? "image" : "images"} audited` : `${images.length} of ${all} images audited, ${all - images.length} could not be`;
  const unread2 = problems.length === 0 ? "" : `, ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in files`;
  const word = { pass: "passed", fail: "failed", incomplete: "incomplete" }[outcome];
  return `${word}: ${audited}${unread2}${of}`;
}
function lostShards({ run: { lost } }) {
  if (!lost) return void 0;
  const [which, left] = lost.shards.length === 1 ? ["Shard", "its job"] : ["Shards", "their jobs"];
  const images = `${lost.images} ${lost.images === 1 ? "image was" : "images were"} not looked at`;
  return `${which} ${lost.shards.join(", ")} left no result, so ${images}: look at ${left}.`;
}
function noticesOf({ run, notices }) {
  return run.shard ? [] : notices;
}
var sizeInWords = (bytes3) => bytes3 === void 0 ? "not read" : (0, import_chunk_CCPWSZ7L.formatBytes)(bytes3);
function sharing({ summedBytes, storedBytes, rows }) {
  if (rows.length === 0 || storedBytes === void 0 || summedBytes === void 0) return void 0;
  return `${(0, import_chunk_CCPWSZ7L.formatBytes)(storedBytes)} of distinct layers; ${(0, import_chunk_CCPWSZ7L.formatBytes)(summedBytes)} if nothing were shared`;
}
function renderAuditHtml(result) {
  const fleet = fleetOf(result);
  const standing = result.outcome === "pass" ? "good" : "error";
  return import_chunk_5K322URS.markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${(0, import_chunk_5K322URS.verbatim)(import_chunk_5K322URS.style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
<p>${sharing(fleet) ?? ""}</p>
${notLookedAt(result)}
${imagesTable(fleet)}
${basesTable(fleet)}
<h2>Findings</h2>
${fleet.rows.map(({ image }) => {
    const lines = linesOf(image);
    if (lines.length === 0) return import_chunk_5K322URS.markup``;
    return import_chunk_5K322URS.markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
      ({ standing: level, rule, message, toPass, places }) => import_chunk_5K322URS.markup`<li class="${level}"><code>${rule}</code> ${(0, import_chunk_5K322URS.prose)(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => import_chunk_5K322URS.markup`<code>${`${file}:${line}`}</code> `)}</span><br>${(0, import_chunk_5K322URS.prose)(toPass)}</li>`
    )}</ul>`;
  })}
<ul>${noticesOf(result).map(({ message }) => import_chunk_5K322URS.markup`<li>${(0, import_chunk_5K322URS.prose)(message)}</li>`)}</ul>
<footer>plimsoll ${result.tool.version}, ${result.run.day}, policy ${result.policy.digest}</footer></body></html>
`.source;
}
function notLookedAt(result) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  if (lost === void 0 && notAudited2.length + problems.length === 0) return import_chunk_5K322URS.markup``;
  return import_chunk_5K322URS.markup`<h2 class="error">Could not be audited</h2><ul>${lost === void 0 ? import_chunk_5K322URS.markup`` : import_chunk_5K322URS.markup`<li>${lost}</li>`}${notAudited2.map(
    ({ name, reason, uses }) => import_chunk_5K322URS.markup`<li><code>${name}</code> ${(0, import_chunk_5K322URS.prose)(reason)}${uses.slice(0, 3).map(({ place: { file, line } }) => import_chunk_5K322URS.markup` <code>${`${file}:${line}`}</code>`)}</li>`
  )}${problems.map(
    ({ message, place: place2 }) => import_chunk_5K322URS.markup`<li>${place2 ? import_chunk_5K322URS.markup`<code>${`${place2.file}:${place2.line}`}</code> ` : import_chunk_5K322URS.markup``}${(0, import_chunk_5K322URS.prose)(message)}</li>`
  )}</ul>`;
}
function imagesTable({ rows }) {
  return import_chunk_5K322URS.markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, uniqueBytes, sharedBytes, base }) => import_chunk_5K322URS.markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === "base" ? " (base)" : ""}</td><td class="figure">${sizeInWords(image.unpackedBytes)}</td><td class="figure">${sizeInWords(uniqueBytes)}</td><td class="figure">${sizeInWords(sharedBytes)}</td><td>${base === void 0 ? import_chunk_5K322URS.markup`` : import_chunk_5K322URS.markup`<code>${base}</code>`}</td></tr>`
  )}</tbody></table></div>`;
}
function basesTable({ byBase }) {
  if (byBase.length === 0) return import_chunk_5K322URS.markup``;
  return import_chunk_5K322URS.markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) => import_chunk_5K322URS.markup`<tr><td><code>${base}</code></td><td>${images.map((name) => import_chunk_5K322URS.markup`<code>${name}</code> `)}</td></tr>`
  )}</tbody></table></div>`;
}
var maxRows = 200;
var marks = { error: import_chunk_5K322URS.gfm`❌`, warning: import_chunk_5K322URS.gfm`⚠️`, waived: import_chunk_5K322URS.gfm`⏸` };
function renderAuditMarkdown(result, { limitBytes } = {}) {
  const fleet = fleetOf(result);
  return within2(limitBytes, (most) => `${(0, import_chunk_5K322URS.stack)(pageOf2(result, fleet, most)).source}
`);
}
function within2(limitBytes, render) {
  let most = maxRows;
  let page = render(most);
  const tooLong = () => limitBytes !== void 0 && (0, import_chunk_5K322URS.utf8Bytes)(page) > limitBytes;
  while (most > 0 && tooLong()) {
    most = Math.floor(most * 0.7);
    page = render(most);
  }
  return page;
}
function pageOf2(result, fleet, most) {
  const shared = sharing(fleet);
  const mark = result.outcome === "pass" ? import_chunk_5K322URS.gfm`✅` : import_chunk_5K322URS.gfm`❌`;
  const detailed = fleet.rows.filter(({ image }) => linesOf(image).length > 0);
  const mostDetailed = Math.ceil(most / 4);
  const notices = noticesOf(result).slice(0, most);
  return [
    (0, import_chunk_5K322URS.heading)(3, import_chunk_5K322URS.gfm`Plimsoll audit · ${mark} ${(0, import_chunk_5K322URS.text)(headline(result))}`),
    ...shared === void 0 ? [] : [(0, import_chunk_5K322URS.paragraph)((0, import_chunk_5K322URS.text)(shared))],
    ...notLookedAt2(result, most),
    ...imagesTable2(fleet, most),
    ...detailed.slice(0, mostDetailed).map(({ image }) => (0, import_chunk_5K322URS.details)(import_chunk_5K322URS.gfm`${(0, import_chunk_5K322URS.htmlCode)(image.name)}`, imageFindings(image, most))),
    ...cut(detailed.length, mostDetailed, "images with findings"),
    ...basesTable2(fleet, most),
    ...notices.length === 0 ? [] : [(0, import_chunk_5K322URS.bullets)(notices.map(({ message }) => (0, import_chunk_5K322URS.prose2)(message)))]
  ];
}
function imageFindings(image, most, placed = plainPlace) {
  const lines = linesOf(image);
  const mostUses = Math.min(20, most);
  const used = image.uses.slice(0, mostUses).map(({ place: place2, what }) => import_chunk_5K322URS.gfm`${placed(place2)} ${(0, import_chunk_5K322URS.text)(what)}`);
  const columns2 = ["", "Rule", "What", "Where", "To pass"].map((title) => ({
    title: (0, import_chunk_5K322URS.text)(title),
    align: "left"
  }));
  const rows = lines.slice(0, most).map((line) => row(line, placed));
  return [
    ...lines.length === 0 ? [] : [(0, import_chunk_5K322URS.table)(columns2, rows)],
    ...cut(lines.length, most, "findings"),
    ...used.length === 0 ? [] : [(0, import_chunk_5K322URS.paragraph)(import_chunk_5K322URS.gfm`Used by`), (0, import_chunk_5K322URS.bullets)(used)],
    ...cut(image.uses.length, mostUses, "uses")
  ];
}
var plainPlace = ({ file, line }) => (0, import_chunk_5K322URS.code)(`${file}:${line}`);
function row({ standing, rule, message, places, toPass }, placed) {
  const where = places.slice(0, 3).map(placed);
  return [marks[standing], (0, import_chunk_5K322URS.code)(rule), (0, import_chunk_5K322URS.prose2)(message), (0, import_chunk_5K322URS.join)(where, "<br>"), (0, import_chunk_5K322URS.prose2)(toPass)];
}
function notLookedAt2(result, most) {
  const { notAudited: notAudited2, problems } = result;
  const lost = lostShards(result);
  const images = notAudited2.slice(0, most).map(({ name, reason, uses: [first] }) => {
    const where = first ? (0, import_chunk_5K322URS.code)(`${first.place.file}:${first.place.line}`) : (0, import_chunk_5K322URS.text)("");
    return import_chunk_5K322URS.gfm`${(0, import_chunk_5K322URS.code)(name)} ${where} ${(0, import_chunk_5K322URS.prose2)(reason)}`;
  });
  const files = problems.slice(0, most).map(
    ({ message, place: place2 }) => place2 ? import_chunk_5K322URS.gfm`${(0, import_chunk_5K322URS.code)(`${place2.file}:${place2.line}`)} ${(0, import_chunk_5K322URS.prose2)(message)}` : (0, import_chunk_5K322URS.prose2)(message)
  );
  return [
    ...lost === void 0 ? [] : [(0, import_chunk_5K322URS.paragraph)(import_chunk_5K322URS.gfm`**${(0, import_chunk_5K322URS.text)(lost)}**`)],
    ...images.length === 0 ? [] : [(0, import_chunk_5K322URS.paragraph)(import_chunk_5K322URS.gfm`**Could not be audited**`), (0, import_chunk_5K322URS.bullets)(images), ...cut(notAudited2.length, most, "images")],
    ...files.length === 0 ? [] : [(0, import_chunk_5K322URS.paragraph)(import_chunk_5K322URS.gfm`**Could not be read or known**`), (0, import_chunk_5K322URS.bullets)(files), ...cut(problems.length, most, "problems")]
  ];
}
function imagesTable2({ rows }, most) {
  if (rows.length === 0) return [];
  const columns2 = [
    { title: import_chunk_5K322URS.gfm`Errors`, align: "right" },
    { title: import_chunk_5K322URS.gfm`Warnings`, align: "right" },
    { title: import_chunk_5K322URS.gfm`Image`, align: "left" },
    { title: import_chunk_5K322URS.gfm`On disk`, align: "right" },
    { title: import_chunk_5K322URS.gfm`Its own`, align: "right" },
    { title: import_chunk_5K322URS.gfm`Stands on`, align: "left" }
  ];
  const cells = rows.slice(0, most).map(({ image, errors, warnings, uniqueBytes, base }) => [
    import_chunk_5K322URS.gfm`${errors}`,
    import_chunk_5K322URS.gfm`${warnings}`,
    image.role === "base" ? import_chunk_5K322URS.gfm`${(0, import_chunk_5K322URS.code)(image.name)} (base)` : (0, import_chunk_5K322URS.code)(image.name),
    (0, import_chunk_5K322URS.figures)(sizeInWords(image.unpackedBytes)),
    (0, import_chunk_5K322URS.figures)(sizeInWords(uniqueBytes)),
    base === void 0 ? (0, import_chunk_5K322URS.text)("") : (0, import_chunk_5K322URS.code)(base)
  ]);
  return [(0, import_chunk_5K322URS.table)(columns2, cells), ...cut(rows.length, most, "images")];
}
function basesTable2({ byBase }, most) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: import_chunk_5K322URS.gfm`Images`, align: "right" },
    { title: import_chunk_5K322URS.gfm`That stand on`, align: "left" }
  ];
  return [
    (0, import_chunk_5K322URS.table)(
      columns2,
      byBase.slice(0, most).map(({ base, images }) => [import_chunk_5K322URS.gfm`${images.length}`, (0, import_chunk_5K322URS.code)(base)])
    ),
    ...cut(byBase.length, most, "bases")
  ];
}
function cut(all, shown, what) {
  return all <= shown ? [] : [(0, import_chunk_5K322URS.paragraph)((0, import_chunk_5K322URS.text)(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
function renderAuditSarif(result) {
  const lines = result.images.flatMap(linesOf);
  const rules = [...new Set(lines.map(({ rule }) => rule))].sort();
  const shard = result.run.shard ? `${result.run.shard.index}-of-${result.run.shard.count}/` : "";
  const seen = /* @__PURE__ */ new Map();
  const lost = lostShards(result);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Plimsoll",
            semanticVersion: result.tool.version,
            rules: rules.map((id) => {
              const toPass = lines.find((line) => line.rule === id && line.toPass !== "")?.toPass;
              return {
                id: (0, import_chunk_HT5NMFAD.visible)(id),
                shortDescription: { text: (0, import_chunk_HT5NMFAD.visible)(id) },
                help: { text: plain(toPass === void 0 ? id : `To pass: ${toPass}`) }
              };
            })
          }
        },
        automationDetails: { id: `plimsoll-audit/${shard}` },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: result.notAudited.length === 0 && !result.run.lost,
            toolExecutionNotifications: [
              ...lost === void 0 ? [] : [notification({ message: lost })],
              ...result.notAudited.map(
                ({ name, reason, uses }) => notification({ message: `${name} could not be audited: ${reason}`, place: uses[0]?.place })
              ),
              ...result.problems.map(notification)
            ]
          }
        ],
        results: lines.map((line) => resultOf(line, rules, seen))
      }
    ]
  };
  return (0, import_chunk_5K322URS.toJson)(log);
}
function resultOf(line, rules, seen) {
  const [first, ...others] = line.places.map(locationOf);
  const what = JSON.stringify([line.image, line.rule, line.places[0]?.file ?? ""]);
  const key = (0, import_node_crypto2.createHash)("sha256").update(what).digest("hex").slice(0, 32);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const toPass = line.toPass === "" ? "" : ` To pass: ${line.toPass}`;
  const waiver = line.waiver && `${line.waiver.reason} (${line.waiver.owner}, until ${line.waiver.expires})`;
  return {
    ruleId: (0, import_chunk_HT5NMFAD.visible)(line.rule),
    ruleIndex: rules.indexOf(line.rule),
    level: line.standing === "error" ? "error" : "warning",
    message: { text: plain(`${line.image}: ${line.message}${toPass}`) },
    locations: first ? [first] : [],
    ...others.length > 0 && { relatedLocations: others.map((location, id) => ({ ...location, id: id + 1 })) },
    partialFingerprints: { primaryLocationLineHash: `${key}:${count}`, "plimsollAudit/v1": `${key}:${count}` },
    suppressions: waiver === void 0 ? [] : [{ kind: "external", status: "accepted", justification: plain(waiver) }]
  };
}
function locationOf({ file, line }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: (0, import_chunk_LUC4HMHJ.encodePath)(file.replace(/^\.\//, "")), uriBaseId: "%SRCROOT%" },
      region: { startLine: line }
    }
  };
}
function notification({
  message,
  place: place2
}) {
  return { level: "warning", message: { text: plain(message) }, ...place2 && { locations: [locationOf(place2)] } };
}
function plain(untrusted) {
  return (0, import_chunk_HT5NMFAD.visible)(untrusted, 1e3).replaceAll("](", "]​(").replace(/\{(\d+)\}/g, "{{$1}}");
}
function renderAuditTerminal(result, options) {
  const width = (0, import_chunk_N6PDAGX7.layoutWidth)(options);
  const fleet = fleetOf(result);
  const style2 = result.outcome === "pass" ? "good" : "error";
  const shared = sharing(fleet);
  return (0, import_chunk_N6PDAGX7.pageOf)(
    [
      [(0, import_chunk_N6PDAGX7.own)("Plimsoll audit ", "bold"), (0, import_chunk_N6PDAGX7.own)(headline(result), style2)],
      ...shared === void 0 ? [] : [[(0, import_chunk_N6PDAGX7.own)(shared, "dim")]],
      ...notLookedAt3(result, width),
      ...imagesTable3(fleet, width),
      ...fleet.rows.flatMap(({ image }) => findingLines(linesOf(image), image.name, width)),
      ...bases(fleet, width),
      ...noticesOf(result).flatMap(({ message }) => [[], ...(0, import_chunk_N6PDAGX7.wrap)((0, import_chunk_N6PDAGX7.prose)(message), width)])
    ],
    options
  );
}
function notLookedAt3(result, width) {
  const { notAudited: notAudited2, problems, skipped } = result;
  const lost = lostShards(result);
  const images = notAudited2.flatMap(({ name, reason, uses }) => [
    ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(name, "name"), (0, import_chunk_N6PDAGX7.own)("  "), (0, import_chunk_N6PDAGX7.foreign)(reason, void 0, 400)], width - 2),
    ...uses.slice(0, 3).map(({ place: place2, what }) => [
      (0, import_chunk_N6PDAGX7.own)("  "),
      (0, import_chunk_N6PDAGX7.foreign)(`${place2.file}:${place2.line}`, "dim"),
      (0, import_chunk_N6PDAGX7.own)("  "),
      (0, import_chunk_N6PDAGX7.foreign)(what, "dim")
    ])
  ]);
  const files = problems.flatMap(
    ({ message, place: place2 }) => (0, import_chunk_N6PDAGX7.wrap)(
      [...place2 ? [(0, import_chunk_N6PDAGX7.foreign)(`${place2.file}:${place2.line}`, "name"), (0, import_chunk_N6PDAGX7.own)("  ")] : [], (0, import_chunk_N6PDAGX7.foreign)(message, void 0, 400)],
      width - 2
    )
  );
  return [
    ...lost === void 0 ? [] : [[], ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(lost, "error")], width)],
    ...section("Could not be audited", images),
    ...section("Could not be read or known", files),
    ...skipped.length === 0 ? [] : [[], [(0, import_chunk_N6PDAGX7.own)(`${skipped.length} built here, not audited as images (--format json lists them)`, "dim")]]
  ];
}
function section(title, lines) {
  return lines.length === 0 ? [] : [[], [(0, import_chunk_N6PDAGX7.own)(title, "error")], ...(0, import_chunk_N6PDAGX7.indented)(lines, 2)];
}
function imagesTable3({ rows }, width) {
  const cells = rows.map(({ image, errors, warnings, uniqueBytes, base }) => [
    [(0, import_chunk_N6PDAGX7.own)(errors > 0 ? String(errors) : "·", errors > 0 ? "error" : "dim")],
    [(0, import_chunk_N6PDAGX7.own)(warnings > 0 ? String(warnings) : "·", warnings > 0 ? "warning" : "dim")],
    [(0, import_chunk_N6PDAGX7.own)(sizeInWords(image.unpackedBytes))],
    [(0, import_chunk_N6PDAGX7.own)(sizeInWords(uniqueBytes))],
    [(0, import_chunk_N6PDAGX7.foreign)(image.name, "name"), ...image.role === "base" ? [(0, import_chunk_N6PDAGX7.own)(" base", "dim")] : []],
    base === void 0 ? [] : [(0, import_chunk_N6PDAGX7.foreign)(base, "dim")]
  ]);
  if (cells.length === 0) return [];
  const columns2 = [
    { title: "err", align: "right" },
    { title: "warn", align: "right" },
    { title: "on disk", align: "right" },
    { title: "its own", align: "right" },
    { title: "image", align: "left" },
    { title: "stands on", align: "left" }
  ];
  return [[], ...(0, import_chunk_N6PDAGX7.table)(columns2, cells, width)];
}
function findingLines(lines, name, width) {
  if (lines.length === 0) return [];
  const body = lines.flatMap(({ standing, rule, message, toPass, places }) => {
    const style2 = standing === "waived" ? "dim" : standing;
    const where = places.slice(0, 3).map(({ file, line }) => `${file}:${line}`).join(", ");
    const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
    return [
      ...(0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)(`${standing} `, style2), (0, import_chunk_N6PDAGX7.foreign)(rule, "name"), (0, import_chunk_N6PDAGX7.own)("  "), ...(0, import_chunk_N6PDAGX7.prose)(message)], width - 2),
      ...where === "" ? [] : (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.foreign)(where + more, "dim")], width - 4), 2),
      ...toPass === "" ? [] : (0, import_chunk_N6PDAGX7.indented)((0, import_chunk_N6PDAGX7.wrap)([(0, import_chunk_N6PDAGX7.own)("to pass  ", "dim"), ...(0, import_chunk_N6PDAGX7.prose)(toPass)], width - 4), 2)
    ];
  });
  return [[], [(0, import_chunk_N6PDAGX7.foreign)(name, "bold")], ...(0, import_chunk_N6PDAGX7.indented)(body, 2)];
}
function bases({ byBase }, width) {
  if (byBase.length === 0) return [];
  const rows = byBase.map(({ base, images }) => [
    [(0, import_chunk_N6PDAGX7.own)(String(images.length))],
    [(0, import_chunk_N6PDAGX7.foreign)(base, "name")]
  ]);
  return [
    [],
    ...(0, import_chunk_N6PDAGX7.table)(
      [
        { title: "images", align: "right" },
        { title: "that stand on", align: "left" }
      ],
      rows,
      width
    )
  ];
}
var maxCharacters = 1e3;
function auditAnnotations(result) {
  const lost = lostShards(result);
  const unknown = result.verdict.onUnreachable === "fail" ? "error" : "warning";
  return [
    ...lost === void 0 ? [] : [annotation("error", "plimsoll", lost)],
    ...result.notAudited.map(
      ({ name, reason, uses }) => annotation(unknown, "plimsoll", `${name} could not be audited: ${reason}`, uses[0]?.place)
    ),
    ...result.problems.map(({ code: code2, message, place: place2 }) => annotation(unknown, code2, message, place2)),
    ...result.images.flatMap(linesOf).filter(({ standing }) => standing !== "waived").map(({ image, rule, standing, message, toPass, places }) => {
      const level = standing === "error" ? "error" : "warning";
      return annotation(level, rule, `${image}: ${message}${toPass === "" ? "" : ` To pass: ${toPass}`}`, places[0]);
    })
  ];
}
function annotation(level, title, message, place2) {
  const where = place2 && { file: place2.file, startLine: place2.line, endLine: place2.line };
  return { level, title: (0, import_chunk_HT5NMFAD.visible)(title, 100), message: (0, import_chunk_HT5NMFAD.visible)(message, maxCharacters), ...where };
}
var maxBodyBytes = 6e4;
function auditIssues({ images, verdict }, links = {}) {
  return images.filter(({ role }) => role === "image").map((image) => {
    const fails = linesOf(image).some(
      ({ standing }) => standing === "error" || standing === "warning" && verdict.failOn === "warning"
    );
    return {
      image: image.name,
      outcome: fails ? "fail" : "pass",
      // GitHub makes mentions of titles, too.
      title: `${(0, import_chunk_HT5NMFAD.visible)(image.name, 150).replaceAll("@", "@​")} fails its policy`,
      body: fails ? failing(image, links) : clean(image, links)
    };
  });
}
function auditIssue(result, links = {}) {
  const count = auditIssues(result).filter(({ outcome }) => outcome === "fail").length;
  if (count === 0 && result.outcome === "incomplete") return [];
  const about = { image: "all images of the audit", title: "Images fail their policy" };
  if (count === 0) return [{ ...about, outcome: "pass", body: `${closing(import_chunk_5K322URS.gfm`Every image passes`, links)}
` }];
  return [{ ...about, outcome: "fail", body: renderAuditMarkdown(result, { limitBytes: maxBodyBytes }) }];
}
function failing(image, { repositoryUrl, commit }) {
  const { name, source, unpackedBytes, platform } = image;
  const safe = (0, import_chunk_LUC4HMHJ.sourceLinks)(repositoryUrl, commit);
  const links = safe && { ...safe, commit: "HEAD" };
  const placed = ({ file, line }) => {
    const url = links && (0, import_chunk_LUC4HMHJ.urlOfLines)(links, { file, startLine: line, endLine: line });
    const label = (0, import_chunk_5K322URS.code)(`${file}:${line}`);
    return url === void 0 ? label : (0, import_chunk_5K322URS.link)(label, url);
  };
  const onDisk = unpackedBytes === void 0 ? import_chunk_5K322URS.nothing : import_chunk_5K322URS.gfm`, ${(0, import_chunk_5K322URS.bytes)(unpackedBytes)} on disk`;
  const intro = import_chunk_5K322URS.gfm`The audit of ${(0, import_chunk_5K322URS.code)(name)} found what its policy does not allow. It looked at ${(0, import_chunk_5K322URS.code)(source)} for ${(0, import_chunk_5K322URS.code)(platform)}${onDisk}.`;
  const closes = import_chunk_5K322URS.gfm`This issue is kept up to date by the audit, and closed by it when the image passes.`;
  return within2(
    maxBodyBytes,
    (most) => `${(0, import_chunk_5K322URS.stack)([(0, import_chunk_5K322URS.paragraph)(intro), ...imageFindings(image, most, placed), (0, import_chunk_5K322URS.paragraph)(closes)]).source}
`
  );
}
var clean = ({ name, source }, links) => `${closing(import_chunk_5K322URS.gfm`${(0, import_chunk_5K322URS.code)(name)} passes (${(0, import_chunk_5K322URS.code)(source)})`, links)}
`;
function closing(what, { runUrl }) {
  const run = runUrl !== void 0 && /^https?:\/\/[\w.:/-]+$/.test(runUrl) ? import_chunk_5K322URS.gfm`: ${(0, import_chunk_5K322URS.link)(import_chunk_5K322URS.gfm`the run`, runUrl)}` : import_chunk_5K322URS.nothing;
  return (0, import_chunk_5K322URS.paragraph)(import_chunk_5K322URS.gfm`${what}${run}.`).source;
}
var reporters = {
  table: (result, { columns: columns2, colour }) => renderAuditTerminal(result, { width: columns2, colour }),
  json: (result) => (0, import_chunk_5K322URS.toJson)(auditResult.parse(result)),
  markdown: (result) => renderAuditMarkdown(result),
  sarif: renderAuditSarif,
  html: renderAuditHtml
};
var auditFormats = ["table", "json", "markdown", "sarif", "html"];
function renderAudit(format, result, page) {
  return reporters[format](result, page);
}
var isAuditFormat = (format) => auditFormats.some((one) => one === format);
function asAuditFormat(format) {
  if (!isAuditFormat(format)) throw new Error(`An audit has no format ${format}.`);
  return format;
}
function strangeFormats({ format, outputs }) {
  return [format, ...outputs.map((output) => output.format)].filter((one) => !isAuditFormat(one)).map((one) => ({
    code: "invalid-input",
    message: `An audit has no format ${one}.`,
    expected: auditFormats.join(", "),
    got: one,
    hint: "Use one of these, or --csv FILE."
  }));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  asAuditFormat,
  auditAnnotations,
  auditIssue,
  auditIssues,
  failsPolicy,
  mergeShards,
  parseAudit,
  planMatrix,
  readAuditOptions,
  renderAudit,
  renderAuditCsv,
  renderAuditMarkdown,
  runSettled,
  strangeFormats,
  withAudit
});
