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
  runBaseline: () => runBaseline
});
module.exports = __toCommonJS(stdin_exports);
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_WPVK6XFD = require("./chunk-WPVK6XFD.cjs");
var import_chunk_ZK4QOFSW = require("./chunk-ZK4QOFSW.cjs");
var import_chunk_537FHCB6 = require("./chunk-537FHCB6.cjs");
var import_chunk_SAKVTBBA = require("./chunk-SAKVTBBA.cjs");
var import_chunk_OEHE2OJI = require("./chunk-OEHE2OJI.cjs");
var import_chunk_NLRYH24J = require("./chunk-NLRYH24J.cjs");
var import_chunk_5RKSZUZB = require("./chunk-5RKSZUZB.cjs");
var import_chunk_MNHQZYPE = require("./chunk-MNHQZYPE.cjs");
var import_chunk_5XM64GBA = require("./chunk-5XM64GBA.cjs");
var import_chunk_SK572NGL = require("./chunk-SK572NGL.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_HT5NMFAD = require("./chunk-HT5NMFAD.cjs");
var import_chunk_MWNSXYJF = require("./chunk-MWNSXYJF.cjs");
var import_chunk_AJHEZPZQ = require("./chunk-AJHEZPZQ.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var newest = 20;
async function listRecords(repository, image) {
  const { name } = repository.records;
  const files = await repository.records.list();
  const { records: all, foreign } = (0, import_chunk_ZK4QOFSW.readBranch)(files ?? []);
  const wanted = all.filter(({ place }) => image === void 0 || place.image === image);
  if (wanted.length === 0) throw nothing(name, image);
  const records = [];
  const unfit = foreign.map((path) => ({ path, reason: "it is none of ours" }));
  const seen = /* @__PURE__ */ new Map();
  for (const { place, file } of wanted.toSorted((a, b) => b.place.committedAt - a.place.committedAt)) {
    const key = JSON.stringify([place.image, place.platform]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > newest) continue;
    const text = await repository.records.readText(file, import_chunk_ZK4QOFSW.maxRecordBytes);
    const read = text === void 0 ? { unfit: "it is too large, or no text" } : (0, import_chunk_ZK4QOFSW.readRecord)(text);
    if ("record" in read) records.push(read.record);
    else unfit.push({ path: file.path, reason: read.unfit });
  }
  return { records, unfit };
}
function nothing(branch, image) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-records",
    message: `The branch ${branch} of the remote has no records${image === void 0 ? "" : ` of ${image}`}.`,
    hint: "Store some: `plimsoll check --save-baseline` on the default branch, or `save-baseline: true` in the action."
  });
}
function renderRecords(records) {
  const rows = records.map(({ image, platform, commit, committedAt, measurement: { unpackedBytes, layers } }) => [
    (0, import_chunk_HT5NMFAD.visible)(image, 80),
    (0, import_chunk_HT5NMFAD.visible)(platform, 40),
    new Date(committedAt * 1e3).toISOString().slice(0, 10),
    commit.slice(0, 12),
    (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes),
    `${layers} layers`
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}
`
  ).join("");
}
var runBaseline = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_WPVK6XFD.readArguments)("baseline", argv, 2);
  const { values, problems } = (0, import_chunk_5RKSZUZB.readInputs)(inputs);
  (0, import_chunk_QSM3B43T.raise)(problems);
  const [verb, name] = positionals;
  if (verb !== "save" && verb !== "show") throw new import_chunk_ZU5SK2EV.UserError(unknownVerb(verb));
  const repository = await world.openRepository(world.workingDir);
  if (!repository) throw new import_chunk_ZU5SK2EV.UserError(noRepository);
  if (verb === "save") return save(name, repository, world);
  const listed = await listRecords(repository, name);
  world.stdout(
    values.format === "json" ? `${JSON.stringify(listed.records, null, 2)}
` : renderRecords(listed.records)
  );
  for (const { path, reason } of listed.unfit) world.stderr(`${(0, import_chunk_HT5NMFAD.visible)(`${path} is not used: ${reason}.`, 500)}
`);
  return 0;
};
async function save(path, repository, world) {
  const checkout = world.openCheckout(world.workingDir);
  const text = path === void 0 ? void 0 : await checkout.readText((0, import_node_path.resolve)(world.workingDir, path), import_chunk_537FHCB6.maxReportBytes);
  if (path === void 0 || text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noReport(path));
  const result = (0, import_chunk_537FHCB6.parseReport)(path, text);
  const commit = result.revision?.head ?? await repository.head();
  const { records } = await (0, import_chunk_ZK4QOFSW.saveRecords)({ result, commit, builder: "report" }, repository);
  world.stderr(`${records.length} of ${commit} stored on the branch ${repository.records.name}.
`);
  return 0;
}
var noRepository = {
  code: "no-repository",
  message: "Records live on a branch of a Git repository, and this folder is in none.",
  hint: "Run it in a checkout, with git installed; or keep a report and name it with `baseline: { file: PATH }`."
};
function noReport(path) {
  return {
    code: "no-report",
    message: path === void 0 ? "`plimsoll baseline save` needs a report." : `There is no report ${path}.`,
    expected: "a report written by --output json=FILE",
    hint: "For example: plimsoll check --output json=report.json, then plimsoll baseline save report.json."
  };
}
function unknownVerb(got) {
  return {
    code: "unknown-command",
    message: got === void 0 ? "`plimsoll baseline` needs to be told what to do." : `There is no \`plimsoll baseline ${got}\`.`,
    expected: "save, show",
    hint: "For example: plimsoll baseline show."
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  runBaseline
});
