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
  runAudit: () => runAudit
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_65WLFCAN = require("./chunk-65WLFCAN.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_JD3WAY7O = require("./chunk-JD3WAY7O.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_3JJ3XV3L = require("./chunk-3JJ3XV3L.cjs");
var import_chunk_IBBT4ZFU = require("./chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_ZK4QOFSW = require("./chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./chunk-537FHCB6.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./chunk-MNHQZYPE.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_5XM64GBA = require("./chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var import_node_crypto = require("node:crypto");
var import_node_crypto2 = require("node:crypto");
function* manifestFindings(use, config) {
  if (use.from !== "kubernetes") return;
  yield* userFindings(use, config);
  yield* commandFindings(use, config);
  yield* tagFindings(use);
}
var words = (list) => JSON.stringify(list);
function* userFindings({ says = {}, place: place2 }, { user }) {
  const { runAsNonRoot, runAsUser } = says;
  const rule = "manifest-run-as-non-root";
  const [name = ""] = user.split(":");
  const isRoot = name === "" || /^[+-]?0+$/.test(name);
  if (runAsNonRoot?.value === true) {
    const at = { rule, level: "error", place: runAsNonRoot.place };
    const howToPass = "Set `runAsUser` to the number of the user the image is made for, or end its Dockerfile with a numeric `USER`.";
    if (runAsUser?.value === 0)
      yield { ...at, message: "runAsNonRoot is true and runAsUser is 0: the container does not start.", howToPass };
    else if (!runAsUser && isRoot)
      yield {
        ...at,
        message: `runAsNonRoot is true, but the image runs as root (USER ${user === "" ? "is not set" : user}): the container does not start.`,
        howToPass
      };
    else if (!runAsUser && !/^[+-]?\d+$/.test(name))
      yield {
        ...at,
        message: `runAsNonRoot is true, but the image's USER ${user} is a name, which the kubelet cannot check: the container does not start.`,
        howToPass
      };
  } else if (runAsUser?.value === 0 && !isRoot) {
    const message = `runAsUser 0 makes the process root, although the image has USER ${user}.`;
    yield { rule, level: "warning", message, howToPass: "Leave `runAsUser` out.", place: runAsUser.place };
  }
  if (says.runAsNonRoot === void 0 && runAsUser === void 0 && isRoot)
    yield {
      rule,
      level: "warning",
      message: "Neither the manifest nor the image names a user: the process runs as root.",
      howToPass: "Set `runAsNonRoot: true` and `runAsUser`.",
      place: place2
    };
}
function* commandFindings({ says = {}, place: place2, pointer = "" }, { entrypoint = [], cmd = [] }) {
  if (!/\/(containers|initContainers)\/\d+\/image$/.test(pointer)) return;
  const { command, args } = says;
  const rule = "manifest-command";
  if (!command && !args && entrypoint.length + cmd.length === 0)
    yield {
      rule,
      level: "error",
      message: "Neither the image nor the manifest says what to run: the container does not start.",
      howToPass: "Set `command`.",
      place: place2
    };
  const isShell = /^(\/usr)?(\/bin\/)?(ba|da|a)?sh$/.test(entrypoint[0] ?? "") && entrypoint[1] === "-c";
  if (args && !command && isShell)
    yield {
      rule,
      level: "warning",
      message: `The image's ENTRYPOINT ${words(entrypoint)} is a shell's, which ignores the manifest's args.`,
      howToPass: "Write ENTRYPOINT in the Dockerfile as a JSON list, or set `command`.",
      place: args.place
    };
  if (command && entrypoint.length > 0 && command.value[0] !== entrypoint[0])
    yield {
      rule,
      level: "warning",
      message: `command replaces the image's ENTRYPOINT ${words(entrypoint)}${cmd.length > 0 ? ` and drops its CMD ${words(cmd)}` : ""}.`,
      howToPass: "Use `args` alone where the ENTRYPOINT is meant to run.",
      place: command.place
    };
}
function* tagFindings({ says = {}, written, place: place2 }) {
  const reference = (0, import_chunk_MWNSXYJF.readReference)(written);
  if (typeof reference === "string" || reference.digest !== null) return;
  const { tag } = reference;
  yield {
    rule: "manifest-pinned-image",
    level: "warning",
    message: `${written} is named by ${tag === null ? "no tag, which is latest" : "a tag"}, not by a digest: what runs may change without the manifest.`,
    howToPass: "Name the image as NAME:TAG@sha256:….",
    place: place2
  };
  const policy = says.imagePullPolicy;
  if (!policy || policy.value === "Always" || !mayMove(tag)) return;
  yield {
    rule: "manifest-pull-policy",
    level: "warning",
    message: `imagePullPolicy ${policy.value} with ${tag === null ? "no tag" : `the tag ${tag}`}, which moves: nodes may run different images.`,
    howToPass: "Name the image by its digest, or set `imagePullPolicy: Always`.",
    place: policy.place
  };
}
function mayMove(tag) {
  return tag === null || ((0, import_chunk_3JJ3XV3L.parseTagVersion)(tag)?.numbers.length ?? 0) < 3;
}
function shardOf(name, count) {
  return (0, import_node_crypto.createHash)("sha256").update(name).digest().readUIntBE(0, 6) % count + 1;
}
function targetsOf({ targets }, shard) {
  return shard ? targets.filter(({ name }) => shardOf(name, shard.count) === shard.index) : targets;
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
function planDigest(targets, policyDigest) {
  const hash = (0, import_node_crypto.createHash)("sha256").update(policyDigest);
  for (const { name, source, role, uses } of targets)
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
async function auditImage(target, request, today, { images, checkout, signal }) {
  const { policy, budget } = request;
  const source = (0, import_chunk_SAKVTBBA.readSource)(target.source, checkout);
  const platform = target.platform ?? request.platform;
  const opened = await images.open(request.local ? inEngine(source) : source, platform, signal);
  refuseOverBudget(opened, budget.pullBytes);
  const isJudged = target.role === "image";
  const examined = await (0, import_chunk_SAKVTBBA.examine)(opened, isJudged ? wantedBy(policy) : { reads: [] }, signal);
  const { measurement } = examined;
  const named = { imageName: target.name, measurement, noBaselineReason: "An audit has no baseline." };
  const judged = isJudged ? (0, import_chunk_3JJ3XV3L.judge)(auditable(policy), { ...named, ...examined }, today) : void 0;
  const { config } = opened.facts;
  return {
    waiversMatched: judged?.waiversMatched ?? [],
    image: {
      name: target.name,
      source: opened.facts.source,
      platform: measurement.platform,
      imageId: measurement.imageId,
      role: target.role,
      unpackedBytes: measurement.unpackedBytes,
      ...measurement.pull && { pullBytes: measurement.pull.bytes },
      layers: measurement.perLayer.map(({ diffId, unpackedBytes }) => ({ diffId, unpackedBytes })),
      uses: withoutWords(target.uses),
      findings: [...judged?.findings ?? []],
      useFindings: target.uses.flatMap((use) => [...manifestFindings(use, config)]),
      notRun: [...judged?.notRun ?? []],
      passed: [...judged?.passed ?? []]
    }
  };
}
function auditable(policy) {
  return { ...policy, uses: policy.uses.filter(({ rule }) => !rule.needs?.some((need) => need !== "files")) };
}
function wantedBy(policy) {
  const { uses } = auditable(policy);
  return {
    reads: [...new Set(uses.flatMap(({ rule }) => rule.reads ?? []))],
    gathers: [...new Set(uses.flatMap(gatheringsOf))]
  };
}
function gatheringsOf({ rule, options }) {
  return [...rule.gathers ?? [], ...rule.gathersFor?.(options) ?? []];
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
function sumUp(result) {
  const { schemaVersion, kind, tool, verdict, ...rest } = result;
  const isPartial = rest.notAudited.length + rest.problems.filter(({ code: code2 }) => !isHarmless(code2)).length > 0;
  const fails = !verdict.warnOnly && rest.images.some((image) => failsPolicy(image, verdict.failOn));
  const base = { schemaVersion, kind, tool };
  if (isPartial && verdict.onUnreachable === "fail")
    return { ...base, outcome: "incomplete", exitStatus: import_chunk_3FGSU4GP.exitStatus.userMustFix, verdict, ...rest };
  return fails ? { ...base, outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed, verdict, ...rest } : { ...base, outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed, verdict, ...rest };
}
function failsPolicy({ findings, useFindings, notRun: notRun2 }, failOn) {
  const counts2 = (level) => level === "error" || failOn === "warning";
  return findings.some(({ waiver, level }) => waiver === null && counts2(level)) || useFindings.some(({ level }) => counts2(level)) || notRun2.some((one) => one.counts === "failure" || one.counts === "warning" && failOn === "warning");
}
function isHarmless(code2) {
  return code2 === "compose-not-followed";
}
async function audit(request, workshop) {
  const { plan, shard, policy, verdict, runId, toolVersion } = request;
  const targets = targetsOf(plan, shard);
  const today = workshop.clock.today();
  const step = workshop.progress.step(`Auditing ${targets.length} images`);
  let done = 0;
  const outcomes = await pool(targets, request.concurrency, async (target) => {
    const outcome = await attempt(target, request, today, workshop);
    done += 1;
    step.update(`Auditing ${targets.length} images: ${done} done`);
    return outcome;
  });
  step.done();
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
      ...shard && { shard: { ...shard } }
    },
    verdict,
    policy: { sources: [...policy.sources], digest: policy.digest },
    images: audited.map(({ image }) => image),
    notAudited: outcomes.filter((one) => !("image" in one)),
    problems: [...plan.problems],
    skipped: [...plan.skipped],
    // A shard does not see all images, so that it cannot say which waivers are of no use.
    notices: shard ? [] : [...(0, import_chunk_3JJ3XV3L.waiverNotices)(policy, matched, today)]
  });
}
async function attempt(target, request, today, workshop) {
  const { signal } = workshop;
  const deadline = AbortSignal.timeout(request.budget.timeMs);
  const uses = withoutWords(target.uses);
  try {
    return await auditImage(target, request, today, { ...workshop, signal: AbortSignal.any([signal, deadline]) });
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
  const [root] = (0, import_chunk_65WLFCAN.readYamlDocuments)(config.file, config.text);
  const listed = (0, import_chunk_65WLFCAN.valueAt)(root, "images");
  return images.flatMap(({ name, image, platforms }) => {
    if (image === void 0) return [];
    const place2 = (0, import_chunk_65WLFCAN.valueAt)((0, import_chunk_65WLFCAN.valueAt)(listed, name), "image")?.place ?? { file: config.file, line: 1 };
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
var containerLists = ["initContainers", "containers", "ephemeralContainers", "steps", "sidecars"];
var singleContainers = ["container", "script"];
function podImages(spec, owner) {
  if (spec?.kind !== "map") return [];
  const pod = (0, import_chunk_65WLFCAN.valueAt)(spec, "securityContext");
  const { document, kind, name } = owner;
  const listed = containerLists.flatMap(
    (key) => (0, import_chunk_65WLFCAN.itemsAt)(spec, key).map((item, index) => ({ item, pointer: `${owner.pointer}/${key}/${index}` }))
  );
  const single = singleContainers.map((key) => ({ item: (0, import_chunk_65WLFCAN.valueAt)(spec, key), pointer: `${owner.pointer}/${key}` }));
  const containers = [...listed, ...single].flatMap(({ item, pointer }) => {
    const image = (0, import_chunk_65WLFCAN.scalarAt)(item, "image");
    if (typeof image?.value !== "string" || image.value === "") return [];
    const container = (0, import_chunk_65WLFCAN.stringAt)(item, "name");
    const at = { value: image.value, place: image.place, document, pointer: `${pointer}/image`, kind, name };
    return [{ ...at, ...container !== void 0 && { container }, says: saidOf(item, pod) }];
  });
  const volumes = (0, import_chunk_65WLFCAN.itemsAt)(spec, "volumes").flatMap((volume, index) => {
    const image = (0, import_chunk_65WLFCAN.valueAt)(volume, "image");
    const reference = (0, import_chunk_65WLFCAN.scalarAt)(image, "reference");
    if (typeof reference?.value !== "string") return [];
    const policy = saidText(image, "pullPolicy");
    const pointer = `${owner.pointer}/volumes/${index}/image/reference`;
    const at = { value: reference.value, place: reference.place, document, pointer, kind, name };
    return [{ ...at, says: { ...policy && { imagePullPolicy: policy } } }];
  });
  return [...containers, ...volumes];
}
function saidOf(container, pod) {
  const own2 = (0, import_chunk_65WLFCAN.valueAt)(container, "securityContext");
  const nonRoot = saidBoolean(own2, "runAsNonRoot") ?? saidBoolean(pod, "runAsNonRoot");
  const user = saidNumber(own2, "runAsUser") ?? saidNumber(pod, "runAsUser");
  const command = saidList(container, "command");
  const args = saidList(container, "args");
  const policy = saidText(container, "imagePullPolicy");
  return {
    ...nonRoot && { runAsNonRoot: nonRoot },
    ...user && { runAsUser: user },
    ...command && { command },
    ...args && { args },
    ...policy && { imagePullPolicy: policy }
  };
}
function saidText(at, key) {
  const scalar = (0, import_chunk_65WLFCAN.scalarAt)(at, key);
  return typeof scalar?.value === "string" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidBoolean(at, key) {
  const scalar = (0, import_chunk_65WLFCAN.scalarAt)(at, key);
  if (!scalar) return void 0;
  if (typeof scalar.value === "boolean") return { value: scalar.value, place: scalar.place };
  const isTrue = /^(y|yes|on)$/i.test(scalar.text);
  return isTrue || /^(n|no|off)$/i.test(scalar.text) ? { value: isTrue, place: scalar.place } : void 0;
}
function saidNumber(at, key) {
  const scalar = (0, import_chunk_65WLFCAN.scalarAt)(at, key);
  return typeof scalar?.value === "number" ? { value: scalar.value, place: scalar.place } : void 0;
}
function saidList(at, key) {
  const list = (0, import_chunk_65WLFCAN.valueAt)(at, key);
  if (list?.kind !== "list" || list.items.length === 0) return void 0;
  return { value: list.items.flatMap((item) => item.kind === "scalar" ? [item.text] : []), place: list.place };
}
function kustomizeImages(value, owner) {
  return (0, import_chunk_65WLFCAN.itemsAt)(value, "images").flatMap((item, index) => {
    const name = (0, import_chunk_65WLFCAN.scalarAt)(item, "name");
    if (!name) return [];
    const newName = (0, import_chunk_65WLFCAN.scalarAt)(item, "newName")?.text ?? name.text;
    const tag = (0, import_chunk_65WLFCAN.scalarAt)(item, "newTag");
    const digest = (0, import_chunk_65WLFCAN.scalarAt)(item, "digest")?.text;
    const suffix = digest === void 0 ? tag === void 0 ? "" : `:${tag.text}` : `@${digest}`;
    return [
      {
        value: `${newName}${suffix}`,
        replaces: name.text,
        place: ((0, import_chunk_65WLFCAN.valueAt)(item, "digest") ?? tag ?? (0, import_chunk_65WLFCAN.valueAt)(item, "newName") ?? name).place,
        document: owner.document,
        pointer: `${owner.pointer}/images/${index}`,
        kind: owner.kind,
        name: owner.name,
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
  const documents = (0, import_chunk_65WLFCAN.readYamlDocuments)(file, text2, { lastKeyWins: true });
  const problems = [];
  const images = documents.flatMap(
    (value, document) => value === void 0 ? [] : imagesOf(value, { file, document, pointer: "", nesting: 0, problems })
  );
  return { images, problems };
}
function imagesOf(value, where) {
  const kind = (0, import_chunk_65WLFCAN.stringAt)(value, "kind") ?? (isKustomization(value, where.file) ? "Kustomization" : void 0);
  if (kind === void 0 || inert.has(kind)) return [];
  const owner = { ...where, kind, name: nameOf(value) };
  if (kind === "Kustomization" || kind === "Component") return kustomizeImages(value, owner);
  if ((0, import_chunk_65WLFCAN.valueAt)(value, "items")?.kind === "list" && kind.endsWith("List")) {
    if (where.nesting >= maxNestedLists) {
      where.problems.push({
        code: "manifest-nesting",
        message: "Lists of manifests nest too deeply.",
        place: value.place,
        hint: "Flatten them."
      });
      return [];
    }
    return (0, import_chunk_65WLFCAN.itemsAt)(value, "items").flatMap(
      (item, index) => imagesOf(item, { ...where, pointer: `${where.pointer}/items/${index}`, nesting: where.nesting + 1 })
    );
  }
  const path = Object.hasOwn(podPaths, kind) ? podPaths[kind] : void 0;
  if (!path) return customImages(value, owner);
  const pod = path.reduce((at, step) => (0, import_chunk_65WLFCAN.valueAt)(at, step), value);
  const pointer = [where.pointer, ...path, "spec"].join("/");
  return podImages((0, import_chunk_65WLFCAN.valueAt)(pod, "spec"), { ...owner, pointer });
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
function nameOf(value) {
  const metadata = (0, import_chunk_65WLFCAN.valueAt)(value, "metadata");
  return (0, import_chunk_65WLFCAN.stringAt)(metadata, "name") ?? (0, import_chunk_65WLFCAN.stringAt)(metadata, "generateName") ?? "";
}
function isKustomization(value, file) {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file) && value.kind === "map";
}
async function discover(search) {
  const gathered = {
    found: [],
    problems: [],
    skipped: []
  };
  const builds = /* @__PURE__ */ new Map();
  for (const file of search.files) {
    const kind = (0, import_chunk_65WLFCAN.kindOfFile)(file);
    if (kind === void 0) continue;
    try {
      await readOne(file, kind, search, gathered, builds);
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
      for (const { code: code2, message, place: place2, hint } of thrown.problems)
        gathered.problems.push({
          code: code2,
          message: place2 ? message : `${file}: ${message}`,
          place: place2 ?? { file, line: 1 },
          hint
        });
    }
  }
  const named = new Set(
    [...builds.values()].filter(({ from }) => from !== void 0).map(({ dockerfile }) => dockerfile)
  );
  for (const build of builds.values()) {
    const isOptional = build.from === void 0 && named.has(build.dockerfile);
    await readBuild(build, search, isOptional ? { ...gathered, problems: [] } : gathered);
  }
  return gathered;
}
async function readOne(file, kind, search, gathered, builds) {
  const text2 = await search.checkout.readText(file, import_chunk_65WLFCAN.maxReferenceFileBytes);
  if (text2 === void 0) return;
  if (kind === "dockerfile") {
    const build = { dockerfile: file, args: {} };
    builds.set(JSON.stringify(build), build);
    return;
  }
  if (kind === "yaml") {
    if (!(0, import_chunk_65WLFCAN.looksLikeManifests)(text2, file)) return;
    const { images, problems } = readManifests(file, text2);
    gathered.found.push(...(0, import_chunk_65WLFCAN.usesOfManifests)(images));
    gathered.problems.push(...problems);
    return;
  }
  const variables = { ...await dotEnvBeside(file, search), ...search.variables };
  const read = kind === "compose" ? (0, import_chunk_65WLFCAN.usesOfCompose)(file, (0, import_chunk_65WLFCAN.readCompose)(file, text2, variables)) : (0, import_chunk_65WLFCAN.usesOfBake)(file, (0, import_chunk_65WLFCAN.readBake)(file, text2, variables));
  gathered.found.push(...read.found);
  gathered.problems.push(...read.problems);
  gathered.skipped.push(...read.skipped);
  for (const build of read.builds) builds.set(JSON.stringify(build), build);
}
async function dotEnvBeside(file, { checkout, files }) {
  const path = file.includes("/") ? `${file.slice(0, file.lastIndexOf("/"))}/.env` : ".env";
  if ((0, import_chunk_65WLFCAN.kindOfFile)(file) !== "compose" || !files.includes(path)) return {};
  return readDotEnv(await checkout.readText(path, import_chunk_65WLFCAN.maxReferenceFileBytes) ?? "");
}
async function readBuild(build, { checkout }, gathered) {
  const { dockerfile, text: inline, target, args } = build;
  try {
    const text2 = inline ?? await checkout.readText(dockerfile, import_chunk_65WLFCAN.maxReferenceFileBytes);
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
    const report2 = (0, import_chunk_NLRYH24J.describeDockerfile)(text2, dockerfile, { buildArgs: args, ...target !== void 0 && { target } });
    gathered.found.push(...(0, import_chunk_65WLFCAN.fromDockerfile)(report2, build));
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    for (const { code: code2, message, place: place2, hint } of thrown.problems)
      gathered.problems.push({ code: code2, message, place: build.place ?? place2 ?? { file: dockerfile, line: 1 }, hint });
  }
}
function asTargets(found) {
  const targets = /* @__PURE__ */ new Map();
  const problems = [];
  for (const { use, role, source, platform } of found) {
    const reference = source === void 0 ? (0, import_chunk_MWNSXYJF.readReference)(use.written) : void 0;
    if (typeof reference === "string") {
      problems.push({
        code: "image-reference",
        message: `${use.what} names no image: ${reference} (${use.written}).`,
        place: use.place,
        hint: "Correct the name of the image; a placeholder must be filled in before it can be audited."
      });
      continue;
    }
    const full = reference ? (0, import_chunk_MWNSXYJF.formatReference)((0, import_chunk_MWNSXYJF.withDefaultTag)(reference)) : source ?? "";
    const name = platform === void 0 ? full : `${full} ${platform}`;
    const before = targets.get(name);
    targets.set(name, {
      name,
      source: source ?? `registry:${reference ? (0, import_chunk_MWNSXYJF.familiarReference)((0, import_chunk_MWNSXYJF.withDefaultTag)(reference)) : ""}`,
      ...platform !== void 0 && { platform },
      role: before?.role === "image" ? "image" : role,
      uses: before ? [...before.uses, use] : [use]
    });
  }
  const sorted = [...targets.values()].sort((one, other) => one.name < other.name ? -1 : 1);
  return { targets: sorted, problems };
}
async function makePlan(request) {
  const excluded = request.exclude.map((pattern) => (0, import_chunk_IAAG4V6P.compileGlob)(pattern));
  const files = request.files.filter((path) => !excluded.some((matches) => matches(path)));
  const gathered = await discover({ ...request, files });
  const { targets, problems } = asTargets([...configuredUses(request.images, request.config), ...gathered.found]);
  return {
    targets,
    problems: [...gathered.problems, ...problems],
    skipped: gathered.skipped,
    digest: planDigest(targets, request.policy.digest)
  };
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
var useFinding = import_chunk_AJHEZPZQ.external_exports.object({
  rule: import_chunk_AJHEZPZQ.external_exports.string(),
  level: import_chunk_AJHEZPZQ.external_exports.enum(["error", "warning"]),
  message: import_chunk_AJHEZPZQ.external_exports.string(),
  howToPass: import_chunk_AJHEZPZQ.external_exports.string(),
  place
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
  unpackedBytes: bytes2,
  pullBytes: bytes2.optional(),
  /** Base layer first. */
  layers: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ diffId: import_chunk_AJHEZPZQ.external_exports.string(), unpackedBytes: bytes2 })),
  uses: import_chunk_AJHEZPZQ.external_exports.array(imageUse),
  findings: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_537FHCB6.finding),
  useFindings: import_chunk_AJHEZPZQ.external_exports.array(useFinding),
  notRun: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_537FHCB6.notRun),
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
    planned: import_chunk_AJHEZPZQ.external_exports.int().nonnegative(),
    /** Absent when the result is whole. */
    shard: import_chunk_AJHEZPZQ.external_exports.object({ index: import_chunk_AJHEZPZQ.external_exports.int().positive(), count: import_chunk_AJHEZPZQ.external_exports.int().positive() }).optional()
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
  notices: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_537FHCB6.notice)
});
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
    }
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (problems.length === 0 && missing.length > 0)
    problems.push(
      refusal(
        "missing-shard",
        `Of ${count} shards ${missing.map((index) => `${index}/${count}`).join(", ")} ${missing.length === 1 ? "is" : "are"} missing.`
      )
    );
  const [head, ...others] = problems;
  if (head) throw new import_chunk_ZU5SK2EV.UserError([head, ...others]);
  return joined(files, first);
}
var byName = (one, other) => one.name < other.name ? -1 : 1;
function joined(files, first) {
  const results = files.map(({ result }) => result);
  const { outcome: _outcome, exitStatus: _status, run, ...rest } = first;
  const { shard: _shard, ...whole } = run;
  const images = results.flatMap((result) => result.images).sort(byName);
  const notAudited2 = results.flatMap((result) => result.notAudited).sort(byName);
  const found = images.length + notAudited2.length;
  if (found !== run.planned)
    throw new import_chunk_ZU5SK2EV.UserError(refusal("missing-shard", `The shards hold ${found} images, but ${run.planned} were planned.`));
  return sumUp({ ...rest, run: whole, images, notAudited: notAudited2 });
}
function differences(one, other) {
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
  ["the number of images", run.planned],
  ["the number of shards", run.shard?.count],
  ["the day", run.day],
  ["the policy", policy.digest],
  ["how the verdict is made", JSON.stringify(verdict)],
  ["the version of plimsoll", tool.version]
];
function refusal(code2, message) {
  return { code: code2, message, hint: "Give the files of all shards of one run: plimsoll audit merge shard-*.json." };
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
    const uniqueBytes = sum(unique.map((layer) => layer.unpackedBytes));
    const base = baseOf(image);
    return {
      image,
      ...counts(image),
      uniqueBytes,
      sharedBytes: image.unpackedBytes - uniqueBytes,
      ...base !== void 0 && { base }
    };
  });
  const groups = /* @__PURE__ */ new Map();
  for (const { base, image } of rows)
    if (base !== void 0) groups.set(base, [...groups.get(base) ?? [], image.name]);
  return {
    rows: rows.toSorted(worseFirst),
    summedBytes: sum(images.map(({ unpackedBytes }) => unpackedBytes)),
    storedBytes: sum([...bytes3.values()]),
    byBase: [...groups].map(([base, names]) => ({ base, images: names })).sort((one, other) => other.images.length - one.images.length || (one.base < other.base ? -1 : 1))
  };
}
function counts({ findings, useFindings, notRun: notRun2 }) {
  const levels = [...findings.filter(({ waiver }) => waiver === null), ...useFindings].map(({ level }) => level);
  return {
    errors: levels.filter((level) => level === "error").length + notRun2.filter((one) => one.counts === "failure").length,
    warnings: levels.filter((level) => level === "warning").length + notRun2.filter((one) => one.counts === "warning").length
  };
}
function worseFirst(one, other) {
  return other.errors - one.errors || other.warnings - one.warnings || other.image.unpackedBytes - one.image.unpackedBytes || (one.image.name < other.image.name ? -1 : 1);
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
var sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
function linesOf({ name, findings, useFindings, notRun: notRun2, uses }) {
  const places = uses.map(({ place: { file, line } }) => ({ file, line }));
  return [
    ...findings.map(({ rule, level, message, howToPass, waiver }) => ({
      image: name,
      rule,
      standing: waiver === null ? level : "waived",
      message,
      toPass: howToPass,
      ...waiver && { waiver },
      places
    })),
    ...useFindings.map(({ rule, level, message, howToPass, place: place2 }) => ({
      image: name,
      rule,
      standing: level,
      message,
      toPass: howToPass,
      places: [{ file: place2.file, line: place2.line }]
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
  const all = images.length + notAudited2.length;
  const of = run.shard ? ` (shard ${run.shard.index} of ${run.shard.count}; ${run.planned} in all)` : "";
  const audited = notAudited2.length === 0 ? `${all} ${all === 1 ? "image" : "images"} audited` : `${images.length} of ${all} images audited, ${notAudited2.length} could not be`;
  const unread = problems.length === 0 ? "" : `, ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in files`;
  const word = { pass: "passed", fail: "failed", incomplete: "incomplete" }[outcome];
  return `${word}: ${audited}${unread}${of}`;
}
function sharing({ summedBytes, storedBytes, rows }) {
  if (rows.length === 0) return void 0;
  return `${(0, import_chunk_CCPWSZ7L.formatBytes)(storedBytes)} of distinct layers; ${(0, import_chunk_CCPWSZ7L.formatBytes)(summedBytes)} if nothing were shared`;
}
function renderAuditHtml(result) {
  const fleet = fleetOf(result);
  const standing = result.outcome === "pass" ? "good" : "error";
  return import_chunk_JD3WAY7O.markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plimsoll audit</title><style>${(0, import_chunk_JD3WAY7O.verbatim)(import_chunk_JD3WAY7O.style)}</style></head>
<body><h1>Plimsoll audit <small class="${standing}">${headline(result)}</small></h1>
<p>${sharing(fleet) ?? ""}</p>
${notLookedAt(result)}
${imagesTable(fleet)}
${basesTable(fleet)}
<h2>Findings</h2>
${fleet.rows.map(({ image }) => {
    const lines = linesOf(image);
    if (lines.length === 0) return import_chunk_JD3WAY7O.markup``;
    return import_chunk_JD3WAY7O.markup`<h3><code>${image.name}</code></h3><ul class="findings">${lines.map(
      ({ standing: level, rule, message, toPass, places }) => import_chunk_JD3WAY7O.markup`<li class="${level}"><code>${rule}</code> ${(0, import_chunk_JD3WAY7O.prose)(message)} <span class="standing">${level} ${places.slice(0, 3).map(({ file, line }) => import_chunk_JD3WAY7O.markup`<code>${`${file}:${line}`}</code> `)}</span><br>${(0, import_chunk_JD3WAY7O.prose)(toPass)}</li>`
    )}</ul>`;
  })}
<footer>plimsoll ${result.tool.version}, ${result.run.day}, policy ${result.policy.digest}</footer></body></html>
`.source;
}
function notLookedAt({ notAudited: notAudited2, problems }) {
  if (notAudited2.length + problems.length === 0) return import_chunk_JD3WAY7O.markup``;
  return import_chunk_JD3WAY7O.markup`<h2 class="error">Could not be audited</h2><ul>${notAudited2.map(
    ({ name, reason }) => import_chunk_JD3WAY7O.markup`<li><code>${name}</code> ${(0, import_chunk_JD3WAY7O.prose)(reason)}</li>`
  )}${problems.map(
    ({ message, place: place2 }) => import_chunk_JD3WAY7O.markup`<li>${place2 ? import_chunk_JD3WAY7O.markup`<code>${`${place2.file}:${place2.line}`}</code> ` : import_chunk_JD3WAY7O.markup``}${(0, import_chunk_JD3WAY7O.prose)(message)}</li>`
  )}</ul>`;
}
function imagesTable({ rows }) {
  return import_chunk_JD3WAY7O.markup`<div class="scroll"><table><thead><tr><th>Errors</th><th>Warnings</th><th>Image</th><th>On disk</th><th>Its own</th><th>Shared</th><th>Stands on</th></tr></thead><tbody>${rows.map(
    ({ image, errors, warnings, uniqueBytes, sharedBytes, base }) => import_chunk_JD3WAY7O.markup`<tr><td class="figure">${errors}</td><td class="figure">${warnings}</td><td><code>${image.name}</code>${image.role === "base" ? " (base)" : ""}</td><td class="figure">${(0, import_chunk_CCPWSZ7L.formatBytes)(image.unpackedBytes)}</td><td class="figure">${(0, import_chunk_CCPWSZ7L.formatBytes)(uniqueBytes)}</td><td class="figure">${(0, import_chunk_CCPWSZ7L.formatBytes)(sharedBytes)}</td><td>${base === void 0 ? import_chunk_JD3WAY7O.markup`` : import_chunk_JD3WAY7O.markup`<code>${base}</code>`}</td></tr>`
  )}</tbody></table></div>`;
}
function basesTable({ byBase }) {
  if (byBase.length === 0) return import_chunk_JD3WAY7O.markup``;
  return import_chunk_JD3WAY7O.markup`<h2>Bases</h2><div class="scroll"><table><thead><tr><th>Base</th><th>Images that stand on it</th></tr></thead><tbody>${byBase.map(
    ({ base, images }) => import_chunk_JD3WAY7O.markup`<tr><td><code>${base}</code></td><td>${images.map((name) => import_chunk_JD3WAY7O.markup`<code>${name}</code> `)}</td></tr>`
  )}</tbody></table></div>`;
}
var maxRows = 200;
var maxDetailed = 50;
var marks = { error: import_chunk_JD3WAY7O.gfm`❌`, warning: import_chunk_JD3WAY7O.gfm`⚠️`, waived: import_chunk_JD3WAY7O.gfm`⏸` };
function renderAuditMarkdown(result) {
  const fleet = fleetOf(result);
  const shared = sharing(fleet);
  const mark = result.outcome === "pass" ? import_chunk_JD3WAY7O.gfm`✅` : import_chunk_JD3WAY7O.gfm`❌`;
  const detailed = fleet.rows.filter(({ image }) => linesOf(image).length > 0);
  return `${(0, import_chunk_JD3WAY7O.stack)([
    (0, import_chunk_JD3WAY7O.heading)(3, import_chunk_JD3WAY7O.gfm`Plimsoll audit · ${mark} ${(0, import_chunk_JD3WAY7O.text)(headline(result))}`),
    ...shared === void 0 ? [] : [(0, import_chunk_JD3WAY7O.paragraph)((0, import_chunk_JD3WAY7O.text)(shared))],
    ...notLookedAt2(result),
    ...imagesTable2(fleet),
    ...detailed.slice(0, maxDetailed).map(({ image }) => (0, import_chunk_JD3WAY7O.details)(import_chunk_JD3WAY7O.gfm`${(0, import_chunk_JD3WAY7O.htmlCode)(image.name)}`, imageFindings(image))),
    ...cut(detailed.length, maxDetailed, "images with findings"),
    ...basesTable2(fleet),
    ...result.notices.length === 0 ? [] : [(0, import_chunk_JD3WAY7O.bullets)(result.notices.map(({ message }) => (0, import_chunk_JD3WAY7O.prose2)(message)))]
  ]).source}
`;
}
function imageFindings(image) {
  const lines = linesOf(image);
  const used = image.uses.slice(0, 20).map(({ place: place2, what }) => import_chunk_JD3WAY7O.gfm`${(0, import_chunk_JD3WAY7O.code)(`${place2.file}:${place2.line}`)} ${(0, import_chunk_JD3WAY7O.text)(what)}`);
  const columns2 = ["", "Rule", "What", "Where", "To pass"].map((title) => ({
    title: (0, import_chunk_JD3WAY7O.text)(title),
    align: "left"
  }));
  return [
    ...lines.length === 0 ? [] : [(0, import_chunk_JD3WAY7O.table)(columns2, lines.slice(0, maxRows).map(row))],
    ...cut(lines.length, maxRows, "findings"),
    ...used.length === 0 ? [] : [(0, import_chunk_JD3WAY7O.paragraph)(import_chunk_JD3WAY7O.gfm`Used by`), (0, import_chunk_JD3WAY7O.bullets)(used)],
    ...cut(image.uses.length, 20, "uses")
  ];
}
function row({ standing, rule, message, places, toPass }) {
  const where = places.slice(0, 3).map(({ file, line }) => (0, import_chunk_JD3WAY7O.code)(`${file}:${line}`));
  return [marks[standing], (0, import_chunk_JD3WAY7O.code)(rule), (0, import_chunk_JD3WAY7O.prose2)(message), (0, import_chunk_JD3WAY7O.join)(where, "<br>"), (0, import_chunk_JD3WAY7O.prose2)(toPass)];
}
function notLookedAt2({ notAudited: notAudited2, problems }) {
  const images = notAudited2.slice(0, maxRows).map(({ name, reason, uses: [first] }) => {
    const where = first ? (0, import_chunk_JD3WAY7O.code)(`${first.place.file}:${first.place.line}`) : (0, import_chunk_JD3WAY7O.text)("");
    return import_chunk_JD3WAY7O.gfm`${(0, import_chunk_JD3WAY7O.code)(name)} ${where} ${(0, import_chunk_JD3WAY7O.prose2)(reason)}`;
  });
  const files = problems.slice(0, maxRows).map(
    ({ message, place: place2 }) => place2 ? import_chunk_JD3WAY7O.gfm`${(0, import_chunk_JD3WAY7O.code)(`${place2.file}:${place2.line}`)} ${(0, import_chunk_JD3WAY7O.prose2)(message)}` : (0, import_chunk_JD3WAY7O.prose2)(message)
  );
  return [
    ...images.length === 0 ? [] : [(0, import_chunk_JD3WAY7O.paragraph)(import_chunk_JD3WAY7O.gfm`**Could not be audited**`), (0, import_chunk_JD3WAY7O.bullets)(images), ...cut(notAudited2.length, maxRows, "images")],
    ...files.length === 0 ? [] : [(0, import_chunk_JD3WAY7O.paragraph)(import_chunk_JD3WAY7O.gfm`**Could not be read or known**`), (0, import_chunk_JD3WAY7O.bullets)(files), ...cut(problems.length, maxRows, "problems")]
  ];
}
function imagesTable2({ rows }) {
  if (rows.length === 0) return [];
  const columns2 = [
    { title: import_chunk_JD3WAY7O.gfm`Errors`, align: "right" },
    { title: import_chunk_JD3WAY7O.gfm`Warnings`, align: "right" },
    { title: import_chunk_JD3WAY7O.gfm`Image`, align: "left" },
    { title: import_chunk_JD3WAY7O.gfm`On disk`, align: "right" },
    { title: import_chunk_JD3WAY7O.gfm`Its own`, align: "right" },
    { title: import_chunk_JD3WAY7O.gfm`Stands on`, align: "left" }
  ];
  const cells = rows.slice(0, maxRows).map(({ image, errors, warnings, uniqueBytes, base }) => [
    import_chunk_JD3WAY7O.gfm`${errors}`,
    import_chunk_JD3WAY7O.gfm`${warnings}`,
    image.role === "base" ? import_chunk_JD3WAY7O.gfm`${(0, import_chunk_JD3WAY7O.code)(image.name)} (base)` : (0, import_chunk_JD3WAY7O.code)(image.name),
    (0, import_chunk_JD3WAY7O.bytes)(image.unpackedBytes),
    (0, import_chunk_JD3WAY7O.bytes)(uniqueBytes),
    base === void 0 ? (0, import_chunk_JD3WAY7O.text)("") : (0, import_chunk_JD3WAY7O.code)(base)
  ]);
  return [(0, import_chunk_JD3WAY7O.table)(columns2, cells), ...cut(rows.length, maxRows, "images")];
}
function basesTable2({ byBase }) {
  if (byBase.length === 0) return [];
  const columns2 = [
    { title: import_chunk_JD3WAY7O.gfm`Images`, align: "right" },
    { title: import_chunk_JD3WAY7O.gfm`That stand on`, align: "left" }
  ];
  return [
    (0, import_chunk_JD3WAY7O.table)(
      columns2,
      byBase.slice(0, maxRows).map(({ base, images }) => [import_chunk_JD3WAY7O.gfm`${images.length}`, (0, import_chunk_JD3WAY7O.code)(base)])
    ),
    ...cut(byBase.length, maxRows, "bases")
  ];
}
function cut(all, shown, what) {
  return all <= shown ? [] : [(0, import_chunk_JD3WAY7O.paragraph)((0, import_chunk_JD3WAY7O.text)(`… and ${all - shown} more ${what}; the JSON report has them all.`))];
}
function renderAuditSarif(result) {
  const lines = result.images.flatMap(linesOf);
  const rules = [...new Set(lines.map(({ rule }) => rule))].sort();
  const shard = result.run.shard ? `${result.run.shard.index}-of-${result.run.shard.count}/` : "";
  const seen = /* @__PURE__ */ new Map();
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
            executionSuccessful: result.notAudited.length === 0,
            toolExecutionNotifications: [
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
  return (0, import_chunk_JD3WAY7O.toJson)(log);
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
  const width = (0, import_chunk_U4BLCYBR.layoutWidth)(options);
  const fleet = fleetOf(result);
  const style2 = result.outcome === "pass" ? "good" : "error";
  const shared = sharing(fleet);
  return (0, import_chunk_U4BLCYBR.pageOf)(
    [
      [(0, import_chunk_U4BLCYBR.own)("Plimsoll audit ", "bold"), (0, import_chunk_U4BLCYBR.own)(headline(result), style2)],
      ...shared === void 0 ? [] : [[(0, import_chunk_U4BLCYBR.own)(shared, "dim")]],
      ...notLookedAt3(result, width),
      ...imagesTable3(fleet, width),
      ...fleet.rows.flatMap(({ image }) => findingLines(linesOf(image), image.name, width)),
      ...bases(fleet, width),
      ...result.notices.flatMap(({ message }) => [[], ...(0, import_chunk_U4BLCYBR.wrap)((0, import_chunk_U4BLCYBR.prose)(message), width)])
    ],
    options
  );
}
function notLookedAt3({ notAudited: notAudited2, problems, skipped }, width) {
  const images = notAudited2.flatMap(({ name, reason, uses }) => [
    ...(0, import_chunk_U4BLCYBR.wrap)([(0, import_chunk_U4BLCYBR.foreign)(name, "name"), (0, import_chunk_U4BLCYBR.own)("  "), (0, import_chunk_U4BLCYBR.foreign)(reason, void 0, 400)], width - 2),
    ...uses.slice(0, 3).map(({ place: place2, what }) => [
      (0, import_chunk_U4BLCYBR.own)("  "),
      (0, import_chunk_U4BLCYBR.foreign)(`${place2.file}:${place2.line}`, "dim"),
      (0, import_chunk_U4BLCYBR.own)("  "),
      (0, import_chunk_U4BLCYBR.foreign)(what, "dim")
    ])
  ]);
  const files = problems.flatMap(
    ({ message, place: place2 }) => (0, import_chunk_U4BLCYBR.wrap)(
      [...place2 ? [(0, import_chunk_U4BLCYBR.foreign)(`${place2.file}:${place2.line}`, "name"), (0, import_chunk_U4BLCYBR.own)("  ")] : [], (0, import_chunk_U4BLCYBR.foreign)(message, void 0, 400)],
      width - 2
    )
  );
  return [
    ...section("Could not be audited", images),
    ...section("Could not be read or known", files),
    ...skipped.length === 0 ? [] : [[], [(0, import_chunk_U4BLCYBR.own)(`${skipped.length} built here, not audited as images (--format json lists them)`, "dim")]]
  ];
}
function section(title, lines) {
  return lines.length === 0 ? [] : [[], [(0, import_chunk_U4BLCYBR.own)(title, "error")], ...(0, import_chunk_U4BLCYBR.indented)(lines, 2)];
}
function imagesTable3({ rows }, width) {
  const cells = rows.map(({ image, errors, warnings, uniqueBytes, base }) => [
    [(0, import_chunk_U4BLCYBR.own)(errors > 0 ? String(errors) : "·", errors > 0 ? "error" : "dim")],
    [(0, import_chunk_U4BLCYBR.own)(warnings > 0 ? String(warnings) : "·", warnings > 0 ? "warning" : "dim")],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(image.unpackedBytes))],
    [(0, import_chunk_U4BLCYBR.own)((0, import_chunk_CCPWSZ7L.formatBytes)(uniqueBytes))],
    [(0, import_chunk_U4BLCYBR.foreign)(image.name, "name"), ...image.role === "base" ? [(0, import_chunk_U4BLCYBR.own)(" base", "dim")] : []],
    base === void 0 ? [] : [(0, import_chunk_U4BLCYBR.foreign)(base, "dim")]
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
  return [[], ...(0, import_chunk_U4BLCYBR.table)(columns2, cells, width)];
}
function findingLines(lines, name, width) {
  if (lines.length === 0) return [];
  const body = lines.flatMap(({ standing, rule, message, toPass, places }) => {
    const style2 = standing === "waived" ? "dim" : standing;
    const where = places.slice(0, 3).map(({ file, line }) => `${file}:${line}`).join(", ");
    const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
    return [
      ...(0, import_chunk_U4BLCYBR.wrap)([(0, import_chunk_U4BLCYBR.own)(`${standing} `, style2), (0, import_chunk_U4BLCYBR.foreign)(rule, "name"), (0, import_chunk_U4BLCYBR.own)("  "), ...(0, import_chunk_U4BLCYBR.prose)(message)], width - 2),
      ...where === "" ? [] : (0, import_chunk_U4BLCYBR.indented)((0, import_chunk_U4BLCYBR.wrap)([(0, import_chunk_U4BLCYBR.foreign)(where + more, "dim")], width - 4), 2),
      ...toPass === "" ? [] : (0, import_chunk_U4BLCYBR.indented)((0, import_chunk_U4BLCYBR.wrap)([(0, import_chunk_U4BLCYBR.own)("to pass  ", "dim"), ...(0, import_chunk_U4BLCYBR.prose)(toPass)], width - 4), 2)
    ];
  });
  return [[], [(0, import_chunk_U4BLCYBR.foreign)(name, "bold")], ...(0, import_chunk_U4BLCYBR.indented)(body, 2)];
}
function bases({ byBase }, width) {
  if (byBase.length === 0) return [];
  const rows = byBase.map(({ base, images }) => [
    [(0, import_chunk_U4BLCYBR.own)(String(images.length))],
    [(0, import_chunk_U4BLCYBR.foreign)(base, "name")]
  ]);
  return [
    [],
    ...(0, import_chunk_U4BLCYBR.table)(
      [
        { title: "images", align: "right" },
        { title: "that stand on", align: "left" }
      ],
      rows,
      width
    )
  ];
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
    image.unpackedBytes,
    uniqueBytes,
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
var reporters = {
  table: (result, { columns: columns2, colour }) => renderAuditTerminal(result, { width: columns2, colour }),
  json: (result) => (0, import_chunk_JD3WAY7O.toJson)(auditResult.parse(result)),
  markdown: renderAuditMarkdown,
  sarif: renderAuditSarif,
  html: renderAuditHtml
};
var auditFormats = ["table", "json", "markdown", "sarif", "html"];
function renderAudit(format, result, page) {
  return reporters[format](result, page);
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
    message: `The input \`${name}\` cannot be ${(0, import_chunk_5RKSZUZB.show)(got)}.`,
    expected,
    got: (0, import_chunk_5RKSZUZB.show)(got),
    hint: `Use ${expected}.`
  };
}
var maxShardFiles = 256;
var maxShardBytes = 256 * 2 ** 20;
var runAudit = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_WPVK6XFD.readArguments)("audit", argv, maxShardFiles + 1);
  const { values, problems } = (0, import_chunk_5RKSZUZB.readInputs)(inputs);
  const { options, problems: runProblems } = (0, import_chunk_FCKW4FYS.readRunOptions)(values);
  const { options: auditOptions, problems: auditProblems } = readAuditOptions(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...runProblems, ...auditProblems, ...strangeFormats(options)]);
  const [verb, ...rest] = positionals;
  if (verb === "merge") {
    const result = mergeShards(await readShards(rest, world));
    return report(result, options, auditOptions, world);
  }
  const [folder = ".", extra] = verb === "plan" ? rest : positionals;
  if (extra !== void 0) throw new import_chunk_ZU5SK2EV.UserError(tooMany(extra));
  const root = (0, import_node_path.resolve)(world.workingDir, folder);
  const checkout = world.openCheckout(root);
  if (checkout.kindOf(".") !== "folder") throw new import_chunk_ZU5SK2EV.UserError(noFolder(folder));
  const settings = await (0, import_chunk_3JJ3XV3L.readGateSettings)({
    checkout,
    folderName: (0, import_node_path.basename)(root),
    inputs,
    ...world.fetchPolicy && { fetchPolicy: world.fetchPolicy }
  });
  const plan = await planOf(root, settings.settings, auditOptions, values.config, world);
  if (verb === "plan") {
    world.stdout(`${JSON.stringify(planMatrix(plan, auditOptions.shards))}
`);
    return 0;
  }
  return runPlan(root, plan, settings, auditOptions, values.platform, world);
};
async function planOf(root, { images, policy }, { exclude, variables }, configName, world) {
  const checkout = world.openCheckout(root);
  const { configFile, configText } = await (0, import_chunk_IBBT4ZFU.findConfig)(checkout, configName);
  const config = configFile !== void 0 && configText !== void 0 ? { file: configFile, text: configText } : void 0;
  return makePlan({
    files: await (0, import_chunk_65WLFCAN.listFiles)(root),
    checkout,
    images,
    policy,
    exclude,
    variables,
    ...config && { config }
  });
}
async function runPlan(root, plan, { settings, options }, auditOptions, platform, world) {
  const { progress, insecureRegistries, layerCache, verdict } = options;
  const workshop = await world.openWorkshop(
    world.openCheckout(root),
    world.progress(progress),
    insecureRegistries,
    layerCache
  );
  try {
    const { shard, runId, local, concurrency, budget, onUnreachable } = auditOptions;
    const request = { plan, runId, local, concurrency, budget, policy: settings.policy, toolVersion: world.version };
    const result = await audit(
      {
        ...request,
        verdict: { ...verdict, onUnreachable },
        ...shard && { shard },
        ...platform !== void 0 && { platform }
      },
      workshop
    );
    return await report(result, options, auditOptions, world);
  } finally {
    await workshop.close();
  }
}
async function report(result, options, { csv }, world) {
  for (const { format, path } of options.outputs)
    await world.writeReport(path, renderAudit(asAuditFormat(format), result, { columns: 120, colour: false }));
  if (csv !== void 0) await world.writeReport(csv, renderAuditCsv(result));
  world.stdout(renderAudit(asAuditFormat(options.format), result, world.terminal));
  return result.exitStatus;
}
async function readShards(paths, world) {
  const checkout = world.openCheckout(world.workingDir);
  const files = [];
  for (const path of paths) {
    const text2 = await checkout.readText((0, import_node_path.resolve)(world.workingDir, path), maxShardBytes);
    if (text2 === void 0) throw new import_chunk_ZU5SK2EV.UserError(noShardFile(path));
    files.push({ path, result: parseAudit(path, text2) });
  }
  const [first, ...others] = files;
  if (!first) throw new import_chunk_ZU5SK2EV.UserError(noShardFile(void 0));
  return [first, ...others];
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
function tooMany(got) {
  const message = `\`plimsoll audit\` takes one folder; "${got}" is one too many.`;
  return { code: "too-many-arguments", message, got, hint: "Shards are joined by `plimsoll audit merge FILE...`." };
}
function noFolder(got) {
  const message = `${got} is no folder.`;
  return {
    code: "no-folder",
    message,
    got,
    expected: "the folder of a repository, `plan` or `merge`",
    hint: "For example: plimsoll audit ."
  };
}
function noShardFile(path) {
  const message = path === void 0 ? "`plimsoll audit merge` needs the files of all shards." : `There is no file ${path}.`;
  return {
    code: "no-audit-file",
    message,
    expected: "JSON written by `plimsoll audit --shard I/N --output json=FILE`",
    hint: "For example: plimsoll audit merge shard-*.json."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runAudit
});
