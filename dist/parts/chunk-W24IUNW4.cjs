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
  changedRules: () => changedRules,
  outcomesOf: () => outcomesOf
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function outcomesOf({ findings, passed }) {
  return { found: [...new Set(findings.map(({ rule }) => rule))].sort(), passed: [...passed].sort() };
}
function changedRules(before, after) {
  return { broken: inBoth(after.found, before.passed), fixed: inBoth(after.passed, before.found) };
}
function inBoth(one, other) {
  return one.filter((rule) => other.includes(rule));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  changedRules,
  outcomesOf
});
