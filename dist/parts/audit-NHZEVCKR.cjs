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
var import_chunk_VNLFWINN = require("./chunk-VNLFWINN.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_4KIEYRKP = require("./chunk-4KIEYRKP.cjs");
var import_chunk_PJFIZFY3 = require("./chunk-PJFIZFY3.cjs");
var import_chunk_RBQODOWZ = require("./chunk-RBQODOWZ.cjs");
var import_chunk_ANMF5PNK = require("./chunk-ANMF5PNK.cjs");
var import_chunk_JBCSY5II = require("./chunk-JBCSY5II.cjs");
var import_chunk_YHZCT44G = require("./chunk-YHZCT44G.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_CZNOIIUV = require("./chunk-CZNOIIUV.cjs");
var import_chunk_GQO762E7 = require("./chunk-GQO762E7.cjs");
var import_chunk_XFARALUB = require("./chunk-XFARALUB.cjs");
var import_chunk_NSUKSCRK = require("./chunk-NSUKSCRK.cjs");
var import_chunk_SRFOHXJB = require("./chunk-SRFOHXJB.cjs");
var import_chunk_4JYOMPKI = require("./chunk-4JYOMPKI.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_N6PDAGX7 = require("./chunk-N6PDAGX7.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WJ6IPZD7 = require("./chunk-WJ6IPZD7.cjs");
var import_chunk_MREQEIZZ = require("./chunk-MREQEIZZ.cjs");
var import_chunk_YG5E3CIE = require("./chunk-YG5E3CIE.cjs");
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
var import_node_path = require("node:path");
var maxShardFiles = 256;
var maxShardBytes = 256 * 2 ** 20;
var runAudit = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_4KIEYRKP.readArguments)("audit", argv, maxShardFiles + 1);
  const { values, problems } = (0, import_chunk_YG5E3CIE.readInputs)(inputs);
  const { options, problems: runProblems } = (0, import_chunk_WJ6IPZD7.readRunOptions)(values);
  const { options: auditOptions, problems: auditProblems } = (0, import_chunk_ANMF5PNK.readAuditOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...runProblems, ...auditProblems, ...(0, import_chunk_ANMF5PNK.strangeFormats)(options)]);
  const [verb, ...rest] = positionals;
  if (verb === "merge") {
    const result = (0, import_chunk_ANMF5PNK.mergeShards)(await readShards(rest, world));
    await (0, import_chunk_VNLFWINN.reportAudit)(result, options, auditOptions.csv, world);
    return result.exitStatus;
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
  return (0, import_chunk_PJFIZFY3.withAudit)(asked, async (settled, workshop) => {
    if (verb !== "plan") {
      const result = await (0, import_chunk_PJFIZFY3.runSettled)(settled, world.version, workshop);
      await (0, import_chunk_VNLFWINN.reportAudit)(result, settled.options, auditOptions.csv, world);
      return result.exitStatus;
    }
    world.stdout(`${JSON.stringify((0, import_chunk_ANMF5PNK.planMatrix)(settled.plan, auditOptions.shards))}
`);
    return 0;
  });
};
async function readShards(paths, world) {
  const checkout = world.openCheckout(world.workingDir);
  const files = [];
  for (const path of paths) {
    const text = await checkout.readText((0, import_node_path.resolve)(world.workingDir, path), maxShardBytes);
    if (text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noShardFile(path));
    files.push({ path, result: (0, import_chunk_ANMF5PNK.parseAudit)(path, text) });
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
