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
  visible: () => visible
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/u;
var plain = /^[ -~\u00b7\u2010-\u2027\u2248\u2713\u2717]*$/;
var combining = new RegExp("\\p{M}", "u");
var maxMarks = 3;
var shortEscapes = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function visible(untrusted, maxUnits = 200) {
  if (untrusted.length <= maxUnits && plain.test(untrusted)) return untrusted;
  const bounded = untrusted.length > maxUnits * 8 ? ends(untrusted, maxUnits * 4) : untrusted;
  const units = plain.test(bounded) ? bounded.split("") : visibleUnits(bounded);
  return units.length <= maxUnits ? units.join("") : cut(units, maxUnits);
}
function cut(units, maxUnits) {
  const head = Math.ceil((maxUnits - 1) / 2);
  return `${units.slice(0, head).join("")}…${units.slice(units.length - (maxUnits - 1 - head)).join("")}`;
}
function visibleUnits(untrusted) {
  let marks = 0;
  return Array.from(untrusted, (point) => {
    marks = combining.test(point) ? marks + 1 : 0;
    return marks > maxMarks || invisible.test(point) ? escapeOf(point) : point;
  });
}
function escapeOf(point) {
  const short = shortEscapes[point];
  if (short !== void 0) return short;
  const value = point.codePointAt(0) ?? 0;
  if (value >= 56448 && value <= 56575) return `\\x${(value - 56320).toString(16)}`;
  return `\\u{${value.toString(16)}}`;
}
function ends(text, length) {
  return text.slice(0, length) + text.slice(-length);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  visible
});
