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
  runAudit: () => runAudit
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_V76QVI43 = require("./chunk-V76QVI43.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_O4TOG6EN = require("./chunk-O4TOG6EN.cjs");
var import_chunk_ZEPQZUFO = require("./chunk-ZEPQZUFO.cjs");
var import_chunk_RBQODOWZ = require("./chunk-RBQODOWZ.cjs");
var import_chunk_73G4ZHYG = require("./chunk-73G4ZHYG.cjs");
var import_chunk_JBCSY5II = require("./chunk-JBCSY5II.cjs");
var import_chunk_F3SHDHI5 = require("./chunk-F3SHDHI5.cjs");
var import_chunk_VRXQF2HV = require("./chunk-VRXQF2HV.cjs");
var import_chunk_QDS7VTX7 = require("./chunk-QDS7VTX7.cjs");
var import_chunk_TXIRKD6Z = require("./chunk-TXIRKD6Z.cjs");
var import_chunk_E7H5USJ3 = require("./chunk-E7H5USJ3.cjs");
var import_chunk_7PDTT6NT = require("./chunk-7PDTT6NT.cjs");
var import_chunk_YIQB6EC2 = require("./chunk-YIQB6EC2.cjs");
var import_chunk_AUUZPQXD = require("./chunk-AUUZPQXD.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_GZNYSHXN = require("./chunk-GZNYSHXN.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_AWIZGX2Y = require("./chunk-AWIZGX2Y.cjs");
var import_chunk_AJEILISG = require("./chunk-AJEILISG.cjs");
var import_chunk_Z47GWUWV = require("./chunk-Z47GWUWV.cjs");
var import_chunk_MNBRAC5K = require("./chunk-MNBRAC5K.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_55KWF775 = require("./chunk-55KWF775.cjs");
var import_chunk_4LVAQKBM = require("./chunk-4LVAQKBM.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_TISOUWS6 = require("./chunk-TISOUWS6.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_3FGSU4GP = require("./chunk-3FGSU4GP.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_PULT5DIE = require("./chunk-PULT5DIE.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_IAAG4V6P = require("./chunk-IAAG4V6P.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var maxShardFiles = 256;
var maxShardBytes = 256 * 2 ** 20;
var runAudit = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_O4TOG6EN.readArguments)("audit", argv, maxShardFiles + 1);
  const { values, problems } = (0, import_chunk_AWIZGX2Y.readInputs)(inputs);
  const { options, problems: runProblems } = (0, import_chunk_GZNYSHXN.readRunOptions)(values);
  const { options: auditOptions, problems: auditProblems } = (0, import_chunk_73G4ZHYG.readAuditOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...runProblems, ...auditProblems, ...(0, import_chunk_73G4ZHYG.strangeFormats)(options)]);
  const [verb, ...rest] = positionals;
  if (verb === "merge") {
    const result = (0, import_chunk_73G4ZHYG.mergeShards)(await readShards(rest, world));
    return report(result, options, auditOptions, world.workingDir, world);
  }
  const [folder = ".", extra] = verb === "plan" ? rest : positionals;
  if (extra !== void 0) throw new import_chunk_ZU5SK2EV.UserError(tooMany(extra));
  const root = (0, import_node_path.resolve)(world.workingDir, folder);
  const checkout = world.openCheckout(root);
  if (checkout.kindOf(".") !== "folder") throw new import_chunk_ZU5SK2EV.UserError(noFolder(folder));
  const asked = {
    checkout,
    files: await (0, import_chunk_JBCSY5II.listFiles)(root),
    folderName: (0, import_node_path.basename)(root),
    inputs,
    ...world.fetchPolicy && { fetchPolicy: world.fetchPolicy },
    openWorkshop: (mode, insecure, cache) => world.openWorkshop(checkout, world.progress(mode), insecure, cache)
  };
  return (0, import_chunk_ZEPQZUFO.withAudit)(asked, async (settled, workshop) => {
    if (verb !== "plan")
      return report(await (0, import_chunk_ZEPQZUFO.runSettled)(settled, world.version, workshop), settled.options, auditOptions, root, world);
    world.stdout(`${JSON.stringify((0, import_chunk_73G4ZHYG.planMatrix)(settled.plan, auditOptions.shards))}
`);
    return 0;
  });
};
async function report(found, options, { csv, history }, root, world) {
  const isHeld = history !== "none" && !found.run.shard;
  const repository = isHeld ? await world.openRepository(root) : void 0;
  if (isHeld && !repository)
    world.stderr("The history of audits is on a branch of a Git repository, and this folder is in none.\n");
  const { result, warning } = repository ? await (0, import_chunk_ZEPQZUFO.withHistory)(found, auditName, repository) : { result: found, warning: void 0 };
  await (0, import_chunk_V76QVI43.reportAudit)(result, options, csv, world);
  const recording = { audit: auditName, at: world.seconds() };
  const told = repository && history === "append" ? await (0, import_chunk_ZEPQZUFO.appendAudit)(result, recording, repository) : {};
  for (const words of [warning, told.warning, told.note]) if (words !== void 0) world.stderr(`${words}
`);
  return result.exitStatus;
}
var auditName = "plimsoll";
async function readShards(paths, world) {
  const checkout = world.openCheckout(world.workingDir);
  const files = [];
  for (const path of paths) {
    const text = await checkout.readText((0, import_node_path.resolve)(world.workingDir, path), maxShardBytes);
    if (text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noShardFile(path));
    files.push({ path, result: (0, import_chunk_73G4ZHYG.parseAudit)(path, text) });
  }
  const [first, ...others] = files;
  if (!first) throw new import_chunk_ZU5SK2EV.UserError(noShardFile(void 0));
  return [first, ...others];
}
function tooMany(got) {
  const message = `\`plimsoll audit\` takes one folder; "${got}" is one too many.`;
  return { code: "too-many-arguments", message, got, hint: "Shards are joined by `plimsoll audit merge FILE...`." };
}
function noFolder(got) {
  const message = `${got} is no folder.`;
  return {
    code: "no-folder",
    message,
    got,
    expected: "the folder of a repository, `plan` or `merge`",
    hint: "For example: plimsoll audit ."
  };
}
function noShardFile(path) {
  const message = path === void 0 ? "`plimsoll audit merge` needs the files of all shards." : `There is no file ${path}.`;
  return {
    code: "no-audit-file",
    message,
    expected: "JSON written by `plimsoll audit --shard I/N --output json=FILE`",
    hint: "For example: plimsoll audit merge shard-*.json."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runAudit
});
