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
  exportStream: () => import_chunk_YQ276AR4.exportStream
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_YQ276AR4 = require("./chunk-YQ276AR4.cjs");
var import_chunk_SXFANATY = require("./chunk-SXFANATY.cjs");
var import_chunk_T5S4CMJN = require("./chunk-T5S4CMJN.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_LGNKIBTA = require("./chunk-LGNKIBTA.cjs");
var import_chunk_XLZJAZCB = require("./chunk-XLZJAZCB.cjs");
var import_chunk_4MQIN5IL = require("./chunk-4MQIN5IL.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  exportStream
});
