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
  readBodiesFromContainer: () => readBodiesFromContainer
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KOKRIMOD = require("./chunk-KOKRIMOD.cjs");
var import_chunk_ZAL7WBV4 = require("./chunk-ZAL7WBV4.cjs");
var import_chunk_B346SMRJ = require("./chunk-B346SMRJ.cjs");
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function readBodiesFromContainer(engine, run, { imageId, nodes, layers, maxBytes }, signal) {
  return (0, import_chunk_KOKRIMOD.readFiles)(engine, run, { imageId, calls: (0, import_chunk_KOKRIMOD.planArchives)(nodes, layers), maxBytes }, signal);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readBodiesFromContainer
});
