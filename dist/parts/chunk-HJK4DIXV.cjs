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
  maxReportBytes: () => maxReportBytes,
  readForeignReport: () => readForeignReport,
  reportName: () => reportName
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var maxReportBytes = 16 * 2 ** 20;
var reportName = "plimsoll.json";
var limits = { depth: 32, values: 4e5, textUnits: 1e5, images: 200 };
function readForeignReport(bytes, head) {
  const data = parseJson(bytes);
  holdToLimits(data);
  const parsed = import_chunk_YMVR63LA.checkResult.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(`${issue?.path.join(".") || "the document"}: ${issue?.message ?? "not a report"}`);
  }
  const { data: result } = parsed;
  const { revision, images, outcome, exitStatus } = result;
  if (revision?.head !== void 0 && revision.head !== head) throw refused("it tells of another commit");
  if (images.length > limits.images) throw refused(`it tells of more than ${limits.images} images`);
  if (outcome === "pass" !== (exitStatus === 0)) throw refused("its outcome and its exit status contradict");
  for (const { name, gated, variants, notBuilt, stated } of images)
    if ((notBuilt === void 0 && !stated || variants.length > 0) && !variants.some((variant) => variant.name === gated))
      throw refused(`its image "${name.slice(0, 100)}" lacks the variant that was judged`);
  return result;
}
function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refused("it is no JSON in UTF-8", cause);
  }
}
function holdToLimits(data) {
  let values = 0;
  let level = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > limits.depth) throw refused(`it nests deeper than ${limits.depth} levels`);
    if (values > limits.values) throw refused(`it holds more than ${limits.values} values`);
    if (level.some((value) => typeof value === "string" && value.length > limits.textUnits))
      throw refused(`a text in it is longer than ${limits.textUnits} characters`);
    level = level.flatMap(
      (value) => typeof value === "object" && value !== null ? Object.values(value) : []
    );
  }
}
function refused(why, cause) {
  return new import_chunk_ZU5SK2EV.UserError(
    {
      code: "report-refused",
      message: `The report in the artifact is refused: ${why}.`,
      expected: "JSON written by `output: json=plimsoll.json` in the run that ended",
      hint: "Artifacts of pull requests are not to be trusted. If it is your own workflow that made it, use the same version of both actions."
    },
    { cause }
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  maxReportBytes,
  readForeignReport,
  reportName
});
