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
  checkStated: () => checkStated
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KRMBO7LO = require("./chunk-KRMBO7LO.cjs");
var import_chunk_WDR3NQNY = require("./chunk-WDR3NQNY.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
async function checkStated({ image: { name }, platform, policy, today, gated, context }, { images, checkout, progress, signal }) {
  const step = progress.step(`Reading ${gated.image}`);
  const { facts } = await images.open((0, import_chunk_YLGEZEMV.readSource)(gated.image, checkout), platform, signal);
  step.done();
  const measurement = (0, import_chunk_KRMBO7LO.measureStated)(facts);
  const subject = { imageName: name, measurement, notRead: import_chunk_4NB6Q3OJ.layersNotNeeded, ...context && { context } };
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_2RRNY4QZ.judge)(policy, subject, today);
  return {
    waiversMatched,
    result: {
      name,
      platform: measurement.platform,
      gated: gated.name,
      variants: [],
      stated: { source: facts.source, reason: import_chunk_4NB6Q3OJ.layersNotNeeded, measurement },
      baseline: { state: "none", reason: "No baseline is configured." },
      comparisons: [],
      findings: [...findings],
      notRun: [...notRun],
      passed: [...passed]
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkStated
});
