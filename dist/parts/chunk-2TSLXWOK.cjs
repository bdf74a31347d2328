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
  proposalNotice: () => proposalNotice,
  readGateSettings: () => readGateSettings,
  runGate: () => runGate,
  settingsThatCount: () => settingsThatCount
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_W57HQV4K = require("./chunk-W57HQV4K.cjs");
var import_chunk_F3SHDHI5 = require("./chunk-F3SHDHI5.cjs");
var import_chunk_VRXQF2HV = require("./chunk-VRXQF2HV.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_XFNGYUQI = require("./chunk-XFNGYUQI.cjs");
var import_chunk_TXIRKD6Z = require("./chunk-TXIRKD6Z.cjs");
var import_chunk_ZE6C5I7F = require("./chunk-ZE6C5I7F.cjs");
var import_chunk_O23TK2GA = require("./chunk-O23TK2GA.cjs");
var import_chunk_NOG3YGRV = require("./chunk-NOG3YGRV.cjs");
var import_chunk_7PDTT6NT = require("./chunk-7PDTT6NT.cjs");
var import_chunk_YIQB6EC2 = require("./chunk-YIQB6EC2.cjs");
var import_chunk_AUUZPQXD = require("./chunk-AUUZPQXD.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_node_path = require("node:path");
function verdict(images, { failOn, warnOnly }) {
  const fails = images.some(
    ({ findings, notRun }) => findings.some(({ waiver, level }) => waiver === null && (level === "error" || failOn === "warning")) || notRun.some(({ counts }) => counts === "failure" || counts === "warning" && failOn === "warning")
  );
  return fails && !warnOnly ? { outcome: "fail", exitStatus: import_chunk_3FGSU4GP.exitStatus.policyFailed } : { outcome: "pass", exitStatus: import_chunk_3FGSU4GP.exitStatus.passed };
}
async function publishedBaseline(reference, { image, platform, measurement: change, wants }, workshop) {
  const standsOn = change.perLayer.slice(0, change.baseLayers ?? 0).map(({ diffId }) => diffId);
  const around = { reads: wants.reads, gathers: (0, import_chunk_VRXQF2HV.gathersOfBefore)(wants.gathers), standsOn };
  const { source, isKnown, ...examined } = await (0, import_chunk_O23TK2GA.examineReference)(reference, platform, workshop, around);
  const { measurement } = examined;
  if (!isKnown) {
    const notJudged = `${reference} stands on another base image than the change, so where its own layers begin is not known.`;
    return { baseline: { state: "found", from: reference, notJudged, measurement }, read: (0, import_chunk_YIQB6EC2.readImage)(examined) };
  }
  const subject = (0, import_chunk_W57HQV4K.subjectOf)({ imageName: image.name, gated: { name: reference, source, built: false, examined } });
  return { baseline: { state: "found", from: reference, measurement }, read: (0, import_chunk_YIQB6EC2.readImage)(examined), subject };
}
function pathInside(path, { absolute }) {
  const way = (0, import_node_path.relative)(absolute("."), absolute(path));
  return way === "" || way === ".." || way.startsWith("../") || (0, import_node_path.isAbsolute)(way) ? void 0 : way;
}
function isHeldAgainst({ baseline: { from } }, { base }) {
  return from === "default" ? base !== void 0 : from !== "none";
}
async function findBaseline(request, workshop) {
  const { image, measurement, revisions } = request;
  const { baseline: setting } = image;
  switch (setting.from) {
    case "none":
      return without("No baseline is configured.");
    case "image":
      return publishedBaseline(setting.reference, request, workshop);
    case "file": {
      const text = await reportText(setting.path, revisions, workshop.checkout);
      const of = { name: image.name, platform: measurement.platform };
      return { baseline: (0, import_chunk_XFNGYUQI.fromReport)(setting.path, of, text) };
    }
    case "recorded":
      return orReason(async () => ({ baseline: await (0, import_chunk_W57HQV4K.recordedBaseline)(request, workshop) }));
    case "rebuild":
      return orReason(() => (0, import_chunk_W57HQV4K.rebuiltBaseline)(request, workshop));
    case "default":
      return byDefault(request, workshop);
  }
}
async function byDefault(request, workshop) {
  const { base, repository } = request.revisions;
  if (!base) return without("No baseline is configured.");
  if (!repository) return { baseline: import_chunk_W57HQV4K.noRepository };
  const { baseline: recorded } = await orReason(async () => ({ baseline: await (0, import_chunk_W57HQV4K.recordedBaseline)(request, workshop) }));
  if (recorded.state === "found" || recorded.isNew) return { baseline: recorded };
  const rebuilt = await orReason(() => (0, import_chunk_W57HQV4K.rebuiltBaseline)(request, workshop));
  if (rebuilt.baseline.state === "found" || rebuilt.baseline.isNew) return rebuilt;
  return without(`${recorded.reason} ${rebuilt.baseline.reason}`);
}
async function reportText(path, { base }, checkout) {
  const inside = pathInside(path, checkout);
  const committed = inside === void 0 ? void 0 : await base?.readText(inside, import_chunk_XFNGYUQI.maxReportBytes);
  return committed ?? checkout.readText(path, import_chunk_XFNGYUQI.maxReportBytes);
}
var without = (reason) => ({ baseline: (0, import_chunk_W57HQV4K.noBaseline)(reason) });
async function orReason(find) {
  try {
    return await find();
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return without(`The baseline could not be had: ${thrown.message.replaceAll("\n", " ")}`);
  }
}
var usualPlatform = "linux/amd64";
var notBuilt = "The image was not built (--no-build).";
async function checkSources({
  image,
  platform = usualPlatform,
  policy,
  build,
  today
}, workshop) {
  const { buildContexts } = build;
  const understood = await (0, import_chunk_NOG3YGRV.understandDockerfile)(image, platform, workshop.checkout, { buildContexts });
  if (!understood) throw new Error("An image that exists is checked itself.");
  const gathers = policy.uses.flatMap(({ rule }) => rule.gathers ?? []);
  const context = await (0, import_chunk_W57HQV4K.contextFor)(gathers, image, workshop);
  const dockerfile = understood.report;
  const subject = { imageName: image.name, dockerfile, notBuilt, ...context && { context } };
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_F3SHDHI5.judge)(policy, subject, today);
  const [gated] = (0, import_chunk_O23TK2GA.planVariants)(image, dockerfile);
  const result = {
    name: image.name,
    platform,
    gated: gated.name,
    notBuilt,
    variants: [],
    baseline: { state: "none", reason: notBuilt },
    comparisons: [],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  return { result, waiversMatched, notices: noticesOf(result) };
}
function noticesOf({ name, notRun }) {
  const count2 = notRun.filter(({ reason }) => reason === notBuilt).length;
  if (count2 === 0) return [];
  const rules = `${count2} ${count2 === 1 ? "rule that needs" : "rules that need"}`;
  return [{ level: "warning", message: `${name} was not built (--no-build): ${rules} the image did not run.` }];
}
async function checkStated({ image: { name }, platform, policy, today, gated, context }, { images, checkout, progress, signal }) {
  const step = progress.step(`Reading ${gated.image}`);
  const { facts } = await images.open((0, import_chunk_YIQB6EC2.readSource)(gated.image, checkout), platform, signal);
  step.done();
  const measurement = (0, import_chunk_YIQB6EC2.measureStated)(facts);
  const subject = { imageName: name, measurement, notRead: import_chunk_VRXQF2HV.layersNotNeeded, ...context && { context } };
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_F3SHDHI5.judge)(policy, subject, today);
  return {
    waiversMatched,
    result: {
      name,
      platform: measurement.platform,
      gated: gated.name,
      variants: [],
      stated: { source: facts.source, reason: import_chunk_VRXQF2HV.layersNotNeeded, measurement },
      baseline: { state: "none", reason: "No baseline is configured." },
      comparisons: [],
      findings: [...findings],
      notRun: [...notRun],
      passed: [...passed]
    }
  };
}
async function checkImage(check2, workshop) {
  const { image, platform, policy, build, today, waivers, isMeasured, findBaseline: findBaseline2, findHistory } = check2;
  if (image.noBuild === true && image.image === void 0) return checkSources(check2, workshop);
  const understood = await (0, import_chunk_NOG3YGRV.understandBuild)(image, platform, build, workshop);
  const [reads, gathers] = [(0, import_chunk_VRXQF2HV.readsOf)(policy), (0, import_chunk_VRXQF2HV.gathersOf)(policy)];
  const sent = await (0, import_chunk_W57HQV4K.contextFor)(gathers, image, workshop);
  const [gatedPlan, ...otherPlans] = (0, import_chunk_O23TK2GA.planVariants)(image, understood?.report);
  if ("image" in gatedPlan && otherPlans.length === 0 && !isMeasured && !(0, import_chunk_VRXQF2HV.needsLayers)(policy))
    return checkStated({ ...check2, gated: gatedPlan, ...sent && { context: sent } }, workshop);
  const context = { platform, understood, build };
  const gated = await (0, import_chunk_O23TK2GA.examineVariant)(gatedPlan, { ...context, reads, gathers }, workshop);
  const others = [];
  const wanted = image.noBuild === true ? otherPlans.filter((plan) => "image" in plan) : otherPlans;
  for (const plan of wanted) others.push(await (0, import_chunk_O23TK2GA.examineVariant)(plan, { ...context, reads: [] }, workshop));
  const { measurement } = gated.examined;
  const named = { name: image.name, platform: measurement.platform };
  const found = await findBaseline2({ image, platform, measurement, build });
  const baseline = judged(found, policy, today);
  const history = await findHistory(measurement.platform, gathers);
  const change = changeSince(found, gated);
  const alternatives = others.map((other) => against(other, gated));
  const subject = (0, import_chunk_W57HQV4K.subjectOf)({
    imageName: image.name,
    gated,
    baseline,
    change,
    history,
    waivers,
    understood,
    sent,
    stages: alternatives[others.findIndex(isSingleStage)]
  });
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_F3SHDHI5.judge)(policy, subject, today);
  const result = {
    ...named,
    gated: gated.name,
    variants: [gated, ...others].map(asResult),
    baseline,
    comparisons: [...change ? [change] : [], ...alternatives],
    ...baseline.state === "found" && baseline.rules && {
      rulesSince: (0, import_chunk_TXIRKD6Z.changedRules)(baseline.rules, (0, import_chunk_TXIRKD6Z.outcomesOf)({ findings, passed }))
    },
    ...history && history.points.length > 0 && { history: [...history.points] },
    waivers,
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  check2.listings?.set((0, import_chunk_GBGEQQ52.keyOfImage)(result), gated.examined.listFiles());
  return { result, waiversMatched };
}
function judged({ baseline, subject }, policy, today) {
  if (baseline.state === "none" || !subject) return baseline;
  return { ...baseline, rules: (0, import_chunk_TXIRKD6Z.outcomesOf)((0, import_chunk_F3SHDHI5.judge)(policy, subject, today)) };
}
function changeSince({ baseline, read }, gated) {
  if (baseline.state === "none") return void 0;
  const rewritten = read && (0, import_chunk_ZE6C5I7F.rewrittenFiles)(read, (0, import_chunk_YIQB6EC2.readImage)(gated.examined));
  return (0, import_chunk_ZE6C5I7F.compare)(baseline.measurement, gated.examined.measurement, {
    kind: "baseline",
    before: baseline.from,
    after: gated.name,
    bases: { before: baseline.base, after: gated.base },
    ...rewritten && { rewritten }
  });
}
function against(other, gated) {
  return (0, import_chunk_ZE6C5I7F.compare)(other.examined.measurement, gated.examined.measurement, {
    kind: "variant",
    before: other.name,
    after: gated.name,
    bases: { before: other.base, after: gated.base }
  });
}
var isSingleStage = ({ name }) => name === "single-stage";
function asResult({ name, source, built, base, examined }) {
  return { name, source, built, ...base !== void 0 && { base }, measurement: examined.measurement };
}
var bytes = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var count = import_chunk_AJHEZPZQ.external_exports.int().nonnegative();
var pastRecord = import_chunk_AJHEZPZQ.external_exports.object({
  schemaVersion: import_chunk_AJHEZPZQ.external_exports.literal(import_chunk_VRXQF2HV.recordSchemaVersion),
  commit: import_chunk_AJHEZPZQ.external_exports.string(),
  committedAt: count,
  image: import_chunk_AJHEZPZQ.external_exports.string(),
  platform: import_chunk_AJHEZPZQ.external_exports.string(),
  base: import_chunk_AJHEZPZQ.external_exports.string().optional(),
  waivers: count.optional(),
  measurement: import_chunk_AJHEZPZQ.external_exports.object({
    unpackedBytes: bytes,
    hiddenBytes: bytes,
    layers: count,
    baseLayers: count.optional(),
    hiddenTotal: import_chunk_AJHEZPZQ.external_exports.object({ byBaseLayersBytes: bytes.optional() }),
    perLayer: import_chunk_AJHEZPZQ.external_exports.array(import_chunk_AJHEZPZQ.external_exports.object({ unpackedBytes: bytes }))
  })
});
function readPast(text, place) {
  const parsed = pastRecord.safeParse(parse(text));
  if (!parsed.success || !(0, import_chunk_VRXQF2HV.isOf)(parsed.data, place)) return void 0;
  const { unpackedBytes, layers, baseLayers = 0, perLayer } = parsed.data.measurement;
  const sum = perLayer.reduce((total, layer) => total + layer.unpackedBytes, 0);
  return sum === unpackedBytes && perLayer.length === layers && baseLayers <= layers ? parsed.data : void 0;
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var historyLength = 50;
function readsRecords({ baseline, noBuild }, { base }) {
  return noBuild !== true && (baseline.from === "recorded" || baseline.from === "default" && base !== void 0);
}
async function historyOf(image, platform, gathers, revisions) {
  if (!readsRecords(image, revisions) && !gathers.includes("history") && revisions.areStored !== true) return void 0;
  return recordedHistory({ image: image.name, platform, revisions, withReleases: gathers.includes("releases") });
}
async function recordedHistory(request) {
  const { repository } = request.revisions;
  if (!repository) return { points: [], reason: import_chunk_W57HQV4K.noRepository.reason };
  try {
    return await historyIn(repository, request);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return { points: [], reason: `The recorded history could not be had: ${thrown.message.replaceAll("\n", " ")}` };
  }
}
async function historyIn(repository, request) {
  const { image, platform, revisions, withReleases } = request;
  const { name } = repository.records;
  const files = await repository.records.list();
  if (!files) return { points: [], reason: `There is no branch ${name} with recorded measurements.` };
  const { commits } = await (0, import_chunk_W57HQV4K.lineOf)(repository, revisions);
  const places = new Map(
    (0, import_chunk_VRXQF2HV.readBranch)(files).records.filter(({ place }) => place.image === image && place.platform === platform).map((record) => [record.place.commit, record])
  );
  const recorded = commits.flatMap((commit) => places.get(commit) ?? []);
  const release = withReleases ? await lastRelease(repository, commits, recorded) : void 0;
  const newest = recorded.slice(0, historyLength);
  const asked = release && !newest.includes(release.record) ? [...newest, release.record] : newest;
  const points = await readPoints(repository, asked);
  if (points.length === 0)
    return {
      points,
      reason: `${image} has no usable record for ${platform} among the ${commits.length} commits before this one.`
    };
  const marked = points.map(
    (point) => point.commit === release?.record.place.commit ? { ...point, release: release.tag } : point
  );
  return { points: marked };
}
async function readPoints(repository, records) {
  const texts = await repository.records.readTexts(
    records.map(({ file }) => file),
    import_chunk_W57HQV4K.maxRecordBytes
  );
  const points = records.flatMap(({ place }, index) => {
    const past = readPast(texts[index] ?? "", place);
    if (!past) return [];
    const { base, waivers } = past;
    const about = { ...base !== void 0 && { base }, ...waivers !== void 0 && { waivers } };
    return [{ commit: place.commit, committedAt: place.committedAt, ...(0, import_chunk_7PDTT6NT.numbersOf)(past.measurement, about) }];
  });
  return points.toReversed();
}
var releaseTag = /(?:^|[-/@])v?\d+(?:\.\d+)+$/;
async function lastRelease(repository, commits, recorded) {
  const tags = await repository.tags();
  const tagsOf = (commit) => (tags.get(commit) ?? []).filter((tag2) => releaseTag.test(tag2));
  const at = commits.findIndex((commit) => tagsOf(commit).length > 0);
  const tag = tagsOf(commits[at] ?? "").toSorted().at(-1);
  const before = new Set(commits.slice(at));
  const record = recorded.find(({ place }) => before.has(place.commit));
  return tag !== void 0 && record ? { tag, record } : void 0;
}
var maxDockerfileBytes = 2 ** 20;
async function inlineWaivers(image, checkout, base) {
  const understood = await (0, import_chunk_NOG3YGRV.understandDockerfile)(image, image.platforms[0], checkout);
  const comments = understood ? commentsIn(understood) : [];
  if (!understood || comments.length === 0) return { waivers: [], all: [], notices: [] };
  const waivers = comments.map((comment) => (0, import_chunk_F3SHDHI5.waiverOf)(comment, understood.path, image.name));
  const old = base ? await commentsAt(base, understood.path, image) : comments;
  const honoured = matched(comments, old);
  return {
    waivers: waivers.filter((_, index) => honoured[index]),
    all: waivers,
    notices: waivers.filter((_, index) => !honoured[index]).map(({ rule, origin }) => ({
      level: "notice",
      message: `The waiver of ${rule} at ${origin} comes with this change: it counts once it is on the base branch.`
    }))
  };
}
async function commentsAt(base, path, image) {
  const text = path.startsWith("/") ? void 0 : await base.readText(path, maxDockerfileBytes);
  if (text === void 0) return [];
  try {
    return commentsIn({ path, text, report: (0, import_chunk_AUUZPQXD.describeDockerfile)(text, path, { buildArgs: image.buildArgs }) });
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return [];
    throw thrown;
  }
}
function commentsIn({ text, report }) {
  const lines = text.split("\n");
  let from = 1;
  return report.instructions.flatMap(({ keyword, original, startLine, endLine }) => {
    const above = lines.slice(from - 1, startLine - 1).map((line, index) => ({ line: from + index, text: line.trim() }));
    from = endLine + 1;
    return above.flatMap(({ line, text: written }) => {
      const comment = written.startsWith("#") ? written.slice(1).trim().replaceAll(/\s+/g, " ") : "";
      return (0, import_chunk_F3SHDHI5.isWaiverComment)(comment) ? [{ text: comment, line, instruction: { keyword, original }, startLine, endLine }] : [];
    });
  });
}
function matched(comments, old) {
  const free = [...old];
  const take = (fits) => {
    const index = free.findIndex(fits);
    if (index >= 0) free.splice(index, 1);
    return index >= 0;
  };
  const exact = comments.map(
    ({ text, instruction }) => take((one) => one.text === text && one.instruction.original === instruction.original)
  );
  return comments.map(
    ({ text, instruction }, index) => exact[index] === true || take((one) => one.text === text && one.instruction.keyword === instruction.keyword)
  );
}
async function judgeImage(name, { images, policy }, judging) {
  const { request, shop, baselines, waiversOf, listings } = judging;
  const image = images.find((one) => one.name === name);
  if (!image) return { images: [], inline: [], waiversMatched: [], notices: [] };
  const { waivers: inline, all, notices } = await inlineWaivers(image, shop.checkout, waiversOf);
  const onBase = request.imagesOnBase?.find((one) => one.name === name);
  const { revisions = {} } = request;
  const wants = wantsOf(request);
  const baselineOf = (measured) => {
    const key = JSON.stringify([measured.image.baseline, measured.platform, measured.measurement.imageId]);
    return (0, import_chunk_F3SHDHI5.once)(baselines, key, () => findBaseline({ ...measured, wants, revisions, ...onBase && { onBase } }, shop));
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
      waivers: (0, import_chunk_F3SHDHI5.waiversInForce)(brought, name, today),
      findHistory: (measured, gathers) => historyOf(image, measured, gathers, revisions),
      isMeasured,
      findBaseline: baselineOf,
      ...listings && { listings }
    };
    checked.push(await checkImage(how, shop));
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
    reads: [...new Set(policies.flatMap(import_chunk_VRXQF2HV.readsOf))],
    gathers: [...new Set(policies.flatMap(import_chunk_VRXQF2HV.gathersOf))]
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
  const base = baseSha === void 0 ? "the base revision" : `the base revision ${(0, import_chunk_VRXQF2HV.shortSha)(baseSha)}`;
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
  const judged2 = [];
  const proposals = [];
  for (const name of namesOf(settings, proposed)) {
    const shop = proposed ? (0, import_chunk_F3SHDHI5.remembering)(workshop) : workshop;
    const baselines = /* @__PURE__ */ new Map();
    const base = request.revisions?.base;
    const { listings } = request;
    const judging = { request, shop, baselines, waiversOf: base, ...listings && { listings } };
    judged2.push(await judgeImage(name, settings, judging));
    if (proposed) proposals.push(...(await judgeImage(name, proposed, { request, shop, baselines })).images);
  }
  const { policy } = settings;
  const images = judged2.flatMap((one) => one.images);
  const summed = verdict(images, request.verdict);
  const proposal = proposed && {
    outcome: verdict(proposals, request.verdict).outcome,
    policy: { sources: [...proposed.policy.sources], digest: proposed.policy.digest },
    images: proposals.map(proposedImage)
  };
  const waivers = [...policy.waivers, ...judged2.flatMap((one) => one.inline)];
  const matched2 = new Set(request.isPartial ? waivers : judged2.flatMap((one) => one.waiversMatched));
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
      ...judged2.flatMap((one) => one.notices),
      ...(0, import_chunk_F3SHDHI5.waiverNotices)({ ...policy, waivers }, matched2, workshop.clock.today())
    ]
  };
  return (0, import_chunk_ZE6C5I7F.withoutSecrets)(result, [...settings.images, ...proposed?.images ?? []]);
}
function withOneHistory(request) {
  const { repository } = request.revisions ?? {};
  if (!repository) return request;
  const revisions = { ...request.revisions, repository: (0, import_chunk_F3SHDHI5.rememberingRepository)(repository) };
  if (request.settings.images.some((image) => readsRecords(image, revisions))) (0, import_chunk_W57HQV4K.lookAhead)(revisions);
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
    await (0, import_chunk_NOG3YGRV.understandDockerfile)(image, void 0, files);
    return true;
  } catch (thrown) {
    if (thrown instanceof import_chunk_ZU5SK2EV.UserError) return false;
    throw thrown;
  }
}
var say = (level, message) => ({ level, message });
async function settingsThatCount(request) {
  const { base, checkout, ...rest } = request;
  const head = async (mayLackImages = false) => (0, import_chunk_F3SHDHI5.readSettings)({ ...rest, ...await configOf(request), checkout, mayLackImages });
  if (!base || isOutside(request)) return { ...await head(), notices: [] };
  const inputs = await inputsAtBase(request, base);
  const config = await configAtBase(request, base);
  if (config.configText === void 0 && inputs["policy"] === void 0) return alone(await head(), request, base);
  const counts = await namingBase(
    base,
    () => (0, import_chunk_F3SHDHI5.readSettings)({ ...rest, ...config, inputs, checkout: base, mayLackImages: true })
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
  const { configFile } = await (0, import_chunk_7PDTT6NT.findConfig)(checkout, nameOf(inputs, "config"));
  const policy = nameOf(inputs, "policy");
  const own = configFile ?? (policy !== void 0 && isLocal(policy) ? policy : void 0);
  if (own === void 0) return { ...head, notices: [] };
  const message = `The policy is new: the base revision ${base.sha} has none, so this change is judged by its own, ${own}.`;
  return { ...head, notices: [{ level: "warning", message }] };
}
async function configOf({ checkout, inputs }) {
  return (0, import_chunk_7PDTT6NT.findConfig)(checkout, nameOf(inputs, "config"));
}
async function configAtBase({ inputs, checkout }, base) {
  const given = nameOf(inputs, "config");
  const named = given === void 0 ? void 0 : pathInside(given, checkout);
  return namingBase(base, async () => {
    for (const configFile of [...named === void 0 ? [] : [named], ...import_chunk_7PDTT6NT.configPlaces]) {
      const configText = await base.readText(configFile, import_chunk_TISOUWS6.maxConfigBytes);
      if (configText !== void 0) return { configFile, configText };
    }
    return {};
  });
}
async function inputsAtBase({ inputs, checkout }, base) {
  const policy = nameOf(inputs, "policy");
  if (policy === void 0 || !isLocal(policy)) return inputs;
  const path = pathInside(policy, checkout);
  const there = path === void 0 ? void 0 : await namingBase(base, () => base.readText(path, import_chunk_TISOUWS6.maxConfigBytes));
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
  return named !== void 0 && pathInside(named, checkout) === void 0;
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
  const workshop = await request.openWorkshop(options.progress, options.insecureRegistries, options.layerCache);
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
    const saved = await (0, import_chunk_VRXQF2HV.saveRecords)({ result, commit: await repository.head(), builder }, repository);
    const count2 = saved.records.length === 1 ? "One measurement" : `${saved.records.length} measurements`;
    return { note: `${count2} of ${saved.commit} stored on the branch ${repository.records.name}.` };
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
  const config = await (0, import_chunk_7PDTT6NT.findConfig)(checkout, typeof named === "string" && named !== "" ? named : void 0);
  return (0, import_chunk_F3SHDHI5.readSettings)({ ...config, checkout, inputs, folderName, ...fetchPolicy && { fetchPolicy } });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  proposalNotice,
  readGateSettings,
  runGate,
  settingsThatCount
});
