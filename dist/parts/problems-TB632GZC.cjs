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
  renderProblems: () => renderProblems
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_FZUNQGZP = require("./chunk-FZUNQGZP.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var problem = (0, import_chunk_H7G5P3MR.object)({
  code: (0, import_chunk_H7G5P3MR.string)(),
  /** A whole sentence. */
  message: (0, import_chunk_H7G5P3MR.string)(),
  place: (0, import_chunk_H7G5P3MR.object)({ file: (0, import_chunk_H7G5P3MR.string)(), line: (0, import_chunk_H7G5P3MR.int)(), column: (0, import_chunk_H7G5P3MR.int)().optional() }).optional(),
  expected: (0, import_chunk_H7G5P3MR.string)().optional(),
  got: (0, import_chunk_H7G5P3MR.string)().optional(),
  /** Last lines of what a program printed. */
  output: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.string)()).readonly().optional(),
  /** What to do next, a whole sentence. */
  hint: (0, import_chunk_H7G5P3MR.string)()
});
var problemsResult = (0, import_chunk_H7G5P3MR.object)({
  schemaVersion: (0, import_chunk_H7G5P3MR.literal)(1),
  tool: (0, import_chunk_H7G5P3MR.object)({ name: (0, import_chunk_H7G5P3MR.literal)("plimsoll"), version: (0, import_chunk_H7G5P3MR.string)() }),
  outcome: (0, import_chunk_H7G5P3MR.literal)("error"),
  exitStatus: (0, import_chunk_H7G5P3MR.literal)(2),
  problems: (0, import_chunk_H7G5P3MR.array)(problem).min(1)
});
function renderProblems({ problems }, toolVersion) {
  const tool = { name: "plimsoll", version: toolVersion };
  return (0, import_chunk_FZUNQGZP.toJson)(problemsResult.parse({ schemaVersion: 1, tool, outcome: "error", exitStatus: 2, problems }));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  renderProblems
});
