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
var import_chunk_VNLFWINN = require("./chunk-VNLFWINN.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_4KIEYRKP = require("./chunk-4KIEYRKP.cjs");
var import_chunk_ANMF5PNK = require("./chunk-ANMF5PNK.cjs");
var import_chunk_FYDV3WEY = require("./chunk-FYDV3WEY.cjs");
var import_chunk_CZNOIIUV = require("./chunk-CZNOIIUV.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_MVYKJZVI = require("./chunk-MVYKJZVI.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_RDT45NJ4 = require("./chunk-RDT45NJ4.cjs");
var import_chunk_JBSVNCXA = require("./chunk-JBSVNCXA.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WJ6IPZD7 = require("./chunk-WJ6IPZD7.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_YG5E3CIE = require("./chunk-YG5E3CIE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZDH5QFF3 = require("./chunk-ZDH5QFF3.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var maxReportBytes = 256 * 2 ** 20;
var runReport = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_4KIEYRKP.readArguments)("report", argv, 1);
  const [path] = positionals;
  const { values, problems } = (0, import_chunk_YG5E3CIE.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_WJ6IPZD7.readRunOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems]);
  const text = path === void 0 ? void 0 : await world.openCheckout(world.workingDir).readText((0, import_node_path.resolve)(world.workingDir, path), maxReportBytes);
  if (path === void 0 || text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noReport(path));
  const { csv } = (0, import_chunk_ANMF5PNK.readAuditOptions)(values).options;
  if (isAudit(text)) {
    (0, import_chunk_QSM3B43T.raise)((0, import_chunk_ANMF5PNK.strangeFormats)(options));
    await (0, import_chunk_VNLFWINN.reportAudit)((0, import_chunk_ANMF5PNK.parseAudit)(path, text), options, csv, world);
    return 0;
  }
  if (csv !== void 0) throw new import_chunk_ZU5SK2EV.UserError(noCsv(path));
  const result = (0, import_chunk_MVYKJZVI.parseReport)(path, text);
  for (const output of options.outputs)
    await world.writeReport(output.path, (0, import_chunk_FYDV3WEY.render)(output.format, result, { columns: 120, colour: false }));
  world.stdout((0, import_chunk_FYDV3WEY.render)(options.format, result, world.terminal));
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
