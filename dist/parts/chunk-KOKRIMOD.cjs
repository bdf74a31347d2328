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
  planArchives: () => planArchives,
  readFiles: () => readFiles
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_ZAL7WBV4 = require("./chunk-ZAL7WBV4.cjs");
var import_chunk_B346SMRJ = require("./chunk-B346SMRJ.cjs");
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var callMs = 50;
var msPerByte = 2.5 / 1e6;
var msPerEntry = 35 / 1e3;
var fewFiles = 2;
function planArchives(wanted, layers) {
  if (layers.length === 0 || wanted.length <= fewFiles && wanted.every(({ path }) => isText(path)))
    return wanted.map(alone);
  const folders = /* @__PURE__ */ new Map();
  const root = folderAt(folders, "");
  for (const file of wanted) folderAt(folders, (0, import_chunk_ZAL7WBV4.folderOf)(file.path)).files.push(file);
  for (const entries of layers) weigh(folders, entries);
  return [...root.files.map(alone), ...root.folders.flatMap(cheapest)];
}
function folderAt(folders, path) {
  const known = folders.get(path);
  if (known) return known;
  const folder = { path, folders: [], files: [], bytes: 0, entries: 0 };
  folders.set(path, folder);
  if (path !== "") folderAt(folders, (0, import_chunk_ZAL7WBV4.folderOf)(path)).folders.push(folder);
  return folder;
}
function weigh(folders, { count, paths, fileBytes }) {
  for (let index = 0; index < count; index += 1) {
    const path = paths[index] ?? "";
    for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) {
      const folder = folders.get(path.slice(0, slash));
      if (!folder) break;
      folder.bytes += fileBytes[index] ?? 0;
      folder.entries += 1;
    }
  }
}
function cheapest(folder) {
  const parts = [...folder.files.map(alone), ...folder.folders.flatMap(cheapest)];
  const partsMs = parts.reduce((sum, { ms: ms2 }) => sum + ms2, 0);
  const ms = callMsOf(folder.path) + folder.bytes * msPerByte + folder.entries * msPerEntry;
  if (partsMs <= ms) return parts;
  return [{ path: folder.path, isFolder: true, files: parts.flatMap(({ files }) => files), ms }];
}
var alone = ({ path, fileBytes }) => ({
  path,
  isFolder: false,
  files: [path],
  ms: callMsOf(path) + fileBytes * msPerByte
});
var callMsOf = (path) => isText(path) ? callMs : Infinity;
var isText = (path) => !/[\uDC80-\uDCFF]/u.test(path);
var atOnce = 4;
async function readFiles(engine, { runId }, { imageId, mounts = [], calls, maxBytes }, signal) {
  const bodies = /* @__PURE__ */ new Map();
  if (calls.length === 0) return bodies;
  const readAlone = async (container, path) => {
    const body = await (0, import_chunk_KZNWS25N.withArchive)(engine, container, path, signal, (tar) => (0, import_chunk_B346SMRJ.readFirstFile)(tar, maxBytes));
    if (body) bodies.set(path, body);
  };
  const readAll = async (container, { path: folder, files }) => {
    const read = (wanted) => (0, import_chunk_ZAL7WBV4.readFolder)(engine, container, { folder, isWanted: (path) => wanted.has(path), maxBytes }, signal);
    const { bodies: found, links } = await read(new Set(files));
    for (const [path, body] of found) bodies.set(path, body);
    const second = files.filter((path) => !bodies.has(path) && links.has(path));
    const passed = new Set(second.flatMap((path) => links.get(path) ?? []).filter((first) => !bodies.has(first)));
    const firsts = new Map([...found, ...passed.size > 0 ? (await read(passed)).bodies : []]);
    for (const path of second) {
      const body = firsts.get(links.get(path) ?? "");
      if (body) bodies.set(path, body);
    }
  };
  await (0, import_chunk_IKCWV4GA.withContainer)(engine, { runId, imageId, mounts }, signal, async (container) => {
    const waiting = calls.toSorted((one, other) => other.ms - one.ms).values();
    const reader = async () => {
      for (const call of waiting) await (call.isFolder ? readAll(container, call) : readAlone(container, call.path));
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  planArchives,
  readFiles
});
