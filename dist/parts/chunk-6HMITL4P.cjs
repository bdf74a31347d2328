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
  codePoints: () => codePoints,
  cutBlanks: () => cutBlanks,
  isSpaceCode: () => isSpaceCode,
  space: () => space,
  splitBlanks: () => splitBlanks,
  splitSpaces: () => splitSpaces,
  trim: () => trim,
  trimStart: () => trimStart
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
var spaces = new RegExp(`${space.source}+`);
function isSpaceCode(code) {
  return code < 128 ? code === 32 || code >= 9 && code <= 13 : space.test(String.fromCharCode(code));
}
function splitSpaces(text) {
  return space.test(text) ? text.split(spaces) : [text];
}
function trimStart(text) {
  let start = 0;
  while (start < text.length && isSpaceCode(text.charCodeAt(start))) start += 1;
  return start === 0 ? text : text.slice(start);
}
function trim(text) {
  let end = text.length;
  while (end > 0 && isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  return trimStart(end === text.length ? text : text.slice(0, end));
}
function isBlankCode(code) {
  return code === 32 || code === 9 || code >= 11 && code <= 13;
}
function splitBlanks(text) {
  return text.split(/[\t\v\f\r ]+/);
}
function cutBlanks(text) {
  let end = 0;
  while (end < text.length && !isBlankCode(text.charCodeAt(end))) end += 1;
  if (end === text.length) return [text];
  let rest = end + 1;
  while (rest < text.length && isBlankCode(text.charCodeAt(rest))) rest += 1;
  return [text.slice(0, end), text.slice(rest)];
}
function codePoints(text) {
  return Array.from(text);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  codePoints,
  cutBlanks,
  isSpaceCode,
  space,
  splitBlanks,
  splitSpaces,
  trim,
  trimStart
});
