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
module.exports = __toCommonJS(stdin_exports);
var import_chunk_K4ERPOAJ = require("./chunk-K4ERPOAJ.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_AJD5EM47 = require("./chunk-AJD5EM47.cjs");
var import_chunk_3WSSHBCU = require("./chunk-3WSSHBCU.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_JD3WAY7O = require("./chunk-JD3WAY7O.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_U4BLCYBR = require("./chunk-U4BLCYBR.cjs");
var import_chunk_3JJ3XV3L = require("./chunk-3JJ3XV3L.cjs");
var import_chunk_IBBT4ZFU = require("./chunk-IBBT4ZFU.cjs");
var import_chunk_EYURQ6ZW = require("./chunk-EYURQ6ZW.cjs");
var import_chunk_FCKW4FYS = require("./chunk-FCKW4FYS.cjs");
var import_chunk_ZK4QOFSW = require("./chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./chunk-537FHCB6.cjs");
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
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runCheck = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_WPVK6XFD.readArguments)("check", argv, 1);
  const { root, folderName, inputs: located } = (0, import_chunk_K4ERPOAJ.locate)(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { base: named, ...rest } = located;
  const repository = await world.openRepository(root);
  const base = typeof named === "string" ? await baseAt(named, repository) : void 0;
  const { fetchPolicy } = world;
  const { result, options, warnings, notes } = await (0, import_chunk_3JJ3XV3L.runGate)({
    checkout,
    folderName,
    inputs: rest,
    toolVersion: world.version,
    ...repository && { repository },
    ...base && { base, revision: { base: base.sha, baseName: String(named) } },
    ...fetchPolicy && { fetchPolicy },
    openWorkshop: (mode, insecure, layerCache) => world.openWorkshop(checkout, world.progress(mode), insecure, layerCache)
  });
  for (const { format, path } of options.outputs)
    await world.writeReport(path, (0, import_chunk_AJD5EM47.render)(format, result, { columns: 120, colour: false }));
  world.stdout((0, import_chunk_AJD5EM47.render)(options.format, result, world.terminal));
  for (const line of [...notes, ...warnings]) world.stderr(`${(0, import_chunk_HT5NMFAD.visible)(line, 2e3)}
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
