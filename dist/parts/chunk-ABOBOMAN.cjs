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
  counted: () => counted,
  readMeter: () => readMeter
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var tellEveryBytes = 1e6;
function readMeter(progress) {
  const open = [];
  return {
    onBytes(bytes) {
      const step = open.at(-1);
      if (!step) return;
      step.bytes += bytes;
      if (step.bytes - step.toldBytes < tellEveryBytes) return;
      step.toldBytes = step.bytes;
      step.update(`${(0, import_chunk_CCPWSZ7L.formatBytes)(step.bytes)} read`);
    },
    progress: {
      log: (text) => progress.log(text),
      step(text) {
        const inner = progress.step(text);
        const update = (detail) => inner.update(detail);
        const step = { update, bytes: 0, toldBytes: 0 };
        open.push(step);
        return {
          update,
          done: (detail) => {
            const index = open.indexOf(step);
            if (index >= 0) open.splice(index, 1);
            inner.done(detail);
          }
        };
      }
    }
  };
}
async function* counted(pieces, onBytes) {
  for await (const piece of pieces) {
    onBytes?.(piece.length);
    yield piece;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  counted,
  readMeter
});
