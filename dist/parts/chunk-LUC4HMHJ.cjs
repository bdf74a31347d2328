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
  encodePath: () => encodePath,
  nameOfLines: () => nameOfLines,
  sourceLinks: () => sourceLinks,
  urlOfLines: () => urlOfLines
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
function sourceLinks(repositoryUrl, commit) {
  if (repositoryUrl === void 0 || commit === void 0) return void 0;
  const isSafe = /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(repositoryUrl) && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit);
  return isSafe ? { repositoryUrl: repositoryUrl.replace(/\/+$/, ""), commit } : void 0;
}
function urlOfLines(links, { file, startLine, endLine }) {
  const path = file.replace(/^\.\//, "");
  if (path.split("/").some((segment) => /^\.{0,2}$/.test(segment))) return void 0;
  const lines = endLine > startLine ? `#L${startLine}-L${endLine}` : `#L${startLine}`;
  return `${links.repositoryUrl}/blob/${links.commit}/${encodePath(path)}${lines}`;
}
function encodePath(path) {
  return path.split("/").map((segment) => Array.from(segment, encodePoint).join("")).join("/");
}
function encodePoint(point) {
  const value = point.codePointAt(0) ?? 0;
  if (value >= 56448 && value <= 56575) return `%${(value - 56320).toString(16).toUpperCase()}`;
  return value >= 55296 && value <= 57343 ? "%EF%BF%BD" : encodeURIComponent(point);
}
function nameOfLines({ file, startLine, endLine }) {
  return endLine > startLine ? `${file}:${startLine}-${endLine}` : `${file}:${startLine}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  encodePath,
  nameOfLines,
  sourceLinks,
  urlOfLines
});
