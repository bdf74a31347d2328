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
  listFiles: () => listFiles
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var maxFiles = 5e5;
var skipped = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "node_modules", "vendor", ".terraform"]);
async function listFiles(root) {
  const found = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    for (const entry of await entriesOf(root, folder)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(path);
      else if (entry.isFile() || entry.isSymbolicLink() && await leadsToFile(root, path)) found.push(path);
    }
    if (found.length > maxFiles) throw tooMany(root);
  }
  return found.sort();
}
async function leadsToFile(root, path) {
  try {
    const [real, top] = await Promise.all([(0, import_promises.realpath)((0, import_node_path.join)(root, path)), (0, import_promises.realpath)(root)]);
    return real.startsWith(top.endsWith(import_node_path.sep) ? top : top + import_node_path.sep) && (await (0, import_promises.stat)(real)).isFile();
  } catch {
    return false;
  }
}
async function entriesOf(root, folder) {
  try {
    return await (0, import_promises.readdir)((0, import_node_path.join)(root, folder), { withFileTypes: true });
  } catch (cause) {
    const message = `${folder || root} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new import_chunk_ZU5SK2EV.UserError({ code: "unreadable-file", message, hint: "Check the path and its permissions." }, { cause });
  }
}
function tooMany(root) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "too-many-files",
    message: `${root} has more than ${maxFiles} files.`,
    hint: "Audit a folder of it: plimsoll audit DIR."
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  listFiles
});
