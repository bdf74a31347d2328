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
  folderOf: () => folderOf,
  keepBodies: () => keepBodies,
  readFolder: () => readFolder
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
async function readFolder(engine, container, { folder, isWanted, maxBytes }, signal) {
  const above = folderOf(folder);
  const keeper = keepBodies(isWanted, above, maxBytes);
  let links = /* @__PURE__ */ new Map();
  const scanner = new import_chunk_VCIQNPFU.TarScanner({ where: "a folder of the image", budget: new import_chunk_GXJJBHNS.Budget(), openBody: keeper.openBody });
  await (0, import_chunk_KZNWS25N.withArchive)(engine, container, folder, signal, async (tar) => {
    for await (const chunk of tar) scanner.push(chunk);
    if (!scanner.isEnded) throw (0, import_chunk_SWWGSW5Y.cutOff)("the archive of a folder");
    links = linksOf(scanner.end().entries, above);
  });
  return { bodies: keeper.bodies, links };
}
function linksOf({ types, paths, linkTargets }, above) {
  const whole = (path = "") => above === "" ? path : `${above}/${path}`;
  const links = [...linkTargets].filter(([record]) => types[record] === import_chunk_OR32E4J6.EntryType.hardlink);
  return new Map(links.map(([record, first]) => [whole(paths[record]), whole(first)]));
}
function keepBodies(isWanted, above, maxBytes) {
  const bodies = [];
  const openBody = (file) => {
    const path = above === "" ? file.path : `${above}/${file.path}`;
    if (!isWanted(path)) return void 0;
    const pieces = [];
    let held = 0;
    return {
      push: (piece) => {
        const part = piece.subarray(0, Math.max(0, maxBytes - held));
        held += part.length;
        if (part.length > 0) pieces.push(Buffer.from(part));
      },
      end: () => bodies.push([path, Buffer.concat(pieces)])
    };
  };
  return { openBody, bodies };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  folderOf,
  keepBodies,
  readFolder
});
