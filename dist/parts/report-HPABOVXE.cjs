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
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_ZK4VC4WE = require("./chunk-ZK4VC4WE.cjs");
var import_chunk_MFDJ5XQU = require("./chunk-MFDJ5XQU.cjs");
var import_chunk_6ANIYWIN = require("./chunk-6ANIYWIN.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_MVYKJZVI = require("./chunk-MVYKJZVI.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_HD5BRM74 = require("./chunk-HD5BRM74.cjs");
var import_chunk_F4PJKMKI = require("./chunk-F4PJKMKI.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_XC6L4BUW = require("./chunk-XC6L4BUW.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_4JFRIU22 = require("./chunk-4JFRIU22.cjs");
var import_chunk_CF4VPFVT = require("./chunk-CF4VPFVT.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var maxReportBytes = 64 * 2 ** 20;
var runReport = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_ZK4VC4WE.readArguments)("report", argv, 1);
  const [path] = positionals;
  const { values, problems } = (0, import_chunk_4JFRIU22.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_XC6L4BUW.readRunOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems]);
  const text = path === void 0 ? void 0 : await world.openCheckout(world.workingDir).readText((0, import_node_path.resolve)(world.workingDir, path), maxReportBytes);
  if (path === void 0 || text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noReport(path));
  const result = (0, import_chunk_MVYKJZVI.parseReport)(path, text);
  for (const output of options.outputs)
    await world.writeReport(output.path, (0, import_chunk_MFDJ5XQU.render)(output.format, result, { columns: 120, colour: false }));
  world.stdout((0, import_chunk_MFDJ5XQU.render)(options.format, result, world.terminal));
  return 0;
};
function noReport(path) {
  return {
    code: "no-report",
    message: path === void 0 ? "`plimsoll report` needs a file." : `There is no report ${path}.`,
    expected: "a report written by --output json=FILE",
    hint: "For example: plimsoll report report.json --format markdown."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runReport
});
