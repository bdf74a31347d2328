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
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QSM3B43T = require("./chunk-QSM3B43T.cjs");
var import_chunk_LFMTABN6 = require("./chunk-LFMTABN6.cjs");
var import_chunk_MWGOSDYI = require("./chunk-MWGOSDYI.cjs");
var import_chunk_VSE4NF7B = require("./chunk-VSE4NF7B.cjs");
var import_chunk_L5FZOE5N = require("./chunk-L5FZOE5N.cjs");
var import_chunk_4POJ4BGW = require("./chunk-4POJ4BGW.cjs");
var import_chunk_UWNBJAD5 = require("./chunk-UWNBJAD5.cjs");
var import_chunk_7A35LL3V = require("./chunk-7A35LL3V.cjs");
var import_chunk_5NXEVZMD = require("./chunk-5NXEVZMD.cjs");
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_NV3XW336 = require("./chunk-NV3XW336.cjs");
var import_chunk_RRT3X3TP = require("./chunk-RRT3X3TP.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_USMGPDEC = require("./chunk-USMGPDEC.cjs");
var import_chunk_YLGEZEMV = require("./chunk-YLGEZEMV.cjs");
var import_chunk_YMVR63LA = require("./chunk-YMVR63LA.cjs");
var import_chunk_XKLULEIM = require("./chunk-XKLULEIM.cjs");
var import_chunk_NMDXFFTM = require("./chunk-NMDXFFTM.cjs");
var import_chunk_SBBVQVTE = require("./chunk-SBBVQVTE.cjs");
var import_chunk_DRSZDVSV = require("./chunk-DRSZDVSV.cjs");
var import_chunk_DKYLNZIJ = require("./chunk-DKYLNZIJ.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_B3FRI4KO = require("./chunk-B3FRI4KO.cjs");
var import_chunk_2IEKWUQ6 = require("./chunk-2IEKWUQ6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_OLMDZGP6 = require("./chunk-OLMDZGP6.cjs");
var import_chunk_OGQU3DUI = require("./chunk-OGQU3DUI.cjs");
var import_chunk_AJDVI4XC = require("./chunk-AJDVI4XC.cjs");
var import_chunk_4F2IJLUY = require("./chunk-4F2IJLUY.cjs");
var import_chunk_4NB6Q3OJ = require("./chunk-4NB6Q3OJ.cjs");
var import_chunk_WD6J6YZB = require("./chunk-WD6J6YZB.cjs");
var import_chunk_O2NKAHT7 = require("./chunk-O2NKAHT7.cjs");
var import_chunk_556JJ2L2 = require("./chunk-556JJ2L2.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_path = require("node:path");
var newest = 20;
async function listRecords(repository, image) {
  const { name } = repository.records;
  const files = await repository.records.list();
  const { records: all, foreign } = (0, import_chunk_U7SEEGIM.readBranch)(files ?? []);
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
    const text = await repository.records.readText(file, import_chunk_VSE4NF7B.maxRecordBytes);
    const read = text === void 0 ? { unfit: "it is too large, or no text" } : (0, import_chunk_U7SEEGIM.readRecord)(text);
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
var barCells = 30;
function renderRecords(records) {
  const groups = /* @__PURE__ */ new Map();
  for (const record of records) {
    const name = `${(0, import_chunk_WD6J6YZB.visible)(record.image, 80)} · ${(0, import_chunk_WD6J6YZB.visible)(record.platform, 40)}`;
    groups.set(name, [...groups.get(name) ?? [], record]);
  }
  return [...groups].map(([name, members]) => groupText(name, members)).join("\n");
}
function groupText(name, members) {
  const oldestFirst = members.toSorted((one, other) => one.committedAt - other.committedAt);
  const trend = (0, import_chunk_SBBVQVTE.trendThrough)(
    oldestFirst.map(({ commit, committedAt, measurement: { unpackedBytes, layers } }) => ({
      commit,
      committedAt,
      unpackedBytes,
      layers
    }))
  );
  if (!trend) return "";
  const summary = trend.rows.length > 1 ? `
${trend.spark}  ${trend.words}` : "";
  return `${name}${summary}
${linesOf(trend.rows)}`;
}
function linesOf(rows) {
  const longest = Math.max(1, ...rows.map(({ unpackedBytes }) => unpackedBytes));
  const cells = rows.toReversed().map(({ commit = "", day = "", unpackedBytes, deltaBytes = 0, layers }) => [
    `  ${day}`,
    (0, import_chunk_WD6J6YZB.visible)(commit.slice(0, 12)),
    (0, import_chunk_CCPWSZ7L.formatBytes)(unpackedBytes).padStart(8),
    (deltaBytes === 0 ? "" : (0, import_chunk_CCPWSZ7L.formatDelta)(deltaBytes)).padStart(9),
    `${String(layers).padStart(3)} ${layers === 1 ? "layer" : "layers"}`,
    "█".repeat(Math.max(unpackedBytes > 0 ? 1 : 0, Math.round(unpackedBytes / longest * barCells)))
  ]);
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
  return cells.map((row) => `${line(row)}
`).join("");
}
var runBaseline = async (argv, world) => {
  const { positionals, inputs } = (0, import_chunk_LFMTABN6.readArguments)("baseline", argv, 2);
  const { values, problems } = (0, import_chunk_XKLULEIM.readInputs)(inputs);
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
  for (const { path, reason } of listed.unfit) world.stderr(`${(0, import_chunk_WD6J6YZB.visible)(`${path} is not used: ${reason}.`, 500)}
`);
  return 0;
};
async function save(path, repository, world) {
  const checkout = world.openCheckout(world.workingDir);
  const text = path === void 0 ? void 0 : await checkout.readText((0, import_node_path.resolve)(world.workingDir, path), import_chunk_MWGOSDYI.maxReportBytes);
  if (path === void 0 || text === void 0) throw new import_chunk_ZU5SK2EV.UserError(noReport(path));
  const result = (0, import_chunk_MWGOSDYI.parseReport)(path, text);
  const commit = result.revision?.head ?? await repository.head();
  const { records } = await (0, import_chunk_5NXEVZMD.saveRecords)({ result, commit, builder: "report" }, repository);
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
