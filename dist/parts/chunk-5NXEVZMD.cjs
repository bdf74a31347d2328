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
  refuseForeign: () => refuseForeign,
  saveRecords: () => saveRecords
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_W24IUNW4 = require("./chunk-W24IUNW4.cjs");
var import_chunk_U7SEEGIM = require("./chunk-U7SEEGIM.cjs");
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
async function saveRecords({ result, commit, builder }, repository) {
  const committedAt = await repository.committedAt(commit);
  const records = result.images.flatMap((image) => {
    const { name, platform, gated, variants, waivers } = image;
    const variant = variants.find((one) => one.name === gated);
    if (!variant) return [];
    return [
      {
        schemaVersion: import_chunk_U7SEEGIM.recordSchemaVersion,
        commit,
        committedAt,
        image: name,
        platform,
        engine: variant.source.split(":", 1)[0] ?? "",
        builder: variant.built ? builder : "none",
        tool: result.tool.version,
        ...variant.base !== void 0 && { base: variant.base },
        ...waivers !== void 0 && { waivers },
        rules: (0, import_chunk_W24IUNW4.outcomesOf)(image),
        measurement: (0, import_chunk_U7SEEGIM.slim)(variant.measurement)
      }
    ];
  });
  await repository.records.update(`Record ${(0, import_chunk_LJNQOZMK.shortSha)(commit)}`, (files) => {
    refuseForeign(repository.records.name, files);
    return (0, import_chunk_U7SEEGIM.planUpdate)(files, records);
  });
  return { commit, records };
}
function refuseForeign(branch, files) {
  const { foreign } = (0, import_chunk_U7SEEGIM.readBranch)(files ?? []);
  if (foreign.length > 0) throw notOurs(branch, foreign);
}
function notOurs(branch, foreign) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "foreign-record-branch",
    message: `The branch ${branch} holds what Plimsoll did not write, so nothing is stored on it.`,
    got: foreign.slice(0, 5).join(", "),
    hint: `Rename that branch or take these files off it; Plimsoll keeps its records on a branch ${branch} of its own.`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  refuseForeign,
  saveRecords
});
