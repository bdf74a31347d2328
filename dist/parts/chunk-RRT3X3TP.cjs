var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  examine: () => examine
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
async function examine(image, around, signal) {
  const [layers, { analyse }] = await Promise.all([
    image.readLayers(signal, searchedFirst(around)),
    (0, import_chunk_KEMUNL7R.meanwhile)(() => Promise.resolve().then(() => __toESM(require("./analyse-2UZGPUIJ.cjs"))))
  ]);
  return analyse(image, layers, around, signal);
}
function searchedFirst({ gathers = [] }) {
  if (!gathers.includes("secrets") && !gathers.includes("secrets-of-all-layers")) return void 0;
  return (path, fileBytes) => (0, import_chunk_USMGPDEC.isWorthSearching)(`/${path}`, fileBytes) ? Math.min(fileBytes, import_chunk_USMGPDEC.maxSearchedBytes) : 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  examine
});
