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
  runCompare: () => runCompare
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_BBTZH6EH = require("./chunk-BBTZH6EH.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_3WSSHBCU = require("./chunk-3WSSHBCU.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./chunk-MNHQZYPE.cjs");
var import_chunk_5XM64GBA = require("./chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runCompare = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_WPVK6XFD.readArguments)("compare", argv, 2);
  const [before, after] = positionals;
  if (before === void 0 || after === void 0) throw new import_chunk_ZU5SK2EV.UserError(twoImages);
  const { values, problems } = (0, import_chunk_5RKSZUZB.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_FCKW4FYS.readRunOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems]);
  const { progress, insecureRegistries, layerCache } = options;
  const checkout = world.openCheckout(world.workingDir);
  const workshop = await world.openWorkshop(checkout, world.progress(progress), insecureRegistries, layerCache);
  try {
    const result = await (0, import_chunk_BBTZH6EH.compareImages)(before, after, values.platform, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, (0, import_chunk_BBTZH6EH.renderCompared)(format, result, { columns: 120, colour: false }));
    world.stdout((0, import_chunk_BBTZH6EH.renderCompared)(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
var twoImages = {
  code: "missing-argument",
  message: "`plimsoll compare` needs two images.",
  expected: "BEFORE AFTER",
  hint: "For example: plimsoll compare app:1.0 app:1.1, or two archives: docker-archive:old.tar docker-archive:new.tar."
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runCompare
});
