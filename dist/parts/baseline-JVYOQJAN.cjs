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
  findBaseline: () => findBaseline
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_VZPMM5ID = require("./chunk-VZPMM5ID.cjs");
var import_chunk_MWGOSDYI = require("./chunk-MWGOSDYI.cjs");
var import_chunk_VSE4NF7B = require("./chunk-VSE4NF7B.cjs");
var import_chunk_L5FZOE5N = require("./chunk-L5FZOE5N.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_2AOSR46K = require("./chunk-2AOSR46K.cjs");
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
async function publishedBaseline(reference, { image, platform, measurement: change, wants }, workshop) {
  const standsOn = change.perLayer.slice(0, change.baseLayers ?? 0).map(({ diffId }) => diffId);
  const around = { reads: wants.reads, gathers: (0, import_chunk_4NB6Q3OJ.gathersOfBefore)(wants.gathers), standsOn };
  const { source, isKnown, ...examined } = await (0, import_chunk_VZPMM5ID.examineReference)(reference, platform, workshop, around);
  const { measurement } = examined;
  if (!isKnown) {
    const notJudged = `${reference} stands on another base image than the change, so where its own layers begin is not known.`;
    return { baseline: { state: "found", from: reference, notJudged, measurement }, read: (0, import_chunk_4POJ4BGW.readImage)(examined) };
  }
  const subject = (0, import_chunk_L5FZOE5N.subjectOf)({ imageName: image.name, gated: { name: reference, source, built: false, examined } });
  return { baseline: { state: "found", from: reference, measurement }, read: (0, import_chunk_4POJ4BGW.readImage)(examined), subject };
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
      return { baseline: (0, import_chunk_MWGOSDYI.fromReport)(setting.path, of, text) };
    }
    case "recorded":
      return orReason(async () => ({ baseline: await (0, import_chunk_VSE4NF7B.recordedBaseline)(request, workshop) }));
    case "rebuild":
      return orReason(() => (0, import_chunk_VSE4NF7B.rebuiltBaseline)(request, workshop));
    case "default":
      return byDefault(request, workshop);
  }
}
async function byDefault(request, workshop) {
  const { base, repository } = request.revisions;
  if (!base) return without("No baseline is configured.");
  if (!repository) return { baseline: import_chunk_VSE4NF7B.noRepository };
  const { baseline: recorded } = await orReason(async () => ({ baseline: await (0, import_chunk_VSE4NF7B.recordedBaseline)(request, workshop) }));
  if (recorded.state === "found" || recorded.isNew) return { baseline: recorded };
  const rebuilt = await orReason(() => (0, import_chunk_VSE4NF7B.rebuiltBaseline)(request, workshop));
  if (rebuilt.baseline.state === "found" || rebuilt.baseline.isNew) return rebuilt;
  return without(`${recorded.reason} ${rebuilt.baseline.reason}`);
}
async function reportText(path, { base }, checkout) {
  const inside = (0, import_chunk_2AOSR46K.pathInside)(path, checkout);
  const committed = inside === void 0 ? void 0 : await base?.readText(inside, import_chunk_MWGOSDYI.maxReportBytes);
  return committed ?? checkout.readText(path, import_chunk_MWGOSDYI.maxReportBytes);
}
var without = (reason) => ({ baseline: (0, import_chunk_VSE4NF7B.noBaseline)(reason) });
async function orReason(find) {
  try {
    return await find();
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
    return without(`The baseline could not be had: ${thrown.message.replaceAll("\n", " ")}`);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  findBaseline
});
