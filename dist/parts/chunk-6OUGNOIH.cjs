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
  watchEngine: () => watchEngine
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OUSTZCIE = require("./chunk-OUSTZCIE.cjs");
var askEveryMs = 3e4;
function watchEngine(engine, signal) {
  const frozen = new AbortController();
  const timer = setInterval(() => {
    (0, import_chunk_OUSTZCIE.ping)(engine, signal).catch((thrown) => frozen.abort(thrown));
  }, askEveryMs);
  return {
    signal: AbortSignal.any([signal, frozen.signal]),
    failure: () => frozen.signal.reason,
    stop: () => clearInterval(timer)
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  watchEngine
});
