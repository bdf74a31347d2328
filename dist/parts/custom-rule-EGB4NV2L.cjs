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
  customRule: () => customRule
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_YM4QFT5G = require("./chunk-YM4QFT5G.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var missing = {
  image: () => "There is no image.",
  files: () => "The files of the image were not read.",
  dockerfile: () => "There is no Dockerfile: the image was not built here.",
  baseline: ({ noBaselineReason }) => noBaselineReason ?? "No baseline is configured.",
  change: ({ noBaselineReason }) => noBaselineReason ?? "No baseline is configured."
};
function customRule({ id, message, why, howToPass }, expression) {
  const asksForChange = expression.uses.has("change") || expression.uses.has("baseline");
  return {
    id,
    group: "custom",
    summary: message,
    why: why ?? "The policy says so; see where it is turned on.",
    howToPass: howToPass ?? "Ask the owner of the policy, or see its expression where it is turned on.",
    options: import_chunk_AJHEZPZQ.external_exports.strictObject({ when: import_chunk_AJHEZPZQ.external_exports.string(), message: import_chunk_AJHEZPZQ.external_exports.string() }),
    // A new image has no change, which is no failure: the judge knows.
    ...asksForChange && { needs: ["baseline"] },
    *check(subject) {
      const view = (0, import_chunk_YM4QFT5G.viewOf)(subject);
      const absent = [...expression.uses].find((name) => view[name] === void 0);
      if (absent !== void 0) {
        yield { unknown: missing[absent](subject) };
        return;
      }
      const said = expression.evaluate(view);
      if (typeof said !== "boolean") yield said;
      else if (said) {
        const location = subject.dockerfile && (0, import_chunk_4LVAQKBM.finalFrom)(subject.dockerfile);
        yield { message, ...location && { location } };
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  customRule
});
