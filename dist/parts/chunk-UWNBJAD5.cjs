var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  examineVariant: () => examineVariant
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
async function examineVariant(plan, context, workshop) {
  if (!("image" in plan)) {
    const { examineBuilt } = await Promise.resolve().then(() => __toESM(require("./examine-built-A4RVFHOI.cjs")));
    return examineBuilt(plan, context, workshop);
  }
  const { images, signal, progress, checkout } = workshop;
  const step = progress.step(`Reading ${plan.image}`);
  const image = await images.open((0, import_chunk_YLGEZEMV.readSource)(plan.image, checkout), context.platform, signal);
  const examined = await (0, import_chunk_RRT3X3TP.examine)(image, { reads: context.reads, gathers: context.gathers ?? [] }, signal);
  step.done((0, import_chunk_7A35LL3V.extentOf)(examined.measurement));
  const published = (0, import_chunk_7A35LL3V.asksRegistry)(context, false) ? await publishedBaseOf(image.facts, workshop) : void 0;
  return {
    name: plan.name,
    source: image.facts.source,
    built: false,
    examined,
    ...published && { publishedBase: published }
  };
}
async function publishedBaseOf(facts, workshop) {
  const { publishedBase } = await Promise.resolve().then(() => __toESM(require("./published-base-AQE4DEND.cjs")));
  return publishedBase({ facts }, workshop);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  examineVariant
});
