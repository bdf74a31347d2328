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
  Flag: () => Flag,
  TarRecords: () => TarRecords,
  TarScanner: () => TarScanner,
  blockBytes: () => blockBytes,
  cleanPath: () => cleanPath,
  emptyHeader: () => emptyHeader,
  isTarHead: () => isTarHead,
  readNumber: () => readNumber,
  storedBytes: () => storedBytes
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_node_zlib = require("node:zlib");
function decodeName(bytes, start, end) {
  const text = bytes.toString("utf8", start, end);
  return text.includes("�") ? decodeEscaping(bytes, start, end) : text;
}
function decodeField(block, at, length) {
  const end = at + length;
  let stop = at;
  let all = 0;
  for (let byte = block[stop]; stop < end && byte; byte = block[stop]) {
    all |= byte;
    stop += 1;
  }
  if (stop === at) return "";
  return all < 128 ? block.toString("latin1", at, stop) : decodeName(block, at, stop);
}
function decodeEscaping(bytes, start, end) {
  const parts = [];
  let valid = start;
  for (let index = start; index < end; ) {
    const length = sequenceLength(bytes, index, end);
    if (length > 0) {
      index += length;
      continue;
    }
    if (valid < index) parts.push(bytes.toString("utf8", valid, index));
    parts.push(String.fromCharCode(56320 + (bytes[index] ?? 0)));
    index += 1;
    valid = index;
  }
  if (valid < end) parts.push(bytes.toString("utf8", valid, end));
  return parts.join("");
}
function sequenceLength(bytes, index, end) {
  const first = bytes[index] ?? 0;
  if (first < 128) return 1;
  const length = first >= 194 && first < 224 ? 2 : first >= 224 && first < 240 ? 3 : first >= 240 && first < 245 ? 4 : 0;
  if (length === 0 || index + length > end) return 0;
  const second = bytes[index + 1] ?? 0;
  const least = first === 224 ? 160 : first === 240 ? 144 : 128;
  const most = first === 237 ? 159 : first === 244 ? 143 : 191;
  if (second < least || second > most) return 0;
  for (let next = index + 2; next < index + length; next += 1) {
    if (((bytes[next] ?? 0) & 192) !== 128) return 0;
  }
  return length;
}
function isUnusual(name) {
  const first = name.charCodeAt(0);
  return first === dot || first === slash || name.includes("/.") || name.includes("//");
}
var dot = 46;
var slash = 47;
function cleanPath(name) {
  const trimmed = trimSlash(name);
  if (!isUnusual(name)) return trimmed;
  const kept = [];
  for (const part of trimmed.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  return kept.join("/");
}
var withoutDot = (name) => name.charCodeAt(0) === dot && name.charCodeAt(1) === slash ? name.slice(2) : name;
var trimSlash = (name) => name.charCodeAt(name.length - 1) === slash ? name.slice(0, -1) : name;
var ordinary = { kind: "ordinary" };
function meaningOf(path) {
  if (path.startsWith(".wh..wh.") && path !== ".wh..wh..opq") return { kind: "ignored" };
  const cut = path.lastIndexOf("/");
  if (!path.startsWith(".wh.", cut + 1)) return ordinary;
  const folder = cut < 0 ? "" : path.slice(0, cut);
  const hidden = path.slice(cut + 5);
  if (hidden === ".wh..opq") return { kind: "mark", type: import_chunk_OR32E4J6.EntryType.opaque, path: folder };
  if (hidden.startsWith(".wh.")) return { kind: "ignored" };
  if (hidden === "" || hidden === "." || hidden === "..") return { kind: "invalid" };
  return { kind: "mark", type: import_chunk_OR32E4J6.EntryType.whiteout, path: folder === "" ? hidden : `${folder}/${hidden}` };
}
var blockBytes = 512;
var wordsOfBlock = blockBytes / 4;
var BlockSums = class {
  #scratch = Buffer.from(new ArrayBuffer(blockBytes));
  #words = new Int32Array(this.#scratch.buffer);
  /** One pass over the block in 32-bit words, which must be aligned; else over a copy. */
  of(chunk, at) {
    const start = chunk.byteOffset + at;
    const isAligned = (start & 3) === 0;
    const source = isAligned ? chunk.buffer : this.#scratch.buffer;
    if (!isAligned) chunk.copy(this.#scratch, 0, at, at + blockBytes);
    if (this.#words.buffer !== source) this.#words = new Int32Array(source, 0, source.byteLength >> 2);
    return sumOfWords(this.#words, isAligned ? start >> 2 : 0);
  }
};
function sumOfWords(words, from) {
  let lanes = 0;
  for (let index = from; index < from + wordsOfBlock; index += 1) {
    const word = words[index] ?? 0;
    lanes = lanes + (word & 16711935) + (word >>> 8 & 16711935) | 0;
  }
  return (lanes & 65535) + (lanes >>> 16);
}
function isChecksumRight(block, at, sum) {
  const stated = readOctal(block, at + 148, 8);
  let unsigned = sum + 8 * 32;
  for (let index = at + 148; index < at + 156; index += 1) unsigned -= block[index] ?? 0;
  if (stated === unsigned) return true;
  let signed = unsigned;
  for (let index = at; index < at + blockBytes; index += 1) {
    if ((block[index] ?? 0) > 127 && (index < at + 148 || index >= at + 156)) signed -= 256;
  }
  return stated === signed;
}
function isTarHead(head) {
  if (head.length < blockBytes) return false;
  let sum = 0;
  for (let index = 0; index < blockBytes; index += 1) sum += head[index] ?? 0;
  return sum === 0 || isChecksumRight(head, 0, sum);
}
function readNumber(block, at, length) {
  return (block[at] ?? 0) & 128 ? readBase256(block, at, length) : readOctal(block, at, length);
}
function readOctal(block, at, length) {
  const end = at + length;
  let index = at;
  while (index < end && isPadding(block[index] ?? 0)) index += 1;
  if (index === end) return 0;
  const start = index;
  let value = 0;
  for (; index < end; index += 1) {
    const digit = (block[index] ?? 0) - 48;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  if (index === start) return Number.NaN;
  if (index < end && block[index] === 0) return value;
  for (; index < end; index += 1) if (!isPadding(block[index] ?? 0)) return Number.NaN;
  return value;
}
function isPadding(byte) {
  return byte === 0 || byte === 32;
}
function readBase256(block, at, length) {
  const isNegative = ((block[at] ?? 0) & 64) !== 0;
  const flip = isNegative ? 255 : 0;
  let value = 0n;
  for (let index = at; index < at + length; index += 1) {
    const byte = (block[index] ?? 0) ^ flip;
    value = value << 8n | BigInt(index === at ? byte & 127 : byte);
  }
  if (value >> 63n) return Number.NaN;
  return Number(isNegative ? -value - 1n : value);
}
var leastCapacity = 1024;
var mostKept = 65536;
var spare;
function takeColumns() {
  const columns = spare ?? columnsOf(leastCapacity);
  spare = void 0;
  return columns;
}
function putBackColumns(columns) {
  const { length } = columns.types;
  if (length <= mostKept && length > (spare?.types.length ?? 0)) spare = columns;
}
function grownColumns(columns) {
  const longer = columnsOf(2 * columns.types.length);
  longer.types.set(columns.types);
  longer.fileBytes.set(columns.fileBytes);
  longer.modes.set(columns.modes);
  longer.uids.set(columns.uids);
  longer.gids.set(columns.gids);
  longer.bodyOffsets.set(columns.bodyOffsets);
  longer.sums.set(columns.sums);
  return longer;
}
var columnsOf = (capacity) => ({
  types: new Uint8Array(capacity),
  fileBytes: new Float64Array(capacity),
  modes: new Uint16Array(capacity),
  uids: new Uint32Array(capacity),
  gids: new Uint32Array(capacity),
  bodyOffsets: new Float64Array(capacity),
  sums: new Float64Array(capacity)
});
function readUnusualName(name, type) {
  const path = cleanPath(name);
  const meaning = meaningOf(path);
  if (meaning.kind === "invalid") return { refused: "a whiteout names no file" };
  return meaning.kind === "ignored" ? "ignored" : meaning.kind === "mark" ? meaning : { path, type };
}
var EntriesBuilder = class {
  count = 0;
  #paths = [];
  #columns = takeColumns();
  #sums;
  #linkTargets = /* @__PURE__ */ new Map();
  #withCapabilities = /* @__PURE__ */ new Set();
  #sparse = /* @__PURE__ */ new Map();
  /** @param sums what the checksums are that it is given; it is given none when absent. */
  constructor(sums) {
    this.#sums = sums;
  }
  get lastPath() {
    return this.#paths[this.count - 1] ?? "";
  }
  /** @param fileBytes 0 of all but regular files @returns the record's index. */
  add(path, type, fileBytes, bodyOffset, { mode, uid, gid }) {
    const index = this.count;
    if (index === this.#columns.types.length) this.#columns = grownColumns(this.#columns);
    const columns = this.#columns;
    this.#paths.push(path);
    columns.types[index] = type;
    columns.fileBytes[index] = fileBytes;
    columns.modes[index] = mode & 4095;
    columns.uids[index] = uid;
    columns.gids[index] = gid;
    columns.bodyOffsets[index] = bodyOffset;
    columns.sums[index] = 0;
    this.count += 1;
    return index;
  }
  setLinkTarget(index, target) {
    this.#linkTargets.set(index, target);
  }
  setCapabilities(index) {
    this.#withCapabilities.add(index);
  }
  /** A sparse file's stored bytes are not its content, so it has no comparable sum. */
  setSparse(index, runs) {
    this.#sparse.set(index, runs);
  }
  setSum(index, sum) {
    this.#columns.sums[index] = this.#sparse.has(index) ? Number.NaN : sum;
  }
  /** All that was added; nothing can be added any more. */
  finish() {
    const { count } = this;
    const { types, fileBytes, modes, uids, gids, bodyOffsets, sums } = this.#columns;
    const entries = {
      count,
      paths: this.#paths,
      types: types.slice(0, count),
      fileBytes: fileBytes.slice(0, count),
      modes: modes.slice(0, count),
      uids: uids.slice(0, count),
      gids: gids.slice(0, count),
      linkTargets: this.#linkTargets,
      withCapabilities: this.#withCapabilities,
      bodyOffsets: bodyOffsets.slice(0, count)
    };
    if (this.#sums) entries.contentSums = { algorithm: this.#sums, values: sums.slice(0, count) };
    putBackColumns(this.#columns);
    this.#columns = columnsOf(0);
    return { entries, sparse: this.#sparse };
  }
};
var flag = (letter) => letter.charCodeAt(0);
var Flag = {
  oldFile: 0,
  file: flag("0"),
  hardlink: flag("1"),
  symlink: flag("2"),
  characterDevice: flag("3"),
  blockDevice: flag("4"),
  directory: flag("5"),
  fifo: flag("6"),
  gnuSparse: flag("S"),
  pax: flag("x"),
  paxGlobal: flag("g"),
  gnuLongName: flag("L"),
  gnuLongLink: flag("K")
};
var numberedTypes = [
  import_chunk_OR32E4J6.EntryType.hardlink,
  import_chunk_OR32E4J6.EntryType.symlink,
  import_chunk_OR32E4J6.EntryType.characterDevice,
  import_chunk_OR32E4J6.EntryType.blockDevice,
  import_chunk_OR32E4J6.EntryType.directory,
  import_chunk_OR32E4J6.EntryType.fifo
];
function typeOf(typeFlag) {
  return numberedTypes[typeFlag - Flag.hardlink] ?? import_chunk_OR32E4J6.EntryType.file;
}
function isExtension(typeFlag) {
  return typeFlag === Flag.pax || typeFlag === Flag.paxGlobal || typeFlag === Flag.gnuLongName || typeFlag === Flag.gnuLongLink;
}
function isHeaderOnly(typeFlag) {
  return typeFlag >= Flag.hardlink && typeFlag <= Flag.fifo;
}
var emptyHeader = () => ({
  name: "",
  linkName: "",
  typeFlag: 0,
  mode: 0,
  uid: 0,
  gid: 0,
  bytes: 0,
  format: "ustar"
});
function readHeader(block, at, into) {
  const mode = readNumber(block, at + 100, 8);
  const uid = readNumber(block, at + 108, 8);
  const gid = readNumber(block, at + 116, 8);
  const bytes = readNumber(block, at + 124, 12);
  let sum = mode + uid + gid + bytes + readNumber(block, at + 136, 12);
  const format = formatOf(block, at);
  if (format !== "v7") sum += readNumber(block, at + 329, 8) + readNumber(block, at + 337, 8);
  if (format === "star") sum += readNumber(block, at + 476, 12) + readNumber(block, at + 488, 12);
  if (Number.isNaN(sum)) return false;
  const ownName = decodeField(block, at, 100);
  const prefix = readPrefix(block, at, format);
  into.name = prefix === "" ? ownName : `${prefix}/${ownName}`;
  into.linkName = block[at + 157] === 0 ? "" : decodeField(block, at + 157, 100);
  into.typeFlag = block[at + 156] ?? 0;
  into.mode = lowBits(mode, block, at + 100);
  into.uid = lowBits(uid, block, at + 108);
  into.gid = lowBits(gid, block, at + 116);
  into.bytes = bytes;
  into.format = format;
  return true;
}
function lowBits(value, block, at) {
  return Number.isSafeInteger(value) ? value : block.readUInt32BE(at + 4);
}
function formatOf(block, at) {
  if (block[at + 257] !== 117 || block.readUInt32BE(at + 258) !== 1937006962) return "v7";
  if (block[at + 262] === 0) return block.readUInt32BE(at + 508) === 1952543232 ? "star" : "ustar";
  return block[at + 262] === 32 && block[at + 263] === 32 && block[at + 264] === 0 ? "gnu" : "v7";
}
function readPrefix(block, at, format) {
  if (format === "v7" || block[at + 345] === 0) return "";
  if (format === "ustar") return decodeField(block, at + 345, 155);
  if (format === "star") return decodeField(block, at + 345, 131);
  const isTime = (from) => block[from] === 0 || !Number.isNaN(readNumber(block, from, 12));
  if (isTime(at + 345) && isTime(at + 357)) return "";
  const prefix = decodeField(block, at + 345, 155);
  return Buffer.byteLength(prefix) === prefix.length ? prefix : "";
}
var mapKey = "GNU.sparse.map";
var withoutNul = /* @__PURE__ */ new Set(["path", "linkpath", "uname", "gname"]);
function readPax(body) {
  const records = /* @__PURE__ */ new Map();
  const fragments = [];
  for (let at = 0; at < body.length; ) {
    const record = readRecord(body, at);
    if (!record) return void 0;
    const { key, value } = record;
    at = record.end;
    if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") {
      const expected = fragments.length % 2 === 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes";
      if (key !== expected || value.includes(44)) return void 0;
      fragments.push(value.toString("latin1"));
    } else records.set(key, value);
  }
  if (fragments.length > 0) records.set(mapKey, Buffer.from(fragments.join(","), "latin1"));
  return records;
}
function readRecord(body, at) {
  const space = body.indexOf(32, at);
  if (space < 0 || space - at > 20) return void 0;
  const length = Number(readInteger(body.toString("latin1", at, space)) ?? Number.NaN);
  const end = at + length;
  if (!(length >= 5) || end > body.length || end - 1 <= space || body[end - 1] !== 10) return void 0;
  const equals = body.indexOf(61, space + 1);
  if (equals < 0 || equals >= end - 1 || equals === space + 1) return void 0;
  const key = decodeName(body, space + 1, equals);
  const value = body.subarray(equals + 1, end - 1);
  if (withoutNul.has(key) ? value.includes(0) : key.includes("\0")) return void 0;
  return { key, value, end };
}
function readInteger(text) {
  if (!/^[+-]?\d{1,40}$/.test(text)) return void 0;
  const value = BigInt(text.startsWith("+") ? text.slice(1) : text);
  return value === BigInt.asIntN(64, value) ? value : void 0;
}
function isPaxTime(text) {
  const [seconds = "", fraction] = text.split(/\.(.*)/s);
  return readInteger(seconds) !== void 0 && (fraction === void 0 || /^\d*$/.test(fraction));
}
function paxText(records, key) {
  const value = records?.get(key);
  return value && value.length > 0 ? decodeName(value, 0, value.length) : void 0;
}
var Extensions = class {
  pax;
  #longName = "";
  #longLink = "";
  /** Nothing has been said. */
  get isEmpty() {
    return this.pax === void 0 && this.#longName === "" && this.#longLink === "";
  }
  /** Takes the body of an extended header. @returns false when it is malformed. */
  take(typeFlag, body) {
    if (typeFlag === Flag.pax || typeFlag === Flag.paxGlobal) {
      const records = readPax(body);
      if (typeFlag === Flag.paxGlobal) this.forget();
      else this.pax = records;
      return records !== void 0;
    }
    const end = body.indexOf(0);
    const name = decodeName(body, 0, end < 0 ? body.length : end);
    if (typeFlag === Flag.gnuLongName) this.#longName = name;
    else this.#longLink = name;
    return true;
  }
  /** Puts it over the block's own fields; a GNU long name goes before a PAX path. @returns false when a PAX value is malformed. */
  applyTo(header) {
    if (this.pax && !applyPax(header, this.pax)) return false;
    if (this.#longName !== "") header.name = this.#longName;
    if (this.#longLink !== "") header.linkName = this.#longLink;
    return true;
  }
  forget() {
    this.pax = void 0;
    this.#longName = "";
    this.#longLink = "";
  }
};
function applyPax(header, pax) {
  header.name = paxText(pax, "path") ?? header.name;
  header.linkName = paxText(pax, "linkpath") ?? header.linkName;
  for (const key of ["uid", "gid", "size"]) {
    const text = paxText(pax, key);
    const value = text === void 0 ? void 0 : readInteger(text);
    if (text !== void 0 && value === void 0) return false;
    if (value === void 0) continue;
    if (key === "size") header.bytes = Number(value);
    else header[key] = Number(BigInt.asUintN(32, value));
  }
  return ["atime", "mtime", "ctime"].every((key) => isPaxTime(paxText(pax, key) ?? "0"));
}
function sparseVersion(pax) {
  if (!pax) return void 0;
  const version = `${paxText(pax, "GNU.sparse.major") ?? ""}.${paxText(pax, "GNU.sparse.minor") ?? ""}`;
  if (version === "0.0" || version === "0.1") return "in-header";
  if (version === "1.0") return "in-body";
  return version === "." && paxText(pax, "GNU.sparse.map") !== void 0 ? "in-header" : void 0;
}
function sparseMapOf(pax) {
  const count = readInteger(paxText(pax, "GNU.sparse.numblocks") ?? "");
  const text = paxText(pax, "GNU.sparse.map");
  const numbers = text === void 0 ? [] : text.split(",");
  if (count === void 0 || count < 0n || BigInt(numbers.length) !== 2n * count) return void 0;
  return pairUp(numbers);
}
var BodyMap = class {
  #blocks = [];
  #lines = 0;
  #lastLine;
  /** @returns the map once it is complete, 'more' before, undefined when it is malformed. */
  addBlock(block, at) {
    const text = block.toString("latin1", at, at + blockBytes);
    this.#blocks.push(text);
    for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) this.#lines += 1;
    if (this.#lines === 0) return "more";
    if (this.#lastLine === void 0) {
      const joined = this.#blocks.join("");
      const count = readInteger(joined.slice(0, joined.indexOf("\n")));
      if (count === void 0 || count < 0n) return void 0;
      this.#lastLine = 1 + 2 * Number(count);
    }
    if (this.#lines < this.#lastLine) return "more";
    return pairUp(this.#blocks.join("").split("\n", this.#lastLine).slice(1));
  }
};
function addOldRuns(block, at, runs, isExtension2) {
  const count = isExtension2 ? 21 : 4;
  const start = isExtension2 ? at : at + 386;
  for (let index = 0; index < count; index += 1) {
    const field = start + 24 * index;
    if (block[field] === 0) break;
    const offset = readNumber(block, field, 12);
    const bytes = readNumber(block, field + 12, 12);
    if (Number.isNaN(offset) || Number.isNaN(bytes)) return void 0;
    runs.push({ offset, bytes });
  }
  return block[start + 24 * count] !== 0;
}
function areRunsValid(runs, fileBytes) {
  let end = 0;
  for (const { offset, bytes } of runs) {
    if (offset < end || bytes < 0) return false;
    end = offset + bytes;
  }
  return end <= fileBytes;
}
function storedBytes(runs) {
  return runs.reduce((sum, { bytes }) => sum + bytes, 0);
}
function pairUp(numbers) {
  const runs = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const offset = readInteger(numbers[index] ?? "");
    const bytes = readInteger(numbers[index + 1] ?? "");
    if (offset === void 0 || bytes === void 0) return void 0;
    runs.push({ offset: Number(offset), bytes: Number(bytes) });
  }
  return runs;
}
var SparseFile = class {
  header;
  /** The file's real size. */
  fileBytes;
  /** Body in the archive that the map has not used up. */
  bodyBytes;
  runs = [];
  needsBlock;
  /** Bytes of map blocks read so far. */
  mapBytes = 0;
  #oldRuns = [];
  #map;
  constructor(header, fileBytes, runs) {
    this.header = { ...header };
    this.fileBytes = fileBytes;
    this.bodyBytes = header.bytes;
    this.needsBlock = typeof runs === "string";
    if (runs === "in-body") this.#map = new BodyMap();
    else if (runs === "in-blocks") this.runs = this.#oldRuns;
    else this.runs = runs;
  }
  /** Reads the runs of a GNU header or of one of its extension blocks. @returns false when they are malformed. */
  takeOldRuns(block, at, isExtension2) {
    const isMore = addOldRuns(block, at, this.#oldRuns, isExtension2);
    this.needsBlock = isMore === true;
    return isMore !== void 0;
  }
  /** @returns false when the map is malformed or the body ends within it. */
  takeBlock(block, at) {
    this.mapBytes += blockBytes;
    if (!this.#map) return this.takeOldRuns(block, at, true);
    this.bodyBytes -= blockBytes;
    if (this.bodyBytes < 0) return false;
    const map = this.#map.addBlock(block, at);
    if (map === "more" || map === void 0) return map === "more";
    this.runs = map;
    this.needsBlock = false;
    return true;
  }
  /** True when the runs lie inside the file and the body holds just them. */
  isValid() {
    return areRunsValid(this.runs, this.fileBytes) && storedBytes(this.runs) === this.bodyBytes;
  }
};
function startSparse(header, pax, block, at) {
  if (header.typeFlag === Flag.gnuSparse) {
    const fileBytes2 = readNumber(block, at + 483, 12);
    if (header.format !== "gnu" || Number.isNaN(fileBytes2)) return "malformed";
    const file = new SparseFile(header, fileBytes2, "in-blocks");
    return file.takeOldRuns(block, at, false) ? file : "malformed";
  }
  const version = sparseVersion(pax);
  if (!pax || !version) return void 0;
  if (isHeaderOnly(header.typeFlag)) return "malformed";
  header.name = paxText(pax, "GNU.sparse.name") ?? header.name;
  const size = paxText(pax, "GNU.sparse.size") ?? paxText(pax, "GNU.sparse.realsize");
  const fileBytes = size === void 0 ? BigInt(header.bytes) : readInteger(size);
  const runs = version === "in-body" ? version : sparseMapOf(pax);
  return fileBytes === void 0 || !runs ? "malformed" : new SparseFile(header, Number(fileBytes), runs);
}
var noBlock = Buffer.alloc(0);
var TarRecords = class {
  /** Bytes of body, then of padding, that follow the block last taken. */
  bodyBytes = 0;
  paddingBytes = 0;
  /** True when that body is to be collected and handed to {@link takeHeaderBody}. */
  isHeaderBody = false;
  /** The regular file whose body follows; −1 when there is none. */
  file = -1;
  /** The end mark was read; what follows is no part of the archive. */
  isDone = false;
  builder;
  #where;
  #budget;
  #isVerified;
  #sums = new BlockSums();
  /** The one last read: an object for each record would only be collected again. */
  #header = emptyHeader();
  #sawZeroBlock = false;
  #extensionFlag = 0;
  #extensions = new Extensions();
  #sparse;
  constructor(options) {
    const { where, budget, contentSums = false, sumAlgorithm = "crc32", isVerified = false } = options;
    this.#where = where;
    this.#budget = budget;
    this.#isVerified = isVerified;
    this.builder = new EntriesBuilder(contentSums ? sumAlgorithm : void 0);
  }
  /** True when the archive may not end here: a sparse map is incomplete. */
  get needsBlock() {
    return this.#sparse !== void 0;
  }
  /** True between two records: the next block is a header, and no extended one has said anything about it. */
  get isBetween() {
    return !this.#sparse && !this.#sawZeroBlock && this.#extensions.isEmpty;
  }
  /** Takes a header that needs no block to be understood, where {@link isBetween}. @throws UserError */
  takeHeader(header, offset) {
    this.#forget();
    this.#takeRecord(header, noBlock, 0, offset);
  }
  /** Takes the 512 bytes at `at` of a chunk; they are those at byte `offset` of the archive. @throws UserError */
  takeBlock(chunk, at, offset) {
    this.#forget();
    if (this.#sparse) this.#takeMapBlock(this.#sparse, chunk, at, offset);
    else this.#takeHeader(chunk, at, offset);
  }
  /** Takes the body that was asked for by {@link isHeaderBody}; it is kept, so it must not be reused. @throws UserError */
  takeHeaderBody(body, offset) {
    if (!this.#extensions.take(this.#extensionFlag, body)) this.#fail("an extended header is malformed", offset);
  }
  #forget() {
    this.bodyBytes = 0;
    this.paddingBytes = 0;
    this.isHeaderBody = false;
    this.file = -1;
  }
  #takeHeader(chunk, at, offset) {
    if (!this.#isVerified || chunk[at] === 0) {
      const sum = this.#sums.of(chunk, at);
      if (sum === 0) {
        this.isDone = this.#sawZeroBlock;
        this.#sawZeroBlock = true;
        return;
      }
      if (!isChecksumRight(chunk, at, sum)) this.#fail("a header has a wrong checksum", offset);
    }
    if (this.#sawZeroBlock) this.#fail("a block of zeros stands between its records", offset);
    const header = this.#header;
    if (!readHeader(chunk, at, header)) this.#fail("a header has a malformed number", offset);
    const { typeFlag } = header;
    if (typeFlag >= Flag.gnuLongLink && isExtension(typeFlag)) this.#expectHeaderBody(header, offset);
    else this.#takeRecord(header, chunk, at, offset);
  }
  #expectHeaderBody(header, offset) {
    const limit = this.#budget.limits.maxHeaderBytes;
    if (header.bytes < 0) this.#fail("an extended header has a negative size", offset);
    if (header.bytes > limit) this.#failTooLarge("has an extended header", limit, header.bytes);
    this.#extensionFlag = header.typeFlag;
    this.isHeaderBody = true;
    this.#expectBody(header.bytes);
  }
  #takeRecord(header, chunk, at, offset) {
    if (header.bytes < 0 && !isHeaderOnly(header.typeFlag)) this.#fail("a file has a negative size", offset);
    if (!this.#extensions.applyTo(header)) this.#fail("an extended header has a malformed number", offset);
    if (header.typeFlag === Flag.oldFile && header.name.endsWith("/")) header.typeFlag = Flag.directory;
    if (isHeaderOnly(header.typeFlag)) header.bytes = 0;
    if (header.bytes < 0) this.#fail("a file has a negative size", offset);
    if (!Number.isSafeInteger(header.bytes)) this.#failTooLarge("has a file", Number.MAX_SAFE_INTEGER, header.bytes);
    const sparse = startSparse(header, this.#extensions.pax, chunk, at);
    if (sparse === "malformed") this.#fail("a sparse file has a malformed map", offset);
    if (!sparse) this.#add(header, header.bytes, offset + blockBytes, header.bytes);
    else if (sparse.needsBlock) this.#sparse = sparse;
    else this.#addSparse(sparse, offset);
  }
  #takeMapBlock(file, chunk, at, offset) {
    if (!file.takeBlock(chunk, at)) this.#fail("a sparse file has a malformed map", offset);
    const limit = this.#budget.limits.maxHeaderBytes;
    if (file.mapBytes > limit) this.#failTooLarge("has a sparse map", limit, file.mapBytes);
    if (!file.needsBlock) this.#addSparse(file, offset);
  }
  #addSparse(file, offset) {
    this.#sparse = void 0;
    if (!file.isValid()) this.#fail("a sparse file has a malformed map", offset);
    if (!Number.isSafeInteger(file.fileBytes))
      this.#failTooLarge("has a file", Number.MAX_SAFE_INTEGER, file.fileBytes);
    const record = this.#add(file.header, file.fileBytes, offset + blockBytes, file.bodyBytes);
    if (record >= 0) this.builder.setSparse(record, file.runs);
  }
  /** @returns the record's index, −1 when the record is none of the image's. */
  #add(header, fileBytes, bodyOffset, bodyBytes) {
    const capability = paxText(this.#extensions.pax, "SCHILY.xattr.security.capability");
    this.#extensions.forget();
    this.#expectBody(bodyBytes);
    const name = withoutDot(header.name);
    let path = trimSlash(name);
    let type = typeOf(header.typeFlag);
    if (isUnusual(name)) {
      const named = readUnusualName(name, type);
      if (named === "ignored") return -1;
      if ("refused" in named) this.#fail(named.refused, bodyOffset - blockBytes);
      ({ path, type } = named);
    }
    if (path === "" && type !== import_chunk_OR32E4J6.EntryType.directory && type !== import_chunk_OR32E4J6.EntryType.opaque)
      this.#fail("a record that is no directory has no name", bodyOffset - blockBytes);
    this.#takeNames(path, header.linkName);
    const index = this.builder.add(path, type, type === import_chunk_OR32E4J6.EntryType.file ? fileBytes : 0, bodyOffset, header);
    if (type === import_chunk_OR32E4J6.EntryType.file) this.file = index;
    else if (type === import_chunk_OR32E4J6.EntryType.symlink) this.builder.setLinkTarget(index, header.linkName);
    else if (type === import_chunk_OR32E4J6.EntryType.hardlink) this.builder.setLinkTarget(index, cleanPath(header.linkName));
    if (capability !== void 0) this.builder.setCapabilities(index);
    return index;
  }
  #takeNames(path, linkName) {
    const { maxPathBytes } = this.#budget.limits;
    const longest = Math.max(path.length, linkName.length);
    if (longest > maxPathBytes) this.#failTooLarge("has a file name", maxPathBytes, longest);
    this.#budget.takeEntry(path.length + linkName.length, this.#where);
  }
  #expectBody(bytes) {
    this.bodyBytes = bytes;
    this.paddingBytes = (blockBytes - bytes % blockBytes) % blockBytes;
  }
  #fail(what, offset) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#where, what, { offset });
  }
  #failTooLarge(what, limit, got) {
    throw (0, import_chunk_GXJJBHNS.tooLarge)(`${what} larger than this tool reads`, this.#where, `${limit} bytes`, `${got} bytes`);
  }
};
var TarScanner = class {
  #records;
  #options;
  #block = Buffer.from(new ArrayBuffer(blockBytes));
  #blockFill = 0;
  /** Where the next byte stands in the archive. */
  #offset = 0;
  #bodyLeft = 0;
  #paddingLeft = 0;
  #headerBody;
  #headerFill = 0;
  #sink;
  #sum = 0;
  constructor(options) {
    this.#options = options;
    this.#records = new TarRecords(options);
  }
  /** Takes the next bytes. The chunk is not held after the call. @throws UserError `broken-archive`, `too-large` */
  push(chunk) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length && !this.#records.isDone; ) {
      const start = at;
      if (this.#bodyLeft > 0) at = this.#takeBody(bytes, at);
      else if (this.#paddingLeft > 0) at = this.#skipPadding(bytes, at);
      else at = this.#takeBlock(bytes, at);
      this.#offset += at - start;
    }
  }
  /** Bytes of padding that are due before the next record's header; −1 where something else is due. */
  get paddingBeforeRecord() {
    const isWithin = this.#bodyLeft > 0 || this.#blockFill > 0 || !this.#records.isBetween;
    return isWithin ? -1 : this.#paddingLeft;
  }
  /** Takes the next record's header, read from elsewhere, in place of padding and block; nothing extends it. @throws UserError */
  takeRecord(header) {
    this.#offset += this.#paddingLeft;
    this.#records.takeHeader(header, this.#offset);
    this.#offset += blockBytes;
    this.#startBody();
  }
  /**
   * Passes over the whole body of the record just read, when its bytes are not at hand but their number and sum are.
   * @throws UserError `broken-archive` when no body of so many bytes is due.
   */
  skipBody(bytes, sum) {
    if (bytes !== this.#bodyLeft || this.#headerBody || this.#blockFill > 0)
      throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#options.where, `a body of ${bytes} bytes is not due`, { offset: this.#offset });
    this.#offset += bytes;
    this.#bodyLeft = 0;
    this.#sum = sum;
    this.#endBody();
  }
  /** The mark that ends an archive was read: nothing of it is missing. */
  get isEnded() {
    return this.#records.isDone;
  }
  /** Says that all bytes have come. @throws UserError `broken-archive` when they end within a record. */
  end() {
    if (this.#bodyLeft > 0 || this.#blockFill > 0 || this.#records.needsBlock) {
      throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#options.where, "it ends within a record", { offset: this.#offset });
    }
    return this.#records.builder.finish();
  }
  #takeBlock(bytes, at) {
    if (this.#blockFill === 0 && at + blockBytes <= bytes.length) {
      this.#records.takeBlock(bytes, at, this.#offset);
      this.#startBody();
      return at + blockBytes;
    }
    const end = Math.min(bytes.length, at + blockBytes - this.#blockFill);
    bytes.copy(this.#block, this.#blockFill, at, end);
    this.#blockFill += end - at;
    if (this.#blockFill === blockBytes) {
      this.#blockFill = 0;
      this.#records.takeBlock(this.#block, 0, this.#offset + (end - at) - blockBytes);
      this.#startBody();
    }
    return end;
  }
  #startBody() {
    const records = this.#records;
    this.#bodyLeft = records.bodyBytes;
    this.#paddingLeft = records.paddingBytes;
    if (records.isHeaderBody) {
      this.#headerBody = Buffer.allocUnsafeSlow(records.bodyBytes);
      this.#headerFill = 0;
    } else if (records.file >= 0) {
      this.#sum = 0;
      const { openBody } = this.#options;
      this.#sink = openBody?.({ record: records.file, path: records.builder.lastPath, bodyBytes: records.bodyBytes });
    }
    if (this.#bodyLeft === 0) this.#endBody();
  }
  #takeBody(bytes, at) {
    const end = Math.min(bytes.length, at + this.#bodyLeft);
    if (this.#headerBody) {
      bytes.copy(this.#headerBody, this.#headerFill, at, end);
      this.#headerFill += end - at;
    } else if (this.#records.file >= 0 && (this.#sink || this.#options.contentSums)) {
      const piece = bytes.subarray(at, end);
      if (this.#options.contentSums) this.#sum = (0, import_node_zlib.crc32)(piece, this.#sum);
      this.#sink?.push(piece);
    }
    this.#bodyLeft -= end - at;
    if (this.#bodyLeft === 0) this.#endBody();
    return end;
  }
  #endBody() {
    if (this.#headerBody) this.#records.takeHeaderBody(this.#headerBody, this.#offset);
    else if (this.#records.file >= 0) {
      if (this.#options.contentSums) this.#records.builder.setSum(this.#records.file, this.#sum);
      this.#sink?.end();
    }
    this.#headerBody = void 0;
    this.#sink = void 0;
  }
  #skipPadding(bytes, at) {
    const end = Math.min(bytes.length, at + this.#paddingLeft);
    this.#paddingLeft -= end - at;
    return end;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Flag,
  TarRecords,
  TarScanner,
  blockBytes,
  cleanPath,
  emptyHeader,
  isTarHead,
  readNumber,
  storedBytes
});
