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
  readRecordsFromExport: () => readRecordsFromExport
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_3JKERKQU = require("./chunk-3JKERKQU.cjs");
var import_chunk_SEVVZRML = require("./chunk-SEVVZRML.cjs");
var import_chunk_XFMKXYHI = require("./chunk-XFMKXYHI.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_4MQIN5IL = require("./chunk-4MQIN5IL.cjs");
var import_chunk_BDNLY3V3 = require("./chunk-BDNLY3V3.cjs");
var import_chunk_FLTJAXYX = require("./chunk-FLTJAXYX.cjs");
var import_chunk_3HQYR3X4 = require("./chunk-3HQYR3X4.cjs");
var import_chunk_IIXWZ7A3 = require("./chunk-IIXWZ7A3.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_OAQFWCPV = require("./chunk-OAQFWCPV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
async function readRecordsFromExport(engine, imageId, records, maxBytes, signal) {
  if (records.length === 0) return [];
  const paths = new Set(records.map(({ path }) => path));
  const archive = await (0, import_chunk_BDNLY3V3.readDockerArchiveStream)(() => (0, import_chunk_3JKERKQU.exportStream)(engine, imageId, signal), {
    source: `engine:${imageId}`,
    // Kept while the export streams by, so that it is made once.
    keepBody: (path, bodyBytes) => paths.has(path) ? Math.min(bodyBytes, maxBytes) : 0,
    signal
  });
  const image = await archive.open();
  return await image.readRecords?.(records, maxBytes, signal) ?? [];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readRecordsFromExport
});
