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
  maxRecordBytes: () => maxRecordBytes,
  noBaseline: () => noBaseline,
  noRepository: () => noRepository,
  rebuiltBaseline: () => rebuiltBaseline,
  recordedBaseline: () => recordedBaseline
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_L5FZOE5N = require("./chunk-L5FZOE5N.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var noBaseline = (reason) => ({ state: "none", reason });
var noRepository = noBaseline(
  "The checkout is no Git repository, so there is no commit to hold the change against."
);
async function rebuiltBaseline(request, workshop) {
  const { build, onBase, revisions, wants } = request;
  const image = onBase ?? request.image;
  const { repository, base: baseRevision, headSha } = revisions;
  if (image.image !== void 0) return without("The image is not built here, so it cannot be rebuilt.");
  if (!repository) return { baseline: noRepository };
  if (!baseRevision) return without("A rebuild needs a base revision: a pull request, or `--base`.");
  const commit = await (0, import_chunk_LJNQOZMK.commitToHoldAgainst)(repository, baseRevision, headSha);
  if (commit === void 0)
    return without(`The change and its base ${(0, import_chunk_LJNQOZMK.shortSha)(baseRevision.sha)} have no common history.`);
  const missing = await repository.missingFiles(commit, image.context);
  if (missing !== void 0) return without(`The commit ${(0, import_chunk_LJNQOZMK.shortSha)(commit)} cannot be rebuilt as it was: ${missing}`);
  return repository.withWorktree(commit, async (checkout) => {
    if (checkout.kindOf(image.dockerfile) !== "file") return { baseline: isNewSince(image.dockerfile, commit) };
    const platform = request.platform;
    const understood = await (0, import_chunk_4F2IJLUY.understandDockerfile)(image, platform, checkout);
    const [plan] = (0, import_chunk_OGQU3DUI.planVariants)({ ...image, findVariants: false, variants: [] }, understood?.report);
    const gathers = (0, import_chunk_4NB6Q3OJ.gathersOfBefore)(wants.gathers);
    const shop = { ...workshop, checkout };
    const context = { platform, understood, reads: wants.reads, gathers, build: { ...build, cacheTo: [] } };
    const before = { ...plan, name: `${image.name} at ${(0, import_chunk_LJNQOZMK.shortSha)(commit)}` };
    const sent = await (0, import_chunk_OLMDZGP6.contextFor)(gathers, image, shop);
    const gated = await (0, import_chunk_UWNBJAD5.examineVariant)(before, context, shop);
    const { base, examined } = gated;
    const from = `commit ${(0, import_chunk_LJNQOZMK.shortSha)(commit)}, rebuilt`;
    return {
      baseline: { state: "found", from, ...base !== void 0 && { base }, measurement: examined.measurement },
      read: (0, import_chunk_4POJ4BGW.readImage)(examined),
      subject: (0, import_chunk_L5FZOE5N.subjectOf)({ imageName: image.name, gated, understood, sent })
    };
  });
}
var without = (reason) => ({ baseline: noBaseline(reason) });
function isNewSince(dockerfile, commit) {
  const reason = `${dockerfile} does not exist at ${(0, import_chunk_LJNQOZMK.shortSha)(commit)}: the image is new.`;
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
  const { records, foreign } = (0, import_chunk_U7SEEGIM.readBranch)(files);
  if (records.length === 0 && foreign.length > 0)
    return noBaseline(`The branch ${name} was not written by Plimsoll, so nothing of it is read.`);
  const line = await (0, import_chunk_DKYLNZIJ.lineOf)(repository, revisions);
  const start = line.commits[0];
  if (start === void 0) return noBaseline("There is no earlier commit to hold the change against.");
  const isBuilt = image.image === void 0 && revisions.base !== void 0;
  const before = request.onBase ?? image;
  const same = records.filter(({ place }) => place.image === image.name);
  const fit = same.filter(({ place }) => place.platform === measurement.platform);
  const [committed, found] = await Promise.all([
    isBuilt ? repository.readText(start, before.dockerfile, maxDockerfileBytes) : "",
    nearest(line.commits, fit, repository, (text) => progress.log(text))
  ]);
  if (committed === void 0) return isNewSince(before.dockerfile, start);
  if (!found) return noBaseline(whyNone(request, start, line, same, fit.length));
  const far = found.commit === start ? "" : `, the nearest recorded ancestor of ${line.name} ${(0, import_chunk_LJNQOZMK.shortSha)(start)}`;
  const from = `commit ${(0, import_chunk_LJNQOZMK.shortSha)(found.commit)}, recorded${far}`;
  const { base, rules, measurement: stored } = found;
  return { state: "found", from, ...base !== void 0 && { base }, ...rules && { rules }, measurement: stored };
}
async function nearest(commits, candidates, repository, note) {
  for (const commit of commits) {
    const candidate = candidates.find(({ place: place2 }) => place2.commit === commit);
    if (!candidate) continue;
    const { file, place } = candidate;
    const text = await repository.records.readText(file, maxRecordBytes);
    const read = text === void 0 ? { unfit: "it is too large, or no text" } : (0, import_chunk_U7SEEGIM.readRecord)(text);
    const unfit = "unfit" in read ? read.unfit : (0, import_chunk_U7SEEGIM.isOf)(read.record, place) ? void 0 : "it is of something else than its name says";
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
  return `Neither ${name} ${(0, import_chunk_LJNQOZMK.shortSha)(start)} nor the ${commits.length - 1} commits before it have a usable record of ${image.name} for ${platform}.`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  maxRecordBytes,
  noBaseline,
  noRepository,
  rebuiltBaseline,
  recordedBaseline
});
