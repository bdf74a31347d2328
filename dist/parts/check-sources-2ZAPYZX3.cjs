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
  checkSources: () => checkSources
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var usualPlatform = "linux/amd64";
var notBuilt = "The image was not built (--no-build).";
async function checkSources({
  image,
  platform = usualPlatform,
  policy,
  build,
  today
}, workshop) {
  const { buildContexts } = build;
  const understood = await (0, import_chunk_4F2IJLUY.understandDockerfile)(image, platform, workshop.checkout, { buildContexts });
  if (!understood) throw new Error("An image that exists is checked itself.");
  const gathers = policy.uses.flatMap(({ rule }) => rule.gathers ?? []);
  const context = await (0, import_chunk_OLMDZGP6.contextFor)(gathers, image, workshop);
  const dockerfile = understood.report;
  const subject = { imageName: image.name, dockerfile, notBuilt, ...context && { context } };
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_2RRNY4QZ.judge)(policy, subject, today);
  const [gated] = (0, import_chunk_OGQU3DUI.planVariants)(image, dockerfile);
  const result = {
    name: image.name,
    platform,
    gated: gated.name,
    notBuilt,
    variants: [],
    baseline: { state: "none", reason: notBuilt },
    comparisons: [],
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  return { result, waiversMatched, notices: noticesOf(result) };
}
function noticesOf({ name, notRun }) {
  const count = notRun.filter(({ reason }) => reason === notBuilt).length;
  if (count === 0) return [];
  const rules = `${count} ${count === 1 ? "rule that needs" : "rules that need"}`;
  return [{ level: "warning", message: `${name} was not built (--no-build): ${rules} the image did not run.` }];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkSources
});
