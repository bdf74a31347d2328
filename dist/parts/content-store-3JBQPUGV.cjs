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
  openContentStore: () => openContentStore
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_B346SMRJ = require("./chunk-B346SMRJ.cjs");
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_WITA6PIH = require("./chunk-WITA6PIH.cjs");
var import_chunk_QIAGGXQA = require("./chunk-QIAGGXQA.cjs");
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
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
var mountPoint = "/.plimsoll";
var blobsBelowRoot = "io.containerd.content.v1.content/blobs/sha256";
async function readStoredLayers(store, layers, signal, keep = () => 0) {
  const diffIds = layers.map(({ diffId, where }) => diffId ?? fail(`${where} has no DiffID`));
  const known = await (0, import_chunk_QVWVBULK.knownLayers)(store.cache, diffIds, "crc32");
  const missing = /* @__PURE__ */ new Map();
  for (const [index, layer] of layers.entries())
    if (!known[index] && layer.diffId !== void 0) missing.set(layer.diffId, layer);
  const read = missing.size === 0 ? /* @__PURE__ */ new Map() : await streamLayers(store, missing, signal, keep);
  for (const [diffId, layer] of read) store.cache.put(diffId, layer);
  return layers.map(
    ({ where }, index) => known[index] ?? read.get(diffIds[index] ?? "sha256:") ?? fail(`${where} was not read`)
  );
}
async function readStoredBodies(store, layers, wanted, signal) {
  const needed = [...new Set(wanted.map(({ layer }) => layer))];
  const sources = needed.map((layer) => layers[layer] ?? fail(`there is no layer ${layer}`));
  const here = wanted.map((body) => ({ ...body, layer: needed.indexOf(body.layer) }));
  return withContents(
    store,
    sources,
    signal,
    keepOf(here),
    (contents, placed) => contents.readBodies(placed, here, signal)
  );
}
function keepOf(wanted) {
  const bytesOf = new Map(wanted.map(({ layer, record, bytes }) => [`${layer} ${record}`, bytes]));
  return (blob, { record }) => bytesOf.get(`${blob.slice(blob.lastIndexOf("/") + 1)} ${record}`) ?? 0;
}
async function streamLayers(store, layers, signal, keep) {
  const kept = new import_chunk_GXJJBHNS.Budget(import_chunk_GXJJBHNS.defaultLimits);
  const keepBody = (_blob, { path, bodyBytes }) => kept.keep(Math.min(bodyBytes, keep(path, bodyBytes)));
  return withContents(store, [...layers.values()], signal, keepBody, async (contents, sources) => {
    const scans = await contents.readLayers(sources, signal);
    return new Map([...layers.keys()].map((diffId, index) => [diffId, scans[index] ?? fail("a layer is missing")]));
  });
}
async function withContents({ engine, runId, imageId, root, where }, layers, signal, keepBody, work) {
  const sources = layers.map((layer, index) => ({ ...layer, path: `${mountPoint.slice(1)}/${index}` }));
  const mounts = sources.map(({ blobDigest, path }) => {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(blobDigest ?? "")?.[1] ?? fail("a layer has no digest of a usual kind");
    return { source: `${root}/${blobsBelowRoot}/${hex}`, target: `/${path}` };
  });
  return (0, import_chunk_IKCWV4GA.withContainer)(engine, { runId, imageId, mounts }, signal, async (container) => {
    const tar = await archiveOf(engine, container, mountPoint, signal);
    try {
      const options = {
        where,
        limits: import_chunk_GXJJBHNS.defaultLimits,
        contentSums: true,
        verifyLayers: true,
        keepBody,
        signal
      };
      const contents = await (0, import_chunk_QIAGGXQA.streamContents)(() => (0, import_chunk_ABOBOMAN.counted)(tar, engine.onBytes), options);
      return await work(contents, sources);
    } finally {
      tar.destroy();
    }
  });
}
function archiveOf(engine, container, path, signal) {
  const what = "reading the content store";
  const address = `/containers/${container}/archive`;
  return (0, import_chunk_ACDN42RY.largeAnswer)(engine, { what, method: "GET", path: address, query: { path }, quietMs: import_chunk_KZNWS25N.archiveQuietMs }, signal);
}
function fail(what) {
  throw new Error(what);
}
async function openContentStore(engine, { runId }, image, cache, signal) {
  const where = `engine:${image.id}`;
  const { root, chosen } = await firstRoot(image.roots, async (folder) => {
    const mounts = [{ source: `${folder}/${blobsBelowRoot}`, target: mountPoint }];
    const found = await (0, import_chunk_IKCWV4GA.withContainer)(
      engine,
      { runId, imageId: image.id, mounts },
      signal,
      (container) => chooseImage(documentsOf(engine, container, where, signal), image)
    );
    return { root: folder, chosen: found };
  });
  const store = { engine, runId, imageId: image.id, root, where, cache };
  const contents = {
    where,
    stat: () => Promise.resolve(void 0),
    document: () => Promise.resolve(void 0),
    readLayers: (layers, when, keep) => readStoredLayers(store, layers, when, keep),
    readBodies: (layers, wanted, when) => readStoredBodies(store, layers, wanted, when)
  };
  const opened = (0, import_chunk_WITA6PIH.openOciImage)(contents, `engine:${chosen.config.imageId}`, chosen);
  const { blobs = [], ...facts } = opened.facts;
  const isPulled = blobs.some(({ mediaType }) => /[.+](gzip|zstd)$/.test(mediaType));
  return { ...opened, facts: { ...facts, ...isPulled && { blobs } } };
}
async function firstRoot(roots, work) {
  let refusal = new Error("it is not known where containerd keeps its content");
  for (const root of roots)
    try {
      return await work(root);
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_SWWGSW5Y.EngineRefused && thrown.status === 400)) throw thrown;
      refusal = thrown;
    }
  throw refusal;
}
var typed = (0, import_chunk_H7G5P3MR.object)({ mediaType: (0, import_chunk_H7G5P3MR.string)().optional() });
async function chooseImage(contents, { id, platform }) {
  const bytes = await contents.document(`blobs/${id.replace(":", "/")}`);
  if (!bytes) throw new Error(`the content store does not hold ${id}`);
  const { kind } = (0, import_chunk_QIAGGXQA.readOciDocument)(bytes, void 0, contents.where);
  const { mediaType = `application/vnd.oci.image.${kind}.v1+json` } = typed.parse(JSON.parse(bytes.toString("utf8")));
  const root = { mediaType, digest: id, bytes: bytes.length, annotations: {} };
  return (0, import_chunk_WITA6PIH.chooseOciImage)(contents, [root], void 0, platform, import_chunk_GXJJBHNS.defaultLimits);
}
var unused = () => Promise.reject(new Error("only documents are read here"));
function documentsOf(engine, container, where, signal) {
  const documents = /* @__PURE__ */ new Map();
  const fetchDocument = async (path) => {
    const digest = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (digest === void 0) throw new Error(`the content store is not asked for ${path}`);
    const tar = await archiveOf(engine, container, `${mountPoint}/${digest}`, signal);
    try {
      const body = await (0, import_chunk_B346SMRJ.readFirstFile)(tar, import_chunk_GXJJBHNS.defaultLimits.maxDocumentBytes + 1);
      return body && Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    } finally {
      tar.destroy();
    }
  };
  return {
    where,
    stat: unused,
    readLayers: unused,
    readBodies: unused,
    document: (path) => {
      const document = documents.get(path) ?? fetchDocument(path);
      documents.set(path, document);
      return document;
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openContentStore
});
