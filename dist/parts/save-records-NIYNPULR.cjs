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
  refuseForeign: () => import_chunk_5NXEVZMD.refuseForeign,
  saveRecords: () => import_chunk_5NXEVZMD.saveRecords
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_5NXEVZMD = require("./chunk-5NXEVZMD.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  refuseForeign,
  saveRecords
});
