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
  archiveQuietMs: () => archiveQuietMs,
  withArchive: () => withArchive
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var archiveQuietMs = 6e4;
async function withArchive(engine, container, path, signal, work) {
  const what = "reading files of the image";
  const address = `/containers/${container}/archive?path=${encodePath(path)}`;
  const call = { what, method: "GET", path: address, quietMs: archiveQuietMs };
  try {
    const answer = await (0, import_chunk_ACDN42RY.largeAnswer)(engine, call, signal);
    try {
      return await work(answer);
    } finally {
      answer.destroy();
    }
  } catch (thrown) {
    if (thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && thrown.status === 404) return void 0;
    throw (0, import_chunk_SWWGSW5Y.explainEngineFailure)(thrown, engine.host, what, signal);
  }
}
function encodePath(path) {
  const encoded = Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 56448 && code <= 56575 ? `%${(code - 56320).toString(16)}` : encodeURIComponent(character);
  });
  return `%2F${encoded.join("")}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  archiveQuietMs,
  withArchive
});
