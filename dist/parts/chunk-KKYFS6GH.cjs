var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  proposalNotice: () => proposalNotice,
  readGateSettings: () => readGateSettings,
  runGate: () => runGate,
  settingsThatCount: () => settingsThatCount
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_ZGRPIQOY = require("./chunk-ZGRPIQOY.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_2AOSR46K = require("./chunk-2AOSR46K.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
function verdict(images, { failOn, warnOnly }) {
  const fails = images.some(
    ({ findings, notRun }) => findings.some(({ waiver, level }) => waiver === null && (level === "error" || failOn === "warning")) || notRun.some(({ counts }) => counts === "failure" || counts === "warning" && failOn === "warning")
  );
  return fails && !warnOnly ? { outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed } : { outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed };
}
function isHeldAgainst({ baseline: { from } }, { base }) {
  return from === "default" ? base !== void 0 : from !== "none";
}
function readsRecords({ baseline, noBuild }, { base }) {
  return noBuild !== true && (baseline.from === "recorded" || baseline.from === "default" && base !== void 0);
}
async function historyOf(image, platform, gathers, revisions) {
  if (!readsRecords(image, revisions) && !gathers.includes("history") && revisions.areStored !== true) return void 0;
  const { recordedHistory } = await Promise.resolve().then(() => __toESM(require("./recorded-history-WVVFTGV4.cjs")));
  return recordedHistory({ image: image.name, platform, revisions, withReleases: gathers.includes("releases") });
}
async function judgeImage(name, { images, policy }, judging) {
  const { request, shop, baselines, waiversOf, listings } = judging;
  const image = images.find((one) => one.name === name);
  if (!image) return { images: [], inline: [], waiversMatched: [], notices: [] };
  const { waivers: inline, all, notices } = await (0, import_chunk_ZGRPIQOY.inlineWaivers)(image, shop.checkout, waiversOf);
  const onBase = request.imagesOnBase?.find((one) => one.name === name);
  const { revisions = {} } = request;
  const wants = wantsOf(request);
  const baselineOf = (measured) => {
    const key = JSON.stringify([measured.image.baseline, measured.platform, measured.measurement.imageId]);
    return (0, import_chunk_ZGRPIQOY.once)(baselines, key, async () => {
      const { findBaseline } = await Promise.resolve().then(() => __toESM(require("./baseline-JVYOQJAN.cjs")));
      return findBaseline({ ...measured, wants, revisions, ...onBase && { onBase } }, shop);
    });
  };
  const brought = [...(request.proposed ?? { policy }).policy.waivers, ...all];
  const withInline = { ...policy, waivers: [...policy.waivers, ...inline] };
  const today = shop.clock.today();
  const isMeasured = revisions.areStored === true || isHeldAgainst(image, revisions);
  const checked = [];
  for (const platform of image.platforms.length > 0 ? image.platforms : [void 0]) {
    const how = {
      image,
      platform,
      policy: withInline,
      build: request.build,
      today,
      waivers: (0, import_chunk_KMX3XWLJ.waiversInForce)(brought, name, today),
      findHistory: (measured, gathers) => historyOf(image, measured, gathers, revisions),
      isMeasured,
      findBaseline: baselineOf,
      ...listings && { listings }
    };
    checked.push(await (0, import_chunk_ZGRPIQOY.checkImage)(how, shop));
  }
  return {
    images: checked.map(({ result }) => result),
    inline,
    waiversMatched: checked.flatMap(({ waiversMatched }) => waiversMatched),
    notices: [...notices, ...checked.flatMap((one) => one.notices ?? [])]
  };
}
function wantsOf({ settings, proposed }) {
  const policies = [settings, ...proposed ? [proposed] : []].map(({ policy }) => policy);
  return {
    reads: [...new Set(policies.flatMap(import_chunk_4NB6Q3OJ.readsOf))],
    gathers: [...new Set(policies.flatMap(import_chunk_4NB6Q3OJ.gathersOf))]
  };
}
function proposedImage({ name, platform, findings, notRun, passed }) {
  return { name, platform, findings, notRun, passed };
}
function proposalNotice(proposed, outcome, baseSha) {
  const open = proposed.images.flatMap(
    ({ name, findings }) => findings.filter(({ waiver }) => waiver === null).map(({ rule, level }) => `${level} ${rule} of ${name}`)
  );
  const waived = proposed.images.reduce(
    (sum, { findings }) => sum + findings.filter(({ waiver }) => waiver !== null).length,
    0
  );
  const found = open.length === 0 ? "no open finding" : listed(open);
  const base = baseSha === void 0 ? "the base revision" : `the base revision ${(0, import_chunk_LJNQOZMK.shortSha)(baseSha)}`;
  return {
    level: proposed.outcome === outcome ? "notice" : "warning",
    message: `This change also changes what it is judged by. With the proposed policy: ${proposed.outcome}, ${found}${waived > 0 ? `, ${waived} waived` : ""}. The outcome, ${outcome}, follows ${base}.`
  };
}
var maxListed = 10;
function listed(all) {
  const more = all.length > maxListed ? ` and ${all.length - maxListed} more` : "";
  return `${all.slice(0, maxListed).join(", ")}${more}`;
}
async function check(asked, workshop) {
  const request = withOneHistory(asked);
  const { settings, proposed, notices = [] } = request;
  const judged = [];
  const proposals = [];
  for (const name of namesOf(settings, proposed)) {
    const shop = proposed ? (0, import_chunk_ZGRPIQOY.remembering)(workshop) : workshop;
    const baselines = /* @__PURE__ */ new Map();
    const base = request.revisions?.base;
    const { listings } = request;
    const judging = { request, shop, baselines, waiversOf: base, ...listings && { listings } };
    judged.push(await judgeImage(name, settings, judging));
    if (proposed) proposals.push(...(await judgeImage(name, proposed, { request, shop, baselines })).images);
  }
  const { policy } = settings;
  const images = judged.flatMap((one) => one.images);
  const summed = verdict(images, request.verdict);
  const proposal = proposed && {
    outcome: verdict(proposals, request.verdict).outcome,
    policy: { sources: [...proposed.policy.sources], digest: proposed.policy.digest },
    images: proposals.map(proposedImage)
  };
  const waivers = [...policy.waivers, ...judged.flatMap((one) => one.inline)];
  const matched = new Set(judged.flatMap((one) => one.waiversMatched));
  const names = namesOf(settings, proposed);
  if (request.isPartial) {
    for (const one of waivers) if (!names.has(one.image ?? "")) matched.add(one);
  }
  const result = {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: request.toolVersion },
    ...summed,
    policy: { sources: [...policy.sources], digest: policy.digest, rules: policy.uses.map(inForce) },
    ...request.revision && { revision: request.revision },
    images,
    ...proposal && { proposed: proposal },
    notices: [
      ...proposal ? [proposalNotice(proposal, summed.outcome, request.revisions?.base?.sha)] : [],
      ...notices,
      ...judged.flatMap((one) => one.notices),
      ...(0, import_chunk_KMX3XWLJ.waiverNotices)({ ...policy, waivers }, matched, workshop.clock.today())
    ]
  };
  return (0, import_chunk_BVHT73CU.withoutSecrets)(result, [...settings.images, ...proposed?.images ?? []]);
}
function withOneHistory(request) {
  const { repository } = request.revisions ?? {};
  if (!repository) return request;
  const revisions = { ...request.revisions, repository: (0, import_chunk_ZGRPIQOY.rememberingRepository)(repository) };
  if (request.settings.images.some((image) => readsRecords(image, revisions))) (0, import_chunk_DKYLNZIJ.lookAhead)(revisions);
  return { ...request, revisions };
}
function namesOf(settings, proposed) {
  return new Set([...settings.images, ...proposed?.images ?? []].map(({ name }) => name));
}
function inForce({ rule, level, origin }) {
  const { id, summary, why, howToPass } = rule;
  return { id, level, summary, why, howToPass, origin };
}
async function imagesOfBase(base, head, files) {
  const kept = [];
  for (const was of base) {
    const now = head.find(({ name }) => name === was.name);
    kept.push(await (now ? settled(was, now, files) : removed(was, files)));
  }
  const added = head.filter(({ name }) => !base.some((was) => was.name === name));
  return {
    images: [...kept.flatMap(({ image }) => image ? [image] : []), ...added],
    notices: [
      ...kept.flatMap(({ notice }) => notice === void 0 ? [] : [notice]),
      ...added.map(({ name }) => say("notice", `The image ${name} is new in this change.`))
    ]
  };
}
async function removed(was, files) {
  const gone = `This change takes the image ${was.name} off the list of images`;
  return await canBeMade(was, files) ? { image: was, notice: say("warning", `${gone}; as it can still be made, it is checked this once more.`) } : { notice: say("warning", `${gone}; what it was made from is gone, so it is not checked.`) };
}
async function settled(was, now, files) {
  const keys = changedKeys(was, now);
  if (keys.length === 0) return { image: was };
  const what = `This change sets ${keys.join(", ")} of the image ${was.name} anew`;
  if (!await canBeMade(was, files)) {
    const image2 = { ...now, baseline: was.baseline };
    const notice = say("warning", `${what}; what the base names is gone, so it is checked as this change has it.`);
    return { image: image2, notice };
  }
  const variants = was.variants.filter(
    ({ image: image2, dockerfile }) => image2 !== void 0 || dockerfile === void 0 || files.kindOf(dockerfile) === "file"
  );
  const image = { ...was, variants, buildArgs: { ...now.buildArgs, ...was.buildArgs } };
  return { image, notice: say("notice", `${what}; it is checked as the base has it.`) };
}
var keysToCompare = [
  "dockerfile",
  "context",
  "target",
  "buildArgs",
  "platforms",
  "image",
  "variants",
  "findVariants",
  "baseline"
];
function changedKeys(was, now) {
  return keysToCompare.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key])).map(asWritten);
}
var asWritten = (key) => ({ buildArgs: "build-args", findVariants: "variants" })[key] ?? key;
async function canBeMade(image, files) {
  if (image.image !== void 0) return true;
  if (files.kindOf(image.context) !== "folder") return false;
  try {
    await (0, import_chunk_4F2IJLUY.understandDockerfile)(image, void 0, files);
    return true;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return false;
    throw thrown;
  }
}
var say = (level, message) => ({ level, message });
async function settingsThatCount(request) {
  const { base, checkout, ...rest } = request;
  const head = async (mayLackImages = false) => (0, import_chunk_ZGRPIQOY.readSettings)({ ...rest, ...await configOf(request), checkout, mayLackImages });
  if (!base || isOutside(request)) return { ...await head(), notices: [] };
  const inputs = await inputsAtBase(request, base);
  const config = await configAtBase(request, base);
  if (config.configText === void 0 && inputs["policy"] === void 0) return alone(await head(), request, base);
  const counts = await namingBase(
    base,
    () => (0, import_chunk_ZGRPIQOY.readSettings)({ ...rest, ...config, inputs, checkout: base, mayLackImages: true })
  );
  const proposal = (await head(true)).settings;
  if (missing(inputs["only"], [...counts.settings.images, ...proposal.images])) await head();
  const { images, notices } = await imagesOfBase(counts.settings.images, proposal.images, checkout);
  const settings = { ...counts.settings, images, policy: atRevision(counts.settings.policy, base.sha) };
  const isSame = counts.settings.policy.digest === proposal.policy.digest && JSON.stringify(counts.settings.images) === JSON.stringify(proposal.images);
  const imagesOnBase = counts.settings.images;
  return { settings, options: counts.options, imagesOnBase, notices, ...!isSame && { proposed: proposal } };
}
function missing(only, images) {
  const wanted = typeof only === "string" ? only.split("\n").map((line) => line.trim()) : only ?? [];
  return wanted.some((one) => one !== "" && !images.some(({ name }) => name === one));
}
async function alone(head, { checkout, inputs }, base) {
  const { configFile } = await (0, import_chunk_AYO6CDNM.findConfig)(checkout, nameOf(inputs, "config"));
  const policy = nameOf(inputs, "policy");
  const own = configFile ?? (policy !== void 0 && isLocal(policy) ? policy : void 0);
  if (own === void 0) return { ...head, notices: [] };
  const message = `The policy is new: the base revision ${base.sha} has none, so this change is judged by its own, ${own}.`;
  return { ...head, notices: [{ level: "warning", message }] };
}
async function configOf({ checkout, inputs }) {
  return (0, import_chunk_AYO6CDNM.findConfig)(checkout, nameOf(inputs, "config"));
}
async function configAtBase({ inputs, checkout }, base) {
  const given = nameOf(inputs, "config");
  const named = given === void 0 ? void 0 : (0, import_chunk_2AOSR46K.pathInside)(given, checkout);
  return namingBase(base, async () => {
    for (const configFile of [...named === void 0 ? [] : [named], ...import_chunk_AYO6CDNM.configPlaces]) {
      const configText = await base.readText(configFile, import_chunk_5SQE6DQE.maxConfigBytes);
      if (configText !== void 0) return { configFile, configText };
    }
    return {};
  });
}
async function inputsAtBase({ inputs, checkout }, base) {
  const policy = nameOf(inputs, "policy");
  if (policy === void 0 || !isLocal(policy)) return inputs;
  const path = (0, import_chunk_2AOSR46K.pathInside)(policy, checkout);
  const there = path === void 0 ? void 0 : await namingBase(base, () => base.readText(path, import_chunk_5SQE6DQE.maxConfigBytes));
  return there === void 0 ? { ...inputs, policy: void 0 } : inputs;
}
async function namingBase({ sha }, read) {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    const [first, ...others] = thrown.problems.map((problem) => atBase(problem, sha));
    throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others], { cause: thrown }) : thrown;
  }
}
function atBase(problem, sha) {
  return {
    ...problem,
    message: `On the base revision ${sha}: ${problem.message}`,
    hint: `${problem.hint} This file counts as it is on the base branch, so that a change cannot authorise itself; it must be put right there.`
  };
}
var isFile = (source) => !source.startsWith("preset ") && !source.includes("@");
function atRevision(policy, sha) {
  return { ...policy, sources: policy.sources.map((source) => isFile(source) ? `${source}@${sha}` : source) };
}
function nameOf(inputs, name) {
  const given = inputs[name];
  return typeof given === "string" && given !== "" ? given : void 0;
}
var isLocal = (policy) => /^\.\.?\//.test(policy);
function isOutside({ inputs, checkout }) {
  const named = nameOf(inputs, "config");
  return named !== void 0 && (0, import_chunk_2AOSR46K.pathInside)(named, checkout) === void 0;
}
async function runGate(request) {
  const { checkout, inputs, folderName, toolVersion, revision, fetchPolicy, repository, base } = request;
  const counts = await settingsThatCount({
    checkout,
    inputs,
    folderName,
    ...base && { base },
    ...fetchPolicy && { fetchPolicy }
  });
  const { settings, options, proposed } = counts;
  if ([...settings.images, ...proposed?.images ?? []].some(isBuilt)) request.beforeBuild?.();
  const workshop = await request.openWorkshop(options.progress, options.insecureRegistries, options.layerReading);
  request.meanwhile?.(options);
  try {
    const { verdict: verdict2, build } = options;
    const headSha = revision?.head;
    const revisions = {
      ...repository && { repository },
      ...base && { base },
      ...headSha !== void 0 && { headSha },
      ...options.saveBaseline && { areStored: true }
    };
    const isPartial = Boolean(inputs["only"]?.length);
    const listings = /* @__PURE__ */ new Map();
    const what = {
      ...counts,
      ...showsFiles(options) && { listings },
      isPartial,
      revisions,
      verdict: verdict2,
      build,
      toolVersion,
      ...revision && { revision }
    };
    const result = await check(what, workshop);
    const saving = options.saveBaseline ? await trySaving(result, request, build.builder) : {};
    return { result, options, listings, warnings: listOf(saving.warning), notes: listOf(saving.note) };
  } finally {
    await workshop.close();
  }
}
async function trySaving(result, { repository, base }, builder) {
  if (base) return { note: "The measurements of a change are not stored: only what is on a branch is held against." };
  if (!repository) return { warning: "The measurements were not stored: the checkout is no Git repository." };
  try {
    if (await repository.isModified())
      return { warning: "The measurements were not stored: files differ from the commit they would be stored for." };
    const { saveRecords } = await Promise.resolve().then(() => __toESM(require("./save-records-NIYNPULR.cjs")));
    const saved = await saveRecords({ result, commit: await repository.head(), builder }, repository);
    const count = saved.records.length === 1 ? "One measurement" : `${saved.records.length} measurements`;
    return { note: `${count} of ${saved.commit} stored on the branch ${repository.records.name}.` };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { warning: thrown.problems.map(({ message, hint }) => `${message} ${hint}`).join(" ") };
  }
}
var showsFiles = ({ format, outputs }) => format === "html" || outputs.some((output) => output.format === "html");
var listOf = (text) => text === void 0 ? [] : [text];
function isBuilt({ image, variants, noBuild }) {
  if (noBuild === true) return false;
  return image === void 0 || variants.some((variant) => variant.image === void 0);
}
async function readGateSettings({
  checkout,
  inputs,
  folderName,
  fetchPolicy
}) {
  const named = inputs["config"];
  const config = await (0, import_chunk_AYO6CDNM.findConfig)(checkout, typeof named === "string" && named !== "" ? named : void 0);
  return (0, import_chunk_ZGRPIQOY.readSettings)({ ...config, checkout, inputs, folderName, ...fetchPolicy && { fetchPolicy } });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  proposalNotice,
  readGateSettings,
  runGate,
  settingsThatCount
});
