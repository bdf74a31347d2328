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
var import_chunk_PSRYYYGA = require("./chunk-PSRYYYGA.cjs");
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_QKI7FBWW = require("./chunk-QKI7FBWW.cjs");
var import_chunk_H2JFKWR4 = require("./chunk-H2JFKWR4.cjs");
var import_chunk_MZALY4EI = require("./chunk-MZALY4EI.cjs");
var import_chunk_5NXEVZMD = require("./chunk-5NXEVZMD.cjs");
var import_chunk_7YMEJKHB = require("./chunk-7YMEJKHB.cjs");
var import_chunk_FZUNQGZP = require("./chunk-FZUNQGZP.cjs");
var import_chunk_LI3P6622 = require("./chunk-LI3P6622.cjs");
var import_chunk_66H6TNFI = require("./chunk-66H6TNFI.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_KRMBO7LO = require("./chunk-KRMBO7LO.cjs");
var import_chunk_WDR3NQNY = require("./chunk-WDR3NQNY.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_2RRNY4QZ = require("./chunk-2RRNY4QZ.cjs");
var import_chunk_VYXGT6T3 = require("./chunk-VYXGT6T3.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_RERJVM4W = require("./chunk-RERJVM4W.cjs");
var import_chunk_S3IC7IWJ = require("./chunk-S3IC7IWJ.cjs");
var import_chunk_T4HUF5C3 = require("./chunk-T4HUF5C3.cjs");
var import_chunk_ZGRPIQOY = require("./chunk-ZGRPIQOY.cjs");
var import_chunk_WF4GDQVC = require("./chunk-WF4GDQVC.cjs");
var import_chunk_AYO6CDNM = require("./chunk-AYO6CDNM.cjs");
var import_chunk_YYWB5M26 = require("./chunk-YYWB5M26.cjs");
var import_chunk_DUK7KC4D = require("./chunk-DUK7KC4D.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_7R3HJLHJ = require("./chunk-7R3HJLHJ.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_LUC4HMHJ = require("./chunk-LUC4HMHJ.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_WF57VGGL = require("./chunk-WF57VGGL.cjs");
var import_chunk_X6CGFVG6 = require("./chunk-X6CGFVG6.cjs");
var import_chunk_36GXVB5J = require("./chunk-36GXVB5J.cjs");
var import_chunk_SAENPZCV = require("./chunk-SAENPZCV.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
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
var import_chunk_6HMITL4P = require("./chunk-6HMITL4P.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var maxShardFiles = 256;
var maxShardBytes = 256 * 2 ** 20;
var runAudit = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("audit", argv, maxShardFiles + 1);
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
  const { options, problems: runProblems } = (0, import_chunk_DUK7KC4D.readRunOptions)(values);
  const { options: auditOptions, problems: auditProblems } = (0, import_chunk_MZALY4EI.readAuditOptions)(values);
  (0, import_chunk_QSM3B43T.raise)([...problems, ...runProblems, ...auditProblems, ...(0, import_chunk_MZALY4EI.strangeFormats)(options)]);
  const [verb, ...rest] = positionals;
  if (verb === "merge") {
    const result = (0, import_chunk_MZALY4EI.mergeShards)(await readShards(rest, world));
    return report(result, options, auditOptions, world.workingDir, world);
  }
  const [folder = ".", extra] = verb === "plan" ? rest : positionals;
  if (extra !== void 0) throw new import_chunk_ZU5SK2EV.UserError(tooMany(extra));
  const root = (0, import_node_path.resolve)(world.workingDir, folder);
  const checkout = world.openCheckout(root);
  if (checkout.kindOf(".") !== "folder") throw new import_chunk_ZU5SK2EV.UserError(noFolder(folder));
  const asked = {
    checkout,
    files: await (0, import_chunk_VYXGT6T3.listFiles)(root),
    folderName: (0, import_node_path.basename)(root),
    inputs,
    ...world.fetchPolicy && { fetchPolicy: world.fetchPolicy },
    openWorkshop: (mode, insecure, cache) => world.openWorkshop(checkout, world.progress(mode), insecure, cache)
  };
  return (0, import_chunk_QKI7FBWW.withAudit)(asked, async (settled, workshop) => {
    if (verb !== "plan")
      return report(await (0, import_chunk_QKI7FBWW.runSettled)(settled, world.version, workshop), settled.options, auditOptions, root, world);
    world.stdout(`${JSON.stringify((0, import_chunk_MZALY4EI.planMatrix)(settled.plan, auditOptions.shards))}
`);
    return 0;
  });
};
async function report(found, options, { csv, history }, root, world) {
  const isHeld = history !== "none" && !found.run.shard;
  const repository = isHeld ? await world.openRepository(root) : void 0;
  if (isHeld && !repository)
    world.stderr("The history of audits is on a branch of a Git repository, and this folder is in none.\n");
  const { result, warning } = repository ? await (0, import_chunk_QKI7FBWW.withHistory)(found, auditName, repository) : { result: found, warning: void 0 };
  await (0, import_chunk_PSRYYYGA.reportAudit)(result, options, csv, world);
  const recording = { audit: auditName, at: world.seconds() };
  const told = repository && history === "append" ? await (0, import_chunk_QKI7FBWW.appendAudit)(result, recording, repository) : {};
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
    files.push({ path, result: (0, import_chunk_MZALY4EI.parseAudit)(path, text) });
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
