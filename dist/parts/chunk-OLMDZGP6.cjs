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
  contextFor: () => contextFor
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
async function contextFor(gathers, { image, context, dockerfile }, { contexts, checkout, progress, signal }) {
  if (image !== void 0 || !gathers.includes("context")) return void 0;
  const step = progress.step("Looking at the build context");
  const contextDir = checkout.absolute(context);
  const weighed = await contexts.weigh({ contextDir, dockerfile: checkout.absolute(dockerfile), isSecretFile: import_chunk_556JJ2L2.isSecretFile }, signal).catch((thrown) => {
    throw (0, import_chunk_AJDVI4XC.seenFromCheckout)(thrown, checkout);
  });
  step.done();
  return weighed;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  contextFor
});
