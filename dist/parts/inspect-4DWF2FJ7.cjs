var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  runInspect: () => runInspect
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_7ZWMZDYP = require("./chunk-7ZWMZDYP.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
async function inspect(image, build, toolVersion, workshop) {
  const [platform] = image.platforms;
  const understood = await (0, import_chunk_4F2IJLUY.understandBuild)(image, platform, build, workshop);
  const [plan] = (0, import_chunk_OGQU3DUI.planVariants)({ ...image, findVariants: false }, understood?.report);
  const { examined, ...variant } = await (0, import_chunk_UWNBJAD5.examineVariant)(plan, { platform, understood, reads: [], build }, workshop);
  const { measurement } = examined;
  return {
    schemaVersion: 1,
    tool: { name: "plimsoll", version: toolVersion },
    images: [
      {
        name: image.name,
        platform: measurement.platform,
        variants: (0, import_chunk_BVHT73CU.variantsWithoutSecrets)([{ ...variant, measurement }]),
        comparisons: []
      }
    ]
  };
}
var runInspect = async (argv, world) => {
  const { positionals, inputs: given } = (0, import_chunk_LFMTABN6.readArguments)("inspect", argv, 1);
  const { root, folderName, inputs } = (0, import_chunk_7ZWMZDYP.locate)(positionals[0], given, world);
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options, problems: optionProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  const { images, problems: imageProblems } = (0, import_chunk_AYO6CDNM.readImages)(void 0, values, folderName);
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
    const [result, { renderInspected }] = await Promise.all([
      inspect(image, options.build, world.version, workshop),
      (0, import_chunk_KEMUNL7R.meanwhile)(() => Promise.resolve().then(() => __toESM(require("./measured-B6VZSZV2.cjs"))))
    ]);
    for (const { format, path } of options.outputs)
      await world.writeReport(path, renderInspected(format, result, { columns: 120, colour: false }));
    world.stdout(renderInspected(options.format, result, world.terminal));
    return 0;
  } finally {
    await workshop.close();
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runInspect
});
