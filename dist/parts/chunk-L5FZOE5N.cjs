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
  subjectOf: () => subjectOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function subjectOf(parts) {
  const { imageName, gated, baseline, change, history, stages, understood, sent, waivers } = parts;
  const dockerfile = gated.dockerfile ?? understood?.report;
  const context = sent ?? gated.context;
  const { measurement, tree, hidden, bodies, executable, entryScript, secrets, duplicates } = gated.examined;
  return {
    imageName,
    measurement,
    tree,
    hidden,
    bodies,
    ...executable && { executable },
    ...entryScript && { entryScript },
    ...secrets && { secrets },
    ...duplicates && { duplicates },
    ...dockerfile && { dockerfile },
    ...gated.baseConfig && { baseConfig: gated.baseConfig },
    ...gated.publishedBase && { publishedBase: gated.publishedBase },
    ...change && { change },
    ...history && (history.points.length > 0 ? { history: history.points } : { noHistoryReason: history.reason ?? "" }),
    ...gated.base !== void 0 && { base: gated.base },
    ...waivers !== void 0 && { waivers },
    ...stages && { stages },
    ...baseline?.state === "none" && { noBaselineReason: baseline.reason, isNew: baseline.isNew === true },
    ...context && { context }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  subjectOf
});
