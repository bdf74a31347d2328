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
  variantKinds: () => variantKinds
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
function variantKinds({ variants }) {
  if (variants.length < 2) return void 0;
  const sorted = variants.toSorted((one, other) => other.measurement.unpackedBytes - one.measurement.unpackedBytes);
  const isSplit = sorted.every(({ measurement }) => isOwnKnown(measurement));
  const bytes = sorted.map(({ measurement }) => bytesByKind(measurement, isSplit));
  const kinds = import_chunk_B3FRI4KO.contentKinds.map((kind) => ({
    name: isSplit && kind === "base-system" ? "system files added" : import_chunk_SBBVQVTE.kindNames[kind],
    bytes: bytes.map((of) => of.kinds.get(kind) ?? 0)
  }));
  const base = { name: "base image", bytes: bytes.map((of) => of.base) };
  return {
    variants: sorted.map(({ name }) => name),
    rows: [...kinds, base].filter((row) => row.bytes.some((one) => one > 0)).toSorted((one, other) => Math.max(...other.bytes) - Math.max(...one.bytes))
  };
}
var isOwnKnown = ({ byKind }) => byKind.every(({ ownBytes }) => ownBytes !== void 0);
function bytesByKind({ byKind, unpackedBytes }, isSplit) {
  const kinds = new Map(byKind.map(({ kind, unpackedBytes: all, ownBytes = 0 }) => [kind, isSplit ? ownBytes : all]));
  const named = [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { kinds, base: unpackedBytes - named };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  variantKinds
});
