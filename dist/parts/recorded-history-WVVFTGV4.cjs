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
  recordedHistory: () => recordedHistory
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_VSE4NF7B = require("./chunk-VSE4NF7B.cjs");
var import_chunk_L5FZOE5N = require("./chunk-L5FZOE5N.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var bytes = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var count = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var pastRecord = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(import_chunk_U7SEEGIM.recordSchemaVersion),
  commit: (0, import_chunk_H7G5P3MR.string)(),
  committedAt: count,
  image: (0, import_chunk_H7G5P3MR.string)(),
  platform: (0, import_chunk_H7G5P3MR.string)(),
  base: (0, import_chunk_H7G5P3MR.string)().optional(),
  waivers: count.optional(),
  measurement: (0, import_chunk_H7G5P3MR.object)({
    unpackedBytes: bytes,
    hiddenBytes: bytes,
    layers: count,
    baseLayers: count.optional(),
    hiddenTotal: (0, import_chunk_H7G5P3MR.object)({ byBaseLayersBytes: bytes.optional() }),
    perLayer: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.object)({ unpackedBytes: bytes }))
  })
});
function readPast(text, place) {
  const parsed = pastRecord.safeParse(parse(text));
  if (!parsed.success || !(0, import_chunk_U7SEEGIM.isOf)(parsed.data, place)) return void 0;
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
async function recordedHistory(request) {
  const { repository } = request.revisions;
  if (!repository) return { points: [], reason: import_chunk_VSE4NF7B.noRepository.reason };
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
  const { commits } = await (0, import_chunk_DKYLNZIJ.lineOf)(repository, revisions);
  const places = new Map(
    (0, import_chunk_U7SEEGIM.readBranch)(files).records.filter(({ place }) => place.image === image && place.platform === platform).map((record) => [record.place.commit, record])
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
    import_chunk_VSE4NF7B.maxRecordBytes
  );
  const points = records.flatMap(({ place }, index) => {
    const past = readPast(texts[index] ?? "", place);
    if (!past) return [];
    const { base, waivers } = past;
    const about = { ...base !== void 0 && { base }, ...waivers !== void 0 && { waivers } };
    return [{ commit: place.commit, committedAt: place.committedAt, ...(0, import_chunk_SAENPZCV.numbersOf)(past.measurement, about) }];
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  recordedHistory
});
