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
  readDiveCi: () => readDiveCi
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var disabled = (0, import_chunk_H7G5P3MR.preprocess)(
  (given) => typeof given === "string" ? given.trim().toLowerCase() : given ?? "",
  (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.literal)(false), (0, import_chunk_H7G5P3MR._enum)(["", "disabled", "off", "false"])]).transform(() => "disabled")
);
var ratioText = "a ratio from 0 to 1, or `disabled`";
var ratio = (0, import_chunk_H7G5P3MR.union)(
  [
    disabled,
    (0, import_chunk_H7G5P3MR.union)([(0, import_chunk_H7G5P3MR.number)(), (0, import_chunk_H7G5P3MR.string)().regex(/^\s*\d?\.?\d{1,12}\s*$/)]).transform(Number).pipe((0, import_chunk_H7G5P3MR.number)().min(0).max(1))
  ],
  { error: ratioText }
);
var sizeText = "a size such as `20 MB`, or `disabled`";
var wastedLimit = (0, import_chunk_H7G5P3MR.union)(
  [
    disabled,
    (0, import_chunk_H7G5P3MR.union)([
      (0, import_chunk_H7G5P3MR.int)().nonnegative(),
      (0, import_chunk_H7G5P3MR.string)().transform((text) => (0, import_chunk_CCPWSZ7L.parseBytes)(text) ?? -1).pipe((0, import_chunk_H7G5P3MR.int)().min(0))
    ])
  ],
  { error: sizeText }
);
var diveCi = (0, import_chunk_H7G5P3MR.strictObject)({
  rules: (0, import_chunk_H7G5P3MR.strictObject)(
    {
      lowestEfficiency: ratio.optional(),
      highestWastedBytes: wastedLimit.optional(),
      highestUserWastedPercent: ratio.optional()
    },
    { error: "dive’s rules: `lowestEfficiency`, `highestWastedBytes`, `highestUserWastedPercent`" }
  )
});
function readDiveCi(file, text) {
  const yaml = (0, import_chunk_GVTTUVDZ.readYaml)(file, text);
  const parsed = diveCi.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data.rules;
  const [first, ...others] = (0, import_chunk_GVTTUVDZ.problemsOf)(parsed.error, diveCi, yaml);
  throw first ? new import_chunk_ZU5SK2EV.UserError([first, ...others]) : new Error("A refused file has a problem.", { cause: parsed.error });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readDiveCi
});
