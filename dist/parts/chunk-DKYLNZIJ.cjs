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
  lineOf: () => lineOf,
  lookAhead: () => lookAhead
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_LJNQOZMK = require("./chunk-LJNQOZMK.cjs");
var maxAncestors = 300;
async function lineOf(repository, { base, headSha }) {
  if (!base) {
    const [, ...earlier] = await repository.ancestors(await repository.head(), maxAncestors + 1);
    return { commits: earlier, name: "the parent" };
  }
  const commit = await (0, import_chunk_LJNQOZMK.commitToHoldAgainst)(repository, base, headSha);
  if (commit === void 0) return { commits: [], name: "" };
  return { commits: await repository.ancestors(commit, maxAncestors), name: "the merge base" };
}
function lookAhead({ repository, ...revisions }) {
  if (!repository) return;
  const ahead = async () => {
    if (await repository.records.list()) await lineOf(repository, revisions);
  };
  ahead().catch(() => void 0);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  lineOf,
  lookAhead
});
