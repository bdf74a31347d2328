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
  asApplied: () => asApplied,
  covers: () => covers,
  isExpired: () => isExpired,
  isPermitted: () => isPermitted,
  waiverNotices: () => waiverNotices,
  waiversInForce: () => waiversInForce
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var noticeDays = 14;
function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
}
function isExpired(waiver, today) {
  return daysBetween(today, waiver.expires) <= 0;
}
function isPermitted(waiver, use) {
  return waiver.ofFloor === true || use.floor?.isWaivable !== false;
}
function waiversInForce(waivers, imageName, today) {
  return waivers.filter(
    (waiver) => waiver.ofFloor !== true && !isExpired(waiver, today) && (waiver.image === void 0 || (0, import_chunk_IAAG4V6P.compileGlob)(waiver.image)(imageName))
  ).length;
}
function covers(waiver, imageName, finding) {
  if (waiver.rule !== finding.rule) return false;
  if (waiver.image !== void 0 && !(0, import_chunk_IAAG4V6P.compileGlob)(waiver.image)(imageName)) return false;
  if (waiver.lines && !overlap(waiver.lines, finding.location)) return false;
  if (waiver.path === void 0) return true;
  const matches = (0, import_chunk_IAAG4V6P.compileGlob)(waiver.path);
  if (finding.paths && finding.paths.length > 0) return finding.paths.every((path) => matches(path));
  const location = finding.location;
  return location !== void 0 && [location.file, `${location.file}:${location.startLine}`].some(matches);
}
function overlap(lines, location) {
  if (location?.file !== lines.file) return false;
  return location.startLine <= lines.endLine && location.endLine >= lines.startLine;
}
function asApplied({ reason, owner, expires, origin }) {
  return { reason, owner, expires, place: origin };
}
function waiverNotices(policy, matched, today) {
  return policy.waivers.flatMap((waiver) => {
    const name = `The waiver of ${waiver.rule}${waiver.image === void 0 ? "" : ` for ${waiver.image}`} (${waiver.origin})`;
    const days = daysBetween(today, waiver.expires);
    if (days <= 0)
      return [
        { level: "warning", message: `${name} expired on ${waiver.expires} and no longer works; ask ${waiver.owner}.` }
      ];
    if (policy.uses.some((use) => use.rule.id === waiver.rule && !isPermitted(waiver, use)))
      return [
        {
          level: "warning",
          message: `${name} does not count: the organisation’s policy does not let this rule be waived.`
        }
      ];
    if (!matched.has(waiver))
      return [{ level: "warning", message: `${name} matches no finding: remove it, or look at its rule and pattern.` }];
    if (days > noticeDays) return [];
    const left = days === 1 ? "tomorrow" : `in ${days} days`;
    return [{ level: "notice", message: `${name} stops working ${left}, on ${waiver.expires}; ask ${waiver.owner}.` }];
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  asApplied,
  covers,
  isExpired,
  isPermitted,
  waiverNotices,
  waiversInForce
});
