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
  renderMarkdown: () => import_chunk_ACJW3YNY.renderMarkdown
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ACJW3YNY = require("./chunk-ACJW3YNY.cjs");
var import_chunk_7R3HJLHJ = require("./chunk-7R3HJLHJ.cjs");
var import_chunk_YZBFJGH3 = require("./chunk-YZBFJGH3.cjs");
var import_chunk_2CS64RFN = require("./chunk-2CS64RFN.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderMarkdown
});
