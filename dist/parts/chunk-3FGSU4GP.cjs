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
  exitStatus: () => exitStatus,
  exitStatusOfError: () => exitStatusOfError
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var exitStatus = { passed: 0, policyFailed: 1, userMustFix: 2, ourBug: 3, interrupted: 130 };
function exitStatusOfError(thrown) {
  if (thrown instanceof import_chunk_ZU5SK2EV.Interrupted) return exitStatus.interrupted;
  return thrown instanceof import_chunk_ZU5SK2EV.UserError ? exitStatus.userMustFix : exitStatus.ourBug;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  exitStatus,
  exitStatusOfError
});
