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
module.exports = __toCommonJS(stdin_exports);
var import_chunk_KZORMXRH = require("./chunk-KZORMXRH.cjs");
var import_chunk_2HB47WE2 = require("./chunk-2HB47WE2.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_3RS5WFNX = require("./chunk-3RS5WFNX.cjs");
var import_chunk_SEQBHJWQ = require("./chunk-SEQBHJWQ.cjs");
var import_chunk_OBMTZOS7 = require("./chunk-OBMTZOS7.cjs");
var import_chunk_TWUQGVQ2 = require("./chunk-TWUQGVQ2.cjs");
var import_chunk_545TAZG6 = require("./chunk-545TAZG6.cjs");
var import_chunk_A4BYPYJM = require("./chunk-A4BYPYJM.cjs");
var import_chunk_F4PJKMKI = require("./chunk-F4PJKMKI.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DL2TKBME = require("./chunk-DL2TKBME.cjs");
var import_chunk_X7J56A4Y = require("./chunk-X7J56A4Y.cjs");
var import_chunk_MHP7WDGR = require("./chunk-MHP7WDGR.cjs");
var import_chunk_AHI2RXFS = require("./chunk-AHI2RXFS.cjs");
var import_chunk_KC2GMKW6 = require("./chunk-KC2GMKW6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_NS3W4WAB = require("./chunk-NS3W4WAB.cjs");
var import_chunk_D2CFKQZ7 = require("./chunk-D2CFKQZ7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_R3J73QG2 = require("./chunk-R3J73QG2.cjs");
var import_chunk_G5AWOUI6 = require("./chunk-G5AWOUI6.cjs");
var import_chunk_KNN5XAGR = require("./chunk-KNN5XAGR.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runInspect = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_3RS5WFNX.readArguments)("inspect", argv, 1);
  const { root, folderName, inputs } = (0, import_chunk_2HB47WE2.locate)(positionals[0], given, world);
  const { values, problems } = (0, import_chunk_R3J73QG2.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_DL2TKBME.readRunOptions)(values);
  const { images, problems: imageProblems } = (0, import_chunk_TWUQGVQ2.readImages)(void 0, values, folderName);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems, ...imageProblems]);
  const [image] = images;
  if (!image) throw new Error("Without a configuration there is one image.");
  const checkout = world.openCheckout(root);
  const { insecureRegistries, layerCache } = options;
  const workshop = await world.openWorkshop(checkout, world.progress(options.progress), insecureRegistries, layerCache);
  try {
    const result = await (0, import_chunk_KZORMXRH.inspect)(image, options.build, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, (0, import_chunk_KZORMXRH.renderInspected)(format, result, { columns: 120, colour: false }));
    world.stdout((0, import_chunk_KZORMXRH.renderInspected)(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInspect
});
