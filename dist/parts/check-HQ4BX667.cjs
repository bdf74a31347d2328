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
var import_chunk_LMJTKUXT = require("./chunk-LMJTKUXT.cjs");
var import_chunk_4KIEYRKP = require("./chunk-4KIEYRKP.cjs");
var import_chunk_PNOS7BFY = require("./chunk-PNOS7BFY.cjs");
var import_chunk_RGCGALXP = require("./chunk-RGCGALXP.cjs");
var import_chunk_YHZCT44G = require("./chunk-YHZCT44G.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_FYDV3WEY = require("./chunk-FYDV3WEY.cjs");
var import_chunk_CZNOIIUV = require("./chunk-CZNOIIUV.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_MVYKJZVI = require("./chunk-MVYKJZVI.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_XFARALUB = require("./chunk-XFARALUB.cjs");
var import_chunk_BIOPM6JH = require("./chunk-BIOPM6JH.cjs");
var import_chunk_SNTK2SCG = require("./chunk-SNTK2SCG.cjs");
var import_chunk_TOTZLJ73 = require("./chunk-TOTZLJ73.cjs");
var import_chunk_NSUKSCRK = require("./chunk-NSUKSCRK.cjs");
var import_chunk_SRFOHXJB = require("./chunk-SRFOHXJB.cjs");
var import_chunk_4JYOMPKI = require("./chunk-4JYOMPKI.cjs");
var import_chunk_RDT45NJ4 = require("./chunk-RDT45NJ4.cjs");
var import_chunk_JBSVNCXA = require("./chunk-JBSVNCXA.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WJ6IPZD7 = require("./chunk-WJ6IPZD7.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_YG5E3CIE = require("./chunk-YG5E3CIE.cjs");
var import_chunk_7NSBF2XR = require("./chunk-7NSBF2XR.cjs");
var import_chunk_AJEILISG = require("./chunk-AJEILISG.cjs");
var import_chunk_OKWOLXGI = require("./chunk-OKWOLXGI.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZDH5QFF3 = require("./chunk-ZDH5QFF3.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_PULT5DIE = require("./chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var runCheck = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_4KIEYRKP.readArguments)("check", argv, 1);
  const { root, folderName, inputs: located } = (0, import_chunk_LMJTKUXT.locate)(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { base: named, ...rest } = located;
  const repository = await world.openRepository(root);
  const base = typeof named === "string" ? await baseAt(named, repository) : void 0;
  const { fetchPolicy } = world;
  const { result, options, listings, warnings, notes } = await (0, import_chunk_PNOS7BFY.runGate)({
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
    await world.writeReport(path, (0, import_chunk_FYDV3WEY.render)(format, result, { columns: 120, colour: false, listings }));
  world.stdout((0, import_chunk_FYDV3WEY.render)(options.format, result, { ...world.terminal, listings }));
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
