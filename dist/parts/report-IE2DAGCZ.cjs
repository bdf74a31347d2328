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
  runReport: () => runReport
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_PSRYYYGA = require("./chunk-PSRYYYGA.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_MWGOSDYI = require("./chunk-MWGOSDYI.cjs");
var import_chunk_MZALY4EI = require("./chunk-MZALY4EI.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_FZUNQGZP = require("./chunk-FZUNQGZP.cjs");
var import_chunk_LI3P6622 = require("./chunk-LI3P6622.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_QYPVMAPE = require("./chunk-QYPVMAPE.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_7R3HJLHJ = require("./chunk-7R3HJLHJ.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var maxReportBytes = 256 * 2 ** 20;
var runReport = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("report", argv, 1);
  const [path] = positionals;
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems]);
  const text = path === void 0 ? void 0 : await world.openCheckout(world.workingDir).readText((0, import_node_path.resolve)(world.workingDir, path), maxReportBytes);
  if (path === void 0 || text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noReport(path));
  const { csv } = (0, import_chunk_MZALY4EI.readAuditOptions)(values).options;
  if (isAudit(text)) {
    (0, import_chunk_QSM3B43T.raise)((0, import_chunk_MZALY4EI.strangeFormats)(options));
    await (0, import_chunk_PSRYYYGA.reportAudit)((0, import_chunk_MZALY4EI.parseAudit)(path, text), options, csv, world);
    return 0;
  }
  if (csv !== void 0) throw new import_chunk_ZU5SK2EV.UserError(noCsv(path));
  const result = (0, import_chunk_MWGOSDYI.parseReport)(path, text);
  for (const output of options.outputs)
    await world.writeReport(output.path, await (0, import_chunk_QYPVMAPE.render)(output.format, result, { columns: 120, colour: false }));
  world.stdout(await (0, import_chunk_QYPVMAPE.render)(options.format, result, world.terminal));
  return 0;
};
function isAudit(text) {
  try {
    const data = JSON.parse(text);
    return typeof data === "object" && data !== null && "kind" in data && data.kind === "audit";
  } catch {
    return false;
  }
}
function noReport(path) {
  return {
    code: "no-report",
    message: path === void 0 ? "`plimsoll report` needs a file." : `There is no report ${path}.`,
    expected: "a result of `plimsoll check` or `plimsoll audit`, written by --output json=FILE",
    hint: "For example: plimsoll report report.json --format markdown."
  };
}
function noCsv(path) {
  return {
    code: "invalid-input",
    message: `${path} is the result of a check; only an audit is written as CSV.`,
    expected: "JSON written by `plimsoll audit --output json=FILE`",
    got: path,
    hint: "Leave --csv out."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runReport
});
