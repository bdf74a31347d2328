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
  judge: () => judge
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var maxPathsShown = 20;
function judge(policy, subject, today) {
  const parts = policy.uses.map((use) => judgeRule(use, policy.waivers, subject, today));
  const findings = distinct(parts.flatMap((part) => part.findings));
  const notRun = parts.flatMap((part) => part.notRun);
  const troubled = new Set([...findings, ...notRun].map(({ rule }) => rule));
  return {
    findings: [
      ...findings.filter(({ level }) => level === "error"),
      ...findings.filter(({ level }) => level !== "error")
    ],
    notRun: distinct(notRun),
    passed: [...new Set(parts.flatMap((part) => part.passed))].filter((rule) => !troubled.has(rule)),
    waiversMatched: [...new Set(parts.flatMap((part) => part.waiversMatched))]
  };
}
function distinct(list) {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
function judgeRule(use, waivers, subject, today) {
  const { rule, level } = use;
  const nothing = { findings: [], notRun: [], passed: [], waiversMatched: [] };
  if (rule.needs?.includes("manifest") === true && isMissing("manifest", subject)) return nothing;
  if ("notBuilt" in subject && rule.withoutImage !== true && rule.alsoUnbuilt !== true) {
    const counts = use.saysWhenNotRun === true ? use.whenNotRun : "pass";
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: subject.notBuilt, counts }] };
  }
  if ("notRead" in subject && rule.withoutImage !== true && rule.withoutLayers !== true)
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: subject.notRead, counts: use.whenNotRun }] };
  const missing = rule.needs?.find((need) => isMissing(need, subject));
  if (missing !== void 0) {
    const counts = missing === "baseline" && "isNew" in subject && subject.isNew ? "pass" : use.whenNotRun;
    return { ...nothing, notRun: [{ rule: rule.id, level, reason: reasonFor(missing, subject), counts }] };
  }
  const found = run(rule, visibleTo(rule, subject), use.options);
  if (found.length === 0) return { ...nothing, passed: [rule.id] };
  const notRun = found.flatMap(
    (one) => "unknown" in one ? [{ rule: rule.id, level, reason: one.unknown, counts: countsOf(one, use, subject) }] : []
  );
  const judged = found.flatMap((one) => "unknown" in one ? [] : [judgeViolation(use, one, waivers, subject, today)]);
  return {
    ...nothing,
    notRun,
    findings: judged.map(({ finding }) => finding),
    waiversMatched: judged.flatMap(({ matched }) => matched)
  };
}
function visibleTo(rule, subject) {
  if (!("notRead" in subject) || rule.withoutImage !== true) return subject;
  const { imageName, dockerfile, context, notRead } = subject;
  return { imageName, notBuilt: notRead, ...dockerfile && { dockerfile }, ...context && { context } };
}
function countsOf({ needsImage }, use, subject) {
  return needsImage === true && "notBuilt" in subject && use.saysWhenNotRun !== true ? "pass" : use.whenNotRun;
}
function run(rule, subject, options) {
  try {
    return [...rule.check(subject, options)];
  } catch (cause) {
    throw new Error(`The rule ${rule.id} failed on the image ${subject.imageName}.`, { cause });
  }
}
function judgeViolation(use, violation, waivers, { imageName }, today) {
  const unwaived = {
    rule: use.rule.id,
    level: use.level,
    message: violation.message,
    ...violation.bytes !== void 0 && { bytes: violation.bytes },
    ...violation.location && { location: violation.location },
    ...violation.paths && { paths: [...violation.paths] },
    howToPass: violation.howToPass ?? use.rule.howToPass
  };
  const matched = waivers.filter((waiver) => (0, import_chunk_KMX3XWLJ.covers)(waiver, imageName, unwaived));
  const inForce = matched.find((waiver) => (0, import_chunk_KMX3XWLJ.isPermitted)(waiver, use) && !(0, import_chunk_KMX3XWLJ.isExpired)(waiver, today));
  const finding = {
    ...unwaived,
    ...unwaived.paths && { paths: unwaived.paths.slice(0, maxPathsShown) },
    waiver: inForce ? (0, import_chunk_KMX3XWLJ.asApplied)(inForce) : null
  };
  return { finding, matched };
}
function isMissing(need, subject) {
  const { dockerfile, tree, change, manifests } = subject;
  const fact = { dockerfile, files: tree, baseline: change, manifest: manifests }[need];
  return fact === void 0;
}
function reasonFor(need, subject) {
  if (need === "dockerfile") return "There is no Dockerfile: the image was not built here.";
  if (need === "files") return "The files of the image were not read.";
  if (subject.isNew === true) return "The image is new: there is nothing it could have grown from.";
  return subject.noBaselineReason ?? "No baseline is configured.";
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  judge
});
