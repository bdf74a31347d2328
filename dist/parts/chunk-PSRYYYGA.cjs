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
  reportAudit: () => reportAudit
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_MZALY4EI = require("./chunk-MZALY4EI.cjs");
async function reportAudit(result, { format, outputs }, csv, world) {
  for (const output of outputs) {
    const page = { columns: 120, colour: false };
    await world.writeReport(output.path, (0, import_chunk_MZALY4EI.renderAudit)((0, import_chunk_MZALY4EI.asAuditFormat)(output.format), result, page));
  }
  if (csv !== void 0) await world.writeReport(csv, (0, import_chunk_MZALY4EI.renderAuditCsv)(result));
  world.stdout((0, import_chunk_MZALY4EI.renderAudit)((0, import_chunk_MZALY4EI.asAuditFormat)(format), result, world.terminal));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  reportAudit
});
