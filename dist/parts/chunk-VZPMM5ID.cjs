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
  examineReference: () => examineReference
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
async function examineReference(reference, platform, { images, checkout, progress, signal }, { standsOn, ...wants } = { standsOn: [], reads: [] }) {
  const step = progress.step(`Reading ${reference}`);
  const image = await images.open((0, import_chunk_YLGEZEMV.readSource)(reference, checkout), platform, signal);
  const isKnown = standsOn.every((diffId, layer) => image.facts.diffIds[layer] === diffId);
  const baseDiffIds = isKnown && standsOn.length > 0 ? standsOn : void 0;
  const around = { ...isKnown ? wants : { reads: [] }, ...baseDiffIds && { baseDiffIds } };
  const examined = await (0, import_chunk_RRT3X3TP.examine)(image, around, signal);
  step.done((0, import_chunk_7A35LL3V.extentOf)(examined.measurement));
  return { ...examined, source: image.facts.source, isKnown };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  examineReference
});
