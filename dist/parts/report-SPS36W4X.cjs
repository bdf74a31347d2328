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
  describeDockerfile: () => import_chunk_RERJVM4W.describeDockerfile,
  readDockerfile: () => import_chunk_RERJVM4W.readDockerfile,
  reportDockerfile: () => import_chunk_RERJVM4W.reportDockerfile
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_RERJVM4W = require("./chunk-RERJVM4W.cjs");
var import_chunk_S3IC7IWJ = require("./chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  describeDockerfile,
  readDockerfile,
  reportDockerfile
});
