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
  keepsAll: () => keepsAll,
  knownLayers: () => knownLayers,
  noLayerCache: () => noLayerCache
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var noLayerCache = {
  get: () => Promise.resolve(void 0),
  has: () => Promise.resolve(false),
  put: () => void 0
};
async function knownLayers(cache, diffIds, own) {
  const known = await allOf(cache, diffIds, own);
  if (known.every((layer) => layer !== void 0)) return known;
  const other = await allOf(cache, diffIds, own === "crc32" ? "crc64" : "crc32");
  return other.every((layer) => layer !== void 0) ? other : known;
}
async function keepsAll(cache, diffIds, sums) {
  const kept = await Promise.all([...new Set(diffIds)].map((diffId) => cache.has(diffId, sums)));
  return kept.every(Boolean);
}
async function allOf(cache, diffIds, sums) {
  const distinct = [...new Set(diffIds)];
  const found = await Promise.all(distinct.map((diffId) => cache.get(diffId, sums)));
  const layers = new Map(distinct.map((diffId, index) => [diffId, found[index]]));
  return diffIds.map((diffId) => layers.get(diffId));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  keepsAll,
  knownLayers,
  noLayerCache
});
