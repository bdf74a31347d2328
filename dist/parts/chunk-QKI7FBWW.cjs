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
  appendAudit: () => appendAudit,
  runSettled: () => runSettled,
  withAudit: () => withAudit,
  withHistory: () => withHistory
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_H2JFKWR4 = require("./chunk-H2JFKWR4.cjs");
var import_chunk_MZALY4EI = require("./chunk-MZALY4EI.cjs");
var import_chunk_5NXEVZMD = require("./chunk-5NXEVZMD.cjs");
var import_chunk_66H6TNFI = require("./chunk-66H6TNFI.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KRMBO7LO = require("./chunk-KRMBO7LO.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_RERJVM4W = require("./chunk-RERJVM4W.cjs");
var import_chunk_ZGRPIQOY = require("./chunk-ZGRPIQOY.cjs");
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_path2 = require("node:path");
var import_node_path3 = require("node:path");
var noBaseline = "An audit has no baseline.";
var usual = {
  builder: "auto",
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  buildContexts: {},
  noCache: true,
  pull: false
};
async function auditBuild(target, { policy, platform: wanted, build = usual }, today, workshop) {
  const { mode, setting, contexts } = target.build;
  const { waivers: inline2 } = await (0, import_chunk_ZGRPIQOY.inlineWaivers)(setting, workshop.checkout, void 0);
  const waivers = [...policy.waivers, ...inline2];
  const { result, waiversMatched } = await (0, import_chunk_ZGRPIQOY.checkImage)(
    {
      image: mode === "sources" ? { ...setting, noBuild: true } : setting,
      platform: target.platform ?? wanted,
      policy: { ...withoutPast(policy), waivers },
      build: { ...build, buildContexts: { ...build.buildContexts, ...contexts } },
      today,
      waivers: (0, import_chunk_KMX3XWLJ.waiversInForce)(waivers, setting.name, today),
      findHistory: async () => void 0,
      isMeasured: false,
      findBaseline: async () => ({ baseline: { state: "none", reason: noBaseline } })
    },
    { ...workshop, progress: untold }
  );
  return { image: asAudited(target, result), waiversMatched, waivers: inline2 };
}
function withoutPast(policy) {
  return { ...policy, uses: policy.uses.filter(({ rule }) => !rule.needs?.includes("baseline")) };
}
var untold = { step: () => ({ update: () => void 0, done: () => void 0 }), log: () => void 0 };
function asAudited(target, result) {
  const { gated, variants, stated, platform, notBuilt, findings, notRun, passed } = result;
  const variant = variants.find(({ name }) => name === gated);
  const measurement = variant?.measurement;
  return {
    name: target.name,
    source: variant?.source ?? stated?.source ?? target.source,
    platform,
    imageId: measurement?.imageId ?? stated?.measurement.imageId ?? "",
    role: target.role,
    ...notBuilt !== void 0 && { notBuilt },
    ...measurement && { unpackedBytes: measurement.unpackedBytes },
    ...measurement?.pull && { pullBytes: measurement.pull.bytes },
    layers: (measurement?.perLayer ?? []).map(({ diffId, unpackedBytes }) => ({ diffId, unpackedBytes })),
    uses: (0, import_chunk_MZALY4EI.withoutWords)(target.uses),
    findings,
    notRun,
    passed
  };
}
async function auditImage(target, request, today, workshop) {
  const { images, checkout, signal, bases } = workshop;
  const { policy, budget } = request;
  const source = (0, import_chunk_YLGEZEMV.readSource)(target.source, checkout);
  const platform = target.platform ?? request.platform;
  const opened = await images.open(request.local ? inEngine(source) : source, platform, signal);
  const isJudged = target.role === "image";
  const rules2 = auditable(policy);
  if ((0, import_chunk_4NB6Q3OJ.needsLayers)(rules2)) refuseOverBudget(opened, budget.pullBytes);
  const wanted = isJudged ? { reads: (0, import_chunk_4NB6Q3OJ.readsOf)(rules2), gathers: (0, import_chunk_4NB6Q3OJ.gathersOf)(rules2) } : { reads: [] };
  const examined = (0, import_chunk_4NB6Q3OJ.needsLayers)(rules2) ? await (0, import_chunk_RRT3X3TP.examine)(opened, wanted, signal) : unread(opened);
  const { measurement } = examined;
  const asksForBase = (0, import_chunk_4NB6Q3OJ.gathersOf)(rules2).some((one) => one === "published-base" || one === "base-proof");
  const published = isJudged && asksForBase ? await (0, import_chunk_66H6TNFI.publishedBase)(opened, { ...workshop, progress: untold2 }) : void 0;
  const manifests = (0, import_chunk_MZALY4EI.manifestsOf)(target.uses);
  const named = {
    imageName: target.name,
    measurement,
    noBaselineReason: "An audit has no baseline.",
    waivers: (0, import_chunk_KMX3XWLJ.waiversInForce)(policy.waivers, target.name, today),
    ...manifests.length > 0 && { manifests }
  };
  const judged = isJudged ? (0, import_chunk_2RRNY4QZ.judge)(rules2, { ...named, ...examined, ...published && { publishedBase: published } }, today) : void 0;
  const statedBase = await bases.ofLabel(opened.facts);
  await bases.ofPin(target, opened.facts.platform);
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
      ...statedBase && { statedBase },
      uses: (0, import_chunk_MZALY4EI.withoutWords)(target.uses),
      findings: [...judged?.findings ?? []],
      notRun: [...judged?.notRun ?? []],
      passed: [...judged?.passed ?? []]
    }
  };
}
var untold2 = { step: () => ({ update: () => void 0, done: () => void 0 }), log: () => void 0 };
function unread({ facts }) {
  return { measurement: (0, import_chunk_KRMBO7LO.measureStated)(facts), notRead: import_chunk_4NB6Q3OJ.layersNotNeeded };
}
function layersOf({ facts }, measurement) {
  const read = "perLayer" in measurement ? measurement.perLayer : void 0;
  return facts.diffIds.map((diffId, index) => {
    const unpackedBytes = read?.[index]?.unpackedBytes;
    const pullBytes = facts.blobs?.[index]?.bytes;
    return {
      diffId,
      ...unpackedBytes !== void 0 && { unpackedBytes },
      ...pullBytes !== void 0 && { pullBytes }
    };
  });
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
  const bytes = facts.blobs?.reduce((sum, blob) => sum + blob.bytes, 0) ?? 0;
  if (bytes <= maxBytes) return;
  throw new import_chunk_ZU5SK2EV.UserError({
    code: "over-budget",
    message: `Its layers are ${(0, import_chunk_CCPWSZ7L.formatBytes)(bytes)}, more than the ${(0, import_chunk_CCPWSZ7L.formatBytes)(maxBytes)} an image may take.`,
    hint: "Give it more with --max-image-size."
  });
}
function baseLookups({ local, budget }, { images, signal }) {
  const asked = /* @__PURE__ */ new Map();
  const ask = (reference, platform) => {
    const name = (0, import_chunk_MWNSXYJF.formatReference)(reference);
    return (0, import_chunk_ZGRPIQOY.once)(asked, `${name} ${platform}`, async () => {
      const within2 = (0, import_chunk_OTF75QEW.signalWithin)(signal, budget.timeMs);
      return { reference: name, platform, found: await lookUp(name, platform, images, within2, signal) };
    });
  };
  return {
    async ofLabel(facts) {
      const said = (0, import_chunk_66H6TNFI.labelledBase)(facts);
      if (!said) return void 0;
      if ("unasked" in said) return said;
      const { digest } = said;
      const more2 = digest === null ? {} : { digest };
      const name = (0, import_chunk_MWNSXYJF.formatReference)({ ...(0, import_chunk_MWNSXYJF.withDefaultTag)(said), digest: null });
      if (said.tag === null && digest !== null)
        return { name, ...more2, unasked: `${name}@${digest} names no tag, so nothing says what is newer.` };
      if (local) return { name, ...more2, unasked: "The audit looked at the local engine and asked no registry." };
      await ask({ ...(0, import_chunk_MWNSXYJF.withDefaultTag)(said), digest: null }, facts.platform);
      if (digest !== null) await ask({ ...said, tag: null }, facts.platform);
      return { name, ...more2 };
    },
    async ofPin({ name, role }, platform) {
      const reference = (0, import_chunk_MWNSXYJF.readReference)(name.split(" ")[0] ?? "");
      if (local || role !== "base" || typeof reference === "string") return;
      if (reference.tag !== null && reference.digest !== null) await ask({ ...reference, digest: null }, platform);
    },
    async found() {
      const all = await Promise.all(asked.values());
      return all.toSorted((one, other) => keyOf(one) < keyOf(other) ? -1 : 1);
    }
  };
}
var keyOf = ({ reference, platform }) => `${reference} ${platform}`;
async function lookUp(name, platform, images, within2, signal) {
  try {
    const { facts } = await images.open({ kind: "registry", reference: name }, platform, within2);
    const { diffIds, blobs, imageId, source } = facts;
    const created = (0, import_chunk_66H6TNFI.dayOf)(facts.created);
    return {
      digest: (0, import_chunk_MZALY4EI.digestOfSource)(source) ?? imageId,
      ...created !== void 0 && { created },
      layers: diffIds.map((diffId, index) => ({ diffId, ...pullOf(blobs?.[index]) }))
    };
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof import_chunk_ZU5SK2EV.Interrupted ? thrown : new import_chunk_ZU5SK2EV.Interrupted("The audit was interrupted.");
    if (within2.aborted) return { unknown: `Its registry did not answer in time for ${name}.` };
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { unknown: `What ${name} is in its registry could not be told: ${thrown.message}` };
  }
}
var pullOf = (blob) => blob && { pullBytes: blob.bytes };
async function pool(items, concurrency, run) {
  const results = /* @__PURE__ */ new Map();
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results.set(index, await run(item));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, worker));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
async function audit(asked, world) {
  const { plan, shard, verdict, runId, toolVersion } = asked;
  const policy = { ...asked.policy, waivers: [...asked.policy.waivers, ...plan.waivers] };
  const request = { ...asked, policy };
  const targets = (0, import_chunk_MZALY4EI.targetsOf)(plan, shard);
  const workshop = { ...world, bases: baseLookups(request, world) };
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
  const all = [...policy.waivers, ...new Set(audited.flatMap(({ waivers = [] }) => waivers))];
  return (0, import_chunk_MZALY4EI.sumUp)({
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
    notices: [...plan.notices, ...(0, import_chunk_KMX3XWLJ.waiverNotices)({ ...policy, waivers: all }, matched, today)],
    bases: [...await workshop.bases.found()]
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
  const { build } = target;
  return within(
    target,
    request,
    workshop,
    (signal) => build ? auditBuild({ ...target, build }, request, today, { ...workshop, signal }) : auditImage(target, request, today, { ...workshop, signal })
  );
}
async function within(target, request, { signal }, work) {
  const deadline = (0, import_chunk_OTF75QEW.timeoutSignal)(request.budget.timeMs);
  const uses = (0, import_chunk_MZALY4EI.withoutWords)(target.uses);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    if (signal.aborted) throw thrown instanceof import_chunk_ZU5SK2EV.Interrupted ? thrown : new import_chunk_ZU5SK2EV.Interrupted("The audit was interrupted.");
    if (deadline.aborted) {
      const reason = `It took longer than ${request.budget.timeMs / 1e3} s.`;
      return { name: target.name, code: "over-budget", reason, hint: "Give it more with --max-seconds.", uses };
    }
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const [{ code, hint } = { code: "unknown", hint: "" }] = thrown.problems;
    return { name: target.name, code, reason: thrown.message, hint, uses };
  }
}
var inline = "Its Dockerfile stands in the file itself: its base images are audited, it is not built.";
var ofOthers = "It is built on what other builds make: its base images are audited, it is not built by itself.";
function buildTargets({ mode, builds, images, config }) {
  if (mode === "bases") return { targets: [], skipped: [] };
  const configured = config ? configuredBuilds(images, config) : [];
  const named = /* @__PURE__ */ new Set([...configured.map(({ build }) => build.setting.dockerfile), ...namedBy(builds)]);
  const skipped = [];
  const found = builds.flatMap((build) => {
    const { dockerfile, target, text, from, contexts = {} } = build;
    if (from === void 0 ? named.has(dockerfile) : isConfigured(build, configured)) return [];
    const use = useOf(build);
    const reason = text !== void 0 ? inline : Object.values(contexts).some(isOfBuild) ? ofOthers : void 0;
    if (reason !== void 0) {
      skipped.push({ use, reason });
      return [];
    }
    const name = from === void 0 ? dockerfile : `${use.place.file}#${from.replace(/^\w+ (\S+).*$/s, "$1")}`;
    const setting = settingOf(name, build);
    return [asTarget(mode, setting, use, { ...target !== void 0 && { target }, contexts, ...build })];
  });
  const own = configured.flatMap(
    ({ build: { setting }, use }) => (setting.platforms.length > 0 ? setting.platforms : [void 0]).map(
      (platform) => asTarget(mode, setting, use, { contexts: {}, ...platform !== void 0 && { platform } })
    )
  );
  return { targets: [...own, ...found], skipped };
}
var namedBy = (builds) => builds.flatMap(({ from, dockerfile, text }) => from === void 0 || text !== void 0 ? [] : [dockerfile]);
var isOfBuild = (context) => /^(target|service):/.test(context);
function asTarget(mode, setting, use, { platform, contexts = {} }) {
  return {
    name: platform === void 0 ? setting.name : `${setting.name} ${platform}`,
    source: `dockerfile:${setting.dockerfile}`,
    role: "image",
    ...platform !== void 0 && { platform },
    build: { mode, setting, contexts },
    uses: [use]
  };
}
function useOf({ from, dockerfile, place }) {
  if (from === void 0 || !place)
    return { from: "dockerfile", what: "Dockerfile", written: dockerfile, place: { file: dockerfile, line: 1 } };
  return { from: from.startsWith("target") ? "bake" : "compose", what: from, written: dockerfile, place };
}
function settingOf(name, { dockerfile, context, target, args }) {
  return {
    name,
    dockerfile,
    context: context ?? import_node_path.posix.dirname(dockerfile),
    ...target !== void 0 && { target },
    buildArgs: args,
    platforms: [],
    variants: [],
    findVariants: false,
    baseline: { from: "none" }
  };
}
function configuredBuilds(images, { file, text }) {
  const [root] = (0, import_chunk_H2JFKWR4.readYamlDocuments)(file, text);
  const listed = (0, import_chunk_H2JFKWR4.valueAt)(root, "images");
  return images.flatMap((setting) => {
    const entry = (0, import_chunk_H2JFKWR4.valueAt)(listed, setting.name);
    if (!entry || setting.image !== void 0) return [];
    const { line } = entry.place;
    const use = { what: `image ${setting.name}`, written: setting.dockerfile, place: { file, line } };
    const build = { setting: { ...setting, variants: [], findVariants: false } };
    return [{ build, use: { from: "configuration", ...use } }];
  });
}
function isConfigured({ dockerfile, target, text }, configured) {
  return text === void 0 && configured.some(({ build: { setting } }) => setting.dockerfile === dockerfile && setting.target === target);
}
function configuredUses(images, config) {
  if (!config) return [];
  const [root] = (0, import_chunk_H2JFKWR4.readYamlDocuments)(config.file, config.text);
  const listed = (0, import_chunk_H2JFKWR4.valueAt)(root, "images");
  return images.flatMap(({ name, image, platforms }) => {
    if (image === void 0) return [];
    const place = (0, import_chunk_H2JFKWR4.valueAt)((0, import_chunk_H2JFKWR4.valueAt)(listed, name), "image")?.place ?? { file: config.file, line: 1 };
    const use = { from: "configuration", what: `image ${name}`, written: image, place };
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
function readKustomization(value, file) {
  const folder = import_node_path2.posix.dirname(file);
  const paths = (key) => (0, import_chunk_H2JFKWR4.itemsAt)(value, key).flatMap((item) => {
    const path = item.kind === "scalar" ? item.text : (0, import_chunk_H2JFKWR4.stringAt)(item, "path");
    return path === void 0 || path === "" || /:\/\/|\n|^[\w.-]+@/.test(path) ? [] : [import_node_path2.posix.join(folder, path)];
  });
  return {
    folder,
    resources: ["resources", "bases", "patchesStrategicMerge", "patches"].flatMap(paths).map(withoutSlash),
    components: paths("components").map(withoutSlash),
    images: (0, import_chunk_H2JFKWR4.itemsAt)(value, "images").flatMap(imageChange)
  };
}
var withoutSlash = (path) => path.length > 1 ? path.replace(/\/$/, "") : path;
function imageChange(item) {
  const name = (0, import_chunk_H2JFKWR4.scalarAt)(item, "name");
  if (!name) return [];
  const [newName, newTag, digest] = ["newName", "newTag", "digest"].map((key) => (0, import_chunk_H2JFKWR4.scalarAt)(item, key));
  return [
    {
      name: name.text,
      ...newName && newName.text !== "" && { newName: newName.text },
      ...newTag && newTag.text !== "" && { newTag: newTag.text },
      ...digest && digest.text !== "" && { digest: digest.text },
      place: (digest ?? newTag ?? newName ?? name).place
    }
  ];
}
function changedImage(written, { name, newName = name, newTag, digest }) {
  const [, base = "", tag = "", oldDigest = ""] = /^(.*?)(:[\w.{}-]*)?(@sha256:[\w]*)?$/s.exec(written) ?? [];
  if (base !== name) return void 0;
  if (newTag === void 0 && digest === void 0) return `${newName}${tag}${oldDigest}`;
  return `${newName}${newTag === void 0 ? "" : `:${newTag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
function kustomizeImages(value, owner) {
  return (0, import_chunk_H2JFKWR4.itemsAt)(value, "images").flatMap(
    (item, index) => imageChange(item).map((change) => ({
      value: changedImage(change.name, change) ?? change.name,
      replaces: change.name,
      // With neither, the tag stands in a manifest.
      isWhole: change.newTag !== void 0 || change.digest !== void 0,
      place: change.place,
      document: owner.document,
      pointer: `${owner.pointer}/images/${index}`,
      kind: owner.kind,
      name: owner.name,
      role: "named",
      says: {}
    }))
  );
}
var maxChains = 2e4;
var unknownTag = "Only the name is changed here, and no manifest of this repository says which tag it has.";
function kustomized(found, kustomizations) {
  if (kustomizations.length === 0) return { found, skipped: [] };
  const chains = chainsByFile(kustomizations);
  const used = /* @__PURE__ */ new Set();
  const uses = found.flatMap((one) => {
    const { use } = one;
    const ways = use.from === "kubernetes" && use.replaces === void 0 ? chains.get(use.place.file) : void 0;
    if (!ways || use.role === "named" && use.replaces === void 0) return [one];
    const made = ways.map(({ folder, changes }) => {
      const { written, namedAt } = changed(use.written, changes, used);
      if (written === use.written) return one;
      return {
        ...one,
        use: { ...use, written, what: `${use.what}, as ${folder} has it`, ...namedAt && { namedAt } }
      };
    });
    return [...new Map(made.map((each) => [JSON.stringify([each.use.written, each.use.namedAt]), each])).values()];
  });
  const skipped = [];
  const rest = uses.filter(({ use }) => {
    if (use.replaces === void 0) return true;
    if ([...used].some((place) => samePlace(place, use.place))) return false;
    if (use.isWhole === true) return true;
    const { says: _says, role: _role, replaces: _replaces, isWhole: _isWhole, ...shown } = use;
    skipped.push({ use: shown, reason: unknownTag });
    return false;
  });
  return { found: rest, skipped };
}
var samePlace = (one, other) => one.file === other.file && one.line === other.line && one.column === other.column;
function changed(start, changes, used) {
  let written = start;
  let namedAt;
  for (const change of changes) {
    const next = changedImage(written, change);
    if (next === void 0) continue;
    used.add(change.place);
    if (next !== written) namedAt = change.place;
    written = next;
  }
  return { written, ...namedAt && { namedAt } };
}
function chainsByFile(kustomizations) {
  const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
  const within2 = new Set(kustomizations.flatMap(({ resources, components }) => [...resources, ...components]));
  const found = /* @__PURE__ */ new Map();
  let count = 0;
  const filesOf = (folder, above) => {
    const one = byFolder.get(folder);
    if (!one || above.includes(folder) || count > maxChains) return [];
    let files = one.resources.flatMap(
      (path) => byFolder.has(path) ? filesOf(path, [...above, folder]) : [[path, []]]
    );
    for (const path of one.components) {
      const component = byFolder.get(path);
      files = [...files, ...filesOf(path, [...above, folder])].map(
        ([file, changes], index) => index < files.length ? [file, [...changes, ...component?.images ?? []]] : [file, changes]
      );
    }
    count += files.length;
    return files.map(([file, changes]) => [file, [...changes, ...one.images]]);
  };
  for (const { folder } of kustomizations)
    if (!within2.has(folder))
      for (const [file, changes] of filesOf(folder, []))
        found.set(file, [...found.get(file) ?? [], { folder, changes }]);
  return found;
}
function readDotEnv(text) {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
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
  const own = (0, import_chunk_H2JFKWR4.valueAt)(container, "securityContext");
  const nonRoot = saidBoolean(own, "runAsNonRoot") ?? saidBoolean(pod, "runAsNonRoot");
  const user = saidNumber(own, "runAsUser") ?? saidNumber(pod, "runAsUser");
  const command = saidList(container, "command");
  const args = saidList(container, "args");
  const policy = saidText(container, "imagePullPolicy");
  const workingDir = (0, import_chunk_H2JFKWR4.stringAt)(container, "workingDir");
  const path = pathOf(container);
  const mounts = (0, import_chunk_H2JFKWR4.itemsAt)(container, "volumeMounts").flatMap((mount) => (0, import_chunk_H2JFKWR4.stringAt)(mount, "mountPath") ?? []);
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
  const stated = (0, import_chunk_H2JFKWR4.itemsAt)(container, "env").findLast((item) => (0, import_chunk_H2JFKWR4.stringAt)(item, "name") === "PATH");
  if (!stated) return void 0;
  const value = (0, import_chunk_H2JFKWR4.stringAt)(stated, "value");
  return value === void 0 || value.includes("$(") ? null : value;
}
function saidText(at, key) {
  const scalar = (0, import_chunk_H2JFKWR4.scalarAt)(at, key);
  return typeof scalar?.value === "string" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidBoolean(at, key) {
  const scalar = (0, import_chunk_H2JFKWR4.scalarAt)(at, key);
  if (!scalar) return void 0;
  if (typeof scalar.value === "boolean") return { value: scalar.value, place: scalar.place };
  const isTrue = /^(y|yes|on)$/i.test(scalar.text);
  return isTrue || /^(n|no|off)$/i.test(scalar.text) ? { value: isTrue, place: scalar.place } : void 0;
}
function saidNumber(at, key) {
  const scalar = (0, import_chunk_H2JFKWR4.scalarAt)(at, key);
  return typeof scalar?.value === "number" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidList(at, key) {
  const list = (0, import_chunk_H2JFKWR4.valueAt)(at, key);
  if (list?.kind !== "list" || list.items.length === 0) return void 0;
  return { value: list.items.flatMap((item) => item.kind === "scalar" ? [item.text] : []), place: list.place };
}
var containerLists = ["initContainers", "containers", "ephemeralContainers", "steps", "sidecars"];
var singleContainers = ["container", "script"];
function podImages(spec, owner) {
  if (spec?.kind !== "map") return [];
  const pod = (0, import_chunk_H2JFKWR4.valueAt)(spec, "securityContext");
  const { document, kind, name } = owner;
  const listed = containerLists.flatMap(
    (key) => (0, import_chunk_H2JFKWR4.itemsAt)(spec, key).map((item, index) => ({ item, key, pointer: `${owner.pointer}/${key}/${index}` }))
  );
  const single = singleContainers.map((key) => ({
    item: (0, import_chunk_H2JFKWR4.valueAt)(spec, key),
    key,
    pointer: `${owner.pointer}/${key}`
  }));
  const containers = [...listed, ...single].flatMap(({ item, key, pointer }) => {
    const image = (0, import_chunk_H2JFKWR4.scalarAt)(item, "image");
    if (typeof image?.value !== "string" || image.value === "") return [];
    const container = (0, import_chunk_H2JFKWR4.stringAt)(item, "name");
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    const role = key === "containers" || key === "initContainers" ? "container" : "step";
    return [{ ...at, ...container !== void 0 && { container }, role, says: saidOf(item, pod) }];
  });
  const volumes = (0, import_chunk_H2JFKWR4.itemsAt)(spec, "volumes").flatMap((volume, index) => {
    const image = (0, import_chunk_H2JFKWR4.valueAt)(volume, "image");
    const reference = (0, import_chunk_H2JFKWR4.scalarAt)(image, "reference");
    if (typeof reference?.value !== "string") return [];
    const policy = saidText(image, "pullPolicy");
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, role: "named", says: { ...policy && { imagePullPolicy: policy } } }];
  });
  return [...containers, ...volumes];
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
function readManifests(file, text) {
  const documents = (0, import_chunk_H2JFKWR4.readYamlDocuments)(file, text, { lastKeyWins: true });
  const problems = [];
  const kustomizations = [];
  const images = documents.flatMap(
    (value, document) => value === void 0 ? [] : imagesOf(value, { file, document, pointer: "", nesting: 0, problems, kustomizations })
  );
  return { images, kustomizations, problems };
}
function imagesOf(value, where) {
  const kind = (0, import_chunk_H2JFKWR4.stringAt)(value, "kind") ?? (isKustomization(value, where.file) ? "Kustomization" : void 0);
  if (kind === void 0 || inert.has(kind)) return [];
  const owner = { ...where, kind, name: nameOf2(value) };
  if (kind === "Kustomization" || kind === "Component") {
    if (isKustomization(value, where.file)) where.kustomizations.push(readKustomization(value, where.file));
    return kustomizeImages(value, owner);
  }
  if ((0, import_chunk_H2JFKWR4.valueAt)(value, "items")?.kind === "list" && kind.endsWith("List")) {
    if (where.nesting >= maxNestedLists) {
      where.problems.push({
        code: "manifest-nesting",
        message: "Lists of manifests nest too deeply.",
        place: value.place,
        hint: "Flatten them."
      });
      return [];
    }
    return (0, import_chunk_H2JFKWR4.itemsAt)(value, "items").flatMap(
      (item, index) => imagesOf(item, { ...where, pointer: `${where.pointer}/items/${index}`, nesting: where.nesting + 1 })
    );
  }
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : void 0;
  if (!path) return customImages(value, owner);
  const pod = path.reduce((at, step) => (0, import_chunk_H2JFKWR4.valueAt)(at, step), value);
  const pointer = [where.pointer, ...path, "spec"].join("/");
  return podImages((0, import_chunk_H2JFKWR4.valueAt)(pod, "spec"), { ...owner, pointer });
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
  const metadata = (0, import_chunk_H2JFKWR4.valueAt)(value, "metadata");
  return (0, import_chunk_H2JFKWR4.stringAt)(metadata, "name") ?? (0, import_chunk_H2JFKWR4.stringAt)(metadata, "generateName") ?? "";
}
function isKustomization(value, file) {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file) && value.kind === "map";
}
var maxFiles = 100;
async function composeWithOthers({ file, text, overrides, variables }, checkout) {
  const others = /* @__PURE__ */ new Map();
  const queue = [...overrides, ...(0, import_chunk_H2JFKWR4.extendedFiles)(file, text, variables)];
  for (const path of queue) {
    if (others.has(path) || path === file || isOutside(path) || others.size === maxFiles) continue;
    const other = await checkout.readText(path, import_chunk_H2JFKWR4.maxReferenceFileBytes);
    if (other === void 0) continue;
    others.set(path, other);
    queue.push(...(0, import_chunk_H2JFKWR4.extendedFiles)(path, other, variables));
  }
  const read = (0, import_chunk_H2JFKWR4.readCompose)(file, text, variables, others, overrides);
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
  return !isOutside(path) && await checkout.readText(path, import_chunk_H2JFKWR4.maxReferenceFileBytes) !== void 0;
}
function isOutside(path) {
  return path.startsWith("../") || path.startsWith("/") || path.includes(":/") || path.startsWith("git@");
}
var import_yaml = (0, import_chunk_K46G7CP5.__toESM)((0, import_chunk_GVTTUVDZ.require_dist)(), 1);
var scalarMark = "";
function commentsOf(text) {
  const lines = text.split("\n");
  const found = [];
  let line = 1;
  let before = "";
  for (const token of new import_yaml.Lexer().lex(text)) {
    if (token.startsWith("#") && before !== scalarMark) {
      const start = isOwnLine(lines[line - 1]) ? nextLine(lines, line) : line;
      const words = token.replace(/^#+/, "").trim();
      if (start !== void 0) found.push({ text: words, line, startLine: start, endLine: endOf(lines, start) });
    }
    line += token.split("\n").length - 1;
    before = token;
  }
  return found;
}
var isOwnLine = (line = "") => line.trimStart().startsWith("#");
var isNothing = (line) => line.trim() === "" || isOwnLine(line);
var isItem = (line) => /^\s*-(\s|$)/.test(line);
var indentOf = (line) => line.length - line.trimStart().length;
function nextLine(lines, line) {
  const index = lines.findIndex((one, at) => at >= line && !isNothing(one));
  return index < 0 ? void 0 : index + 1;
}
function endOf(lines, start) {
  const first = lines[start - 1] ?? "";
  const indent = indentOf(first);
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (isNothing(line)) continue;
    const isInside = indentOf(line) > indent || indentOf(line) === indent && isItem(line) && !isItem(first);
    if (!isInside) break;
    end = index + 1;
  }
  return end;
}
function manifestWaivers(file, text) {
  if (!text.includes("plimsoll")) return { waivers: [], problems: [] };
  const waivers = [];
  const problems = [];
  for (const comment of commentsOf(text)) {
    const words = comment.text.replaceAll(/\s+/g, " ");
    if (!(0, import_chunk_ZGRPIQOY.isWaiverComment)(words)) continue;
    try {
      const waiver = (0, import_chunk_ZGRPIQOY.waiverOf)({ ...comment, text: words }, file);
      if (ofManifests.has(waiver.rule)) waivers.push(waiver);
      else problems.push(ofImage(waiver.rule, file, comment.line));
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
      for (const { code, message, place, hint } of thrown.problems)
        problems.push({ code, message, ...place && { place }, hint });
    }
  }
  return { waivers, problems };
}
var ofManifests = new Set(import_chunk_ZGRPIQOY.rules.flatMap(({ id, group }) => group === "manifests" ? [id] : []));
function ofImage(rule, file, line) {
  return {
    code: "inline-waiver",
    message: `${rule} judges the image, which a manifest cannot waive for all that refer to it.`,
    place: { file, line },
    hint: "Write it under `waivers:` in the configuration, with the image it is for."
  };
}
var nothing = { found: [], builds: [], skipped: [], problems: [], included: [] };
var maxJsonBytes = 2 ** 20;
async function readFile(asked, reading) {
  const { file, kind, overrides } = asked;
  const { checkout } = reading;
  const text = await textOf(file, kind, checkout);
  if (text === void 0) return nothing;
  if (kind === "dockerfile") return { ...nothing, builds: [{ dockerfile: file, args: {} }] };
  if (kind === "yaml") {
    if (!(0, import_chunk_H2JFKWR4.looksLikeManifests)(text, file)) return nothing;
    const { images, kustomizations, problems } = readManifests(file, text);
    const inline2 = manifestWaivers(file, text);
    return {
      ...nothing,
      found: (0, import_chunk_H2JFKWR4.usesOfManifests)(images),
      kustomizations,
      waivers: inline2.waivers,
      problems: [...problems, ...inline2.problems]
    };
  }
  if (kind === "compose") return readComposeFile(asked, text, reading);
  const above = [];
  for (const path of overrides)
    above.push({ file: path, text: await checkout.readText(path, import_chunk_H2JFKWR4.maxReferenceFileBytes) ?? "" });
  return { ...nothing, ...(0, import_chunk_H2JFKWR4.usesOfBake)(file, (0, import_chunk_H2JFKWR4.readBake)(file, text, reading.variables, above)) };
}
async function textOf(file, kind, checkout) {
  if (kind !== "yaml" || !file.endsWith(".json")) return checkout.readText(file, import_chunk_H2JFKWR4.maxReferenceFileBytes);
  try {
    return await checkout.readText(file, maxJsonBytes);
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return void 0;
    throw thrown;
  }
}
async function readComposeFile(asked, text, reading) {
  const { file, overrides, included: by } = asked;
  const { checkout, profiles } = reading;
  const folder = by?.folder ?? import_node_path3.posix.dirname(file);
  const ownVariables = await variablesOf(by?.envFiles ?? [import_node_path3.posix.join(folder, ".env")], checkout);
  const variables = { ...ownVariables, ...by?.variables, ...reading.variables };
  const { read, included, problems } = await composeWithOthers({ file, text, overrides, variables }, checkout);
  const uses = (0, import_chunk_H2JFKWR4.usesOfCompose)(file, read, { folder, ...profiles && { profiles } });
  const above = [...by?.above ?? [], file];
  const circles = [];
  const next = included.flatMap(
    ({ files: [first, ...others], place, envFiles, folder: seenFrom }) => {
      if (above.includes(first)) {
        const message = `${first} includes itself${first === file ? "" : ` by way of ${file}`}.`;
        circles.push({ code: "compose-include", message, place, hint: "Break the circle." });
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
      all.push({ ...readDotEnv(await checkout.readText(path, import_chunk_H2JFKWR4.maxReferenceFileBytes) ?? "") });
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
  const { found, skipped: untold3 } = kustomized(
    distinct(all.flatMap(({ uses }) => uses.found)),
    all.flatMap(({ uses }) => uses.kustomizations ?? [])
  );
  const problems = distinct(all.flatMap(({ uses }) => uses.problems));
  const skipped = distinct([...all.flatMap(({ uses }) => uses.skipped), ...untold3]);
  const builds = distinct(all.flatMap(({ uses }) => uses.builds));
  const waivers = all.flatMap(({ uses }) => uses.waivers ?? []);
  const gathered = {
    found: [...found],
    problems: [...problems],
    skipped: [...skipped],
    notices,
    waivers,
    builds: []
  };
  const there = [];
  const named = builds.filter(({ from }) => from !== void 0);
  for (const build of builds) {
    const others = build.from === void 0 ? named.filter(({ dockerfile }) => dockerfile === build.dockerfile) : [];
    if (build.text !== void 0 || search.files.includes(build.dockerfile)) there.push(build);
    if (others.some(({ contexts }) => contexts)) continue;
    await readBuild(build, search, others.length > 0 ? { ...gathered, problems: [] } : gathered);
  }
  return { ...gathered, builds: there };
}
function askedOf(files) {
  const there = new Set(files);
  const charts = (0, import_chunk_H2JFKWR4.chartsIn)(files);
  const unread2 = /* @__PURE__ */ new Set();
  const all = files.flatMap((file) => {
    const kind = (0, import_chunk_H2JFKWR4.kindOfFile)(file);
    const chart = kind === "yaml" ? (0, import_chunk_H2JFKWR4.chartOf)(file, charts) : void 0;
    if (chart !== void 0) unread2.add(chart);
    return kind === void 0 || chart !== void 0 ? [] : [{ file, kind, overrides: (0, import_chunk_H2JFKWR4.overridesOf)(file, there) }];
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
    const problems = thrown.problems.map(({ code, message, place, hint }) => ({
      code,
      message: place ? message : `${asked.file}: ${message}`,
      place: place ?? { file: asked.file, line: 1 },
      hint
    }));
    return { found: [], builds: [], skipped: [], problems, included: [] };
  }
}
function distinct(list) {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
async function readBuild(build, { checkout }, gathered) {
  const { dockerfile, text: inline2, target, args, contexts, platform } = build;
  try {
    const text = inline2 ?? await checkout.readText(dockerfile, import_chunk_H2JFKWR4.maxReferenceFileBytes);
    if (text === void 0) {
      const message = `${build.from ?? "A build"} names the Dockerfile ${dockerfile}, which is not in the repository.`;
      gathered.problems.push({
        code: "no-dockerfile",
        message,
        ...build.place && { place: build.place },
        hint: "Correct the path."
      });
      return;
    }
    const report = (0, import_chunk_RERJVM4W.describeDockerfile)(text, dockerfile, {
      buildArgs: args,
      ...target !== void 0 && { target },
      ...contexts && { buildContexts: contexts },
      ...platform !== void 0 && { platform }
    });
    gathered.found.push(...(0, import_chunk_H2JFKWR4.fromDockerfile)(report, build));
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    for (const { code, message, place, hint } of thrown.problems)
      gathered.problems.push({ code, message, place: build.place ?? place ?? { file: dockerfile, line: 1 }, hint });
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
  const [root] = (0, import_chunk_H2JFKWR4.readYamlDocuments)(config.file, config.text);
  const items = (0, import_chunk_H2JFKWR4.itemsAt)((0, import_chunk_H2JFKWR4.valueAt)(root, "audit"), "images");
  const listed = await pool([...images.entries()], listsAtOnce, async ([index, setting]) => {
    const place = (0, import_chunk_H2JFKWR4.valueAt)(items[index], "image")?.place ?? { file: config.file, line: 1 };
    return listOne(setting, place, tags);
  });
  return { found: listed.flatMap(({ found }) => found), problems: listed.flatMap(({ problems }) => problems) };
}
async function listOne(setting, place, tags) {
  const { image, platforms } = setting;
  const useOf2 = (written) => {
    const use = { from: "configuration", what: `audit ${image}`, written, place };
    const all = platforms === void 0 ? [void 0] : [platforms].flat();
    return all.map((platform) => ({ role: "image", use, ...platform !== void 0 && { platform } }));
  };
  if (setting.tags === void 0) return { found: useOf2(image), problems: [] };
  try {
    const chosen = choose(await tags(nameOf3(image)), { ...setting, tags: setting.tags });
    return {
      found: chosen.flatMap((tag) => useOf2(`${image}:${tag}`).map((one) => ({ ...one, listed: true }))),
      problems: []
    };
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted || !(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { found: [], problems: thrown.problems.map(({ code, message, hint }) => ({ code, message, place, hint })) };
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
  const fits = (0, import_chunk_WF4GDQVC.compileTags)(tags);
  const found = all.filter((tag) => !/^sha256-[0-9a-f]{64}(\.\w+)?$/.test(tag) && fits(tag));
  const chosen = (0, import_chunk_YYWB5M26.newestFirst)(found).slice(0, newest);
  const wanted = tags.map((test) => `\`${test}\``).join(" or ");
  if (chosen.length === 0)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-such-tag",
      message: `None of the ${all.length} tags of ${image} fits ${wanted}.`,
      expected: wanted,
      got: (0, import_chunk_YYWB5M26.newestFirst)(all).slice(0, 5).join(", "),
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
  const { targets: named, problems } = asTargets(uses, audit2.platforms);
  const mode = request.dockerfiles ?? audit2.dockerfiles ?? "bases";
  const built = buildTargets({ mode, builds: gathered.builds, images: request.images, ...config && { config } });
  const targets = [...named, ...built.targets].sort((one, other) => one.name < other.name ? -1 : 1);
  return {
    targets,
    problems: [...listed.problems, ...gathered.problems, ...problems],
    skipped: [...gathered.skipped, ...built.skipped],
    notices: gathered.notices,
    waivers: gathered.waivers,
    digest: (0, import_chunk_MZALY4EI.planDigest)(targets, request.policy.digest, [audit2.platforms, audit2.images, gathered.waivers])
  };
}
async function withAudit(asked, then) {
  const { checkout, files, folderName, inputs, fetchPolicy } = asked;
  const { values } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options: auditOptions, problems } = (0, import_chunk_MZALY4EI.readAuditOptions)(values);
  const [first, ...others] = problems;
  if (first) throw new import_chunk_ZU5SK2EV.UserError([first, ...others]);
  const config = await (0, import_chunk_AYO6CDNM.findConfig)(checkout, values.config);
  const more2 = fetchPolicy ? { fetchPolicy } : {};
  const { settings, options } = await (0, import_chunk_ZGRPIQOY.readSettings)({ ...config, checkout, inputs, folderName, ...more2 });
  const workshop = await asked.openWorkshop(options.progress, options.insecureRegistries, options.layerReading);
  try {
    const { configFile: file, configText: text } = config;
    const { exclude, variables, local, dockerfiles } = auditOptions;
    const plan = await makePlan({
      ...settings,
      files,
      checkout,
      exclude,
      variables,
      ...dockerfiles && { dockerfiles },
      tags: (name) => local ? noList(name) : workshop.registries.tags(name, workshop.signal),
      ...file !== void 0 && text !== void 0 && { config: { file, text } }
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
      // Caches that others may have filled prove nothing about the sources.
      build: { ...options.build, noCache: true, pull: !local },
      verdict: { ...options.verdict, onUnreachable },
      ...shard && { shard },
      ...platform !== void 0 && { platform }
    },
    workshop
  );
}
function countsOf({
  images
}) {
  return new Map(
    images.map(({ name, findings }) => {
      const counts = {};
      for (const { rule, waiver } of findings) if (waiver === null) counts[rule] = (counts[rule] ?? 0) + 1;
      return [name, counts];
    })
  );
}
function sinceAudit(result, before) {
  const now = countsOf(result);
  const then = new Map(before.audited.map(({ name, rules: rules2 = {} }) => [name, rules2]));
  const common = [...now.keys()].filter((name) => then.has(name));
  const unknown = new Set(before.notAudited);
  return {
    before: pointOf(before),
    samePolicy: before.policy === result.policy.digest,
    compared: common.length,
    newFindings: common.flatMap((image) => more(image, now.get(image), then.get(image))),
    goneFindings: common.flatMap((image) => more(image, then.get(image), now.get(image))),
    newImages: [...now.keys()].filter((name) => !then.has(name) && !unknown.has(name)),
    goneImages: [...then.keys()].filter((name) => !now.has(name))
  };
}
function more(image, counts = {}, others = {}) {
  return Object.entries(counts).flatMap(([rule, count]) => {
    const by = count - (Object.hasOwn(others, rule) ? others[rule] ?? 0 : 0);
    return by > 0 ? [{ image, rule, count: by }] : [];
  });
}
function pointOf({ at, run, commit, outcome, images, findings, stored }) {
  return { at, run, commit, outcome, images, findings, stored };
}
function auditRecordOf(result, { audit: audit2, commit, at }) {
  const counts = [...countsOf(result)];
  const audited = counts.map(([name, rules2]) => Object.keys(rules2).length === 0 ? { name } : { name, rules: rules2 });
  const findings = counts.flatMap(([, rules2]) => Object.values(rules2)).reduce((sum, count) => sum + count, 0);
  return {
    schemaVersion: import_chunk_U7SEEGIM.auditRecordSchemaVersion,
    audit: audit2,
    at,
    run: result.run.id,
    commit,
    tool: result.tool.version,
    policy: result.policy.digest,
    outcome: result.outcome,
    images: audited.length,
    findings,
    stored: result.fleet.stored,
    audited,
    notAudited: result.notAudited.map(({ name }) => name),
    bases: [...basesOf(result)]
  };
}
function basesOf({ images, bases, fleet }) {
  const found = /* @__PURE__ */ new Map();
  const add2 = (name, platform, diffIds) => {
    if (diffIds.length > 0)
      found.set(`${name} ${platform}`, { name, platform, layers: diffIds.length, chainId: (0, import_chunk_MZALY4EI.chainIdOf)(diffIds) });
  };
  const stoodOn = new Set(fleet.byBase.map(({ base }) => base));
  for (const image of images) {
    const name = (0, import_chunk_MZALY4EI.pinnedDigest)(image) === void 0 ? (0, import_chunk_MZALY4EI.taggedName)(image) : void 0;
    if (name === void 0 || image.role !== "base" && !stoodOn.has(image.name)) continue;
    add2(
      name,
      image.platform,
      image.layers.map(({ diffId }) => diffId)
    );
  }
  for (const { reference, platform, found: looked } of bases)
    if ("layers" in looked && !reference.includes("@"))
      add2(
        reference,
        platform,
        looked.layers.map(({ diffId }) => diffId)
      );
  return found.values();
}
var mostRead = 30;
var maxAuditRecordBytes = 16 * 2 ** 20;
async function withHistory(result, audit2, repository) {
  try {
    const earlier = await readEarlier(audit2, result.run.id, repository);
    const [last] = earlier;
    if (!last) return { result };
    const seen = earlier.flatMap(({ at, bases }) => bases.map((base) => ({ ...base, day: dayOf2(at) })));
    return {
      result: {
        ...result,
        fleet: (0, import_chunk_MZALY4EI.fleetOf)({ ...result, seen }),
        since: sinceAudit(result, last),
        history: earlier.map(pointOf).toReversed()
      }
    };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { result, warning: `Earlier audits could not be read: ${wordsOf(thrown)}` };
  }
}
async function readEarlier(audit2, run, { records }) {
  const files = await records.list() ?? [];
  const found = (0, import_chunk_U7SEEGIM.readBranch)(files).audits.filter(({ place }) => place.audit === audit2 && place.run !== run).toSorted((one, other) => other.place.at - one.place.at).slice(0, mostRead);
  const texts = await records.readTexts(
    found.map(({ file }) => file),
    maxAuditRecordBytes
  );
  return found.flatMap(({ place }, index) => {
    const text = texts[index];
    const record = text === void 0 ? void 0 : (0, import_chunk_U7SEEGIM.readAuditRecord)(text, place);
    return record ? [record] : [];
  });
}
async function appendAudit(result, recording, repository) {
  try {
    const record = auditRecordOf(result, { ...recording, commit: await repository.head() });
    await repository.records.update(`Record the audit ${record.run}`, (files) => {
      (0, import_chunk_5NXEVZMD.refuseForeign)(repository.records.name, files);
      return (0, import_chunk_U7SEEGIM.planAudit)(files, record);
    });
    return { note: `The audit is recorded on the branch ${repository.records.name}.` };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { warning: `The audit was not recorded: ${wordsOf(thrown)}` };
  }
}
var wordsOf = ({ problems }) => problems.map(({ message, hint }) => `${message} ${hint}`).join(" ");
var dayOf2 = (seconds) => new Date(seconds * 1e3).toISOString().slice(0, 10);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  appendAudit,
  runSettled,
  withAudit,
  withHistory
});
