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
  exportStream: () => exportStream
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_6OUGNOIH = require("./chunk-6OUGNOIH.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var what = "exporting the image";
var quietMs = 6e5;
async function* exportStream(engine, id, signal) {
  const watch = (0, import_chunk_6OUGNOIH.watchEngine)(engine, signal);
  try {
    const call = { what, method: "GET", path: "/images/get", query: { names: id }, quietMs };
    const answer = await (0, import_chunk_ACDN42RY.largeAnswer)(engine, call, watch.signal);
    try {
      yield* (0, import_chunk_ABOBOMAN.counted)(answer, engine.onBytes);
    } finally {
      answer.destroy();
    }
  } catch (thrown) {
    throw (0, import_chunk_SWWGSW5Y.explainEngineFailure)(watch.failure() ?? thrown, engine.host, what, signal);
  } finally {
    watch.stop();
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  exportStream
});
