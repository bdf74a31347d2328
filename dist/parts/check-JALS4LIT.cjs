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
  runCheck: () => runCheck
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_7ZWMZDYP = require("./chunk-7ZWMZDYP.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_KKYFS6GH = require("./chunk-KKYFS6GH.cjs");
var import_chunk_BVHT73CU = require("./chunk-BVHT73CU.cjs");
var import_chunk_ZGRPIQOY = require("./chunk-ZGRPIQOY.cjs");
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_QYPVMAPE = require("./chunk-QYPVMAPE.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_DJVKMLR5 = require("./chunk-DJVKMLR5.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_WF57VGGL = require("./chunk-WF57VGGL.cjs");
var import_chunk_X6CGFVG6 = require("./chunk-X6CGFVG6.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_2AOSR46K = require("./chunk-2AOSR46K.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_GVTTUVDZ = require("./chunk-GVTTUVDZ.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_5SQE6DQE = require("./chunk-5SQE6DQE.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_6JRNSUDS = require("./chunk-6JRNSUDS.cjs");
var import_chunk_VZ3MHFHV = require("./chunk-VZ3MHFHV.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_LAJ23W2O = require("./chunk-LAJ23W2O.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_KMX3XWLJ = require("./chunk-KMX3XWLJ.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var untilAskedMs = 10;
var runCheck = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("check", argv, 1);
  const { root, folderName, inputs: located } = (0, import_chunk_7ZWMZDYP.locate)(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { base: named, ...rest } = located;
  const repository = await world.openRepository(root);
  const base = typeof named === "string" ? await baseAt(named, repository) : void 0;
  const { fetchPolicy } = world;
  const { result, options, listings, warnings, notes } = await (0, import_chunk_KKYFS6GH.runGate)({
    checkout,
    folderName,
    inputs: rest,
    toolVersion: world.version,
    ...repository && { repository },
    ...base && { base, revision: { base: base.sha, baseName: String(named) } },
    ...fetchPolicy && { fetchPolicy },
    openWorkshop: (mode, insecure, layerReading) => world.openWorkshop(checkout, world.progress(mode), insecure, layerReading),
    meanwhile: ({ format }) => void (0, import_chunk_KEMUNL7R.meanwhile)(() => (0, import_chunk_QYPVMAPE.prepare)(format), untilAskedMs)
  });
  for (const { format, path } of options.outputs)
    await world.writeReport(path, await (0, import_chunk_QYPVMAPE.render)(format, result, { columns: 120, colour: false, listings }));
  world.stdout(await (0, import_chunk_QYPVMAPE.render)(options.format, result, { ...world.terminal, listings }));
  for (const line of [...notes, ...warnings]) world.stderr(`${(0, import_chunk_WD6J6YZB.visible)(line, 2e3)}
`);
  return result.exitStatus;
};
async function baseAt(revision, repository) {
  if (!repository)
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "no-repository",
      message: "`--base` needs a Git repository, and this folder is in none.",
      got: revision,
      hint: "Run it in a checkout, with git installed."
    });
  const sha = await repository.commitOf(revision);
  return { sha, readText: (path, maxBytes) => repository.readText(sha, path, maxBytes) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runCheck
});
