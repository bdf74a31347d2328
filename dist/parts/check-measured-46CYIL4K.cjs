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
  checkMeasured: () => checkMeasured
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ARONCHLY = require("./chunk-ARONCHLY.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_2ALLEEO2 = require("./chunk-2ALLEEO2.cjs");
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_L5FZOE5N = require("./chunk-L5FZOE5N.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
async function checkMeasured(check, { variants, understood, sent }, workshop) {
  const { image, platform, policy, build, today, waivers, findBaseline, findHistory } = check;
  const [gatedPlan, ...otherPlans] = variants;
  const [reads, gathers] = [(0, import_chunk_4NB6Q3OJ.readsOf)(policy), (0, import_chunk_4NB6Q3OJ.gathersOf)(policy)];
  const context = { platform, understood, build };
  const gated = await (0, import_chunk_UWNBJAD5.examineVariant)(gatedPlan, { ...context, reads, gathers }, workshop);
  const others = [];
  const wanted = image.noBuild === true ? otherPlans.filter((plan) => "image" in plan) : otherPlans;
  for (const plan of wanted) others.push(await (0, import_chunk_UWNBJAD5.examineVariant)(plan, { ...context, reads: [] }, workshop));
  const { measurement } = gated.examined;
  const named = { name: image.name, platform: measurement.platform };
  const [found, history] = await Promise.all([
    findBaseline({ image, platform, measurement, build }),
    findHistory(measurement.platform, gathers)
  ]);
  const baseline = judged(found, policy, today);
  const change = changeSince(found, gated);
  const alternatives = others.map((other) => against(other, gated));
  const subject = (0, import_chunk_L5FZOE5N.subjectOf)({
    imageName: image.name,
    gated,
    baseline,
    change,
    history,
    waivers,
    understood,
    sent,
    stages: alternatives[others.findIndex(isSingleStage)]
  });
  const { findings, notRun, passed, waiversMatched } = (0, import_chunk_2RRNY4QZ.judge)(policy, subject, today);
  const result = {
    ...named,
    gated: gated.name,
    variants: [gated, ...others].map(asResult),
    baseline,
    comparisons: [...change ? [change] : [], ...alternatives],
    ...baseline.state === "found" && baseline.rules && {
      rulesSince: (0, import_chunk_W24IUNW4.changedRules)(baseline.rules, (0, import_chunk_W24IUNW4.outcomesOf)({ findings, passed }))
    },
    ...history && history.points.length > 0 && { history: [...history.points] },
    waivers,
    findings: [...findings],
    notRun: [...notRun],
    passed: [...passed]
  };
  check.listings?.set((0, import_chunk_GBGEQQ52.keyOfImage)(result), gated.examined.listFiles());
  return { result, waiversMatched };
}
function judged({ baseline, subject }, policy, today) {
  if (baseline.state === "none" || !subject) return baseline;
  return { ...baseline, rules: (0, import_chunk_W24IUNW4.outcomesOf)((0, import_chunk_2RRNY4QZ.judge)(policy, subject, today)) };
}
function changeSince({ baseline, read }, gated) {
  if (baseline.state === "none") return void 0;
  const rewritten = read && (0, import_chunk_ARONCHLY.rewrittenFiles)(read, (0, import_chunk_4POJ4BGW.readImage)(gated.examined));
  return (0, import_chunk_ARONCHLY.compare)(baseline.measurement, gated.examined.measurement, {
    kind: "baseline",
    before: baseline.from,
    after: gated.name,
    bases: { before: baseline.base, after: gated.base },
    ...rewritten && { rewritten }
  });
}
function against(other, gated) {
  return (0, import_chunk_ARONCHLY.compare)(other.examined.measurement, gated.examined.measurement, {
    kind: "variant",
    before: other.name,
    after: gated.name,
    bases: { before: other.base, after: gated.base }
  });
}
var isSingleStage = ({ name }) => name === "single-stage";
function asResult({ name, source, built, base, examined }) {
  return { name, source, built, ...base !== void 0 && { base }, measurement: examined.measurement };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkMeasured
});
