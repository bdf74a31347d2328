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
  chainIdsOf: () => chainIdsOf,
  readLayerDatabase: () => readLayerDatabase
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_KZNWS25N = require("./chunk-KZNWS25N.cjs");
var import_chunk_IKCWV4GA = require("./chunk-IKCWV4GA.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_ABOBOMAN = require("./chunk-ABOBOMAN.cjs");
var import_chunk_ACDN42RY = require("./chunk-ACDN42RY.cjs");
var import_chunk_5VRDGHRG = require("./chunk-5VRDGHRG.cjs");
var import_chunk_SWWGSW5Y = require("./chunk-SWWGSW5Y.cjs");
var import_chunk_OTS36LMD = require("./chunk-OTS36LMD.cjs");
var import_chunk_KEMUNL7R = require("./chunk-KEMUNL7R.cjs");
var import_chunk_OTF75QEW = require("./chunk-OTF75QEW.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_H7G5P3MR = require("./chunk-H7G5P3MR.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var import_chunk_K46G7CP5 = require("./chunk-K46G7CP5.cjs");
var import_node_crypto = require("node:crypto");
var import_node_zlib = require("node:zlib");
var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var digitValues = new Uint8Array(256).fill(255);
for (let value = 0; value < digits.length; value += 1) digitValues[digits.charCodeAt(value)] = value;
var fill = 61;
function base64Length(text, start, end) {
  const filled = end - start < 4 || text[end - 1] !== fill ? 0 : text[end - 2] === fill ? 2 : 1;
  return (end - start >> 2) * 3 - filled;
}
function decodeSome(text, start, from, count, into) {
  const group = Math.floor(from / 3);
  let digit = start + 4 * group;
  const bytes = from - 3 * group + count;
  let wrong = 0;
  for (let at = 0; at < bytes; at += 3, digit += 4) {
    const first = digitValues[text[digit] ?? 0] ?? 255;
    const second = digitValues[text[digit + 1] ?? 0] ?? 255;
    const third = digitValues[text[digit + 2] ?? 0] ?? 255;
    const fourth = digitValues[text[digit + 3] ?? 0] ?? 255;
    wrong |= first | second | third | fourth;
    into[at] = first << 2 | second >> 4;
    into[at + 1] = second << 4 | third >> 2;
    into[at + 2] = third << 6 | fourth;
  }
  return wrong > 63 ? -1 : from - 3 * group;
}
var segmentHead = Buffer.from('{"type":2,"payload":"');
var endOfPayload = Buffer.from('","position":');
var noPayload = Buffer.from('","payload":null,"position":');
var startOfPayload = Buffer.from(',"payload":"');
var startOfSize = Buffer.from(',"size":');
var sumLength = 12;
var zero = 48;
var nine = 57;
var brace = 125;
var mostDigits = 15;
function readFileLine(bytes, start, end, into) {
  return readTail(bytes, start, end, into) < 0 ? parseLine(bytes.toString("utf8", start, end), into) : void 0;
}
function readTail(bytes, start, end, into) {
  if (bytes[end - 1] !== brace) return -1;
  let at = end - 2;
  while (isDigit(bytes[at])) at -= 1;
  if (endsWith(bytes, at, start, noPayload)) {
    into.bytes = 0;
    into.sum = Number.NaN;
    return at + 2 - noPayload.length;
  }
  const payloadEnd = at + 1 - endOfPayload.length;
  const payload = payloadEnd - sumLength;
  const sizeEnd = payload - startOfPayload.length;
  if (!endsWith(bytes, at, start, endOfPayload) || !endsWith(bytes, payload - 1, start, startOfPayload)) return -1;
  let value = 0;
  at = sizeEnd - 1;
  for (let unit = 1; isDigit(bytes[at]); unit *= 10, at -= 1) value += unit * ((bytes[at] ?? 0) - zero);
  const count = sizeEnd - 1 - at;
  if (count === 0 || count > mostDigits || !endsWith(bytes, at, start, startOfSize)) return -1;
  const sum = sumAt(bytes, payload);
  if (Number.isNaN(sum)) return -1;
  into.bytes = value;
  into.sum = sum;
  return at + 1 - startOfSize.length;
}
function endsWith(bytes, last, start, text) {
  const at = last + 1 - text.length;
  return at >= start && isAt(bytes, at, text);
}
function endOfSegment(bytes, start, end) {
  if (bytes[end - 1] !== brace) return -1;
  let at = end - 2;
  while (isDigit(bytes[at])) at -= 1;
  return endsWith(bytes, at, start, endOfPayload) ? at + 1 - endOfPayload.length : -1;
}
function isDigit(byte) {
  return byte !== void 0 && byte >= zero && byte <= nine;
}
function isAt(bytes, at, text) {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}
function sumAt(bytes, at) {
  let upper = 0;
  let lower = 0;
  let wrong = 0;
  for (let index = 0; index < 5; index += 1) {
    const value = digitValues[bytes[at + index] ?? 0] ?? 255;
    wrong |= value;
    upper = upper * 64 + value;
  }
  const middle = digitValues[bytes[at + 5] ?? 0] ?? 255;
  for (let index = 6; index < 11; index += 1) {
    const value = digitValues[bytes[at + index] ?? 0] ?? 255;
    wrong |= value;
    lower = lower * 64 + value;
  }
  if ((wrong | middle) > 63 || bytes[at + 11] !== fill) return Number.NaN;
  const high = upper * 4 + (middle >> 4);
  const low = (middle & 15) * 2 ** 28 + Math.floor(lower / 4);
  return high * 2 ** 21 + Math.floor(low / 2 ** 11);
}
function parseLine(line, into) {
  const parsed = parse(line);
  if (!parsed) return "it has a line that is not JSON";
  const { size = 0, payload } = parsed;
  into.bytes = 0;
  into.sum = Number.NaN;
  if (size === 0) return void 0;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || typeof payload !== "string")
    return "it has a malformed file";
  const bytes = Buffer.from(payload, "base64");
  into.bytes = size;
  if (bytes.length === 8) into.sum = bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11);
  return void 0;
}
function parse(line) {
  try {
    const parsed = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null ? parsed : void 0;
  } catch {
    return void 0;
  }
}
var plainRecord = () => ({
  header: (0, import_chunk_VCIQNPFU.emptyHeader)(),
  line: { bytes: 0, sum: Number.NaN }
});
var newline = 10;
var fileHead = Buffer.from('{"type":1,"name":"');
var quote = 34;
var backslash = 92;
var numbersAt = 100;
var numbersLength = 36;
var typeAt = 156;
var targetAt = 157;
var targetLength = 100;
var decoded = Buffer.alloc(targetLength + 6);
function readPlain(text, start, end, padding, into) {
  const payload = start + segmentHead.length;
  const payloadEnd = endOfSegment(text, start, end);
  if (payloadEnd < payload || base64Length(text, payload, payloadEnd) !== padding + import_chunk_VCIQNPFU.blockBytes) return -1;
  const lineEnd = text.indexOf(newline, end + 1);
  const nameAt = end + 1 + fileHead.length;
  if (lineEnd < nameAt || !isAt(text, start, segmentHead) || !isAt(text, end + 1, fileHead)) return -1;
  const nameEnd = readTail(text, nameAt, lineEnd, into.line) - 1;
  if (nameEnd <= nameAt || text[nameEnd] !== quote || !isPlain(text, nameAt, nameEnd)) return -1;
  if (!readHeader(text, payload, padding, into.header)) return -1;
  into.header.name = text.toString("latin1", nameAt, nameEnd);
  return lineEnd;
}
function isPlain(text, start, end) {
  for (let at = start; at < end; at += 1) {
    const byte = text[at] ?? 0;
    if (byte < 32 || byte > 126 || byte === quote || byte === backslash) return false;
  }
  return true;
}
function readHeader(text, payload, padding, into) {
  const typeFlag = decoded[decodeSome(text, payload, padding + typeAt, 1, decoded)];
  const isLink = typeFlag === import_chunk_VCIQNPFU.Flag.symlink || typeFlag === import_chunk_VCIQNPFU.Flag.hardlink;
  if (!isLink && typeFlag !== import_chunk_VCIQNPFU.Flag.file && typeFlag !== import_chunk_VCIQNPFU.Flag.directory && typeFlag !== import_chunk_VCIQNPFU.Flag.oldFile) return false;
  const target = isLink ? readTarget(text, payload, padding) : "";
  if (target === void 0) return false;
  into.linkName = target;
  const at = decodeSome(text, payload, padding + numbersAt, numbersLength, decoded);
  if (at < 0) return false;
  into.typeFlag = typeFlag;
  into.mode = (0, import_chunk_VCIQNPFU.readNumber)(decoded, at, 8);
  into.uid = (0, import_chunk_VCIQNPFU.readNumber)(decoded, at + 8, 8);
  into.gid = (0, import_chunk_VCIQNPFU.readNumber)(decoded, at + 16, 8);
  into.bytes = (0, import_chunk_VCIQNPFU.readNumber)(decoded, at + 24, 12);
  return isSmall(into.mode) && isSmall(into.uid) && isSmall(into.gid) && into.bytes >= 0;
}
function readTarget(text, payload, padding) {
  const start = decodeSome(text, payload, padding + targetAt, targetLength, decoded);
  const end = decoded.indexOf(0, start);
  if (start < 0 || end < 0 || end >= start + targetLength) return void 0;
  for (let at = start; at < end; at += 1) if ((decoded[at] ?? 0) > 127) return void 0;
  return decoded.toString("latin1", start, end);
}
var isSmall = (value) => value >= 0 && value <= 4294967295;
var newline2 = 10;
var typeAt2 = 8;
var segmentType = 50;
var fileType = 49;
var room = 8;
var none = Buffer.alloc(0);
var TarSplitReader = class {
  #where;
  #scanner;
  #maxLineBytes;
  #line = { bytes: 0, sum: Number.NaN };
  #plain = plainRecord();
  #rest = none;
  #segment = Buffer.allocUnsafeSlow(64 * 1024);
  constructor(where, budget) {
    this.#where = where;
    this.#scanner = new import_chunk_VCIQNPFU.TarScanner({ where, budget, contentSums: true, sumAlgorithm: "crc64", isVerified: true });
    this.#maxLineBytes = 2 * budget.limits.maxHeaderBytes;
  }
  /** Takes the next bytes of the uncompressed record. @throws UserError `broken-archive`, `too-large` */
  push(chunk) {
    let start = 0;
    for (let end = chunk.indexOf(newline2); end >= 0; end = chunk.indexOf(newline2, start)) {
      if (this.#rest.length > 0) this.#takeRest(chunk.subarray(start, end));
      else if (end > start) end = this.#takeLines(chunk, start, end);
      start = end + 1;
    }
    this.#rest = Buffer.concat([this.#rest, chunk.subarray(start)]);
    if (this.#rest.length > this.#maxLineBytes) this.#fail("it has an endless line");
  }
  /** Says that all bytes have come. @throws UserError `broken-archive` */
  end() {
    if (this.#rest.length > 0) this.#takeRest(none);
    return this.#scanner.end();
  }
  /** Takes the line that began in an earlier chunk. */
  #takeRest(more) {
    const line = Buffer.concat([this.#rest, more]);
    this.#rest = none;
    this.#takeLine(line, 0, line.length);
  }
  /** Takes a line, with the one behind it where both are of a plain record. @returns where the last that was taken ends. */
  #takeLines(bytes, start, end) {
    const padding = this.#scanner.paddingBeforeRecord;
    if (padding >= 0 && bytes[start + typeAt2] === segmentType) {
      const last = readPlain(bytes, start, end, padding, this.#plain);
      if (last >= 0) {
        const { header, line } = this.#plain;
        this.#scanner.takeRecord(header);
        if (line.bytes > 0) this.#scanner.skipBody(line.bytes, line.sum);
        return last;
      }
    }
    this.#takeLine(bytes, start, end);
    return end;
  }
  #takeLine(bytes, start, end) {
    const type = bytes[start + typeAt2];
    if (type === segmentType) this.#takeSegment(bytes, start, end);
    else if (type === fileType) this.#takeFile(bytes, start, end);
    else this.#fail("it has a line of an unknown type");
  }
  #takeSegment(bytes, start, end) {
    const from = start + segmentHead.length;
    const to = endOfSegment(bytes, start, end);
    if (to < from || !isAt(bytes, start, segmentHead)) this.#fail("it has a malformed segment");
    const length = base64Length(bytes, from, to);
    if (length + room > this.#segment.length) this.#segment = Buffer.allocUnsafeSlow(2 * (length + room));
    const at = -length & 3;
    if (this.#segment.write(bytes.toString("latin1", from, to), at, "base64") !== length)
      this.#fail("it has a malformed segment");
    this.#scanner.push(this.#segment.subarray(at, at + length));
  }
  #takeFile(bytes, start, end) {
    const line = this.#line;
    const problem = readFileLine(bytes, start, end, line);
    if (problem !== void 0) this.#fail(problem);
    if (line.bytes > 0) this.#scanner.skipBody(line.bytes, line.sum);
  }
  #fail(what) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#where, what);
  }
};
var atOnce = 2;
var maxHeldBytes = 8 * 2 ** 20;
var inflatedChunkBytes = 2 ** 18;
var RecordQueue = class {
  #lanes = Array.from({ length: atOnce }, () => ({ heldBytes: 0, last: Promise.resolve() }));
  /** Reads a layer's records when its turn comes. A failure is no unhandled one before somebody awaits it. */
  read(compressed, openReader) {
    const lane = this.#lanes.reduce((one, other) => other.heldBytes < one.heldBytes ? other : one);
    const bytes = compressed.reduce((sum, { length }) => sum + length, 0);
    lane.heldBytes += bytes;
    const read = lane.last.then(() => inflate(compressed, openReader()));
    const settle = () => void (lane.heldBytes -= bytes);
    lane.last = read.then(settle, settle);
    return read;
  }
  /** Resolves when more may come. */
  async room() {
    for (; ; ) {
      const held = this.#lanes.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
      if (held <= maxHeldBytes) return;
      const fullest = this.#lanes.reduce((one, other) => other.heldBytes > one.heldBytes ? other : one);
      await fullest.last;
    }
  }
};
async function inflate(compressed, reader) {
  const gunzip = (0, import_node_zlib.createGunzip)({ chunkSize: inflatedChunkBytes });
  for (const piece of compressed) gunzip.write(piece);
  gunzip.end();
  for await (const chunk of gunzip) {
    reader.push(chunk);
    (0, import_chunk_STOAAA4S.release)(chunk);
  }
  return reader.end();
}
var nobody = () => {
};
function readDatabase(tar, { within, diffIds, wanted, openBody: openOther = () => void 0 }) {
  const stored = diffIds.map(() => ({}));
  const budget = new import_chunk_GXJJBHNS.Budget();
  const queue = new RecordQueue();
  let came = nobody;
  const openBody = (file) => {
    const { path } = file;
    if (!path.startsWith(`${within}/`)) return openOther(file);
    const [, index, name] = /^(0|[1-9]\d*)\/([^/]+)$/.exec(path.slice(within.length + 1)) ?? [];
    const layer = stored[Number(index)];
    if (!layer) return void 0;
    if (name === "diff") return textSink((text) => layer.diffId = text.trim());
    if (name === "size") return textSink((text) => layer.bytes = Number(text.trim()));
    if (name !== "tar-split.json.gz") return void 0;
    const pieces = [];
    return {
      push: (piece) => void pieces.push(Buffer.from(piece)),
      end: () => {
        const where = `layer ${index} of the layer database`;
        layer.entries = queue.read(pieces, () => new TarSplitReader(where, budget));
        if (wanted.every((one) => isWhole(stored[one]))) came();
      }
    };
  };
  const scan = async () => {
    const scanner = new import_chunk_VCIQNPFU.TarScanner({ where: "the layer database", budget: new import_chunk_GXJJBHNS.Budget(), openBody });
    for await (const chunk of tar) {
      scanner.push(chunk);
      await queue.room();
    }
    scanner.end();
    if (!scanner.isEnded) throw (0, import_chunk_SWWGSW5Y.cutOff)("the archive of the layer database");
  };
  const ended = scan();
  const allCame = new Promise((resolve, reject) => {
    came = resolve;
    ended.then(resolve, reject);
  });
  const layers = allCame.then(async () => {
    const read = wanted.map(async (index) => [index, await verified(stored[index], diffIds[index], index)]);
    return new Map(await Promise.all(read));
  });
  return { layers, ended };
}
var isWhole = ({ diffId, bytes, entries } = {}) => diffId !== void 0 && bytes !== void 0 && entries !== void 0;
async function verified(layer, diffId, index) {
  if (!layer?.entries || layer.diffId !== diffId)
    throw new Error(`the layer database has another layer ${index} than the image`);
  const entries = await layer.entries;
  const { files, links } = bytesOf(entries);
  if (layer.bytes !== files && layer.bytes !== files + links)
    throw new Error(`layer ${index} adds up to ${files + links} bytes, and the layer database says ${layer.bytes}`);
  return entries;
}
function bytesOf({ entries }) {
  const { count, types, fileBytes, linkTargets } = entries;
  let files = 0;
  let links = 0;
  for (let record = 0; record < count; record += 1) {
    if (types[record] === import_chunk_OR32E4J6.EntryType.file) files += fileBytes[record] ?? 0;
    else if (types[record] === import_chunk_OR32E4J6.EntryType.symlink) links += (0, import_chunk_OTS36LMD.storedBytes)(linkTargets.get(record) ?? "");
  }
  return { files, links };
}
function textSink(take) {
  const pieces = [];
  return { push: (piece) => pieces.push(Buffer.from(piece)), end: () => take(Buffer.concat(pieces).toString("utf8")) };
}
function readLayerDatabase(engine, { runId }, image, signal) {
  const { diffIds, wanted = [...diffIds.keys()] } = image;
  const { folder = "", openBody = () => void 0 } = image.beside ?? {};
  const own = (0, import_chunk_IKCWV4GA.drawMountName)();
  const within = folder === "" ? own : `${folder.slice(folder.lastIndexOf("/") + 1)}/${own}`;
  const read = async (container, begun) => {
    const answer = await (0, import_chunk_ACDN42RY.largeAnswer)(engine, callOf(container, folder === "" ? own : folder), signal);
    try {
      const archive = (0, import_chunk_ABOBOMAN.counted)(answer, engine.onBytes);
      const { layers: layers2, ended: ended2 } = readDatabase(archive, { within, diffIds, wanted, openBody });
      begun(layers2);
      layers2.catch(() => answer.destroy());
      await ended2;
    } finally {
      answer.destroy();
    }
  };
  let ended = Promise.resolve();
  const layers = new Promise((resolve, reject) => {
    const mounts = mountsOf(image, wanted, folder === "" ? `/${own}` : `/${folder}/${own}`);
    const wish = { runId, imageId: image.id, mounts };
    ended = (0, import_chunk_IKCWV4GA.withContainer)(engine, wish, signal, (container) => read(container, resolve));
    ended.catch(reject);
  });
  return { layers, ended };
}
var callOf = (container, path) => ({
  what: "reading the layer database",
  method: "GET",
  path: `/containers/${container}/archive`,
  query: { path: `/${path}` },
  quietMs: import_chunk_KZNWS25N.archiveQuietMs
});
function mountsOf({ upperDir, diffIds }, wanted, target) {
  const root = /^(\/.*)\/overlay2\/[^/]+\/diff$/.exec(upperDir)?.[1];
  if (root === void 0) throw new Error(`the layers do not lie in an overlay2 folder: ${upperDir}`);
  const chainIds = chainIdsOf(diffIds);
  return wanted.map((layer) => ({
    source: `${root}/image/overlay2/layerdb/sha256/${chainIds[layer]}`,
    target: `${target}/${layer}`
  }));
}
function chainIdsOf(diffIds) {
  const chain = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === void 0 ? diffId.slice("sha256:".length) : (0, import_node_crypto.createHash)("sha256").update(`sha256:${below} ${diffId}`).digest("hex")
    );
  }
  return chain;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chainIdsOf,
  readLayerDatabase
});
