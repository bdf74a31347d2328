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
  prepare: () => prepare,
  render: () => render
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var reporters = {
  table: async () => {
    const { renderTerminal } = await Promise.resolve().then(() => __toESM(require("./report-N5ZWYTJK.cjs")));
    return (result, { columns, colour }) => renderTerminal(result, { width: columns, colour });
  },
  json: async () => (await Promise.resolve().then(() => __toESM(require("./json-IHQQWLPQ.cjs")))).renderJson,
  markdown: async () => {
    const { renderMarkdown } = await Promise.resolve().then(() => __toESM(require("./comment-C3NGDBYE.cjs")));
    return (result) => renderMarkdown(result);
  },
  sarif: async () => (await Promise.resolve().then(() => __toESM(require("./sarif-XTK64XVX.cjs")))).renderSarif,
  junit: async () => (await Promise.resolve().then(() => __toESM(require("./junit-AWDVTIOF.cjs")))).renderJunit,
  github: async () => (await Promise.resolve().then(() => __toESM(require("./github-3VLIBC22.cjs")))).renderGithub,
  html: async () => {
    const { renderHtml } = await Promise.resolve().then(() => __toESM(require("./report-QBDIDODE.cjs")));
    return (result, { listings }) => renderHtml(result, listings);
  }
};
async function render(format, result, page) {
  const reporter = await reporters[format]();
  return reporter(result, page);
}
async function prepare(format) {
  await reporters[format]().catch(() => void 0);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  prepare,
  render
});
