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
  runInspect: () => runInspect
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_2DBGXZ5R = require("./chunk-2DBGXZ5R.cjs");
var import_chunk_7TKB5VNR = require("./chunk-7TKB5VNR.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_3IIKDA3F = require("./chunk-3IIKDA3F.cjs");
var import_chunk_2TFYQUPI = require("./chunk-2TFYQUPI.cjs");
var import_chunk_KNVSDAG5 = require("./chunk-KNVSDAG5.cjs");
var import_chunk_6QFPE4SQ = require("./chunk-6QFPE4SQ.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_NX6NCKGD = require("./chunk-NX6NCKGD.cjs");
var import_chunk_C7ELTXRU = require("./chunk-C7ELTXRU.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_O6OSCAFM = require("./chunk-O6OSCAFM.cjs");
var import_chunk_SNID6UUL = require("./chunk-SNID6UUL.cjs");
var import_chunk_OYGB7NMO = require("./chunk-OYGB7NMO.cjs");
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_YZY6ZZ7V = require("./chunk-YZY6ZZ7V.cjs");
var import_chunk_GYFDNPHK = require("./chunk-GYFDNPHK.cjs");
var import_chunk_Z4VIHLQF = require("./chunk-Z4VIHLQF.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_3OORL62Y = require("./chunk-3OORL62Y.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_3SSCRKJV = require("./chunk-3SSCRKJV.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_OTRKYCPV = require("./chunk-OTRKYCPV.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_PULT5DIE = require("./chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runInspect = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_3IIKDA3F.readArguments)("inspect", argv, 1);
  const { root, folderName, inputs } = (0, import_chunk_7TKB5VNR.locate)(positionals[0], given, world);
  const { values, problems } = (0, import_chunk_Z4VIHLQF.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_GYFDNPHK.readRunOptions)(values);
  const { images, problems: imageProblems } = (0, import_chunk_YZY6ZZ7V.readImages)(void 0, values, folderName);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems, ...imageProblems]);
  const [image] = images;
  if (!image) throw new Error("Without a configuration there is one image.");
  const checkout = world.openCheckout(root);
  const { insecureRegistries, layerReading } = options;
  const workshop = await world.openWorkshop(
    checkout,
    world.progress(options.progress),
    insecureRegistries,
    layerReading
  );
  try {
    const result = await (0, import_chunk_2DBGXZ5R.inspect)(image, options.build, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, (0, import_chunk_2DBGXZ5R.renderInspected)(format, result, { columns: 120, colour: false }));
    world.stdout((0, import_chunk_2DBGXZ5R.renderInspected)(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInspect
});
