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
  readBodiesFromContainer: () => readBodiesFromContainer
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KPSSKYDZ = require("./chunk-KPSSKYDZ.cjs");
var import_chunk_HOSXSYLY = require("./chunk-HOSXSYLY.cjs");
var import_chunk_NRILU4EI = require("./chunk-NRILU4EI.cjs");
var import_chunk_4XT7BOTE = require("./chunk-4XT7BOTE.cjs");
var import_chunk_4MQIN5IL = require("./chunk-4MQIN5IL.cjs");
var import_chunk_IIXWZ7A3 = require("./chunk-IIXWZ7A3.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var atOnce = 4;
var folderFrom = 8;
async function readBodiesFromContainer(engine, { runId }, imageId, nodes, maxBytes, signal) {
  const bodies = /* @__PURE__ */ new Map();
  if (nodes.length === 0) return bodies;
  await (0, import_chunk_4XT7BOTE.withContainer)(engine, { runId, imageId }, signal, async (container) => {
    const waiting = groupsOf(nodes).values();
    const reader = async () => {
      for (const group of waiting) {
        const read = group.length < folderFrom ? readEach : readGroup;
        for (const [path, body] of await read(engine, container, group, maxBytes, signal)) bodies.set(path, body);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
  });
  return bodies;
}
function groupsOf(nodes) {
  const folders = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const folder = (0, import_chunk_HOSXSYLY.folderOf)(node.path);
    const group = folders.get(folder);
    if (group) group.push(node);
    else folders.set(folder, [node]);
  }
  return [...folders].flatMap(([folder, group]) => isWhole(folder, group) ? [group] : group.map((node) => [node]));
}
function isWhole(folder, group) {
  return folder !== "" && group.length >= folderFrom;
}
async function readEach(engine, container, nodes, maxBytes, signal) {
  const bodies = [];
  for (const { path } of nodes) {
    const body = await readBody(engine, container, path, maxBytes, signal);
    if (body) bodies.push([path, body]);
  }
  return bodies;
}
async function readGroup(engine, container, nodes, maxBytes, signal) {
  const wanted = new Set(nodes.map(({ path }) => path));
  const folder = (0, import_chunk_HOSXSYLY.folderOf)(nodes[0]?.path ?? "");
  return (0, import_chunk_HOSXSYLY.readFolder)(engine, container, { folder, isWanted: (path) => wanted.has(path), maxBytes }, signal);
}
async function readBody(engine, container, path, maxBytes, signal) {
  return (0, import_chunk_NRILU4EI.withArchive)(engine, container, path, signal, (tar) => (0, import_chunk_KPSSKYDZ.readFirstFile)(tar, maxBytes));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readBodiesFromContainer
});
