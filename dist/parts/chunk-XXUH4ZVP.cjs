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
  hiddenFiles: () => hiddenFiles
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
function hiddenFiles({ records, hidden }) {
  return {
    *[Symbol.iterator]() {
      for (const { record, hiddenBy, how } of hidden) {
        const bytes = (0, import_chunk_OTS36LMD.atSize)(records.bytes, record);
        if (bytes === 0) continue;
        const { layer, entries, index } = (0, import_chunk_OTS36LMD.originOf)(records, record);
        const entryPath = (0, import_chunk_OTS36LMD.atText)(entries.paths, index);
        const path = `/${(0, import_chunk_OTS36LMD.pathOf)(records, record)}`;
        const isRegular = records.types[record] === import_chunk_OR32E4J6.EntryType.file;
        yield { path, entryPath, bytes, addedBy: layer, hiddenBy, how, record: index, isRegular };
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  hiddenFiles
});
