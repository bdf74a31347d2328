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
  contextFor: () => contextFor,
  lineOf: () => lineOf,
  lookAhead: () => lookAhead,
  maxRecordBytes: () => maxRecordBytes,
  noBaseline: () => noBaseline,
  noRepository: () => noRepository,
  rebuiltBaseline: () => rebuiltBaseline,
  recordedBaseline: () => recordedBaseline,
  subjectOf: () => subjectOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_VRXQF2HV = require("./chunk-VRXQF2HV.cjs");
var import_chunk_O23TK2GA = require("./chunk-O23TK2GA.cjs");
var import_chunk_NOG3YGRV = require("./chunk-NOG3YGRV.cjs");
var import_chunk_YIQB6EC2 = require("./chunk-YIQB6EC2.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var noBaseline = (reason) => ({ state: "none", reason });
var noRepository = noBaseline(
  "The checkout is no Git repository, so there is no commit to hold the change against."
);
var maxAncestors = 300;
async function lineOf(repository, { base, headSha }) {
  if (!base) {
    const [, ...earlier] = await repository.ancestors(await repository.head(), maxAncestors + 1);
    return { commits: earlier, name: "the parent" };
  }
  const commit = await (0, import_chunk_VRXQF2HV.commitToHoldAgainst)(repository, base, headSha);
  if (commit === void 0) return { commits: [], name: "" };
  return { commits: await repository.ancestors(commit, maxAncestors), name: "the merge base" };
}
function lookAhead({ repository, ...revisions }) {
  if (!repository) return;
  const ahead = async () => {
    if (await repository.records.list()) await lineOf(repository, revisions);
  };
  ahead().catch(() => void 0);
}
function subjectOf(parts) {
  const { imageName, gated, baseline, change, history, stages, understood, sent, waivers } = parts;
  const dockerfile = gated.dockerfile ?? understood?.report;
  const context = sent ?? gated.context;
  const { measurement, tree, hidden, bodies, executable, entryScript, secrets, duplicates } = gated.examined;
  return {
    imageName,
    measurement,
    tree,
    hidden,
    bodies,
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...duplicates && { duplicates },
    ...dockerfile && { dockerfile },
    ...gated.baseConfig && { baseConfig: gated.baseConfig },
    ...gated.publishedBase && { publishedBase: gated.publishedBase },
    ...change && { change },
    ...history && (history.points.length > 0 ? { history: history.points } : { noHistoryReason: history.reason ?? "" }),
    ...gated.base !== void 0 && { base: gated.base },
    ...waivers !== void 0 && { waivers },
    ...stages && { stages },
    ...baseline?.state === "none" && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true },
    ...context && { context }
  };
}
async function contextFor(gathers, { image, context, dockerfile }, { contexts, checkout, progress, signal }) {
  if (image !== void 0 || !gathers.includes("context")) return void 0;
  const step = progress.step("Looking at the build context");
  const contextDir = checkout.absolute(context);
  const weighed = await contexts.weigh({ contextDir, dockerfile: checkout.absolute(dockerfile), isSecretFile: import_chunk_556JJ2L2.isSecretFile }, signal).catch((thrown) => {
    throw (0, import_chunk_O23TK2GA.seenFromCheckout)(thrown, checkout);
  });
  step.done();
  return weighed;
}
async function rebuiltBaseline(request, workshop) {
  const { build, onBase, revisions, wants } = request;
  const image = onBase ?? request.image;
  const { repository, base: baseRevision, headSha } = revisions;
  if (image.image !== void 0) return without("The image is not built here, so it cannot be rebuilt.");
  if (!repository) return { baseline: noRepository };
  if (!baseRevision) return without("A rebuild needs a base revision: a pull request, or `--base`.");
  const commit = await (0, import_chunk_VRXQF2HV.commitToHoldAgainst)(repository, baseRevision, headSha);
  if (commit === void 0)
    return without(`The change and its base ${(0, import_chunk_VRXQF2HV.shortSha)(baseRevision.sha)} have no common history.`);
  const missing = await repository.missingFiles(commit, image.context);
  if (missing !== void 0) return without(`The commit ${(0, import_chunk_VRXQF2HV.shortSha)(commit)} cannot be rebuilt as it was: ${missing}`);
  return repository.withWorktree(commit, async (checkout) => {
    if (checkout.kindOf(image.dockerfile) !== "file") return { baseline: isNewSince(image.dockerfile, commit) };
    const platform = request.platform;
    const understood = await (0, import_chunk_NOG3YGRV.understandDockerfile)(image, platform, checkout);
    const [plan] = (0, import_chunk_O23TK2GA.planVariants)({ ...image, findVariants: false, variants: [] }, understood?.report);
    const gathers = (0, import_chunk_VRXQF2HV.gathersOfBefore)(wants.gathers);
    const shop = { ...workshop, checkout };
    const context = { platform, understood, reads: wants.reads, gathers, build: { ...build, cacheTo: [] } };
    const before = { ...plan, name: `${image.name} at ${(0, import_chunk_VRXQF2HV.shortSha)(commit)}` };
    const sent = await contextFor(gathers, image, shop);
    const gated = await (0, import_chunk_O23TK2GA.examineVariant)(before, context, shop);
    const { base, examined } = gated;
    const from = `commit ${(0, import_chunk_VRXQF2HV.shortSha)(commit)}, rebuilt`;
    return {
      baseline: { state: "found", from, ...base !== void 0 && { base }, measurement: examined.measurement },
      read: (0, import_chunk_YIQB6EC2.readImage)(examined),
      subject: subjectOf({ imageName: image.name, gated, understood, sent })
    };
  });
}
var without = (reason) => ({ baseline: noBaseline(reason) });
function isNewSince(dockerfile, commit) {
  const reason = `${dockerfile} does not exist at ${(0, import_chunk_VRXQF2HV.shortSha)(commit)}: the image is new.`;
  return { state: "none", reason, isNew: true };
}
var maxRecordBytes = 4 * 2 ** 20;
var maxDockerfileBytes = 2 ** 20;
async function recordedBaseline(request, { progress }) {
  const { image, measurement, revisions } = request;
  const { repository } = revisions;
  if (!repository) return noRepository;
  const files = await repository.records.list();
  const { name } = repository.records;
  if (!files) return noBaseline(`There is no branch ${name} with recorded measurements.`);
  const { records, foreign } = (0, import_chunk_VRXQF2HV.readBranch)(files);
  if (records.length === 0 && foreign.length > 0)
    return noBaseline(`The branch ${name} was not written by Plimsoll, so nothing of it is read.`);
  const line = await lineOf(repository, revisions);
  const start = line.commits[0];
  if (start === void 0) return noBaseline("There is no earlier commit to hold the change against.");
  const isBuilt = image.image === void 0 && revisions.base !== void 0;
  const before = request.onBase ?? image;
  if (isBuilt && await repository.readText(start, before.dockerfile, maxDockerfileBytes) === void 0)
    return isNewSince(before.dockerfile, start);
  const same = records.filter(({ place }) => place.image === image.name);
  const fit = same.filter(({ place }) => place.platform === measurement.platform);
  const found = await nearest(line.commits, fit, repository, (text) => progress.log(text));
  if (!found) return noBaseline(whyNone(request, start, line, same, fit.length));
  const far = found.commit === start ? "" : `, the nearest recorded ancestor of ${line.name} ${(0, import_chunk_VRXQF2HV.shortSha)(start)}`;
  const from = `commit ${(0, import_chunk_VRXQF2HV.shortSha)(found.commit)}, recorded${far}`;
  const { base, rules, measurement: stored } = found;
  return { state: "found", from, ...base !== void 0 && { base }, ...rules && { rules }, measurement: stored };
}
async function nearest(commits, candidates, repository, note) {
  for (const commit of commits) {
    const candidate = candidates.find(({ place: place2 }) => place2.commit === commit);
    if (!candidate) continue;
    const { file, place } = candidate;
    const text = await repository.records.readText(file, maxRecordBytes);
    const read = text === void 0 ? { unfit: "it is too large, or no text" } : (0, import_chunk_VRXQF2HV.readRecord)(text);
    const unfit = "unfit" in read ? read.unfit : (0, import_chunk_VRXQF2HV.isOf)(read.record, place) ? void 0 : "it is of something else than its name says";
    if (unfit === void 0 && "record" in read) return read.record;
    note(`The record ${file.path} is not used: ${unfit}.
`);
  }
  return void 0;
}
function whyNone({ image, measurement: { platform } }, start, { name, commits }, same, fitting) {
  const others = [...new Set(same.map(({ place }) => place.platform))].join(", ");
  if (same.length > 0 && fitting === 0)
    return `${image.name} is recorded for ${others} but not for ${platform}; platforms are not compared with each other.`;
  return `Neither ${name} ${(0, import_chunk_VRXQF2HV.shortSha)(start)} nor the ${commits.length - 1} commits before it have a usable record of ${image.name} for ${platform}.`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  contextFor,
  lineOf,
  lookAhead,
  maxRecordBytes,
  noBaseline,
  noRepository,
  rebuiltBaseline,
  recordedBaseline,
  subjectOf
});
