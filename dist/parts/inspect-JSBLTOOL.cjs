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
var import_chunk_32J43ETD = require("./chunk-32J43ETD.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_NANRAB7G = require("./chunk-NANRAB7G.cjs");
var import_chunk_O4TOG6EN = require("./chunk-O4TOG6EN.cjs");
var import_chunk_ZE6C5I7F = require("./chunk-ZE6C5I7F.cjs");
var import_chunk_O23TK2GA = require("./chunk-O23TK2GA.cjs");
var import_chunk_NOG3YGRV = require("./chunk-NOG3YGRV.cjs");
var import_chunk_7PDTT6NT = require("./chunk-7PDTT6NT.cjs");
var import_chunk_YIQB6EC2 = require("./chunk-YIQB6EC2.cjs");
var import_chunk_AUUZPQXD = require("./chunk-AUUZPQXD.cjs");
var import_chunk_L33I45NO = require("./chunk-L33I45NO.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_GZNYSHXN = require("./chunk-GZNYSHXN.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_AWIZGX2Y = require("./chunk-AWIZGX2Y.cjs");
var import_chunk_7NSBF2XR = require("./chunk-7NSBF2XR.cjs");
var import_chunk_AJEILISG = require("./chunk-AJEILISG.cjs");
var import_chunk_Z47GWUWV = require("./chunk-Z47GWUWV.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_55KWF775 = require("./chunk-55KWF775.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_PULT5DIE = require("./chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runInspect = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_O4TOG6EN.readArguments)("inspect", argv, 1);
  const { root, folderName, inputs } = (0, import_chunk_NANRAB7G.locate)(positionals[0], given, world);
  const { values, problems } = (0, import_chunk_AWIZGX2Y.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_GZNYSHXN.readRunOptions)(values);
  const { images, problems: imageProblems } = (0, import_chunk_7PDTT6NT.readImages)(void 0, values, folderName);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...optionProblems, ...imageProblems]);
  const [image] = images;
  if (!image) throw new Error("Without a configuration there is one image.");
  const checkout = world.openCheckout(root);
  const { insecureRegistries, layerCache } = options;
  const workshop = await world.openWorkshop(checkout, world.progress(options.progress), insecureRegistries, layerCache);
  try {
    const result = await (0, import_chunk_32J43ETD.inspect)(image, options.build, world.version, workshop);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, (0, import_chunk_32J43ETD.renderInspected)(format, result, { columns: 120, colour: false }));
    world.stdout((0, import_chunk_32J43ETD.renderInspected)(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInspect
});
