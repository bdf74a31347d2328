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
  fromReport: () => fromReport,
  maxReportBytes: () => maxReportBytes,
  parseReport: () => parseReport
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var maxReportBytes = 64 * 2 ** 20;
function fromReport(path, image, text) {
  if (text === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-baseline-file",
      message: `The baseline ${path} of the image ${image.name} does not exist.`,
      expected: "a report written by --output json=FILE",
      hint: "Write one on the base branch, or use `baseline: none`."
    });
  }
  const stored = parseReport(path, text);
  const same = stored.images.filter(({ name }) => name === image.name);
  const found = same.find(({ platform }) => platform === image.platform);
  const gated = found?.variants.find(({ name }) => name === found.gated);
  if (found && gated) {
    const { base, measurement } = gated;
    const rules = (0, import_chunk_W24IUNW4.outcomesOf)(found);
    return { state: "found", from: path, ...base !== void 0 && { base }, rules, measurement };
  }
  if (found?.notBuilt !== void 0)
    return { state: "none", reason: `${path} holds no measurement of ${image.name}: it was not built in that run.` };
  if (same.length === 0)
    return { state: "none", reason: `${path} holds no image ${image.name}: it is new.`, isNew: true };
  return {
    state: "none",
    reason: `${path} holds ${image.name} for ${same.map(({ platform }) => platform).join(", ")} but not for ${image.platform}; platforms are not compared with each other.`
  };
}
function parseReport(path, text) {
  const data = parseJson(path, text);
  const parsed = import_chunk_YMVR63LA.checkResult.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badReport(path, issue ? `${issue.path.join(".") || "the document"}: ${issue.message}` : "not a report");
}
function parseJson(path, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badReport(path, cause instanceof Error ? cause.message : "not JSON");
  }
}
function badReport(path, got) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "bad-baseline-file",
    message: `${path} is not a report of schema version 1: ${got}.`,
    place: { file: path, line: 1 },
    expected: "JSON written by --output json=FILE",
    got,
    hint: "Write the report again with this version."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  fromReport,
  maxReportBytes,
  parseReport
});
