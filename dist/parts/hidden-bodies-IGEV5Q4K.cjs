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
  readHiddenBodies: () => readHiddenBodies
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_VK25PEYO = require("./chunk-VK25PEYO.cjs");
var import_chunk_KOKRIMOD = require("./chunk-KOKRIMOD.cjs");
var import_chunk_ZAL7WBV4 = require("./chunk-ZAL7WBV4.cjs");
var import_chunk_B346SMRJ = require("./chunk-B346SMRJ.cjs");
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_ZOE7HJQP = require("./chunk-ZOE7HJQP.cjs");
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_ZRI4M5TG = require("./chunk-ZRI4M5TG.cjs");
var import_chunk_6OUGNOIH = require("./chunk-6OUGNOIH.cjs");
var import_chunk_OUSTZCIE = require("./chunk-OUSTZCIE.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
function layerFolders({ GraphDriver, RootFS }) {
  const { LowerDir = "", UpperDir = "" } = GraphDriver?.Data ?? {};
  const folders = [UpperDir, ...LowerDir.split(":").filter((folder) => folder !== "")].toReversed();
  const isKnown = folders.every((folder) => /^\/.*\/overlay2\/[^/]+\/diff$/.test(folder));
  return isKnown && GraphDriver?.Name === "overlay2" && folders.length === RootFS?.Layers?.length ? folders : void 0;
}
async function readRecordsFromFolders(engine, run, { imageId, folders, layers }, records, maxBytes, signal) {
  const own = (0, import_chunk_IKCWV4GA.drawMountName)();
  const within = (layer) => `${own}/${layer}`;
  const wanted = [...new Set(records.map(({ layer }) => layer))];
  const calls = wanted.flatMap(
    (layer) => callsIn(
      within(layer),
      layers[layer],
      records.filter((record) => record.layer === layer)
    )
  );
  const mounts = wanted.map((layer) => ({ source: folders[layer] ?? "", target: `/${within(layer)}` }));
  const bodies = await (0, import_chunk_KOKRIMOD.readFiles)(engine, run, { imageId, mounts, calls, maxBytes }, signal);
  return records.map(({ path, layer, fileBytes }) => {
    const body = bodies.get(`${within(layer)}/${path}`);
    if (body?.length === Math.min(fileBytes, maxBytes)) return body;
    throw new Error(`${path} of layer ${layer} is not in the layer's folder as it was`);
  });
}
function callsIn(folder, entries, wishes) {
  if (!entries) throw new Error("it is of no layer of the image");
  const links = new Set(entries.paths.filter((_, index) => entries.types[index] === import_chunk_OR32E4J6.EntryType.symlink));
  for (const { path } of wishes)
    for (let above = (0, import_chunk_ZAL7WBV4.folderOf)(path); above !== ""; above = (0, import_chunk_ZAL7WBV4.folderOf)(above))
      if (links.has(above)) throw new Error(`${path} lies below a link`);
  return (0, import_chunk_KOKRIMOD.planArchives)(wishes, [entries]).map((call) => ({
    ...call,
    path: `${folder}/${call.path}`,
    files: call.files.map((file) => `${folder}/${file}`)
  }));
}
async function readHiddenBodies({ engine, run, inspect, options, layers, readRecords }, records, maxBytes, signal) {
  if (records.length === 0) return [];
  const fromFolders = async (folders2) => {
    const { hasWholeFolders } = await (0, import_chunk_VK25PEYO.readSettings)(engine, signal);
    if (!hasWholeFolders) throw new Error("the layers' folders may lack what lower ones hold");
    return readRecordsFromFolders(engine, run, { imageId: inspect.Id, folders: folders2, layers }, records, maxBytes, signal);
  };
  const folders = options.mode === "stream" ? void 0 : layerFolders(inspect);
  const read = readRecords?.(records, maxBytes, signal) ?? (folders && fromFolders(folders));
  return (read && await (0, import_chunk_VK25PEYO.unlessRefused)(engine, read, options, signal)) ?? readRecordsFromExport(engine, inspect.Id, records, maxBytes, signal);
}
async function readRecordsFromExport(engine, imageId, records, maxBytes, signal) {
  const paths = new Set(records.map(({ path }) => path));
  const archive = await (0, import_chunk_ZOE7HJQP.readDockerArchiveStream)(() => (0, import_chunk_ZRI4M5TG.exportStream)(engine, imageId, signal), {
    source: `engine:${imageId}`,
    // Kept while the export streams by, so that it is made once.
    keepBody: (path, bodyBytes) => paths.has(path) ? Math.min(bodyBytes, maxBytes) : 0,
    signal
  });
  const image = await archive.open();
  return await image.readRecords?.(records, maxBytes, signal) ?? [];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readHiddenBodies
});
