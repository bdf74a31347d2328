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
  openBase: () => import_chunk_NQ353VKZ.openBase,
  policiesByToken: () => import_chunk_NQ353VKZ.policiesByToken,
  remotePolicies: () => import_chunk_NQ353VKZ.remotePolicies
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_NQ353VKZ = require("./chunk-NQ353VKZ.cjs");
var import_chunk_534LGCCF = require("./chunk-534LGCCF.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openBase,
  policiesByToken,
  remotePolicies
});
