var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  JsonObject: () => JsonObject,
  ambiguousImage: () => ambiguousImage,
  archiveContents: () => archiveContents,
  blobPath: () => blobPath,
  cachedContents: () => cachedContents,
  checkDigest: () => checkDigest,
  checkLayoutFile: () => checkLayoutFile,
  digestOf: () => digestOf,
  findManifests: () => findManifests,
  fullTag: () => fullTag,
  isConfigType: () => isConfigType,
  isForeign: () => isForeign,
  isLayerType: () => isLayerType,
  isPlatform: () => isPlatform,
  keepOnTheWay: () => keepOnTheWay,
  keepWanted: () => keepWanted,
  kindOf: () => kindOf,
  layersOfConfig: () => layersOfConfig,
  noSuchImage: () => noSuchImage,
  noSuchPlatform: () => noSuchPlatform,
  notAnImage: () => notAnImage,
  openImage: () => openImage,
  parseJson: () => parseJson,
  readBodiesOfPieces: () => readBodiesOfPieces,
  readChecked: () => readChecked,
  readDigest: () => readDigest,
  readImageConfig: () => readImageConfig,
  readOciDocument: () => readOciDocument,
  readPieces: () => readPieces,
  storeContents: () => storeContents,
  streamContents: () => streamContents,
  streamedContents: () => streamedContents
});
module.exports = __defProp(stdin_exports, "__esModule", { value: true });
var import_chunk_QVWVBULK = require("./chunk-QVWVBULK.cjs");
var import_chunk_STOAAA4S = require("./chunk-STOAAA4S.cjs");
var import_chunk_VCIQNPFU = require("./chunk-VCIQNPFU.cjs");
var import_chunk_GXJJBHNS = require("./chunk-GXJJBHNS.cjs");
var import_chunk_BMVWKVKJ = require("./chunk-BMVWKVKJ.cjs");
var import_chunk_OR32E4J6 = require("./chunk-OR32E4J6.cjs");
var import_chunk_CCPWSZ7L = require("./chunk-CCPWSZ7L.cjs");
var import_chunk_ZU5SK2EV = require("./chunk-ZU5SK2EV.cjs");
var zlib = __toESM(require("node:zlib"));
var import_node_crypto = require("node:crypto");
var import_node_zlib = require("node:zlib");
var import_node_crypto2 = require("node:crypto");
var import_node_crypto3 = require("node:crypto");
function cachedContents(contents, cache) {
  return {
    where: contents.where,
    stat: (path) => contents.stat(path),
    document: (path) => contents.document(path),
    readLayers: (layers, signal, keep) => readUnknown(contents, cache, layers, signal, keep),
    readBodies: (layers, wanted, signal) => contents.readBodies(layers, wanted, signal)
  };
}
function cachedWhereInflated(contents, cache) {
  const cached = cachedContents(contents, cache);
  const isPlain = async ({ path }) => ((await contents.stat(path))?.compression ?? "none") === "none";
  return {
    ...cached,
    readLayers: async (layers, signal, keep) => {
      const plain = await Promise.all(layers.map(isPlain));
      return (plain.includes(true) ? contents : cached).readLayers(layers, signal, keep);
    }
  };
}
async function readUnknown(contents, cache, layers, signal, keep) {
  const diffIds = layers.flatMap(({ diffId }) => diffId ?? []);
  if (diffIds.length < layers.length) return contents.readLayers(layers, signal, keep);
  const known = await (0, import_chunk_QVWVBULK.knownLayers)(cache, diffIds, "crc32");
  const missing = layers.filter((_layer, index) => !known[index]);
  const read = missing.length > 0 ? await contents.readLayers(missing, signal, keep) : [];
  const scans = /* @__PURE__ */ new Map();
  for (const [index, scan] of read.entries()) {
    const diffId = missing[index]?.diffId;
    if (diffId !== void 0 && !scans.has(diffId)) cache.put(diffId, scan);
    scans.set(diffId, scan);
  }
  return layers.map(({ where, diffId }, index) => {
    const scan = known[index] ?? scans.get(diffId);
    if (!scan) throw new Error(`${where} was not read`);
    return scan;
  });
}
var maxHops = 8;
function filesByPath(entries) {
  const files = /* @__PURE__ */ new Map();
  const links = /* @__PURE__ */ new Map();
  for (const [record, path] of entries.paths.entries()) {
    files.delete(path);
    links.delete(path);
    const target = entries.linkTargets.get(record);
    if (entries.types[record] === import_chunk_OR32E4J6.EntryType.file) files.set(path, record);
    else if (target !== void 0) links.set(path, resolveLink(path, target, entries.types[record]));
  }
  for (const [path, target] of links) {
    let at = target;
    for (let hops = 0; hops < maxHops && links.has(at); hops += 1) at = links.get(at) ?? at;
    const record = files.get(at);
    if (record !== void 0) files.set(path, record);
  }
  return files;
}
function resolveLink(path, target, type) {
  if (type === import_chunk_OR32E4J6.EntryType.hardlink || target.startsWith("/")) return (0, import_chunk_VCIQNPFU.cleanPath)(target);
  return (0, import_chunk_VCIQNPFU.cleanPath)(`${path.slice(0, path.lastIndexOf("/") + 1)}${target}`);
}
function sliceOf(whole2, start, bytes) {
  return {
    bytes: Math.max(0, Math.min(bytes, whole2.bytes - start)),
    read(into, position) {
      const left = this.bytes - position;
      if (left <= 0) return 0;
      return whole2.read(into.length > left ? into.subarray(0, left) : into, start + position);
    }
  };
}
function readAtOf(bytes) {
  return {
    bytes: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    }
  };
}
function readPart(from, position, bytes) {
  const part = Buffer.alloc(Math.max(0, Math.min(bytes, from.bytes - position)));
  return part.subarray(0, from.read(part, position));
}
var smallWindowBytes = 4096;
var largeWindowBytes = 262144;
var jumpBytes = 4096;
var headersAtOnce = 2e4;
async function seekTar(from, options) {
  const seeker = new TarSeeker(from, options);
  while (!seeker.step(headersAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve));
    options.signal.throwIfAborted();
  }
  return seeker.finish();
}
var TarSeeker = class {
  #from;
  #where;
  #records;
  #window = Buffer.from(new ArrayBuffer(largeWindowBytes));
  #windowStart = 0;
  #windowEnd = 0;
  #windowBytes = smallWindowBytes;
  #position = 0;
  constructor(from, { where, budget }) {
    this.#from = from;
    this.#where = where;
    this.#records = new import_chunk_VCIQNPFU.TarRecords({ where, budget });
  }
  /** Reads some headers. @returns true at the end. */
  step(headers) {
    const records = this.#records;
    for (let count = 0; count < headers; count += 1) {
      if (!this.#hasBlock()) return true;
      records.takeBlock(this.#window, this.#position - this.#windowStart, this.#position);
      this.#position += import_chunk_VCIQNPFU.blockBytes;
      if (records.isDone) return true;
      if (records.isHeaderBody) this.#readHeaderBody(records.bodyBytes);
      else if (records.bodyBytes > 0) this.#passOver(records.bodyBytes);
      this.#position += records.paddingBytes;
    }
    return false;
  }
  finish() {
    if (this.#records.needsBlock) this.#failShort();
    return this.#records.builder.finish();
  }
  #passOver(bytes) {
    this.#position += bytes;
    if (this.#position > this.#from.bytes) this.#failShort();
    if (bytes > jumpBytes && this.#position > this.#windowEnd) this.#windowBytes = smallWindowBytes;
  }
  #readHeaderBody(bytes) {
    const body = Buffer.allocUnsafeSlow(bytes);
    if (this.#position + bytes <= this.#windowEnd) this.#window.copy(body, 0, this.#position - this.#windowStart);
    else if (this.#from.read(body, this.#position) < bytes) this.#failShort();
    this.#records.takeHeaderBody(body, this.#position);
    this.#position += bytes;
  }
  /** Brings the block at the position into the window. @returns false at a clean end. */
  #hasBlock() {
    if (this.#position + import_chunk_VCIQNPFU.blockBytes <= this.#windowEnd) return true;
    const bytes = this.#from.read(this.#window.subarray(0, this.#windowBytes), this.#position);
    this.#windowStart = this.#position;
    this.#windowEnd = this.#position + bytes;
    this.#windowBytes = Math.min(largeWindowBytes, this.#windowBytes * 2);
    if (bytes > 0 && bytes < import_chunk_VCIQNPFU.blockBytes) this.#failShort();
    return bytes > 0;
  }
  #failShort() {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#where, "it ends within a record", { offset: this.#from.bytes });
  }
};
async function tarStore(archive, options) {
  const { entries } = await seekTar(archive, { ...options, budget: new import_chunk_GXJJBHNS.Budget(options.limits) });
  const files = filesByPath(entries);
  return {
    open: async (path) => {
      const record = files.get(path);
      if (record === void 0) return void 0;
      return sliceOf(archive, entries.bodyOffsets[record] ?? 0, entries.fileBytes[record] ?? 0);
    }
  };
}
var RatioMeter = class {
  #where;
  #limits;
  #input = 0;
  #output = 0;
  constructor(where, limits) {
    this.#where = where;
    this.#limits = limits;
  }
  addInput(bytes) {
    this.#input += bytes;
  }
  addOutput(bytes) {
    this.#output += bytes;
    const { maxRatio, ratioFromBytes, maxLayerBytes } = this.#limits;
    if (this.#output > ratioFromBytes && this.#output > maxRatio * this.#input) {
      const ratio = Math.floor(this.#output / Math.max(1, this.#input));
      throw (0, import_chunk_GXJJBHNS.tooLarge)("inflates to far more than it takes", this.#where, `${maxRatio}:1`, `${ratio}:1`);
    }
    if (this.#output > maxLayerBytes) {
      const got = `more than ${(0, import_chunk_CCPWSZ7L.formatBytes)(this.#output)}`;
      throw (0, import_chunk_GXJJBHNS.tooLarge)("inflates to more than this tool reads", this.#where, (0, import_chunk_CCPWSZ7L.formatBytes)(maxLayerBytes), got);
    }
  }
};
var maxWindowBytes = 2 ** 27;
var partBytes = { magic: 4, "skippable-size": 4, descriptor: 1, "frame-header": 0, "block-header": 3 };
var ZstdFrames = class {
  #where;
  #part = "magic";
  #missing = 4;
  #bytes = [];
  /** Bytes to pass over before the next part. */
  #pass = 0;
  #descriptor = 0;
  #isLastBlock = false;
  constructor(where) {
    this.#where = where;
  }
  /** True when what has come so far ends where a frame does. */
  get isComplete() {
    return this.#part === "magic" && this.#missing === partBytes.magic && this.#pass === 0;
  }
  /** The same bytes in pieces, none of which reaches beyond the end of a frame. @throws UserError `broken-archive`, `too-large` */
  split(piece) {
    const pieces = [];
    let start = 0;
    for (let at = 0; at < piece.length; ) {
      if (this.#pass > 0) {
        const passed = Math.min(this.#pass, piece.length - at);
        this.#pass -= passed;
        at += passed;
      } else {
        this.#bytes.push(piece[at] ?? 0);
        this.#missing -= 1;
        at += 1;
        if (this.#missing === 0) this.#takePart();
      }
      if (this.#pass === 0 && this.#isLastBlock) {
        pieces.push(piece.subarray(start, at));
        start = at;
        this.#isLastBlock = false;
      }
    }
    if (start < piece.length) pieces.push(piece.subarray(start));
    return pieces;
  }
  #takePart() {
    const bytes = this.#bytes.splice(0);
    const value = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
    switch (this.#part) {
      case "magic":
        if (value === 4247762216) return this.#expect("descriptor");
        if (value >= 407710288 && value <= 407710303) return this.#expect("skippable-size");
        throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#where, "its zstd data are followed by something else");
      case "skippable-size":
        return this.#endFrame(value);
      case "descriptor":
        this.#descriptor = value;
        return this.#expect("frame-header", this.#headerBytes());
      case "frame-header":
        this.#checkWindow(bytes);
        return this.#expect("block-header");
      case "block-header": {
        const isRepeated = (value >> 1 & 3) === 1;
        const bodyBytes = isRepeated ? 1 : value >> 3;
        if ((value & 1) === 1) return this.#endFrame(bodyBytes + ((this.#descriptor & 4) !== 0 ? 4 : 0));
        this.#pass = bodyBytes;
        return this.#expect("block-header");
      }
    }
  }
  #expect(part, bytes = partBytes[part]) {
    this.#part = part;
    this.#missing = bytes;
  }
  #endFrame(bytesLeft) {
    this.#pass = bytesLeft;
    this.#isLastBlock = true;
    this.#expect("magic");
  }
  get #isSingleSegment() {
    return (this.#descriptor & 32) !== 0;
  }
  /** Bytes of window, dictionary and content size; never none, for a single segment states its size. */
  #headerBytes() {
    return (this.#isSingleSegment ? 0 : 1) + ([0, 1, 2, 4][this.#descriptor & 3] ?? 0) + this.#sizeBytes();
  }
  #sizeBytes() {
    const flag = this.#descriptor >> 6;
    return flag === 0 ? this.#isSingleSegment ? 1 : 0 : 2 ** flag;
  }
  #checkWindow(bytes) {
    const [window = 0] = bytes;
    const base = 2 ** (10 + (window >> 3));
    const size = bytes.slice(bytes.length - this.#sizeBytes()).reduceRight((sum, byte) => sum * 256 + byte, 0);
    const windowBytes = this.#isSingleSegment ? size : base + base / 8 * (window & 7);
    if (windowBytes > maxWindowBytes) {
      throw (0, import_chunk_GXJJBHNS.tooLarge)(
        "needs a larger zstd window than this tool gives",
        this.#where,
        (0, import_chunk_CCPWSZ7L.formatBytes)(maxWindowBytes),
        (0, import_chunk_CCPWSZ7L.formatBytes)(windowBytes)
      );
    }
  }
};
function scriptInflater(where, meter, onData) {
  const broken = (cause) => {
    if (cause instanceof import_chunk_ZU5SK2EV.UserError) return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    return (0, import_chunk_GXJJBHNS.brokenArchive)(where, text, { cause });
  };
  let isStopped = false;
  let isStarted = false;
  const engine = Promise.resolve().then(() => __toESM(require("./esm-CDTFKL4L.cjs"))).then(
    ({ Decompress }) => new Decompress((data) => {
      if (!isStopped) void onData(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    })
  );
  let work = Promise.resolve();
  const feed2 = (piece, isLast) => {
    work = work.then(async () => (await engine).push(piece, isLast)).catch((thrown) => {
      throw broken(thrown);
    });
    work.catch(() => void 0);
    return work;
  };
  return {
    push(piece) {
      meter.addInput(piece.length);
      isStarted = true;
      return feed2(Buffer.from(piece), false);
    },
    end: () => isStarted ? feed2(new Uint8Array(0), true) : Promise.reject(broken("it is empty")),
    destroy: () => {
      isStopped = true;
    }
  };
}
function sniffCompression(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  const isSkippable = ((head[0] ?? 0) & 240) === 80 && head[1] === 42 && head[2] === 77 && head[3] === 24;
  const isFrame = head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253;
  return isFrame || isSkippable ? "zstd" : "none";
}
var waitingBytes = 4194304;
var outputChunkBytes = 1048576;
var maxWindowLog = 27;
function createInflater(compression, where, limits, onData) {
  const meter = new RatioMeter(where, limits);
  const counted = (inflated) => {
    meter.addOutput(inflated.length);
    return onData(inflated);
  };
  if (compression === "gzip")
    return streamInflater(zlib.createGunzip({ chunkSize: outputChunkBytes }), where, meter, counted);
  if (typeof zlib.createZstdDecompress === "function") {
    const params = { [zlib.constants.ZSTD_d_windowLogMax]: maxWindowLog };
    const stream = zlib.createZstdDecompress({ chunkSize: outputChunkBytes, params });
    return frameByFrame(streamInflater(stream, where, meter, counted), where);
  }
  return frameByFrame(scriptInflater(where, meter, counted), where);
}
function frameByFrame(inflater, where) {
  const frames = new ZstdFrames(where);
  return {
    push(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const waits = frames.split(bytes).flatMap((frame) => inflater.push(frame) ?? []);
      return waits.length > 0 ? Promise.all(waits).then(() => void 0) : void 0;
    },
    async end() {
      await inflater.end();
      if (!frames.isComplete) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "its zstd data end within a frame");
    },
    destroy: () => inflater.destroy()
  };
}
function streamInflater(stream, where, meter, onData) {
  let waiting = 0;
  const done = new Promise((resolve, reject) => {
    stream.on(
      "error",
      (cause) => reject(cause instanceof import_chunk_ZU5SK2EV.UserError ? cause : (0, import_chunk_GXJJBHNS.brokenArchive)(where, cause.message, { cause }))
    );
    stream.on("end", resolve);
    stream.on("data", (inflated) => {
      try {
        const wait = onData(inflated);
        (0, import_chunk_STOAAA4S.release)(inflated);
        if (wait) {
          stream.pause();
          void wait.then(() => stream.resume(), reject);
        }
      } catch (thrown) {
        stream.destroy();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    });
  });
  done.catch(() => void 0);
  return {
    push(piece) {
      meter.addInput(piece.length);
      waiting += piece.length;
      const written = new Promise((resolve) => {
        stream.write(Buffer.from(piece), () => {
          waiting -= piece.length;
          resolve();
        });
      });
      return waiting > waitingBytes ? Promise.race([written, done]) : void 0;
    },
    end() {
      stream.end();
      return done;
    },
    destroy: () => stream.destroy()
  };
}
function checkLayerFile(layer, bytes) {
  const { where, path, blobBytes } = layer;
  if (bytes === void 0) {
    throw new import_chunk_ZU5SK2EV.UserError({
      code: "missing-layer",
      message: layer.isForeign ? `${where} is not distributed with the image, and \`${path}\` is not there.` : `${where} is not there: no \`${path}\`.`,
      hint: layer.isForeign ? "Images with foreign layers can only be measured where these are stored too." : "Write or copy the image again, with all its layers."
    });
  }
  if (blobBytes !== void 0 && blobBytes !== bytes)
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it has ${bytes} bytes, not ${blobBytes}`);
}
var BodyKeeper = class {
  /** Stored bytes by record: for a sparse file its data without the holes. */
  bodies = /* @__PURE__ */ new Map();
  #wanted;
  /** @param wanted how many bytes of a file to keep; 0 for none. */
  constructor(wanted) {
    this.#wanted = wanted;
  }
  openBody = (file) => {
    const most = Math.min(this.#wanted(file), file.bodyBytes);
    if (!(most > 0)) return void 0;
    const kept = Buffer.alloc(most);
    let fill = 0;
    return {
      push: (piece) => {
        if (fill < most) fill += piece.copy(kept, fill, 0, most - fill);
      },
      end: () => this.bodies.set(file.record, kept)
    };
  };
};
function expandSparse(stored, runs, fileBytes, maxBytes) {
  const whole2 = Buffer.alloc(Math.min(fileBytes, maxBytes));
  let from = 0;
  for (const { offset, bytes } of runs) {
    if (offset >= whole2.length || from >= stored.length) break;
    stored.copy(whole2, offset, from, Math.min(stored.length, from + bytes));
    from += bytes;
  }
  return whole2;
}
var LayerStream = class {
  #options;
  #scanner;
  #head = [];
  #headBytes = 0;
  #inflater;
  #isSniffed = false;
  #compression = "none";
  constructor(options) {
    this.#options = options;
    this.#scanner = new import_chunk_VCIQNPFU.TarScanner(options);
  }
  /** Known once four bytes have come. */
  get compression() {
    return this.#compression;
  }
  /** Takes the next stored bytes. @returns a promise to wait for before pushing more, when much is waiting. @throws UserError */
  push(piece) {
    if (this.#isSniffed) return this.#forward(piece);
    this.#head.push(Buffer.from(piece));
    this.#headBytes += piece.length;
    return this.#headBytes < 4 ? void 0 : this.#sniff();
  }
  /** Says that all bytes have come. @throws UserError `broken-archive`, `too-large` */
  async end() {
    if (!this.#isSniffed) await this.#sniff();
    await this.#inflater?.end();
    return this.#scanner.end();
  }
  destroy() {
    this.#inflater?.destroy();
  }
  #sniff() {
    const head = Buffer.concat(this.#head);
    this.#isSniffed = true;
    this.#compression = sniffCompression(head);
    if (this.#compression !== "none") {
      const { where, budget } = this.#options;
      this.#inflater = createInflater(this.#compression, where, budget.limits, (inflated) => this.#scan(inflated));
    }
    return this.#forward(head);
  }
  #forward(piece) {
    if (this.#inflater) return this.#inflater.push(piece);
    return this.#scan(piece);
  }
  #scan(bytes) {
    this.#options.onBytes?.(bytes);
    this.#scanner.push(bytes);
    return this.#options.pressure?.();
  }
};
var DigestCheck = class {
  #hash;
  #expected;
  #where;
  #what;
  constructor(expected, what, where) {
    this.#hash = (0, import_node_crypto.createHash)(expected.startsWith("sha512:") ? "sha512" : "sha256");
    this.#expected = expected;
    this.#what = what;
    this.#where = where;
  }
  add(bytes) {
    this.#hash.update(bytes);
  }
  /** @throws UserError `broken-archive` when the bytes have another digest. */
  finish() {
    const [algorithm] = this.#expected.split(":", 1);
    const got = `${algorithm}:${this.#hash.digest("hex")}`;
    if (got !== this.#expected) throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.#where, `its ${this.#what} is ${got}, not ${this.#expected}`);
  }
};
function checkDigest(bytes, expected, where) {
  const check = new DigestCheck(expected, "digest", where);
  check.add(bytes);
  check.finish();
}
var pieceBytes = 262144;
function keepOnTheWay(budget, keep = () => 0) {
  return new BodyKeeper(
    ({ path, bodyBytes }) => budget.keep((0, import_chunk_BMVWKVKJ.isPackageDatabase)(path) ? bodyBytes : Math.min(bodyBytes, keep(path, bodyBytes)))
  );
}
function readWhole(file, layer, options, signal) {
  return readPieces(piecesOf(file), layer, options, signal);
}
async function readPieces(pieces, layer, options, signal) {
  const { budget, contentSums } = options;
  const isVerified = options.verifyLayers !== false;
  const blob = isVerified && layer.blobDigest && new DigestCheck(layer.blobDigest, "digest", layer.where);
  const diff = isVerified && layer.diffId && new DigestCheck(layer.diffId, "DiffID", layer.where);
  const onBytes = diff ? { onBytes: (bytes) => diff.add(bytes) } : {};
  const keeper = options.keeper ?? keepOnTheWay(budget);
  const stream = new LayerStream({ where: layer.where, budget, contentSums, openBody: keeper.openBody, ...onBytes });
  try {
    await feed(stream, pieces, signal, (piece) => {
      if (blob) blob.add(piece);
      return true;
    });
    const scanned = await stream.end();
    if (blob) blob.finish();
    if (diff) diff.finish();
    return { ...scanned, bodies: keeper.bodies };
  } finally {
    stream.destroy();
  }
}
function readBodiesWhole(file, layer, wanted, options, signal) {
  return readBodiesOfPieces(piecesOf(file), layer, wanted, options, signal);
}
async function readBodiesOfPieces(pieces, layer, wanted, { limits }, signal) {
  const keeper = keepWanted(wanted);
  const distinct = new Set(wanted.map(({ record }) => record)).size;
  const stream = new LayerStream({ where: layer.where, budget: new import_chunk_GXJJBHNS.Budget(limits), openBody: keeper.openBody });
  try {
    if (await feed(stream, pieces, signal, () => keeper.bodies.size < distinct)) await stream.end();
    return keeper.bodies;
  } finally {
    stream.destroy();
  }
}
function keepWanted(wanted) {
  const bytesOf = /* @__PURE__ */ new Map();
  for (const { record, bytes } of wanted) bytesOf.set(record, Math.max(bytes, bytesOf.get(record) ?? 0));
  return new BodyKeeper(({ record }) => bytesOf.get(record) ?? 0);
}
async function feed(stream, pieces, signal, isWanted) {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (!isWanted(piece)) return false;
    await stream.push(piece);
  }
  return true;
}
function* piecesOf(file) {
  const piece = Buffer.alloc(Math.min(pieceBytes, file.bytes));
  for (let position = 0; position < file.bytes; ) {
    const bytes = file.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
var pieceBytes2 = 262144;
var bytesAtOnce = 8388608;
function repeatedFiles(layers) {
  const isCandidate = samePaths(layers);
  const seen = /* @__PURE__ */ new Map();
  for (const [layer, { paths, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (isCandidate[layer]?.[record] !== 1) continue;
      const key = `${fileBytes[record]} ${paths[record]}`;
      const places = seen.get(key);
      if (places) places.push({ layer, record });
      else seen.set(key, [{ layer, record }]);
    }
  }
  const repeated = layers.map(() => []);
  for (const places of seen.values()) {
    if (places.every(({ layer }) => layer === places[0]?.layer)) continue;
    for (const { layer, record } of places) repeated[layer]?.push(record);
  }
  return repeated;
}
function samePaths(layers) {
  const marks = layers.map(({ count }) => new Uint8Array(count));
  const first = /* @__PURE__ */ new Map();
  let start = 0;
  const starts = layers.map(({ count }) => (start += count) - count);
  for (const [layer, { paths, types, fileBytes }] of layers.entries()) {
    for (let record = 0; record < paths.length; record += 1) {
      if (types[record] !== import_chunk_OR32E4J6.EntryType.file || fileBytes[record] === 0) continue;
      const path = paths[record] ?? "";
      const known = first.get(path);
      if (known === void 0) {
        first.set(path, (starts[layer] ?? 0) + record);
        continue;
      }
      const own = starts.findLastIndex((layerStart) => layerStart <= known);
      for (const [of, at] of [
        [own, known - (starts[own] ?? 0)],
        [layer, record]
      ])
        marks[of]?.fill(1, at, at + 1);
    }
  }
  return marks;
}
async function sumFiles(tar, { entries, sparse }, records, signal) {
  const values = new Float64Array(entries.count);
  for (let record = 0; record < entries.count; record += 1) {
    if (entries.types[record] === import_chunk_OR32E4J6.EntryType.file && entries.fileBytes[record] !== 0) values[record] = Number.NaN;
  }
  const piece = Buffer.alloc(pieceBytes2);
  let sinceTurn = 0;
  for (const record of records) {
    if (sparse.has(record)) continue;
    const start = entries.bodyOffsets[record] ?? 0;
    const bytes = entries.fileBytes[record] ?? 0;
    let sum = 0;
    for (let done = 0; done < bytes; ) {
      const read = tar.read(piece.subarray(0, Math.min(piece.length, bytes - done)), start + done);
      sum = read === 0 ? Number.NaN : (0, import_node_zlib.crc32)(piece.subarray(0, read), sum);
      done += read === 0 ? bytes : read;
      sinceTurn += read;
      if (sinceTurn < bytesAtOnce) continue;
      sinceTurn = 0;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    values[record] = sum;
  }
  return { entries: { ...entries, contentSums: { algorithm: "crc32", values } }, sparse };
}
var concurrentInflations = 2;
var StoreContents = class {
  where;
  #store;
  #options;
  /** By path: images of one archive share layers. */
  #scans = /* @__PURE__ */ new Map();
  constructor(store, options) {
    this.where = options.where;
    this.#store = store;
    this.#options = options;
  }
  async stat(path) {
    const file = await this.#store.open(path);
    return file && { bytes: file.bytes, compression: sniffCompression(readPart(file, 0, 4)) };
  }
  async document(path) {
    const file = await this.#store.open(path);
    const { maxDocumentBytes } = this.#options.limits;
    if (file && file.bytes > maxDocumentBytes) {
      const where = `\`${path}\` in ${this.where}`;
      throw (0, import_chunk_GXJJBHNS.tooLarge)("is larger than this tool reads", where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    }
    return file && readPart(file, 0, file.bytes);
  }
  async readLayers(layers, signal, keep) {
    const budget = new import_chunk_GXJJBHNS.Budget(this.#options.limits);
    const keeper = () => keepOnTheWay(budget, keep);
    const inflated = [];
    const isStarted = new Set(this.#scans.keys());
    for (const layer of layers) {
      if (isStarted.has(layer.path)) continue;
      isStarted.add(layer.path);
      const file = await this.#open(layer);
      if (sniffCompression(readPart(file, 0, 4)) === "none")
        await this.#start(layer, this.#readPlain(file, layer, budget, signal));
      else inflated.push({ layer, file });
    }
    const queue = inflated.toSorted((one, other) => other.file.bytes - one.file.bytes).values();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const work = async () => {
      for (const { layer, file } of queue)
        await this.#start(layer, readWhole(file, layer, { ...this.#options, budget, keeper: keeper() }, either));
    };
    const workers = Array.from({ length: concurrentInflations }, work);
    try {
      await Promise.all(workers);
    } catch (thrown) {
      stop.abort();
      await Promise.allSettled(workers);
      throw thrown;
    }
    const scans = await Promise.all(
      layers.map(({ path, where }) => this.#scans.get(path) ?? Promise.reject(new Error(`${where} was not read`)))
    );
    return this.#options.contentSums ? this.#withSums(layers, scans, signal) : scans;
  }
  async readBodies(layers, wanted, signal) {
    const bodies = wanted.map(() => void 0);
    for (const [index, layer] of layers.entries()) {
      const here = [...wanted.entries()].filter(([, body]) => body.layer === index);
      if (here.length === 0) continue;
      const found = await this.#readFrom(
        layer,
        here.map(([, body]) => body),
        signal
      );
      for (const [at, { record, bytes }] of here) bodies[at] = found.get(record)?.subarray(0, bytes);
    }
    return bodies;
  }
  async #open(layer) {
    const file = await this.#store.open(layer.path);
    checkLayerFile(layer, file?.bytes);
    return file ?? readAtOf(new Uint8Array(0));
  }
  /** Sums for plain layers that were only read at their headers: of the files that another layer holds too. */
  async #withSums(layers, scans, signal) {
    const repeated = repeatedFiles(scans.map(({ entries }) => entries));
    const summed = [];
    for (const [index, scan] of scans.entries()) {
      const layer = layers[index];
      const isSummed = scan.entries.contentSums !== void 0 || !layer;
      summed.push(isSummed ? scan : await sumFiles(await this.#open(layer), scan, repeated[index] ?? [], signal));
    }
    return summed;
  }
  /** Remembers a scan that is under way; one that fails may be tried again. */
  async #start({ path }, scan) {
    this.#scans.set(path, scan);
    try {
      await scan;
    } catch (thrown) {
      this.#scans.delete(path);
      throw thrown;
    }
  }
  #readPlain(file, layer, budget, signal) {
    if (this.#options.verifyLayers === true) return readWhole(file, layer, { ...this.#options, budget }, signal);
    return seekTar(file, { where: layer.where, budget, signal });
  }
  async #readFrom(layer, wanted, signal) {
    const file = await this.#open(layer);
    if (sniffCompression(readPart(file, 0, 4)) === "none") {
      const { entries } = await (this.#scans.get(layer.path) ?? Promise.reject(new Error("not scanned")));
      return new Map(
        wanted.map(({ record, bytes }) => {
          return [record, readPart(file, entries.bodyOffsets[record] ?? 0, bytes)];
        })
      );
    }
    return readBodiesWhole(file, layer, wanted, this.#options, signal);
  }
};
var headBytes = 512;
var concurrentLayers = 2;
var FileCollector = class {
  #options;
  #budget;
  #byRecord = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  #running = /* @__PURE__ */ new Set();
  #documentBytesLeft;
  #pressure;
  constructor(options) {
    this.#options = options;
    this.#budget = new import_chunk_GXJJBHNS.Budget(options.limits);
    this.#documentBytesLeft = 8 * options.limits.maxDocumentBytes;
  }
  /** Waits for the layers that are still being inflated. */
  async settle() {
    await Promise.all(this.#running);
  }
  takePressure() {
    const pressure = this.#pressure;
    this.#pressure = void 0;
    return pressure;
  }
  openBody = (file) => {
    const head = Buffer.alloc(Math.min(headBytes, file.bodyBytes));
    let fill = 0;
    let sink;
    return {
      push: (piece) => {
        const taken = fill < head.length ? piece.copy(head, fill) : 0;
        fill += taken;
        if (fill < head.length) return;
        if (!sink) {
          sink = this.#sinkFor(file, head);
          sink.push(head);
        }
        if (taken < piece.length) sink.push(piece.subarray(taken));
      },
      end: () => (sink ?? this.#sinkFor(file, head)).end()
    };
  };
  /** The files by path: of several with one path the last, links followed. */
  resolve(entries) {
    const files = /* @__PURE__ */ new Map();
    for (const [path, record] of filesByPath(entries)) {
      const file = this.#byRecord.get(record);
      if (file) files.set(path, file);
    }
    return files;
  }
  destroy() {
    for (const layer of this.#open) layer.destroy();
  }
  #sinkFor(file, head) {
    const isDocument = (head[0] === 123 || head[0] === 91) && !(0, import_chunk_VCIQNPFU.isTarHead)(head);
    return isDocument ? this.#documentSink(file) : this.#layerSink(file);
  }
  #documentSink(file) {
    const { path, bodyBytes: bytes } = file;
    const isKept = bytes <= Math.min(this.#options.limits.maxDocumentBytes, this.#documentBytesLeft);
    if (!isKept) {
      this.#byRecord.set(file.record, { path, bytes });
      return { push: () => void 0, end: () => void 0 };
    }
    this.#documentBytesLeft -= bytes;
    const keeper = new BodyKeeper(() => bytes);
    const sink = keeper.openBody(file);
    return {
      push: (piece) => sink?.push(piece),
      end: () => {
        sink?.end();
        this.#byRecord.set(file.record, { path, bytes, document: keeper.bodies.get(file.record) ?? Buffer.alloc(0) });
      }
    };
  }
  #layerSink(file) {
    const { where, contentSums, keepBody, verifyLayers = "compressed" } = this.#options;
    const hash = (0, import_node_crypto2.createHash)("sha256");
    let isHashed = false;
    const diffId = () => isHashed ? `sha256:${hash.copy().digest("hex")}` : void 0;
    const keeper = new BodyKeeper((inner) => keepBody(file.path, inner));
    const layer = new LayerStream({
      where: `\`${file.path}\` in ${where}`,
      budget: this.#budget,
      contentSums,
      openBody: keeper.openBody,
      onBytes: (bytes) => {
        isHashed = verifyLayers === true || verifyLayers === "compressed" && layer.compression !== "none";
        if (isHashed) hash.update(bytes);
      }
    });
    this.#open.add(layer);
    let failure;
    return {
      push: (piece) => {
        if (failure) return;
        try {
          this.#wait(layer.push(piece));
        } catch (thrown) {
          if (!(thrown instanceof import_chunk_ZU5SK2EV.UserError)) throw thrown;
          failure = thrown;
        }
      },
      end: () => {
        const { bodies } = keeper;
        const scan = failure ? Promise.reject(failure) : layer.end().then((read) => ({ ...read, bodies }));
        const settled = scan.then(
          () => void 0,
          () => void 0
        );
        this.#running.add(settled);
        void settled.then(() => this.#running.delete(settled));
        if (this.#running.size > concurrentLayers) this.#wait(Promise.race(this.#running).then(() => void 0));
        const { path, bodyBytes: bytes } = file;
        const { compression } = layer;
        this.#byRecord.set(file.record, { path, bytes, layer: { compression, scan, diffId, bodies } });
      }
    };
  }
  #wait(work) {
    if (!work) return;
    const room = work.catch(() => void 0);
    this.#pressure = this.#pressure ? Promise.all([this.#pressure, room]).then(() => void 0) : room;
  }
};
async function readStream(stream, options) {
  const files = new FileCollector(options);
  const archive = new LayerStream({
    where: options.where,
    budget: new import_chunk_GXJJBHNS.Budget(options.limits),
    openBody: files.openBody,
    pressure: () => files.takePressure()
  });
  try {
    for await (const chunk of stream) {
      options.signal?.throwIfAborted();
      await archive.push(chunk);
    }
    const { entries } = await archive.end();
    await files.settle();
    return files.resolve(entries);
  } finally {
    archive.destroy();
    files.destroy();
  }
}
async function streamContents(open, options) {
  return new StreamContents(open, options, await readStream(open(), options));
}
var StreamContents = class {
  where;
  #open;
  #options;
  #files;
  constructor(open, options, files) {
    this.where = options.where;
    this.#open = open;
    this.#options = options;
    this.#files = files;
  }
  async stat(path) {
    const file = this.#files.get(path);
    return file && { bytes: file.bytes, compression: file.layer?.compression ?? "none" };
  }
  async document(path) {
    const file = this.#files.get(path);
    if (!file || file.document) return file?.document;
    const { maxDocumentBytes } = this.#options.limits;
    const where = `\`${path}\` in ${this.where}`;
    if (file.bytes > maxDocumentBytes)
      throw (0, import_chunk_GXJJBHNS.tooLarge)("is larger than this tool reads", where, `${maxDocumentBytes} bytes`, `${file.bytes} bytes`);
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not a JSON document");
  }
  async readLayers(layers) {
    return Promise.all(
      layers.map(async (source) => {
        const file = this.#files.get(source.path);
        checkLayerFile(source, file?.bytes);
        const layer = file?.layer;
        if (!layer) throw (0, import_chunk_GXJJBHNS.brokenArchive)(source.where, "it is a JSON document");
        const scan = await layer.scan;
        const diffId = layer.diffId();
        if (diffId && source.diffId?.startsWith("sha256:") && diffId !== source.diffId) {
          throw (0, import_chunk_GXJJBHNS.brokenArchive)(source.where, `its DiffID is ${diffId}, not ${source.diffId}`);
        }
        return scan;
      })
    );
  }
  async readBodies(layers, wanted, signal) {
    const kept = this.#pick(this.#files, layers, wanted);
    const isMissing = kept.some((body, index) => !body || body.length < (wanted[index]?.bytes ?? 0));
    if (!isMissing) return kept.map((body, index) => body?.subarray(0, wanted[index]?.bytes));
    const bytesOf = /* @__PURE__ */ new Map();
    for (const { layer, record, bytes } of wanted) {
      const key = `${record} ${this.#files.get(layers[layer]?.path ?? "")?.path}`;
      bytesOf.set(key, Math.max(bytes, bytesOf.get(key) ?? 0));
    }
    const again = await readStream(this.#open(), {
      ...this.#options,
      signal,
      contentSums: false,
      verifyLayers: false,
      keepBody: (blob, { record }) => bytesOf.get(`${record} ${blob}`) ?? 0
    });
    return this.#pick(again, layers, wanted);
  }
  #pick(files, layers, wanted) {
    return wanted.map(({ layer, record, bytes }) => {
      const source = layers[layer];
      const body = source && files.get(source.path)?.layer?.bodies.get(record);
      return body?.subarray(0, bytes);
    });
  }
};
var pieceBytes3 = 1048576;
async function archiveContents(archive, options) {
  if (sniffCompression(readPart(archive, 0, 4)) !== "none") return streamedContents(() => piecesOf2(archive), options);
  const { source: where, limits = import_chunk_GXJJBHNS.defaultLimits, signal = new AbortController().signal } = options;
  return storeContents(await tarStore(archive, { where, limits, signal }), options);
}
function storeContents(store, options) {
  const { source: where, limits = import_chunk_GXJJBHNS.defaultLimits, contentSums = false, verifyLayers, cache } = options;
  const contents = new StoreContents(store, { where, limits, contentSums, verifyLayers });
  return cache && contentSums && verifyLayers !== false ? cachedWhereInflated(contents, cache) : contents;
}
function streamedContents(stream, options) {
  const kept = new import_chunk_GXJJBHNS.Budget(options.limits);
  const keep = options.keepBody ?? ((path, bytes) => (0, import_chunk_BMVWKVKJ.isPackageDatabase)(path) ? kept.keep(bytes) : 0);
  return streamContents(stream, {
    where: options.source,
    limits: options.limits ?? import_chunk_GXJJBHNS.defaultLimits,
    contentSums: options.contentSums === true,
    verifyLayers: options.verifyLayers,
    keepBody: (_blob, { path, bodyBytes }) => keep(path, bodyBytes),
    signal: options.signal
  });
}
async function* piecesOf2(archive) {
  const piece = Buffer.alloc(Math.min(pieceBytes3, archive.bytes));
  for (let position = 0; position < archive.bytes; ) {
    const bytes = archive.read(piece, position);
    if (bytes === 0) return;
    yield piece.subarray(0, bytes);
    position += bytes;
  }
}
var JsonObject = class _JsonObject {
  #fields;
  /** What errors call this object. */
  where;
  constructor(value, where) {
    if (!isRecord(value)) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not a JSON object");
    this.#fields = value;
    this.where = where;
  }
  has(name) {
    return this.#get(name) !== void 0;
  }
  text(name) {
    const value = this.#get(name);
    if (value === void 0 || typeof value === "string") return value;
    return this.#fail(name, "a string");
  }
  integer(name) {
    const value = this.#get(name);
    if (value === void 0 || typeof value === "number" && Number.isSafeInteger(value)) return value;
    return this.#fail(name, "a whole number");
  }
  flag(name) {
    const value = this.#get(name) ?? false;
    return typeof value === "boolean" ? value : this.#fail(name, "true or false");
  }
  texts(name) {
    const value = this.#get(name);
    if (value === void 0 || Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    return this.#fail(name, "a list of strings");
  }
  object(name) {
    const value = this.#get(name);
    if (value === void 0) return void 0;
    return isRecord(value) ? new _JsonObject(value, `${this.where}, \`${name}\``) : this.#fail(name, "an object");
  }
  objects(name) {
    const value = this.#get(name);
    if (value === void 0) return void 0;
    if (!Array.isArray(value)) return this.#fail(name, "a list");
    return value.map((item, index) => new _JsonObject(item, `${this.where}, \`${name}\` ${index}`));
  }
  /** Names of an object used as a set, sorted. */
  keys(name) {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? Object.keys(value).toSorted() : this.#fail(name, "an object");
  }
  /** An object of strings. */
  textMap(name) {
    const entries = Object.entries(this.#record(name));
    return Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        typeof value === "string" ? value : this.#fail(name, "an object of strings")
      ])
    );
  }
  #record(name) {
    const value = this.#get(name) ?? {};
    return isRecord(value) ? value : this.#fail(name, "an object");
  }
  /**
   * Go matches names without regard to case, so `user` beside `User` would be read by an engine and not by us.
   * Such a document is refused rather than read differently.
   */
  #get(name) {
    const folded = name.toLowerCase();
    for (const key of Object.keys(this.#fields)) {
      if (key !== name && key.toLowerCase() === folded) {
        throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.where, `its field \`${name}\` is written \`${key}\``);
      }
    }
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] ?? void 0 : void 0;
  }
  #fail(name, expected) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(this.where, `its field \`${name}\` is not ${expected}`);
  }
};
function parseJson(bytes, where) {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch (cause) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not JSON", { cause });
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readImageConfig(bytes, where) {
  const document = new JsonObject(parseJson(bytes, where), where);
  const diffIds = document.object("rootfs")?.texts("diff_ids") ?? [];
  const [os, architecture, variant] = ["os", "architecture", "variant"].map((name) => document.text(name));
  const created = document.text("created");
  return {
    imageId: digestOf(bytes),
    platform: `${os || "unknown"}/${architecture || "unknown"}${variant ? `/${variant}` : ""}`,
    config: readContainerConfig(document.object("config") ?? new JsonObject({}, where)),
    ...created !== void 0 && { created },
    history: (document.objects("history") ?? []).map(readHistoryEntry),
    diffIds: diffIds.map((text) => readDigest(text, where))
  };
}
function digestOf(bytes) {
  return `sha256:${(0, import_node_crypto3.createHash)("sha256").update(bytes).digest("hex")}`;
}
function readDigest(text, where) {
  if (text === void 0 || !isDigest(text))
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `\`${text ?? ""}\` is not a digest this tool can check`);
  return text;
}
function isDigest(text) {
  return /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text);
}
function readHistoryEntry(entry) {
  return {
    createdBy: entry.text("created_by") ?? "",
    comment: entry.text("comment") ?? "",
    emptyLayer: entry.flag("empty_layer")
  };
}
function readContainerConfig(config) {
  const healthcheck = config.object("Healthcheck");
  const [entrypoint, cmd, shell, onBuild] = ["Entrypoint", "Cmd", "Shell", "OnBuild"].map((name) => config.texts(name));
  const stopSignal = config.text("StopSignal");
  const env = config.texts("Env") ?? [];
  if (env.some((variable) => variable.indexOf("=") < 1))
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(config.where, "an environment variable is not NAME=VALUE");
  return {
    user: config.text("User") ?? "",
    ...entrypoint && { entrypoint: [...entrypoint] },
    ...cmd && { cmd: [...cmd] },
    workingDir: config.text("WorkingDir") ?? "",
    env: [...env],
    exposedPorts: [...config.keys("ExposedPorts")],
    volumes: [...config.keys("Volumes")],
    labels: { ...config.textMap("Labels") },
    ...healthcheck && { healthcheck: readHealthcheck(healthcheck) },
    ...stopSignal !== void 0 && { stopSignal },
    ...shell && { shell: [...shell] },
    ...onBuild && { onBuild: [...onBuild] }
  };
}
function readHealthcheck(check) {
  const numbers = { intervalNs: "Interval", timeoutNs: "Timeout", startPeriodNs: "StartPeriod", retries: "Retries" };
  return {
    test: [...check.texts("Test") ?? []],
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([name, field]) => {
        const value = check.integer(field);
        return value === void 0 ? [] : [[name, value]];
      })
    )
  };
}
var digestForm = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
var mediaTypeForm = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;
var base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
function checkDescriptor(object) {
  const mediaType = checkMediaType(object, "mediaType") ?? fail(object, "it has no media type");
  checkMediaType(object, "artifactType");
  const bytes = object.integer("size") ?? fail(object, "it has no size");
  if (bytes < 0) fail(object, "its size is negative");
  const digest = object.text("digest") ?? fail(object, "it has no digest");
  if (!digestForm.test(digest)) fail(object, "its digest is malformed");
  if (/^sha(?:256|512):/.test(digest)) readDigest(digest, object.where);
  for (const url of object.texts("urls") ?? [])
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)) fail(object, "one of its URLs is none");
  if (!base64Form.test(object.text("data") ?? "")) fail(object, "its data are not base64");
  return { digest, mediaType, bytes };
}
function readDescriptor(object) {
  const { digest, mediaType, bytes } = checkDescriptor(object);
  const platform = object.object("platform");
  return {
    mediaType,
    bytes,
    digest,
    annotations: object.textMap("annotations"),
    ...platform && { platform: readPlatform(platform) }
  };
}
function checkMediaType(object, field) {
  const text = object.text(field);
  if (text !== void 0 && !mediaTypeForm.test(text)) fail(object, `its ${field} is malformed`);
  return text;
}
function normalPlatform(platform) {
  return platform.replace(/\/arm64\/v?8$/, "/arm64").replace(/\/amd64\/v1$/, "/amd64");
}
function isPlatform(platform, wanted) {
  const [has, wants] = [normalPlatform(platform), normalPlatform(wanted)];
  return has === wants || has.startsWith(`${wants}/`);
}
function readPlatform(platform) {
  const os = platform.text("os") ?? fail(platform, "it has no operating system");
  const architecture = platform.text("architecture") ?? fail(platform, "it has no architecture");
  const variant = platform.text("variant");
  return `${os}/${architecture}${variant ? `/${variant}` : ""}`;
}
function fail(object, what) {
  throw (0, import_chunk_GXJJBHNS.brokenArchive)(object.where, what);
}
var kinds = {
  "application/vnd.oci.image.manifest.v1+json": "manifest",
  "application/vnd.docker.distribution.manifest.v2+json": "manifest",
  "application/vnd.oci.image.index.v1+json": "index",
  "application/vnd.docker.distribution.manifest.list.v2+json": "index"
};
var layerType = /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar)(?:[.+](?:gzip|zstd))?$/;
function kindOf(mediaType) {
  return mediaType !== void 0 && Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : void 0;
}
function isForeign(mediaType) {
  return mediaType.includes(".nondistributable.") || mediaType.includes(".foreign.");
}
function isConfigType(mediaType) {
  return mediaType === "application/vnd.oci.image.config.v1+json" || mediaType === "application/vnd.docker.container.image.v1+json";
}
function isLayerType(mediaType) {
  return layerType.test(mediaType);
}
function readOciDocument(bytes, stated, where) {
  const document = new JsonObject(parseJson(bytes, where), where);
  const own = checkMediaType(document, "mediaType");
  if (document.integer("schemaVersion") !== 2)
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is of no schema version this tool knows, which is 2");
  const isIndex = document.has("manifests");
  if (isIndex && (document.has("layers") || document.has("config"))) {
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it could be read both as a manifest and as an index");
  }
  const kind = isIndex ? "index" : "manifest";
  for (const claimed of [own, stated]) {
    if (claimed !== void 0 && (kindOf(claimed) ?? kind) !== kind) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it is no ${claimed}`);
  }
  if (own !== void 0 && stated !== void 0 && own !== stated)
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it calls itself ${own} and is called ${stated}`);
  const subject = document.object("subject");
  if (subject) checkDescriptor(subject);
  document.textMap("annotations");
  return isIndex ? { kind: "index", manifests: (document.objects("manifests") ?? []).map(readDescriptor) } : readManifest(document, own);
}
function readManifest(document, own) {
  const config = document.object("config");
  const layers = document.objects("layers");
  if (!config || !layers) throw (0, import_chunk_GXJJBHNS.brokenArchive)(document.where, "it has no config or no layers");
  if (layers.length === 0 && own?.includes(".oci.")) throw (0, import_chunk_GXJJBHNS.brokenArchive)(document.where, "its list of layers is empty");
  return { kind: "manifest", config: readDescriptor(config), layers: layers.map(readDescriptor) };
}
function checkLayoutFile(bytes, where) {
  const version = new JsonObject(parseJson(bytes, where), where).text("imageLayoutVersion");
  if (version !== "1.0.0") throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it is of layout version ${version ?? "(none)"}, not 1.0.0`);
}
function blobPath({ digest }) {
  return `blobs/${digest.replace(":", "/")}`;
}
async function layersOfConfig(contents, config) {
  const bytes = await contents.document("index.json");
  const index = bytes && readOciDocument(bytes, void 0, `\`index.json\` in ${contents.where}`);
  if (index?.kind !== "index") return void 0;
  for (const descriptor of await findManifests(contents, index.manifests, import_chunk_GXJJBHNS.defaultLimits)) {
    const { bytes: document, where } = await readChecked(contents, descriptor, "manifest");
    const manifest = readOciDocument(document, descriptor.mediaType, where);
    if (manifest.kind === "manifest" && manifest.config.digest === config) return manifest.layers;
  }
  return void 0;
}
async function findManifests(contents, roots, limits, isWanted = () => true) {
  const found = [];
  const seen = /* @__PURE__ */ new Set();
  const visit = async (descriptor, depth, isBelow) => {
    const takes = isBelow || isWanted(descriptor);
    const visited = `${descriptor.digest} ${takes}`;
    if (seen.has(visited) || isAttestation(descriptor)) return;
    seen.add(visited);
    if (seen.size > limits.maxManifests)
      throw (0, import_chunk_GXJJBHNS.tooLarge)("lists more manifests than this tool reads", contents.where, `${limits.maxManifests}`, "more");
    if (takes && kindOf(descriptor.mediaType) === "manifest") found.push(descriptor);
    if (kindOf(descriptor.mediaType) !== "index") return;
    if (depth >= limits.maxIndexDepth)
      throw (0, import_chunk_GXJJBHNS.tooLarge)("nests indexes deeper than this tool reads", contents.where, `${limits.maxIndexDepth}`, "deeper");
    const { bytes, where } = await readChecked(contents, descriptor, "index");
    const index = readOciDocument(bytes, descriptor.mediaType, where);
    if (index.kind === "index")
      for (const child of index.manifests)
        await visit(
          { ...child, annotations: { ...namesAsAnnotations(descriptor), ...child.annotations } },
          depth + 1,
          takes
        );
  };
  for (const root of roots) await visit(root, 0, false);
  return found;
}
async function readChecked(contents, descriptor, what) {
  const where = `${what} ${descriptor.digest} in ${contents.where}`;
  const digest = readDigest(descriptor.digest, where);
  const bytes = await contents.document(blobPath(descriptor));
  if (!bytes) throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, "it is not there");
  if (bytes.length !== descriptor.bytes)
    throw (0, import_chunk_GXJJBHNS.brokenArchive)(where, `it has ${bytes.length} bytes, not ${descriptor.bytes}`);
  checkDigest(bytes, digest, where);
  return { bytes, where, digest };
}
function isAttestation({ annotations, platform }) {
  return annotations["vnd.docker.reference.type"] === "attestation-manifest" || platform === "unknown/unknown";
}
function namesAsAnnotations({ annotations }) {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key.endsWith("image.name") || key.endsWith("ref.name"))
  );
}
function fullTag(tag) {
  const short = tag.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
function noSuchImage(where, name, names) {
  const got = names.length > 0 ? names.join(", ") : "images without a name";
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-image",
    message: name === void 0 ? `${where} holds no image.` : `${where} holds no image \`${name}\`.`,
    got: name === void 0 ? "none" : got,
    hint: name === void 0 ? "Save an image into it first." : "Name one of those it holds, or its image ID."
  });
}
function noSuchPlatform(where, platform, platforms) {
  const list = [...new Set(platforms)].join(", ");
  return new import_chunk_ZU5SK2EV.UserError({
    code: "no-such-platform",
    message: `${where} holds no image for ${platform}, only for ${list}.`,
    expected: platform,
    got: list,
    hint: "Build it for that platform, or ask for one that is there."
  });
}
function ambiguousImage(where, choices) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "ambiguous-image",
    message: `${where} holds several images that fit: ${choices.join(", ")}.`,
    got: choices.join(", "),
    hint: "Say which one by its tag, its image ID, or its platform."
  });
}
function notAnImage(where, mediaType) {
  return new import_chunk_ZU5SK2EV.UserError({
    code: "not-an-image",
    message: `${where} holds something else than a container image: ${mediaType}.`,
    got: mediaType,
    hint: "Name an image; artifacts such as signatures and bills of materials have no layers to measure."
  });
}
function openImage(contents, facts, layers) {
  let scanned;
  const scan = (signal, keep) => {
    scanned ??= contents.readLayers(layers, signal, keep).catch((thrown) => {
      scanned = void 0;
      throw thrown;
    });
    return scanned;
  };
  return {
    facts,
    readLayers: async (signal, keep) => (await scan(signal, keep)).map(({ entries }) => entries),
    readBodies: async (nodes, maxBytes, signal) => {
      const files = nodes.filter(({ type }) => type === import_chunk_OR32E4J6.EntryType.file || type === import_chunk_OR32E4J6.EntryType.hardlink);
      return bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
    },
    readRecords: async (records, maxBytes, signal) => {
      const files = records.map((record, index) => ({ ...record, path: String(index) }));
      const bodies = await bodiesOf(contents, layers, await scan(signal), files, maxBytes, signal);
      return records.map((_, index) => bodies.get(String(index)));
    }
  };
}
async function bodiesOf(contents, layers, scans, nodes, maxBytes, signal) {
  const bodies = /* @__PURE__ */ new Map();
  const asked = [];
  for (const node of nodes) {
    const runs = scans[node.layer]?.sparse.get(node.record);
    const bytes = Math.min(maxBytes, runs ? (0, import_chunk_VCIQNPFU.storedBytes)(runs) : node.fileBytes);
    const kept = scans[node.layer]?.bodies?.get(node.record);
    if (kept && kept.length >= bytes) bodies.set(node.path, whole(kept.subarray(0, bytes), runs, node, maxBytes));
    else if (bytes > 0) asked.push({ node, want: { layer: node.layer, record: node.record, bytes } });
    else bodies.set(node.path, Buffer.alloc(Math.min(maxBytes, node.fileBytes)));
  }
  if (asked.length === 0) return bodies;
  const stored = await contents.readBodies(
    layers,
    asked.map(({ want }) => want),
    signal
  );
  for (const [index, { node }] of asked.entries()) {
    const body = stored[index];
    const runs = scans[node.layer]?.sparse.get(node.record);
    if (body) bodies.set(node.path, whole(body, runs, node, maxBytes));
  }
  return bodies;
}
function whole(stored, runs, { fileBytes }, maxBytes) {
  return runs ? expandSparse(stored, runs, fileBytes, maxBytes) : stored;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  JsonObject,
  ambiguousImage,
  archiveContents,
  blobPath,
  cachedContents,
  checkDigest,
  checkLayoutFile,
  digestOf,
  findManifests,
  fullTag,
  isConfigType,
  isForeign,
  isLayerType,
  isPlatform,
  keepOnTheWay,
  keepWanted,
  kindOf,
  layersOfConfig,
  noSuchImage,
  noSuchPlatform,
  notAnImage,
  openImage,
  parseJson,
  readBodiesOfPieces,
  readChecked,
  readDigest,
  readImageConfig,
  readOciDocument,
  readPieces,
  storeContents,
  streamContents,
  streamedContents
});
