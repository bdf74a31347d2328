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
  isOtherBase: () => isOtherBase,
  numbersOf: () => numbersOf,
  ownGrowth: () => ownGrowth,
  unpackedPart: () => unpackedPart
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function numbersOf({ unpackedBytes, hiddenBytes, layers, baseLayers, hiddenTotal, perLayer }, about = {}) {
  const { byBaseLayersBytes } = hiddenTotal;
  return {
    unpackedBytes,
    hiddenBytes,
    layers,
    ...baseLayers !== void 0 && {
      baseLayers,
      baseBytes: perLayer.slice(0, baseLayers).reduce((sum, layer) => sum + layer.unpackedBytes, 0)
    },
    ...byBaseLayersBytes !== void 0 && { baseHiddenBytes: byBaseLayersBytes },
    ...about
  };
}
var unpackedPart = ({ unpackedBytes, baseBytes, base }) => ({
  total: unpackedBytes,
  ofBase: baseBytes,
  base
});
function ownGrowth(before, after) {
  const growth = after.total - before.total;
  if (isOtherBase(before.base, after.base)) return growth;
  if (before.ofBase === void 0 || after.ofBase === void 0) return void 0;
  return growth - (after.ofBase - before.ofBase);
}
function isOtherBase(before, after) {
  return before !== void 0 && after !== void 0 && withoutDigest(before) !== withoutDigest(after);
}
var withoutDigest = (reference) => reference.replace(/(?<=.)@sha(?:256|512):[0-9a-f]+$/, "");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  isOtherBase,
  numbersOf,
  ownGrowth,
  unpackedPart
});
