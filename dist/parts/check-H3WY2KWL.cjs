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
var import_chunk_NANRAB7G = require("./chunk-NANRAB7G.cjs");
var import_chunk_O4TOG6EN = require("./chunk-O4TOG6EN.cjs");
var import_chunk_2TSLXWOK = require("./chunk-2TSLXWOK.cjs");
var import_chunk_W57HQV4K = require("./chunk-W57HQV4K.cjs");
var import_chunk_F3SHDHI5 = require("./chunk-F3SHDHI5.cjs");
var import_chunk_VRXQF2HV = require("./chunk-VRXQF2HV.cjs");
var import_chunk_KWWMXOBH = require("./chunk-KWWMXOBH.cjs");
var import_chunk_QDS7VTX7 = require("./chunk-QDS7VTX7.cjs");
var import_chunk_GBGEQQ52 = require("./chunk-GBGEQQ52.cjs");
var import_chunk_XFNGYUQI = require("./chunk-XFNGYUQI.cjs");
var import_chunk_TXIRKD6Z = require("./chunk-TXIRKD6Z.cjs");
var import_chunk_E7H5USJ3 = require("./chunk-E7H5USJ3.cjs");
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
  const { positionals, inputs } = (0, import_chunk_O4TOG6EN.readArguments)("check", argv, 1);
  const { root, folderName, inputs: located } = (0, import_chunk_NANRAB7G.locate)(positionals[0], inputs, world);
  const checkout = world.openCheckout(root);
  const { base: named, ...rest } = located;
  const repository = await world.openRepository(root);
  const base = typeof named === "string" ? await baseAt(named, repository) : void 0;
  const { fetchPolicy } = world;
  const { result, options, listings, warnings, notes } = await (0, import_chunk_2TSLXWOK.runGate)({
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
    await world.writeReport(path, (0, import_chunk_KWWMXOBH.render)(format, result, { columns: 120, colour: false, listings }));
  world.stdout((0, import_chunk_KWWMXOBH.render)(options.format, result, { ...world.terminal, listings }));
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
