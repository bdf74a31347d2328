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
  cacheFolder: () => cacheFolder
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var import_node_crypto2 = require("node:crypto");
var import_node_util = require("node:util");
var import_node_zlib = require("node:zlib");
var import_promises2 = require("node:fs/promises");
var import_node_path2 = require("node:path");
var recordBytes = 8 + 8 + 4 + 4 + 4 + 2 + 1;
var sumBytes = 8;
function columnBytes(count, hasSums) {
  return count * (recordBytes + (hasSums ? sumBytes : 0));
}
function writeColumns(entries, sums) {
  const { bodyOffsets, fileBytes, uids, gids, modes, types, paths } = entries;
  const ends = new Uint32Array(entries.count);
  let end = 0;
  for (const [record, path] of paths.entries()) ends[record] = end += path.length;
  const columns = [bodyOffsets, fileBytes, ...sums ? [sums] : [], uids, gids, ends, modes, types];
  return Buffer.concat(columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)));
}
function readColumns(columns, paths, head) {
  const { count, sums: algorithm } = head;
  let at = 0;
  const next = (column) => {
    new Uint8Array(column.buffer).set(columns.subarray(at, at + column.byteLength));
    at += column.byteLength;
    return column;
  };
  const bodyOffsets = next(new Float64Array(count));
  const fileBytes = next(new Float64Array(count));
  const sums = algorithm && next(new Float64Array(count));
  const uids = next(new Uint32Array(count));
  const gids = next(new Uint32Array(count));
  const ends = next(new Uint32Array(count));
  const modes = next(new Uint16Array(count));
  const types = next(new Uint8Array(count));
  if (!types.every((type) => type <= import_chunk_OR32E4J6.EntryType.opaque)) throw new Error("it has an unknown type of record");
  if (!fileBytes.every((bytes) => Number.isSafeInteger(bytes) && bytes >= 0))
    throw new Error("it has a file of an impossible size");
  return {
    entries: {
      count,
      paths: cut(paths, ends),
      types,
      fileBytes,
      modes,
      uids,
      gids,
      linkTargets: new Map(head.links),
      withCapabilities: new Set(head.capabilities),
      bodyOffsets,
      ...algorithm && sums && { contentSums: { algorithm, values: sums } }
    },
    sparse: new Map(head.sparse)
  };
}
function cut(text, ends) {
  const paths = [];
  let start = 0;
  for (const end of ends) {
    if (end < start) throw new Error("its paths overlap");
    paths.push(text.slice(start, end));
    start = end;
  }
  if (start !== text.length) throw new Error("its paths do not add up");
  return paths;
}
var magic = Buffer.from("PLIMLYR", "latin1");
var sealBytes = 32;
var headBytes = magic.length + sealBytes;
var byteOrderMark = 16909060;
var maxUnpackedBytes = 2 ** 30;
var unpackedChunkBytes = 2 ** 18;
var deflate = (0, import_node_util.promisify)(import_node_zlib.deflateRaw);
var inflate = (0, import_node_util.promisify)(import_node_zlib.inflateRaw);
var index = (0, import_chunk_H7G5P3MR.int)().nonnegative();
var meta = (0, import_chunk_H7G5P3MR.strictObject)({
  diffId: (0, import_chunk_H7G5P3MR.string)(),
  sums: (0, import_chunk_H7G5P3MR._enum)(["crc32", "crc64"]).optional(),
  count: index.max(import_chunk_GXJJBHNS.defaultLimits.maxEntries),
  /** UTF-16 units of all paths behind each other, and how they are stored. */
  pathUnits: index,
  encoding: (0, import_chunk_H7G5P3MR._enum)(["utf8", "utf16le"]),
  links: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.tuple)([index, (0, import_chunk_H7G5P3MR.string)()])),
  capabilities: (0, import_chunk_H7G5P3MR.array)(index),
  sparse: (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.tuple)([index, (0, import_chunk_H7G5P3MR.array)((0, import_chunk_H7G5P3MR.strictObject)({ offset: index, bytes: index }))]))
});
async function encodeLayer(diffId, { entries, sparse }, key) {
  const paths = entries.paths.join("");
  const encoding = new RegExp("\\p{Surrogate}", "u").test(paths) ? "utf16le" : "utf8";
  const head = {
    diffId,
    ...entries.contentSums && { sums: entries.contentSums.algorithm },
    count: entries.count,
    pathUnits: paths.length,
    encoding,
    links: [...entries.linkTargets],
    capabilities: [...entries.withCapabilities],
    sparse: [...sparse].map(([record, runs]) => [record, [...runs]])
  };
  const json = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(json.length, 4);
  new Uint32Array(start.buffer, start.byteOffset, 1)[0] = byteOrderMark;
  const columns = writeColumns(entries, entries.contentSums?.values);
  const packed = await deflate(Buffer.concat([start, json, columns, Buffer.from(paths, encoding)]), { level: 1 });
  return Buffer.concat([magic, sealOf(packed, key), packed]);
}
async function decodeLayer(bytes, expected, key) {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error("it is of another version");
  const packed = bytes.subarray(headBytes);
  const seal = bytes.subarray(magic.length, headBytes);
  if (seal.length !== sealBytes || !(0, import_node_crypto2.timingSafeEqual)(seal, sealOf(packed, key)))
    throw new Error("it is damaged, or sealed with another key");
  const payload = await inflate(packed, { maxOutputLength: maxUnpackedBytes, chunkSize: unpackedChunkBytes });
  if (payload.length < 8 || new Uint32Array(Uint8Array.from(payload.subarray(0, 4)).buffer)[0] !== byteOrderMark)
    throw new Error("it was written on a machine with another byte order");
  const jsonEnd = 8 + payload.readUInt32LE(4);
  const head = meta.parse(JSON.parse(payload.toString("utf8", 8, jsonEnd)));
  if (head.diffId !== expected.diffId) throw new Error(`it is of ${head.diffId}`);
  if (head.sums !== expected.sums) throw new Error("it has other checksums");
  checkIndexes(head);
  const columnsEnd = jsonEnd + columnBytes(head.count, head.sums !== void 0);
  if (payload.length < columnsEnd) throw new Error("it is too short");
  const paths = payload.toString(head.encoding, columnsEnd);
  if (paths.length !== head.pathUnits) throw new Error("its paths do not add up");
  return readColumns(payload.subarray(jsonEnd, columnsEnd), paths, head);
}
function checkIndexes({ count, links, capabilities, sparse }) {
  const indexes = [...links.map(([record]) => record), ...capabilities, ...sparse.map(([record]) => record)];
  if (indexes.some((record) => record >= count)) throw new Error("it names a record it has not");
}
function sealOf(packed, key) {
  return (0, import_node_crypto2.createHmac)("sha256", key).update(magic).update(packed).digest();
}
var mostBytes = 10 ** 9;
var keptBytes = 0.75 * mostBytes;
var staleDraftMs = 36e5;
async function prune(folder, most = mostBytes, kept = keptBytes) {
  const files = await Promise.all((await (0, import_promises2.readdir)(folder)).filter(isOurs).map((name) => describe((0, import_node_path2.join)(folder, name))));
  const found = files.flatMap((file) => file ? [file] : []);
  const newest = Math.max(0, ...found.map(({ usedMs }) => usedMs));
  const drafts = found.filter(({ path, usedMs }) => path.endsWith(".draft") && newest - usedMs > staleDraftMs);
  const layers = found.filter(({ path }) => path.endsWith(".layer")).toSorted((one, other) => other.usedMs - one.usedMs);
  let sum = layers.reduce((bytes, file) => bytes + file.bytes, 0);
  const gone = drafts.map(({ path }) => path);
  if (sum > most)
    for (const file of layers.toReversed()) {
      if (sum <= kept) break;
      sum -= file.bytes;
      gone.push(file.path);
    }
  await Promise.all(gone.map((path) => (0, import_promises2.rm)(path, { force: true })));
}
var isOurs = (name) => /^sha\d+-[0-9a-f]+\.(crc32|crc64)\.layer(\.[0-9a-f-]+\.draft)?$/.test(name);
async function describe(path) {
  const found = await (0, import_promises2.stat)(path).catch(() => void 0);
  return found && { path, bytes: found.size, usedMs: found.mtimeMs };
}
function cacheFolder({ folder, key, note }) {
  const writes = /* @__PURE__ */ new Set();
  const fileOf = (diffId, sums) => (0, import_node_path.join)(folder, `${diffId.replace(":", "-")}.${sums}.layer`);
  let isBroken = false;
  const write = async (diffId, sums, layer) => {
    const path = fileOf(diffId, sums);
    const draft = `${path}.${(0, import_node_crypto.randomUUID)()}.draft`;
    try {
      const bytes = await encodeLayer(diffId, layer, key);
      await (0, import_promises.mkdir)(folder, { recursive: true, mode: 448 });
      await (0, import_promises.writeFile)(draft, bytes, { flag: "wx", mode: 384 });
      await (0, import_promises.rename)(draft, path);
    } catch (thrown) {
      if (!isBroken) note(`Layers cannot be kept in ${folder}: ${messageOf(thrown)}.`);
      isBroken = true;
      await (0, import_promises.rm)(draft, { force: true }).catch(() => void 0);
    }
  };
  return {
    async get(diffId, sums) {
      const path = fileOf(diffId, sums);
      const bytes = await readKept(path, note);
      if (!bytes) return void 0;
      try {
        const layer = await decodeLayer(bytes, { diffId, sums }, key);
        const now = /* @__PURE__ */ new Date();
        await (0, import_promises.utimes)(path, now, now).catch(() => void 0);
        return layer;
      } catch (thrown) {
        note(`${path} is not used and will be written anew: ${messageOf(thrown)}.`);
        await (0, import_promises.rm)(path, { force: true }).catch(() => void 0);
        return void 0;
      }
    },
    has: (diffId, sums) => (0, import_promises.access)(fileOf(diffId, sums)).then(
      () => true,
      () => false
    ),
    put(diffId, layer) {
      const sums = layer.entries.contentSums?.algorithm;
      if (isBroken || sums === void 0 || !/^sha(256|512):[0-9a-f]+$/.test(diffId)) return;
      const writing = write(diffId, sums, layer).finally(() => writes.delete(writing));
      writes.add(writing);
    },
    async close() {
      if (writes.size === 0) return;
      await Promise.all(writes);
      if (isBroken) return;
      await prune(folder).catch((thrown) => note(`${folder} was not tidied: ${messageOf(thrown)}.`));
    }
  };
}
async function readKept(path, note) {
  try {
    return await (0, import_promises.readFile)(path);
  } catch (thrown) {
    if (!isCode(thrown, "ENOENT")) note(`${path} cannot be read: ${messageOf(thrown)}.`);
    return void 0;
  }
}
var isCode = (thrown, code) => thrown instanceof Error && "code" in thrown && thrown.code === code;
var messageOf = (thrown) => thrown instanceof Error ? thrown.message : String(thrown);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  cacheFolder
});
