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
var import_chunk_BBTZH6EH = require("./chunk-BBTZH6EH.cjs");
var import_chunk_K4ERPOAJ = require("./chunk-K4ERPOAJ.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_3WSSHBCU = require("./chunk-3WSSHBCU.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_IBBT4ZFU = require("./chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./chunk-MNHQZYPE.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_5XM64GBA = require("./chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runInspect = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_WPVK6XFD.readArguments)("inspect", argv, 1);
  const { root, folderName, inputs } = (0, import_chunk_K4ERPOAJ.locate)(positionals[0], given, world);
  const { values, problems } = (0, import_chunk_5RKSZUZB.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_FCKW4FYS.readRunOptions)(values);
  const { images, problems: imageProblems } = (0, import_chunk_IBBT4ZFU.readImages)(void 0, values, folderName);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems, ...imageProblems]);
  const [image] = images;
  if (!image) throw new Error("Without a configuration there is one image.");
  const checkout = world.openCheckout(root);
  const { insecureRegistries, layerCache } = options;
  const workshop = await world.openWorkshop(checkout, world.progress(options.progress), insecureRegistries, layerCache);
  try {
    const result = await (0, import_chunk_BBTZH6EH.inspect)(image, options.build, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, (0, import_chunk_BBTZH6EH.renderInspected)(format, result, { columns: 120, colour: false }));
    world.stdout((0, import_chunk_BBTZH6EH.renderInspected)(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInspect
});
