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
  add: () => add,
  at: () => at,
  atByte: () => atByte,
  atCount: () => atCount,
  atInt: () => atInt,
  atSize: () => atSize,
  atText: () => atText,
  numberRecords: () => numberRecords,
  originOf: () => originOf,
  pathOf: () => pathOf,
  storedBytes: () => storedBytes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
function at(list, index) {
  const element = list[index];
  if (element === void 0) outside(list, index);
  return element;
}
function atInt(list, index) {
  const element = list[index];
  return element === void 0 ? outside(list, index) : element;
}
function atByte(list, index) {
  const element = list[index];
  return element === void 0 ? outside(list, index) : element;
}
function atCount(list, index) {
  const element = list[index];
  return element === void 0 ? outside(list, index) : element;
}
function atSize(list, index) {
  const element = list[index];
  return element === void 0 ? outside(list, index) : element;
}
function atText(list, index) {
  const element = list[index];
  return element === void 0 ? outside(list, index) : element;
}
function outside(list, index) {
  throw new Error(`No element ${index} in a list of ${list.length}.`);
}
function add(counters, index, amount) {
  const sum = (counters[index] ?? 0) + amount;
  counters[index] = sum;
  return sum;
}
function numberRecords(layers) {
  const starts = new Uint32Array(layers.length);
  let count = 0;
  for (const [index, layer] of layers.entries()) {
    starts[index] = count;
    count += layer.count;
  }
  const layerOf = new Uint32Array(count);
  const types = new Uint8Array(count);
  const bytes = new Float64Array(count);
  for (const [index, layer] of layers.entries()) {
    const start = atCount(starts, index);
    layerOf.fill(index, start, start + layer.count);
    types.set(layer.types.subarray(0, layer.count), start);
    bytes.set(layer.fileBytes.subarray(0, layer.count), start);
    for (const [record, target] of layer.linkTargets)
      if (layer.types[record] === import_chunk_OR32E4J6.EntryType.symlink) bytes[start + record] = storedBytes(target);
  }
  return {
    layers,
    count,
    starts,
    layerOf,
    types,
    bytes,
    names: new Uint32Array(count),
    places: new Int32Array(count),
    spelled: /* @__PURE__ */ new Map(),
    landed: /* @__PURE__ */ new Map(),
    restated: /* @__PURE__ */ new Map()
  };
}
function originOf(records, record) {
  const layer = atCount(records.layerOf, record);
  return { layer, entries: at(records.layers, layer), index: record - atCount(records.starts, layer) };
}
function pathOf(records, record) {
  const { entries, index } = originOf(records, record);
  return records.landed.get(record) ?? atText(entries.paths, index);
}
function storedBytes(text) {
  const escaped = text.match(/[\uDC80-\uDCFF]/gu)?.length ?? 0;
  return Buffer.byteLength(text) - 2 * escaped;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  add,
  at,
  atByte,
  atCount,
  atInt,
  atSize,
  atText,
  numberRecords,
  originOf,
  pathOf,
  storedBytes
});
